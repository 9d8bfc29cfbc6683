"""How versions are ordered, called and titled: what is said of all of them is true of each."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.findings import Severity
from hexapla.model import Document, Order, Source, is_order_known
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation import segment, table_cells
from hexapla.segmentation.common_title import find_common_title
from hexapla.segmentation.version_names import VersionNames, assign_labels
from hexapla.segmentation.versions import find_undecided_dates
from segmentation.texts import cut, source

ONE = "第一条 井水归众。\n第二条 井栏每年一修。\n"


def told(document: Document, code: str) -> list[str]:
    """Return the messages of a code, the versions' own included."""
    found = [*document.findings, *(one for version in document.versions for one in version.findings)]
    return [one.message for one in found if one.code == code]


def made(*texts: tuple[str, str], plan: Plan | None = None) -> Document:
    """Segment texts, each with its path."""
    return segment([source(text, path=path) for path, text in texts], plan or Plan(id="x"))


def listed(*dates: str | None, order: Order | None = None, sigla: str = "") -> Document:
    """Segment texts that an editor lists with these dates, and these sigla if any."""
    entries = tuple(
        VersionPlan(file=f"{at}.txt", issued=date, siglum=sigla[at] if sigla else None)
        for at, date in enumerate(dates)
    )
    texts = [(entry.file, ONE) for entry in entries]
    return made(*texts, plan=Plan(id="x", order=order, versions=entries))


# ---------------------------------------------------------------- order


@pytest.mark.parametrize(
    ("one", "other", "tell"),
    [
        ("2019", "2020", True),
        ("2019-04", "2019-05-02", True),
        ("2019-04-01", "2019-04-02", True),
        ("2019", "2019", False),
        ("2022", "2022-03", False),
        ("2022-03-14", "2022-03", False),
    ],
)
def test_dates_tell_an_order_where_both_are_exact(one: str, other: str, *, tell: bool) -> None:
    assert is_order_known(one, other) is tell
    assert is_order_known(other, one) is tell


DATES = st.from_regex(r"20[0-2][0-9](-0[1-3](-0[1-3])?)?", fullmatch=True)


@given(st.lists(DATES, max_size=9))
def test_who_is_undecided_is_found_without_looking_at_every_pair(dates: list[str]) -> None:
    pairs = [
        pair for pair in permutations(range(len(dates)), 2) if not is_order_known(*(dates[at] for at in pair))
    ]
    assert find_undecided_dates(dates) == {at for pair in pairs for at in pair}


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        (["2008-12-22", "2008-12-22"], "two versions bear the same date: A 2008-12-22 / B 2008-12-22"),
        (["2022-03", "2022"], "two dates are not exact enough: B 2022 / A 2022-03"),
        (["2020", "2019", "2019"], "two versions bear the same date: B 2019 / C 2019"),
    ],
)
def test_dates_that_tell_no_order_make_parallel_texts(dates: list[str], reason: str) -> None:
    document = listed(*dates)
    assert document.order is Order.PARALLEL
    assert [version.issued for version in document.versions] == dates
    assert told(document, "order_derived") == [f"The versions are taken as parallel: {reason}."]
    (asked,) = told(document, "order_undecided")
    assert "`issued:`" in asked


def test_the_same_state_twice_in_a_command_is_not_told_as_a_history() -> None:
    text = "井约 2008年12月22日\n" + ONE
    document = made(("neu.txt", text), ("alt.txt", text))
    assert document.order is Order.PARALLEL
    assert [version.source.path for version in document.versions] == ["neu.txt", "alt.txt"]


def test_a_list_from_new_to_old_is_read_in_the_order_of_time() -> None:
    document = listed("2024", "2018-05", "2011")
    assert document.order is Order.CHRONOLOGICAL
    assert [(one.siglum, one.issued) for one in document.versions] == [
        ("A", "2011"),
        ("B", "2018-05"),
        ("C", "2024"),
    ]
    (note,) = told(document, "order_by_date")
    assert "A 2011 / B 2018-05 / C 2024" in note


def test_sigla_that_are_written_stay_with_their_versions() -> None:
    document = listed("2024", "2018", sigla="NO")
    assert [(one.siglum, one.issued) for one in document.versions] == [("O", "2018"), ("N", "2024")]


def test_a_new_version_at_the_head_of_a_list_takes_no_letter_from_an_old_one() -> None:
    before = {one.issued: one.siglum for one in listed("2018", "2011").versions}
    after = {one.issued: one.siglum for one in listed("2024", "2018", "2011").versions}
    assert before.items() <= after.items()


def test_versions_in_the_order_of_time_need_no_note() -> None:
    document = listed("2011", "2018")
    assert not told(document, "order_by_date")
    assert not told(document, "order_undecided")


