"""Suggestions on pages: the table of topics, and “perhaps also” where a version lacks a row."""

from hexapla.model import Suggestion, SuggestionReason
from hexapla.pages.views.topics import group_topics


def suggestion(a: str, b: str, score: float) -> Suggestion:
    ends = tuple((each[0], each[1:]) for each in (a, b))
    return Suggestion(a=ends[0], b=ends[1], score=score, reason=SuggestionReason.TOPIC)


def groups(*found: Suggestion) -> list[list[str]]:
    return group_topics(found, "".join)


def test_clauses_that_are_suggested_to_each_other_are_one_topic() -> None:
    found = groups(suggestion("A1", "B2", 0.5), suggestion("B2", "C3", 0.4), suggestion("A4", "C5", 0.3))
    assert sorted(map(sorted, found)) == [["A1", "B2", "C3"], ["A4", "C5"]]


def test_two_clauses_of_one_version_are_not_brought_together_and_the_surer_suggestion_counts() -> None:
    found = groups(suggestion("A1", "B2", 0.5), suggestion("B2", "C3", 0.4), suggestion("A4", "C3", 0.6))
    assert ["A4", "C3"] in [sorted(each) for each in found]
    assert ["A1", "B2"] in [sorted(each) for each in found]
