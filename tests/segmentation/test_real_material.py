"""What real texts are like: contents lists, lists in sentences, headings, one section alone."""

import pytest

from hexapla.model import Clause, Completeness, Document, Role, Version
from hexapla.plan import Plan
from hexapla.segmentation import segment
from hexapla.segmentation.document_titles import is_bare_division, is_division_heading
from segmentation.texts import cut, source, tiles


def read(text: str) -> Version:
    """Cut a text that is one version."""
    document = cut(text)
    tiles(document)
    (version,) = document.versions
    return version


def find(version: Version, number: str) -> Clause:
    """Return the first clause with a number."""
    return next(clause for clause in version.clauses if clause.number == number)


def aside(version: Version, kind: str) -> list[str]:
    """Return what was set aside as of a kind."""
    text = version.source.text
    return [text[start:end] for one in version.set_aside if one.kind == kind for start, end in one.spans]


@pytest.mark.parametrize(
    ("head", "entries"),
    [
        ("", "第一章 总则\n第二章 桶\n第三章 附则\n"),
        ("目　录\n", "第一章 总则\n第二章 桶\n第三章 附则\n"),
        ("目次\n", "第一章 总则......1\n第二章 桶......2\n第三章 附则......3\n"),
        ("", "第一章 总则（第一条）\n第二章 桶（第二条）\n第三章 附则（第三条）\n"),
    ],
)
def test_a_contents_list_is_set_aside(head: str, entries: str) -> None:
    body = "第一章 总则\n第一条 井共用。\n第二章 桶\n第二条 桶自备。\n第三章 附则\n第三条 即日施行。\n"
    version = read(f"水井条例\n{head}{entries}{body}")
    assert aside(version, "contents") == [head + entries]
    assert [clause.number for clause in version.clauses] == [
        *("第一章", "第一条", "第二章", "第二条", "第三章", "第三条"),
    ]
    assert find(version, "第一章").heading == "总则"


def test_a_refrain_is_no_contents_list() -> None:
    stanza = "The well is deep\nThe lid is oak\nThe rope is long\n"
    version = read(f"Song of the well\n\n{stanza}\nWe draw by day\n\n{stanza}")
    assert aside(version, "contents") == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Sweep\n2. Dust\n3. Wash\n4. Mop\nTuesday\n1. Sweep\n2. Dust\n3. Wash\n4. Mop",
        "Days\n1. Sweep\n2. Dust\n3. Wash\n1. Sweep\n2. Dust\n3. Wash",
    ],
)
def test_a_list_that_is_printed_twice_is_no_contents_list(text: str) -> None:
    assert aside(read(text), "contents") == []


def test_a_title_between_a_contents_list_and_its_text_stays() -> None:
    body = "第一章 总则\n第一条 井共用。\n第二章 桶\n第二条 桶自备。"
    version = read(f"目录\n第一章 总则\n第二章 桶\n水井条例\n{body}")
    assert aside(version, "contents") == ["目录\n第一章 总则\n第二章 桶\n"]


def test_chapters_without_a_list_before_them_stay() -> None:
    version = read("水井条例\n第一章 总则\n第一条 井共用。\n第二章 桶\n第二条 桶自备。")
    assert aside(version, "contents") == []


def test_a_paragraph_after_a_list_in_a_sentence_is_not_its_own() -> None:
    version = read("Pact\n\nIt has (a) a cover; and (b) terms.\n\nThe cover rules.\n\n1. Use\n\n1.1 Draw.")
    assert find(version, "(b)").text == "terms."
    after = next(clause for clause in version.clauses if clause.text == "The cover rules.")
    assert (after.depth, after.role) == (0, Role.UNIT)
    assert find(version, "1.").depth == 0


