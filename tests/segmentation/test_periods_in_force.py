"""From when to when versions hold: thirty documents, read right or “unknown”, never wrong."""

from typing import NamedTuple

import pytest

from hexapla.model import Certainty, Document, InForce, Order, PeriodReason
from hexapla.plan import PeriodPlan, Plan, VersionPlan
from hexapla.segmentation import segment
from segmentation.texts import source


class Text(NamedTuple):
    """A version: what its editor says of it, its words, and what they mean."""

    issued: str | None
    text: str
    start: str | None
    """from when it holds; None: the texts do not tell, and “unknown” is the answer"""
    until: str | None = None
    """None: nothing ends it, or nobody can tell"""


LAMPS = "第一条 船须点灯。\n第二条 灯须长明。\n"
BOATS = "1. Boats carry lamps.\n2. Lamps burn all night.\n"
BOOTE = "§ 1 Boote führen Laternen.\n§ 2 Laternen brennen nachts.\n"
FUNE = "第一条 船は灯りを点ける。\n第二条 灯りは消さない。\n"

FIXTURES: dict[str, tuple[Text, ...]] = {
    # from its publication
    "immediate, published by a note": (
        Text(
            None,
            f"港灯办法\n（2019年4月23日港务局公布）\n{LAMPS}第三条 本办法自公布之日起施行。",
            "2019-04-23",
        ),
    ),
    "immediate, adopted on a day, published on another": (
        Text(None, f"港灯办法\n（2019年4月23日港务局通过）\n{LAMPS}第三条 本办法自公布之日起施行。", None),
    ),
    "immediate, issued as the editor says": (
        Text("2019-04-23", f"{LAMPS}第三条 本办法自发布之日起施行。", "2019-04-23"),
    ),
    "immediate, kept by an amended text": (
        Text("2019-04-23", f"{LAMPS}第三条 本办法自公布之日起施行。", "2019-04-23"),
        Text("2022-06-01", f"{LAMPS}第三条 灯须擦亮。\n第四条 本办法自公布之日起施行。", None),
    ),
    "the day after": (
        Text(
            None,
            "Laternengesetz\nVerkündet am 30. April 2019\n"
            f"{BOOTE}§ 3 Dieses Gesetz tritt am Tag nach der Verkündung in Kraft.",
            "2019-05-01",
        ),
    ),
    "immediate, Japanese": (
        Text(
            None,
            f"港灯規則\n令和二年四月一日公布\n{FUNE}第三条 この規則は、公布の日から施行する。",
            "2020-04-01",
        ),
    ),
    # from a day that is said
    "a day": (
        Text(
            "2019-12-28",
            f"{LAMPS}第三条 本办法自2020年7月1日起施行，《旧港灯规则》同时废止。",
            "2020-07-01",
        ),
    ),
    "a day in a note": (
        Text(None, f"港灯条例\n（2019年12月28日港务会议通过 自2020年7月1日起施行）\n{LAMPS}", "2020-07-01"),
    ),
    "the day of the first issue, kept through two amendments": (
        Text("2009", f"{LAMPS}第三条 本条例自2010年1月1日起施行。", "2010-01-01"),
        Text("2015", f"{LAMPS}第三条 灯须擦亮。\n第四条 本条例自2010年1月1日起施行。", None),
        Text(
            "2021",
            f"{LAMPS}第三条 灯须擦亮。\n第四条 灯坏即换。\n第五条 本条例自2010年1月1日起施行。",
            None,
        ),
    ),
    "a consolidated text alone": (
        Text(
            None,
            "港灯条例\n（2009年10月1日通过 根据2018年10月26日港务会议《决定》修正）\n"
            f"{LAMPS}第三条 本条例自2010年1月1日起施行。",
            None,
        ),
    ),
    "a text that was amended and then issued anew": (
        Text(
            None,
            "港灯条例\n（2009年10月1日通过 根据2018年10月26日港务会议《决定》修正 "
            "2022年10月30日港务会议修订）\n"
            f"{LAMPS}第三条 本条例自2023年1月1日起施行。",
            "2023-01-01",
        ),
    ),
    "one after the other": (
        Text(
            "2011-03-01", f"{BOATS}3. These Rules come into force on 1 May 2011.", "2011-05-01", "2019-09-01"
        ),
        Text(
            "2019-06-12",
            f"{BOATS}3. Lamps are red.\n4. These Rules come into force on 1 September 2019.",
            "2019-09-01",
        ),
    ),
    "one after the other, German": (
        Text(
            "2011-03-01",
            f"{BOOTE}§ 3 Diese Satzung tritt am 1. Mai 2011 in Kraft.",
            "2011-05-01",
            "2019-09-01",
        ),
        Text(
            "2019-06-12",
            f"{BOOTE}§ 3 Rote Laternen sind erlaubt.\n"
            "§ 4 Diese Satzung tritt am 1. September 2019 in Kraft. Gleichzeitig tritt die Satzung vom 1. "
            "Mai 2011 außer Kraft.",
            "2019-09-01",
        ),
    ),
    "Japanese, one after the other": (
        Text(
            "2011-03-01",
            f"{FUNE}第三条 この規則は、平成二十三年五月一日から施行する。",
            "2011-05-01",
            "2019-09-01",
        ),
        Text(
            "2019-06-12",
            f"{FUNE}第三条 灯りは赤い。\n第四条 この規則は、令和元年九月一日から施行する。",
            "2019-09-01",
        ),
    ),
    # staged
    "but one article": (
        Text(
            "2019-12-28",
            f"{LAMPS}第三条 本办法自2020年7月1日起施行，但第二条自2021年1月1日起施行。",
            "2020-07-01",
        ),
    ),
    "articles that somebody will bring into force": (
        Text(
            "2019-12-28",
            f"{LAMPS}第三条 本办法自2020年7月1日起施行。第二条的施行日期由港务局另行规定。",
            "2020-07-01",
        ),
    ),
    "except for a section": (
        Text(
            "2019-12-28",
            f"{BOATS}"
            "3. This Act comes into force on 1 July 2020, "
            "except for section 2, which comes into force on 1 January 2021.",
            "2020-07-01",
        ),
    ),
    "sections one by one, and no rule for the rest": (
        Text(
            "2019-12-28",
            f"{BOATS}3. Section 1 comes into force on 1 July 2020. "
            "Section 2 comes into force on 1 January 2021.",
            None,
        ),
    ),
    "staged, German": (
        Text(
            "2019-12-28",
            f"{BOOTE}§ 3 Dieses Gesetz tritt am 1. Juli 2020 in Kraft. Abweichend von Satz 1 tritt § 2 am 1. "
            "Januar 2021 in Kraft.",
            "2020-07-01",
        ),
    ),
    "staged, Japanese": (
        Text(
            "2020-03-01",
            f"{FUNE}"
            "第三条 この規則は、令和二年七月一日から施行する。"
            "ただし、第二条の規定は、令和三年一月一日から施行する。",
            "2020-07-01",
        ),
    ),
    # conditional
    "thirty days after publication": (
        Text(
            None,
            f"港灯办法\n（2019年4月23日港务局公布）\n{LAMPS}第三条 本办法自公布之日起三十日后施行。",
            None,
        ),
    ),
    "on an appointed day": (
        Text(
            "2019-12-28", f"{BOATS}3. This Act comes into force on a day to be fixed by proclamation.", None
        ),
    ),
    "once another thing happens, with a day beside it": (
        Text(
            "2019-12-28",
            f"{LAMPS}第三条 本办法自2020年7月1日起施行，新灯塔未建成的，自建成之日起施行。",
            None,
        ),
    ),
    # retroactive
    "retroactive, and says so": (
        Text("2019-05-06", f"{LAMPS}第三条 本办法追溯至2019年1月1日起施行。", "2019-01-01"),
    ),
    "before its issue, without a word": (
        Text("2019-05-06", f"{LAMPS}第三条 本办法自2019年1月1日起施行。", None),
    ),
    "deemed to have come into force": (
        Text(
            "2019-05-06",
            f"{BOATS}3. These Regulations are deemed to have come into force on 1 January 2019.",
            "2019-01-01",
        ),
    ),
    # two on one day
    "two on one day, the later known": (
        Text("2019-01-10", f"{BOATS}3. These Rules take effect on 1 May 2019.", "2019-05-01", "2019-05-01"),
        Text("2019-03-10", f"{BOATS}3. Lamps are red.\n4. These Rules are effective from 1 May 2019.", None),
    ),
    # undated
    "undated": (Text(None, f"{LAMPS}第三条 本办法自2019年5月1日起施行。", None),),
    "silent": (Text("2019-04-23", LAMPS, None),),
    # expired
    "to the end of a day": (
        Text(
            "2019-12-28",
            f"{LAMPS}第三条 本办法自2020年7月1日起施行，有效期至2025年6月30日。",
            "2020-07-01",
            "2025-07-01",
        ),
    ),
    "five years": (
        Text("2019-12-28", f"{LAMPS}第三条 本办法自2020年7月1日起施行，有效期五年。", "2020-07-01", None),
    ),
    "to the end of a day, German": (
        Text(
            "2019-12-28",
            f"{BOOTE}§ 3 Diese Verordnung tritt am 1. Juli 2020 in Kraft und mit Ablauf des 30. "
            "Juni 2025 außer Kraft.",
            "2020-07-01",
            "2025-07-01",
        ),
    ),
}
UNSURE = {"five years", "two on one day, the later known"}
"""documents of which more could be told than is"""


