"""`hexapla amend` as it is called: what it prints, where, and with which exit status."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from commands import run

SCHEMA_FILE = Path(__file__).parents[2] / "docs/schema/amend-1.schema.json"
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
LAW = "码头办法\n\n第一条 灯笼由商会看管，夜间常亮。\n\n第二条 违反第一条的，处十元罚款。\n"
NEW = (
    "码头办法\n\n第一条 灯笼免费。\n\n第二条 灯笼由商会看管，夜间常亮。\n\n"
    "第三条 违反第二条的，处十元罚款。\n"
)
DECISION = "一、增加一条，作为第一条：“灯笼免费。”\n条文顺序作相应调整。\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("law", LAW), ("new", NEW), ("decision", DECISION)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text("一、删去第九条。\n二、灯笼从宽。\n", encoding="utf-8")
    return tmp_path


def test_commands_are_listed_as_lines_and_as_data(files: Path) -> None:
    lines = run("amend", "parse", "wrong.txt", cwd=files)
    assert lines.stdout == "1: delete 第九条\n2: not understood: 灯笼从宽。\n"
    data = json.loads(run("amend", "parse", "decision.txt", "--format", "json", cwd=files).stdout)
    assert data["schema"] == "hexapla/1"
    first = data["commands"][0]
    assert (first["line"], first["verb"], first["place"], first["new"]) == (
        1,
        "insert",
        ["第一条"],
        "灯笼免费。",
    )
    assert data["unparsed"] == []


def test_the_consolidated_text_is_written_and_references_are_told(files: Path) -> None:
    result = run("amend", "apply", "law.txt", "decision.txt", "-o", "out.txt", cwd=files)
    assert result.returncode == 0, result.stderr
    assert (files / "out.txt").read_text(encoding="utf-8") == NEW
    assert "第三条: 第一条 → 第二条" in result.stderr
    assert "not authentic" in result.stderr


def test_a_doubt_is_told_and_gives_status_1(files: Path) -> None:
    result = run("amend", "apply", "law.txt", "wrong.txt", "--format", "json", cwd=files)
    assert result.returncode == 1
    data = json.loads(result.stdout)
    assert data["text"] == LAW
    assert [doubt["line"] for doubt in data["doubts"]] == [1, 2]


def test_what_is_generated_can_be_applied(files: Path) -> None:
    made = run("amend", "generate", "law.txt", "new.txt", "-o", "made.txt", cwd=files)
    assert made.returncode == 0, made.stderr
    result = run("amend", "apply", "law.txt", "made.txt", cwd=files)
    assert (result.returncode, result.stdout) == (0, NEW)


def test_a_file_that_is_not_there_gives_status_2(files: Path) -> None:
    assert run("amend", "apply", "law.txt", "nowhere.txt", cwd=files).returncode == 2


EVERY_KEY = (
    "一、将第一条、第二条合并，作为第三条，修改为：“灯笼免费。”\n"
    "二、第四条第一款中的“甲”修改为“乙”，“丙”后增加“丁”。\n"
    "三、将本法中的“商会”统一修改为“议事会”。\n"
    "四、删去第九条。\n五、灯笼从宽。\n条文顺序作相应调整。\n"
)


def test_what_is_printed_as_data_is_what_the_schema_says(files: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    (files / "many.txt").write_text(EVERY_KEY, encoding="utf-8")
    for name in ("decision.txt", "wrong.txt", "many.txt"):
        for arguments in (["parse", name], ["apply", "law.txt", name]):
            told = json.loads(run("amend", *arguments, "--format", "json", cwd=files).stdout)
            Draft202012Validator(SCHEMA).validate(told)


def test_every_key_of_the_schema_is_described() -> None:
    page = (SCHEMA_FILE.parents[1] / "reference/json.md").read_text(encoding="utf-8")
    keys = {key for each in SCHEMA["$defs"].values() for key in each["properties"]}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


class Names(HTMLParser):
    """Ids of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep ids and links."""
        held = dict(attrs)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data


def test_each_instrument_stands_beside_what_it_does_on_a_page(files: Path) -> None:
    (files / "second.txt").write_text(
        "一、第二条第一款中的“夜间”修改为“<i>雨天”。\n二、删去第九条。\n", encoding="utf-8"
    )
    result = run("amend", "apply", "law.txt", "decision.txt", "second.txt", "-o", "out.html", cwd=files)
    assert result.returncode == 1, result.stderr
    page = Names((files / "out.html").read_text(encoding="utf-8"))
    assert all(words in page.words for words in ("灯笼免费。", "<i>雨天", "decision.txt", "second.txt"))
    assert "第 2 行" in page.words
    assert "不是正式文本" in page.words
    assert len(set(page.ids)) == len(page.ids)
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