def named(*names_and_dates: tuple[str, str], order: Order | None = None) -> list[str]:
    """Segment texts of these names, to which an editor gives these dates; tell where both disagree."""
    entries = tuple(VersionPlan(file=f"{name}.txt", issued=date) for name, date in names_and_dates)
    texts = [(entry.file, ONE) for entry in entries]
    return told(made(*texts, plan=Plan(id="x", order=order, versions=entries)), "names_contradict_dates")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("well-v1", "well-v2"),
        ("Well v2.9", "Well v2.10"),
        ("well draft 1", "well draft 2"),
        ("rev-3", "rev-4"),
        ("井规第一稿", "井规第二稿"),
        ("井规(二稿)", "井规(三稿)"),
        ("井规版本9", "井规版本10"),
        ("well-2019", "well-2020"),
        ("old well 2019-03", "the well 2019-11-02"),
    ],
)
def test_names_that_say_the_reverse_of_dates_are_told(one: str, other: str) -> None:
    (warning,) = named((one, "2024-05"), (other, "2018"))
    assert f"{one}.txt (2024-05) is older than {other}.txt (2018)" in warning
    assert not named((one, "2018"), (other, "2024-05"))
    assert not named((one, "2024-05"), (other, "2024-05"))
    assert not named((one, "2024-05"), (other, "2018"), order=Order.CHRONOLOGICAL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", "2"),
        ("order-3", "order-5"),
        ("draft-1", "final-v2"),
        ("well-v1", "road-v2"),
        ("over-1", "over-2"),
        ("第3号令", "第5号令"),
        ("well-2019", "well-2019-11"),
    ],
)
def test_names_that_say_no_order_are_silent(one: str, other: str) -> None:
    assert not named((one, "2024-05"), (other, "2018"))


def test_of_many_versions_each_pair_that_is_named_in_reverse_is_told() -> None:
    dated = [("v1", "2001"), ("v3", "2003"), ("v2", "2005"), ("v4", "2007"), ("well", "2009")]
    (warning,) = named(*dated)
    assert "v2.txt (2005) is older than v3.txt (2003)" in warning


@pytest.mark.parametrize("order", list(Order))
def test_an_order_that_is_said_leaves_the_list_as_it_is(order: Order) -> None:
    document = listed("2024", "2018", order=order)
    assert [(one.siglum, one.issued) for one in document.versions] == [("A", "2024"), ("B", "2018")]
    assert not told(document, "order_derived")
    warned = [one for one in document.findings if one.severity is Severity.WARNING]
    assert len(warned) == (order is Order.CHRONOLOGICAL)
    assert all("A 2024 stands before B 2018" in one.message for one in warned)


def test_equal_dates_do_not_contradict_an_order_that_is_said() -> None:
    document = listed("2019", "2019", "2019-04", "2019", order=Order.CHRONOLOGICAL)
    assert document.order is Order.CHRONOLOGICAL
    assert not told(document, "order_contradicted")


def test_an_undated_version_hides_no_contradiction_around_it() -> None:
    assert told(listed("2024", None, "2018", order=Order.CHRONOLOGICAL), "order_contradicted")


def test_texts_named_from_new_to_old_in_a_command_are_put_in_order_and_it_is_said() -> None:
    document = made(("2020.txt", ONE), ("2010.txt", ONE))
    assert [version.issued for version in document.versions] == ["2010", "2020"]
    assert told(document, "order_by_date")


def test_a_text_is_asked_for_its_date_where_file_names_have_the_same_year() -> None:
    texts = [f"井约\n（2022年{month}月3日通过）\n{ONE}" for month in (9, 2)]
    document = made(("2022-b.txt", texts[0]), ("2022-a.txt", texts[1]), ("2019.txt", ONE))
    assert [version.issued for version in document.versions] == ["2019", "2022-02-03", "2022-09-03"]
    assert document.order is Order.CHRONOLOGICAL
    alone = made(("2022.txt", texts[0]), ("2019.txt", ONE))
    assert [version.issued for version in alone.versions] == ["2019", "2022"]


# ---------------------------------------------------------------- labels


def labelled(*dates: str) -> list[str]:
    return [version.label for version in listed(*dates).versions]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2019-03-01", "2022-03-01"), ["2019", "2022"]),
        (("2022-03-01", "2022-11-20"), ["2022-03", "2022-11"]),
        (
            ("2019-04-05", "2022-03-01", "2022-03-15", "2022-11-20"),
            ["2019", "2022-03-01", "2022-03-15", "2022-11"],
        ),
        (("2022", "2022-03-01"), ["2022", "2022-03"]),
        (("2008-12-22", "2008-12-22"), ["0", "1"]),
    ],
)
def test_a_label_is_as_much_of_a_date_as_is_needed(dates: tuple[str, ...], expected: list[str]) -> None:
    assert labelled(*dates) == expected


