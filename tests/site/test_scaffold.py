"""`init`: a collection that builds at once."""

from pathlib import Path

import pytest

from hexapla.errors import UsageError
from hexapla.site import create_collection, publish_site, verify_site


@pytest.fixture(params=["en", "zh"])
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    create_collection(tmp_path / "ours", request.param)
    return tmp_path / "ours"


def test_it_builds_at_once_without_a_warning(project: Path) -> None:
    published = publish_site(config_file=project / "mkdocs.yml")
    assert published.site.failures == ()
    assert published.warnings == ()
    assert {str(each.severity) for one in published.site.documents for each in one.findings} <= {"note"}
    assert verify_site(project / "site", project / "source_texts") is None


def test_it_has_workflows_for_github_and_gitlab(project: Path) -> None:
    for name in (".github/workflows/texts.yml", ".gitlab-ci.yml", ".gitignore"):
        assert (project / name).is_file()


def test_the_specimen_is_in_the_language_asked_for_under_the_same_paths(tmp_path: Path) -> None:
    paths = [
        {path.relative_to(tmp_path / language) for path in create_collection(tmp_path / language, language)}
        for language in ("en", "zh")
    ]
    assert paths[0] == paths[1]
    assert "第四条" in (tmp_path / "zh/source_texts/tool-library/2024.txt").read_text("utf-8")
    for name in (".gitlab-ci.yml", "requirements.txt"):
        assert (tmp_path / "en" / name).read_bytes() == (tmp_path / "zh" / name).read_bytes()


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(UsageError, match="not empty"):
        create_collection(tmp_path)


def test_a_fresh_repository_is_welcome(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").touch()
    assert create_collection(tmp_path)
