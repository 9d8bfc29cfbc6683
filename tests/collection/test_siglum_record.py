"""Sigla put into document.yml: line by line, and nothing else is touched."""

from pathlib import Path

import pytest

from commands import run
from hexapla.collection import NamedVersion, write_sigla
from hexapla.errors import UsageError

LAW = "第一条 居民应当在三十日内提出申请。\n第二条 本办法自公布之日起施行。\n"
BOTH = (
    NamedVersion(file="2018.txt", part=None, siglum="A"),
    NamedVersion(file="2021.txt", part=None, siglum="B"),
)


def written(text: str, *versions: NamedVersion) -> str:
    return write_sigla("document.yml", text.encode(), versions or BOTH).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "",
            'versions:\n  - file: "2018.txt"\n    siglum: A\n  - file: "2021.txt"\n    siglum: B\n',
        ),
        (
            "# ours\ntitle: Bylaws  # short\n",
            (
                "# ours\ntitle: Bylaws  # short\n"
                'versions:\n  - file: "2018.txt"\n    siglum: A\n  - file: "2021.txt"\n    siglum: B\n'
            ),
        ),
        (
            "versions:\n- file: 2021.txt\n  label: >\n    the\n    new\n\n# base\nbase: B\n",
            (
                "versions:\n- file: 2021.txt\n  siglum: B\n  label: >\n    the\n    new\n"
                '- file: "2018.txt"\n  siglum: A\n\n# base\nbase: B\n'
            ),
        ),
        (
            "versions:\n  - siglum: X\n    file: 2018.txt\n  - file: 2021.txt\n    siglum: B  # kept\n",
            "versions:\n  - siglum: A\n    file: 2018.txt\n  - file: 2021.txt\n    siglum: B  # kept\n",
        ),
    ],
)
def test_sigla_are_put_in_and_all_else_stays(before: str, after: str) -> None:
    assert written(before) == after
    assert written(after) == after


@pytest.mark.parametrize(
    "text", ["versions: [{file: 2018.txt}]\n", "versions: []\n", "{title: T, versions: }\n"]
)
def test_a_list_in_one_line_is_left_to_people(text: str) -> None:
    with pytest.raises(UsageError, match="by hand"):
        written(text)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "source_texts/law"
    folder.mkdir(parents=True)
    for year in ("2018", "2021"):
        (folder / f"{year}.txt").write_text(LAW.replace("三十", f"三十{year[-1]}"), encoding="utf-8")
    return tmp_path


def sigla(here: Path) -> dict[str, str]:
    shown = run("show", "source_texts/law", "--format", "json", cwd=here).stdout
    import json  # noqa: PLC0415

    return {each["file"]: each["siglum"] for each in json.loads(shown)["documents"][0]["versions"]}


def add_older(here: Path) -> None:
    (here / "source_texts/law/2010.txt").write_text(LAW, encoding="utf-8")


def test_what_is_kept_stays_when_an_older_version_comes(here: Path) -> None:
    assert run("pin", "law", "--no-cache", cwd=here).returncode == 0
    add_older(here)
    assert sigla(here) == {"law/2010.txt": "C", "law/2018.txt": "A", "law/2021.txt": "B"}
    assert "Nothing" not in run("pin", "source_texts/law", "--no-cache", cwd=here).stderr
    assert "Nothing" in run("pin", "--no-cache", cwd=here).stderr


def test_a_build_tells_of_addresses_that_moved_and_the_published_ones_can_be_kept(here: Path) -> None:
    build = ("build", "--no-cache", "--site-dir", "site")
    assert run(*build, cwd=here).returncode == 0
    again = run(*build, "--strict", cwd=here)
    assert "was A and is" not in again.stderr
    add_older(here)
    told = run(*build, "--strict", cwd=here)
    assert told.returncode == 1
    assert "law/2018.txt was A and is B, law/2021.txt was B and is C" in told.stderr


def test_sigla_of_a_published_site_are_taken_up(here: Path) -> None:
    run("build", "--no-cache", "--site-dir", "site", cwd=here)
    add_older(here)
    assert sigla(here)["law/2010.txt"] == "A"
    assert run("pin", "--no-cache", "--published", "site", cwd=here).returncode == 0
    assert sigla(here) == {"law/2010.txt": "C", "law/2018.txt": "A", "law/2021.txt": "B"}
    nothing = run("pin", "--no-cache", "--published", "source_texts", cwd=here)
    assert nothing.returncode == 2