def read(texts: tuple[Text, ...], **said: PeriodPlan) -> Document:
    """Cut the versions of a document."""
    plans = tuple(
        VersionPlan(file=f"{at}.txt", issued=one.issued, in_force=said.get(f"v{at}", PeriodPlan()))
        for at, one in enumerate(texts, 1)
    )
    sources = [source(one.text, path=f"{at}.txt") for at, one in enumerate(texts, 1)]
    order = Order.CHRONOLOGICAL if len(texts) > 1 else None
    return segment(sources, Plan(id="lamps", versions=plans, order=order))


@pytest.mark.parametrize("name", FIXTURES)
def test_a_period_is_right_or_unknown(name: str) -> None:
    texts = FIXTURES[name]
    for one, version in zip(texts, read(texts).versions, strict=True):
        own = version.in_force
        if own.start is not None:
            assert own.start == one.start
        if own.until is not None:
            assert own.until == one.until
        if own.certainty is not Certainty.UNKNOWN:
            assert (own.start, own.until) == (one.start, one.until)
        elif name not in UNSURE:
            assert one.start is None or version is not read(texts).versions[-1]


def test_thirty_documents_and_how_many_are_known() -> None:
    known = [
        own.certainty is not Certainty.UNKNOWN
        for texts in FIXTURES.values()
        for own in (version.in_force for version in read(texts).versions)
    ]
    assert len(FIXTURES) >= 30
    assert sum(known) >= 21