@pytest.mark.parametrize(
    ("text", "number", "heading", "own"),
    [
        (
            "1. Use. Draw.\n2. Fee. Due in 30 days. If a guest (a) sings or (b) leaves, he pays.",
            "2.",
            "Fee.",
            "Due in 30 days. If a guest",
        ),
        (
            "1. The keeper may refuse a guest that\n(a) sings; or\n(b) swims.",
            "1.",
            None,
            "The keeper may refuse a guest that",
        ),
        ("1. No guest stays unless—\n(a) he pays; or\n(b) it rains.", "1.", None, "No guest stays unless—"),
        ("1. Duties\n(a) The keeper draws.\n(b) The guest drinks.", "1.", "Duties", ""),
        ("§ 1 Der Wart muss\n1. Eimer füllen,\n2. Deckel schließen.", "§ 1", None, "Der Wart muss"),
        ("第一条 村民应当遵守下列规定\n（一）排队；\n（二）盖井。", "第一条", None, "村民应当遵守下列规定"),
        ("第一条 村民职责\n（一）排队；\n（二）盖井。", "第一条", "村民职责", ""),
        ("第一条 井共用。\n第二条 （删除）", "第二条", None, "（删除）"),
        ("§ 1 Ort\nIm Hof.\n§ 2 (weggefallen)", "§ 2", None, "(weggefallen)"),
    ],
)
def test_words_that_lead_to_a_list_are_no_heading(
    text: str, number: str, heading: str | None, own: str
) -> None:
    clause = find(read(text), number)
    assert (clause.heading, clause.text) == (heading, own)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "1  The keeper shall light a\n2  lamp at each well and keep\n3  it lit until\n4  day.",
            4,
        ),
        (
            "We draw\nand drink\nby the wall\nat night\n5   and rest.\nOne lamp\nis\nlit\nfor\n10  all.",
            2,
        ),
        ("1  Wells stay open\n2  Lids stay shut\n3  Ropes are long\n4  Guests are few", 0),
    ],
)
def test_numbers_of_lines_are_set_aside(text: str, numbers: int) -> None:
    assert len(aside(read(text), "line_number")) == numbers


def test_rows_of_two_cells_need_a_head() -> None:
    assert len([one for one in read("1.\tDraw.\n2.\tDrink.\n3.\tRest.").clauses if one.number]) == 3
    assert not [one for one in read("No.\tWell\n1\tnorth\n2\tsouth").clauses if one.number]


def compare(*texts: str) -> Document:
    """Cut several texts as versions of one document."""
    return segment([source(text, path=f"{n}.txt") for n, text in enumerate(texts)], Plan(id="texts"))


def test_the_parts_of_one_section_are_units() -> None:
    old, new = compare(
        "§ 5 Gebühr\n(1) Sie ist im Mai fällig.\n(2) Sie entfällt\n1. bei Sturm,\n2. bei Frost.",
        "§ 5 Gebühr\n(1) Sie ist im Juni fällig.\n(2) Sie entfällt bei Sturm.",
    ).versions
    assert [(one.number, one.role) for one in old.clauses] == [
        ("§ 5", Role.DIVISION),
        ("(1)", Role.UNIT),
        ("(2)", Role.UNIT),
        ("1.", Role.PART),
        ("2.", Role.PART),
    ]
    assert [one.role for one in new.clauses] == [Role.DIVISION, Role.UNIT, Role.UNIT]
    assert old.completeness is Completeness.WHOLE


def test_words_of_a_section_above_its_parts_stay_a_unit() -> None:
    version = read("第五条 不得：\n（一）投石；\n（二）倒水。")
    assert [one.role for one in version.clauses] == [Role.UNIT] * 3


def test_two_articles_in_one_version_keep_the_units() -> None:
    old, new = compare("第五条 不得：\n（一）投石。", "第五条 不得：\n（一）投石。\n第六条 完。").versions
    assert [one.role for one in old.clauses] == [Role.UNIT, Role.PART]
    assert [one.role for one in new.clauses] == [Role.UNIT, Role.PART, Role.UNIT]


def test_a_division_by_words_or_by_its_number_alone() -> None:
    assert all(map(is_division_heading, ("General provisions", "SCHLUSSBESTIMMUNGEN", "总　则", "附則")))
    assert not any(map(is_division_heading, ("Well Rules", "水井规则", "")))
    assert all(map(is_bare_division, ("CHAPTER I", "第二章", "Titel 3", "Schedule 2")))
    assert not any(map(is_bare_division, ("Chapter I: Wells", "第二章 水井", "Well Rules", "")))


