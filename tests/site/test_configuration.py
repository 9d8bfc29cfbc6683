"""What is wrong with a configuration is said with the file and what to do; nothing is left half-written."""

from pathlib import Path

import pytest

from commands import run
from hexapla.errors import UsageError
from hexapla.site import publish_site

pytestmark = pytest.mark.xdist_group("publish")

SOUND = "site_name: Ours\ntheme: {name: material, font: false}\nplugins:\n  - hexapla\n"
OPTION = "site_name: Ours\ntheme: {{name: material}}\nplugins:\n  - hexapla:\n      {}\n"
WRONG = {
    "docs_dir named but missing": (SOUND + "docs_dir: pages\n", r"mkdocs\.yml: docs_dir: .*make the folder"),
    "unknown option": (OPTION.format("comparison: all"), r"'comparison': .*did you mean comparisons"),
    "wrong type": (OPTION.format("workers: many"), r"'workers': must be a whole number, not a text"),
    "too few workers": (OPTION.format("workers: 0"), r"'workers': write a whole number from 1"),
    "unknown theme": (SOUND.replace("material", "materiel"), r"theme: Unrecognised theme name: 'materiel'"),
    "unknown plugin": (SOUND + "  - nosuch\n", r'plugins: The "nosuch" plugin is not installed'),
    "no YAML": (SOUND + "nav: [a\nb: c\n", r"mkdocs\.yml:6: this is no YAML"),
    "no mapping": ("- a\n", "Expected a key-value mapping"),
    "empty": ("", "site_name: Required configuration not provided"),
    "no plugin of ours": ("site_name: Ours\n", "add `- hexapla` below `plugins:`"),
    "no custom_dir": (SOUND.replace("font: false", "custom_dir: over"), "theme: .*over.* does not exist"),
    "site in the docs": (SOUND + "site_dir: docs/site\n", "site_dir: .*should not be within the 'docs_dir'"),
    "no such hook": (SOUND + "hooks: [own.py]\n", "hooks: .*own.py"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "source_texts" / "rules"
    folder.mkdir(parents=True)
    for name, days in (("a", "three"), ("b", "five")):
        text = f"Article 1. Tools are lent.\n\nArticle 2. Tools are brought back in {days} days.\n"
        (folder / f"{name}.txt").write_text(text)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SOUND)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("fault", WRONG)
def test_a_fault_is_named_with_the_file_and_nothing_is_written(home: Path, fault: str) -> None:
    text, said = WRONG[fault]
    (home / "mkdocs.yml").write_text(text)
    with pytest.raises(UsageError, match=said) as raised:
        publish_site()
    assert "mkdocs.yml" in str(raised.value)
    assert sorted(path.name for path in home.iterdir()) == ["docs", "mkdocs.yml", "source_texts"]


def test_the_command_ends_with_2(home: Path) -> None:
    (home / "mkdocs.yml").write_text(OPTION.format("comparison: all"))
    done = run("build")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_mkdocs_itself_refuses_an_unknown_option(home: Path) -> None:
    (home / "mkdocs.yml").write_text(OPTION.format("comparison: all"))
    done = run("build", module="mkdocs")
    assert done.returncode == 1
    assert "did you mean comparisons" in done.stderr


def test_without_a_folder_for_pages_by_hand_there_are_none(home: Path) -> None:
    (home / "docs").rmdir()
    made = publish_site()
    assert made.warnings == ()
    assert (home / "site" / "texts" / "rules" / "compare-A-B.html").exists()


def test_a_page_that_the_navigation_names_and_nobody_wrote_is_a_warning(home: Path) -> None:
    (home / "mkdocs.yml").write_text(SOUND + "nav: [nowhere.md]\n")
    assert any("nowhere.md" in warning for warning in publish_site().warnings)


def test_a_template_that_is_broken_is_named_and_the_old_site_stays(home: Path) -> None:
    publish_site()
    before = (home / "site" / "index.html").read_bytes()
    (home / "over").mkdir()
    (home / "over" / "main.html").write_text("{% block content %}")
    (home / "mkdocs.yml").write_text(SOUND.replace("font: false", "custom_dir: over"))
    with pytest.raises(UsageError, match=r"TemplateSyntaxError: .*over/main\.html line 1"):
        publish_site()
    assert (home / "site" / "index.html").read_bytes() == before


@pytest.mark.parametrize("when", ["1 / 0", "def on_page_content(html, **_):\n    return 1 / 0"])
def test_a_hook_that_fails_is_named(home: Path, when: str) -> None:
    (home / "own.py").write_text(when)
    (home / "mkdocs.yml").write_text(SOUND + "hooks: [own.py]\n")
    with pytest.raises(UsageError, match=r"ZeroDivisionError: .*own\.py line \d"):
        publish_site()
    assert not (home / "site").exists()


def test_a_place_that_cannot_be_written_is_said_before_any_work(home: Path) -> None:
    (home / "file").write_text("")
    with pytest.raises(UsageError, match=r"cannot be written .*--site-dir"):
        publish_site(site_dir=home / "file" / "site")


def test_a_folder_in_place_of_the_configuration_is_said(home: Path) -> None:
    with pytest.raises(UsageError, match="docs is a folder"):
        publish_site(config_file=home / "docs")