def test_versions_of_one_day_are_called_by_their_titles_or_their_files() -> None:
    day = "\n（2019年5月6日通过）\n"
    titled = made(("a.txt", f"井约{day}{ONE}"), ("b.txt", f"井约草案{day}{ONE}"))
    assert [version.label for version in titled.versions] == ["井约", "井约草案"]
    untitled = made(("old/well.txt", f"井约{day}{ONE}"), ("new/well.txt", f"井约{day}{ONE}"))
    assert [version.label for version in untitled.versions] == ["old/well.txt", "new/well.txt"]


def test_parts_of_two_compilations_are_told_apart() -> None:
    text = "范文一\n一、扫地。\n二、擦窗。\n范文二\n一、浇花。\n二、喂猫。\n"
    found = [version.label for version in made(("east.txt", text), ("west.txt", text)).versions]
    assert found == ["east 范文一", "east 范文二", "west 范文一", "west 范文二"]


def test_labels_of_the_editor_stay_and_what_is_derived_gives_way() -> None:
    entries = (
        VersionPlan(file="0.txt", issued="2022-03", label="2022"),
        VersionPlan(file="1.txt", issued="2022-11"),
    )
    document = made(("0.txt", ONE), ("1.txt", ONE), plan=Plan(id="x", versions=entries))
    assert [version.label for version in document.versions] == ["2022", "2022-11"]
    assert not told(document, "label_repeated")


def test_a_label_that_the_editor_gives_twice_is_kept_and_told() -> None:
    entries = tuple(VersionPlan(file=f"{at}.txt", label="draft") for at in range(2))
    document = made(("0.txt", ONE), ("1.txt", ONE), plan=Plan(id="x", versions=entries))
    assert [version.label for version in document.versions] == ["draft", "draft"]
    (warning,) = [one for one in document.versions[1].findings if one.code == "label_repeated"]
    assert warning.severity is Severity.WARNING


FEW = st.sampled_from(["A", "b", "B", "2022", "2022-03", "第一篇", "x"])
NAMES = st.builds(
    VersionNames,
    siglum=st.just(""),
    own=st.none() | FEW,
    part=st.none() | FEW,
    issued=st.none() | DATES,
    title=st.none() | FEW,
    path=FEW.map("{}.txt".format) | FEW,
)


@given(st.lists(NAMES, max_size=8))
def test_no_two_labels_are_alike_unless_the_editor_says_so(given_names: list[VersionNames]) -> None:
    versions = [replace(each, siglum="ABCDEFGH"[at]) for at, each in enumerate(given_names)]
    found = assign_labels(versions)
    derived = [label.casefold() for one, label in zip(versions, found, strict=True) if one.own is None]
    own = [(one.own, label) for one, label in zip(versions, found, strict=True) if one.own is not None]
    assert len(set(derived)) == len(derived)
    assert all(wanted == label and label.casefold() not in derived for wanted, label in own)
    assert all(found)


# ---------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("titles", "shared"),
    [
        (["Well Rules 2012", "Well Rules 2015"], "Well Rules"),
        (["Well rules (2012)", "WELL RULES (2015)"], "WELL RULES"),
        (["Well rules (edition of 2012)", "Well rules (edition of 2015)"], "Well rules"),
        (["Well Rules as adopted 2012", "Well Rules as amended 2015"], "Well Rules"),
        (["Well Rules, as amended", "Well Rules"], "Well Rules"),
        (["Well Licence", "Well Licence Version 1.1", "Well Licence Version 2.0"], "Well Licence"),
        (["Well Rules first edition", "Well Rules second edition"], "Well Rules"),
        (["2012 Well Rules", "2015 Well Rules"], "Well Rules"),
        (["Draft Well Rules", "The Well Rules"], "Well Rules"),
        (["Rules of procedure 2012", "Rules of procedure 2015"], "Rules of procedure"),
        (["Brunnenordnung vom 22. Dezember 2008", "Brunnenordnung vom 3. Mai 2012"], "Brunnenordnung"),
        (["Brunnenordnung vom 2. Mai 2008", "Brunnenordnung vom 2. Mai 2012"], "Brunnenordnung"),
        (["水井条例（2018年修正）", "水井条例（2021年修订）"], "水井条例"),
        (["井约2018年修订", "井约2021年修订"], "井约"),
        (["水井条例二〇一八年修订", "水井条例二〇二一年修正"], "水井条例"),
        (["《水法》水井办法（试行）", "《水法》水井办法"], "《水法》水井办法"),
        (["水井办法（草案）", "水井办法（修订草案）", "水井办法"], "水井办法"),
        (["Agenda 2030 (draft)", "Agenda 2030 (final)"], "Agenda 2030"),
        (["Well Act (Act 7)", "Well Act (Act 7)"], "Well Act (Act 7)"),
        (["水井管理暂行规定", "水井管理规定"], None),
        (["Rules of the well 2012", "Rules of the pond 2015"], None),
        (["Well Rules", "Pond Rules"], None),
        (["水井保护法", "池塘保护法"], None),
        (["Gesetz über den Brunnen (2008)", "Gesetz über den Teich (2012)"], None),
        (["Well & Pond", "Well"], None),
        (["2012", "2015"], None),
    ],
)
def test_what_titles_share(titles: list[str], shared: str | None) -> None:
    assert find_common_title(titles[-1], titles) == shared
    assert find_common_title(titles[-1], titles[::-1]) == shared


