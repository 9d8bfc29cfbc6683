"""Which version held on a day."""

from builders import document, version
from hexapla.model import Certainty, ClausesInForce, Document, InForce, Order, PeriodReason, Version
from hexapla.reading.day_in_force import DayOutcome, find_version_on


def held(
    siglum: str,
    start: str | None,
    until: str | None = None,
    *,
    issued: str | None = None,
    reason: PeriodReason = PeriodReason.CLAUSE,
    exceptions: tuple[ClausesInForce, ...] = (),
) -> Version:
    sure = start is not None and reason is PeriodReason.CLAUSE
    period = InForce(
        start=start,
        until=until,
        certainty=Certainty.DERIVED if sure else Certainty.UNKNOWN,
        reason=reason,
        exceptions=exceptions,
    )
    return version(siglum, issued=issued, in_force=period)


def of(*versions: Version) -> Document:
    return document(versions, order=Order.CHRONOLOGICAL)


def ask(own: Document, day: str) -> tuple[str, str]:
    answer = find_version_on(own, day)
    return answer.outcome, answer.version.siglum if answer.version else "/".join(
        each.siglum for each in answer.candidates
    )


def test_one_after_the_other() -> None:
    own = of(held("A", "2010-01-01", "2019-05-01"), held("B", "2019-05-01"))
    assert ask(own, "2009-12-31") == (DayOutcome.NOT_YET, "")
    assert ask(own, "2019-04-30") == (DayOutcome.IN_FORCE, "A")
    assert ask(own, "2019-05-01") == (DayOutcome.IN_FORCE, "B")


def test_a_version_of_unknown_beginning_may_have_held_from_its_issue() -> None:
    doubtful = held("B", None, issued="2015-03", reason=PeriodReason.KEPT)
    own = of(held("A", "2010-01-01", reason=PeriodReason.NEXT_UNKNOWN), doubtful, held("C", "2020-01-01"))
    assert ask(own, "2015-02-28") == (DayOutcome.IN_FORCE, "A")
    assert ask(own, "2015-03-01") == (DayOutcome.UNKNOWN, "A/B")
    assert ask(own, "2020-01-01") == (DayOutcome.IN_FORCE, "C")


def test_words_that_may_be_retroactive_have_no_earliest_day() -> None:
    own = of(held("A", "2010-01-01"), held("B", None, issued="2015-03", reason=PeriodReason.BEFORE_ISSUE))
    assert ask(own, "2012-01-01") == (DayOutcome.UNKNOWN, "A/B")


def test_a_text_that_ended() -> None:
    own = of(held("A", "2010-01-01", "2015-01-01"))
    assert ask(own, "2014-12-31") == (DayOutcome.IN_FORCE, "A")
    assert ask(own, "2015-01-01") == (DayOutcome.EXPIRED, "A")


def test_an_end_that_was_not_understood() -> None:
    assert (
        ask(of(held("A", "2010-01-01", reason=PeriodReason.UNCLEAR)), "2014-12-31")[0] is DayOutcome.UNKNOWN
    )


def test_two_that_began_on_one_day() -> None:
    one, other = held("A", "2019-05-01", issued="2019-01"), held("B", "2019-05-01", issued="2019-03")
    assert ask(of(one, other), "2019-05-01") == (DayOutcome.IN_FORCE, "B")
    undated = of(held("A", "2019-05-01"), held("B", "2019-05-01"))
    assert ask(undated, "2019-05-01") == (DayOutcome.UNKNOWN, "A/B")


def test_an_order_that_the_days_contradict() -> None:
    own = of(held("A", "2020-05-01"), held("B", "2019-05-01"))
    assert ask(own, "2021-01-01") == (DayOutcome.UNKNOWN, "A/B")


def test_clauses_that_held_later() -> None:
    later = ClausesInForce(clauses=("art_2",), start="2021-01-01", certainty=Certainty.DERIVED)
    own = of(held("A", "2020-07-01", exceptions=(later,)))
    assert find_version_on(own, "2020-12-31").not_yet == (later,)
    assert find_version_on(own, "2021-01-01").not_yet == ()


def test_parallel_versions() -> None:
    own = document((held("A", "2010-01-01"), held("B", "2012-01-01")))
    assert ask(own, "2015-01-01")[0] is DayOutcome.PARALLEL
