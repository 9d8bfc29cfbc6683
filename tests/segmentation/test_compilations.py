"""How a source is taken apart into versions, and when it is not."""

import pytest

from segmentation.texts import cut, tiles

ONE = "一、先扫地。\n二、后擦窗。\n"
TWO = "一、先擦窗。\n二、后扫地。\n"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"扫除须知 篇1\n{ONE}扫除须知 篇2\n{TWO}", ["篇1", "篇2"]),
        (f"扫除值日职责（精选5篇）\n扫除值日职责1\n{ONE}扫除值日职责2\n{TWO}", ["1", "2"]),
        (f"扫除须知\n扫除须知（一）\n{ONE}扫除须知（二）\n{TWO}", ["一", "二"]),
        (f"修订前：\n{ONE}修订后：\n{TWO}", ["修订前", "修订后"]),
        (f"扫除须知\n旧\n{ONE}新\n{TWO}", ["旧", "新"]),
        (f"原条文\n{ONE}新条文\n{TWO}", ["原条文", "新条文"]),
        (
            "ATTIC RULES\n\n[As introduced]\n1. Sweep.\n2. Dust.\n\n[As enacted]\n1. Sweep well.\n",
            ["As introduced", "As enacted"],
        ),
        (
            "Before amendment\nSec. 1. Sweep.\nSec. 2. Dust.\nAfter amendment\nSec. 1. Rest.\n",
            ["Before amendment", "After amendment"],
        ),
    ],
)
def test_marks_of_versions(text: str, labels: list[str]) -> None:
    document = cut(text)
    tiles(document)
    assert [version.label for version in document.versions] == labels


@pytest.mark.parametrize(
    "text",
    [
        "一、收费标准1\n两元。\n二、收费标准2\n三元。\n",
        "第一条 修订前：扫地。修订后：擦窗。\n第二条 修订前：擦窗。\n",
        "第一条 内\n修订前\n一、扫。\n修订后\n一、擦。\n第二条 外\n修订前\n一、冲。\n修订后\n一、洗。\n",
        "扫除值日职责\n第一条 分类。\n扫除值日1\n一、扫。\n扫除值日2\n一、擦。\n第二条 完。\n",
        "Attic Bylaws\n\n1. Sweep.\n2. Dust.\n\nRules of rest\n\n1. Sit.\n2. Sleep.\n",
        "扫除须知 篇1\n第一条 扫。\n第二条 擦。\n扫除须知 篇2\n第三条 冲。\n第四条 洗。\n",
        "ATTIC RULES\n\nDUTIES\n\n1. Sweep.\n2. Dust.\n\nREST\n\n1. Sit.\n2. Sleep.\n",
    ],
)
def test_one_version(text: str) -> None:
    document = cut(text)
    tiles(document)
    assert len(document.versions) == 1


def test_two_documents_in_capitals() -> None:
    text = (
        "CHARTER OF THE SWEEPERS\n\nArticle 1. Sweep.\n\nRULES FOR ATTICS\n\n1. Mind the cat.\n2. Shut it.\n"
    )
    assert [version.title for version in cut(text).versions] == [
        "CHARTER OF THE SWEEPERS",
        "RULES FOR ATTICS",
    ]


@pytest.mark.parametrize("mark", ["Version {}", "第{}篇", "【范文{}】"])
def test_very_many_versions(mark: str) -> None:
    text = "".join(f"{mark.format(n)}\n一、甲。\n二、乙{n}。\n" for n in range(1, 1203))
    document = cut(text)
    assert len(document.versions) == 1202


def test_drafts_by_letter_go_beyond_h() -> None:
    text = "".join(f"Draft {letter}\n1. Sweep.\n2. Dust {letter}.\n" for letter in "ABCDEFGHIJKL")
    assert len(cut(text).versions) == 12


def test_a_promised_piece_is_missing() -> None:
    document = cut(f"扫除值日职责（精选4篇）\n扫除值日职责1\n{ONE}扫除值日职责2\n{TWO}")
    assert "promised_version_missing" in [one.code for one in document.findings]


HAN = "阁楼守则\n第一条 每周扫地。\n第二条 每月擦窗。\n第三条 钥匙挂回门后。\n"
LATIN = "Attic Rules\nArticle 1 Sweep weekly.\nArticle 2 Clean monthly.\nArticle 3 Hang up the key.\n"


@pytest.mark.parametrize("text", [f"{HAN}\n{LATIN}", f"{LATIN}\n{HAN}"])
def test_a_translation_below_its_original_is_a_version(text: str) -> None:
    document = cut(text)
    tiles(document)
    assert {version.title for version in document.versions} == {"阁楼守则", "Attic Rules"}
    assert [version.numbered for version in document.versions] == [3, 3]


def test_lines_of_two_languages_in_turn_are_one_version() -> None:
    lines = zip(HAN.splitlines(), LATIN.splitlines(), strict=True)
    assert len(cut("\n".join(line for pair in lines for line in pair)).versions) == 1


def test_a_few_words_in_another_script_are_no_translation() -> None:
    assert len(cut(f"{HAN}\nSummary\n1. Sweep weekly.\n").versions) == 1


def test_a_stage_without_a_number_follows_numbered_drafts() -> None:
    clauses = "1. Sweep.\n2. Dust.\n"
    text = f"First draft\n{clauses}Second draft\n{clauses}Final text (agreed on 8 May)\n{clauses}"
    assert [version.numbered for version in cut(text).versions] == [2, 2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "1. Sweep.\n2. Dust.\nOption A\n3. Wash.\nOption B\n3. Scrub.\n4. Hang up the key.\n",
        "Draft A\nArticle 1 Sweep.\nArticle 2 It:\nOption B\nstands.\nOption C\nhangs.\nArticle 3 Dust.\n",
        "第一条 扫地。\n第二条 擦窗的方式：\n方案一：用布。\n方案二：用纸。\n第三条 挂回钥匙。\n",
    ],
)
def test_options_within_a_text_are_no_versions(text: str) -> None:
    """Numbers that go on behind an option show that it stands within one text; nothing is set aside."""
    (version,) = cut(text).versions
    assert version.clauses[0].number in ("1.", "Article 1", "第一条")


def test_options_that_begin_anew_are_versions() -> None:
    text = "Attic Rules\nOption A\n1. Sweep.\n2. Dust.\nOption B\n1. Wash.\n2. Scrub.\n"
    assert [version.label for version in cut(text).versions] == ["Option A", "Option B"]