WORDS = st.sampled_from(
    ["Well", "rules", "水", "井", "规", "(", ")", "（", "）", "《", "》", "2012", "of", "Version", ":", " "]
)
TITLES = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=4)


@given(TITLES)
def test_a_shared_title_stands_in_every_title(titles: list[str]) -> None:
    shared = find_common_title(titles[0], titles)
    if shared is not None:
        assert shared == shared.strip() != ""
        assert shared in titles[0]
        bare = "".join(shared.split()).translate(str.maketrans("（）", "()"))
        assert all(bare in "".join(title.split()).translate(str.maketrans("（）", "()")) for title in titles)
        kinds = [sum(map(shared.count, signs)) for signs in ("(（", ")）", "《", "》")]
        assert kinds[0::2] == kinds[1::2]


def titled(*titles: str, order: Order | None = None) -> Document:
    """Segment texts of the years from 2010 on under these titles; an empty one is none."""
    texts = [(f"{2010 + at}.txt", f"{title}\n\n{ONE}" if title else ONE) for at, title in enumerate(titles)]
    return made(*texts, plan=Plan(id="well", order=order))


def test_the_title_of_a_document_is_true_of_every_version() -> None:
    document = titled("Well rules (2010)", "Well rules (2011)")
    assert document.title == "Well rules"
    assert [document.title_of(version) for version in document.versions] == [
        "Well rules (2010)",
        "Well rules (2011)",
    ]


def test_a_document_whose_name_changed_bears_the_last_one() -> None:
    assert titled("水井管理暂行规定", "水井管理规定").title == "水井管理规定"
    assert titled("Pond Rules 2010", "Well Rules 2011").title == "Well Rules"
    assert titled("水井管理暂行规定", "水井管理规定", order=Order.PARALLEL).title == "水井管理暂行规定"


def test_a_year_that_all_titles_have_is_the_documents_too() -> None:
    assert titled("Well rules (1999)", "Well rules (1999)").title == "Well rules (1999)"
    assert titled("Well rules (1999)").title == "Well rules (1999)"


def test_a_version_without_a_title_is_cited_by_the_documents() -> None:
    document = titled("", "Well rules (2011)")
    assert document.title == "Well rules"
    assert [document.title_of(version) for version in document.versions] == [
        "Well rules",
        "Well rules (2011)",
    ]
    nameless = titled("", "")
    assert nameless.title == "well"
    assert {nameless.title_of(version) for version in nameless.versions} == {"well"}


def test_a_row_of_a_table_begins_no_other_text() -> None:
    table = "序号\t粮食\t标准\n1\t小麦\t二元\n2\t玉米\t三元"
    text = f"磨坊收费办法\n\n第一条 收费如下：\n\n{table}\n\n第二条 当日缴费。\n"
    document = cut(text)
    assert len(document.versions) == 1
    assert document.versions[0].title == "磨坊收费办法"


def test_stages_part_a_text_whose_title_stands_below_each() -> None:
    rules = "水車規則\n第一条　水車は{}時に回す。\n第二条　夜は休む。\n"
    document = cut("【改正後】\n" + rules.format("八") + "\n【改正前】\n" + rules.format("九"))
    assert [[clause.number for clause in one.clauses] for one in document.versions] == [
        ["第一条", "第二条"]
    ] * 2


def test_tables_of_a_file_are_read_once_however_many_versions_stand_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    once = table_cells.read_rows

    def counted(one: Source) -> list[table_cells.StatedRow]:
        read.append(one.path)
        return once(one)

    monkeypatch.setattr(table_cells, "read_rows", counted)
    text = "".join(f"版本{n}\n第一条 菜园由社区管理{n}次。\n第二条 每户应当清理地块。\n" for n in range(1, 6))
    assert len(made(("garden.txt", text)).versions) == 5
    assert read == ["garden.txt"]