def test_a_letter_is_signed_before_its_annexes() -> None:
    version = read(
        "关于打水的通知\n一、早上打水。\n二、晚上收桶。\n附件：桶名单\n井务处\n2020年1月5日\n附件\n桶名单\n木桶\n"
        "抄送：各户。\n井务处 2020年1月6日印发"
    )
    assert aside(version, "signature") == [
        "井务处\n2020年1月5日\n",
        "抄送：各户。\n井务处 2020年1月6日印发",
    ]


def test_a_date_to_be_filled_in_signs_and_a_party_is_no_title() -> None:
    end = "甲方（盖章）：____\n签订日期：____年____月____日"
    version = read("甲方：______\n乙方：______\n一、甲方借桶。\n二、乙方还桶。\n" + end)
    assert version.clauses[0].text == "甲方：______\n乙方：______"
    assert aside(version, "signature") == [end]


def test_the_line_below_an_articles_heading_is_its_own() -> None:
    version = read("Artículo 1. Pozo\nEs común.\nArtículo 2. Vigor\nEn mayo\n\nKiel, 3 de mayo de 2024")
    assert find(version, "Artículo 2.").text == "En mayo"
    assert aside(version, "signature") == ["Kiel, 3 de mayo de 2024"]


def codes(text: str) -> set[str]:
    return {one.code for one in read(text).findings}


def test_printed_lines_as_paragraphs_are_reported_and_plain_paragraphs_are_not() -> None:
    lines = [
        "第一条 井由三户共同看管，看管的人应当在每天早",
        *["上把井台打扫干净并且检查井绳是否磨损，若有磨"] * 6,
        "损即换。",
    ]
    assert "lines_as_paragraphs" in codes("\n\n".join(lines))
    assert "lines_as_paragraphs" not in codes("\n".join(lines))
    whole = ["第一条 井由三户共同看管。", *["看管的人每天打扫井台并且检查井绳。"] * 7]
    assert "lines_as_paragraphs" not in codes("\n\n".join(whole))


def test_a_heading_with_the_sections_number_makes_no_second_section() -> None:
    version = read(
        "1. Short title.\n\n1.— This is the Well Act.\n\n"
        "2. Ropes, etc.\n\n2.—(1) Ropes are dry.\n\n(2) Lids too."
    )
    assert [one.number for one in version.clauses if one.number] == ["1.", "2.", "(1)", "(2)"]
    assert not version.findings
    twice = read("1. Wells are open.\n2. Ropes are dry.\n2. Ropes are long.\n3. Lids are shut.")
    assert [one.code for one in twice.findings] == ["number_repeated"]


def test_texts_that_repeat_each_other_are_versions_whatever_they_are_called() -> None:
    one = "1. The keeper opens the well at six and shuts it at ten in the evening.\n2. Ropes are dried.\n"
    other = "1. The keeper opens the well at seven and shuts it at ten in the evening.\n2. Ropes are dried.\n"
    far = "1. Boats are moored by the old willow and never at the steps.\n2. Nets hang on poles.\n"
    assert len(compare_in_one(f"What Anna wrote\n{one}What Piet wrote\n{other}")) == 2
    assert len(compare_in_one(f"What Anna wrote\n{one}What Piet wrote\n{far}")) == 1


def compare_in_one(text: str) -> tuple[Version, ...]:
    return cut(text).versions


def test_articles_that_a_sentence_lists_line_by_line_are_cited() -> None:
    version = read(
        "第一条 租金\n按月付。\n第二条 保密\n不得外传。\n第三条 存续 下列条款继续有效：\n第一条（租金）\n"
        "第四条（争议）\n第四条 争议\n协商。"
    )
    assert [one.number for one in version.clauses if one.number] == ["第一条", "第二条", "第三条", "第四条"]
    assert not version.findings


def test_rows_are_clauses_where_their_list_goes_on_without_columns() -> None:
    listed = read("会議録\n１　日時　六月五日　午後\n２　出席者　八名\n３　議題\n次回も話す。")
    assert [one.number for one in listed.clauses if one.number] == ["１", "２", "３"]