def period(name: str, at: int = 0) -> InForce:
    return read(FIXTURES[name]).versions[at].in_force


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("immediate, adopted on a day, published on another", PeriodReason.PUBLICATION_UNKNOWN),
        ("thirty days after publication", PeriodReason.UNCLEAR),
        ("on an appointed day", PeriodReason.UNCLEAR),
        ("before its issue, without a word", PeriodReason.BEFORE_ISSUE),
        ("undated", PeriodReason.UNDATED),
        ("silent", PeriodReason.SILENT),
        ("five years", PeriodReason.UNCLEAR),
    ],
)
def test_an_unknown_period_says_why(name: str, reason: PeriodReason) -> None:
    assert period(name).reason is reason


@pytest.mark.parametrize(
    ("name", "clauses", "start"),
    [
        ("but one article", ("art_2",), "2021-01-01"),
        ("articles that somebody will bring into force", ("art_2",), None),
        ("except for a section", ("lvl_2",), "2021-01-01"),
        ("staged, German", ("sec_2",), "2021-01-01"),
        ("staged, Japanese", ("art_2",), "2021-01-01"),
    ],
)
def test_clauses_of_another_day(name: str, clauses: tuple[str, ...], start: str | None) -> None:
    (one,) = period(name).exceptions
    assert (one.clauses, one.start) == (clauses, start)
    assert (one.certainty is Certainty.UNKNOWN) is (start is None)


def test_a_range_of_clauses() -> None:
    text = "".join(f"第{n}条 灯{n}须长明。\n" for n in "一二三四五六")
    (version,) = read(
        (
            Text(
                "2019",
                f"{text}第七条 本办法自2020年7月1日起施行，其中第二条至第五条自2021年1月1日起施行。",
                None,
            ),
        )
    ).versions
    (one,) = version.in_force.exceptions
    assert one.clauses == ("art_2", "art_3", "art_4", "art_5")


def test_a_version_before_one_of_unknown_period_does_not_go_on_for_ever() -> None:
    own = period("immediate, kept by an amended text")
    assert (own.start, own.until, own.certainty) == ("2019-04-23", None, Certainty.UNKNOWN)
    assert own.reason is PeriodReason.NEXT_UNKNOWN


def test_what_the_editor_says_holds() -> None:
    texts = FIXTURES["the day of the first issue, kept through two amendments"]
    one, two, three = read(
        texts,
        v2=PeriodPlan(start="2015-03-01"),
        v3=PeriodPlan(start="2021-03-01", clauses=(("art_4", "2022-01-01"),)),
    ).versions
    assert (one.in_force.until, one.in_force.certainty) == ("2015-03-01", Certainty.DERIVED)
    assert (two.in_force.until, two.in_force.certainty) == ("2021-03-01", Certainty.GIVEN)
    assert three.in_force.certainty is Certainty.GIVEN
    assert [(each.clauses, each.start) for each in three.in_force.exceptions] == [(("art_4",), "2022-01-01")]


def test_a_clause_that_is_not_there_is_an_error() -> None:
    texts = FIXTURES["a day"]
    (version,) = read(texts, v1=PeriodPlan(clauses=(("art_9", "2022-01-01"),))).versions
    assert "in_force_clause_unknown" in {finding.code for finding in version.findings}


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法施行前已经停泊的船，自2020年7月1日起点灯。",
        "船票自2020年7月1日起施行。",
        "合同自签字之日起生效。",
        "收费标准自2020年7月1日起执行，由港务局公布。",
    ],
)
def test_other_days_are_not_the_texts_own(sentence: str) -> None:
    (version,) = read((Text("2019", f"{LAMPS}第三条 {sentence}", None),)).versions
    assert version.in_force.start is None
