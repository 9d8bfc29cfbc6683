"""Suggestions from citations: a clause that cites a clause of another level may answer it.

A reference leads into another level where that level is named beside it (依照《…》第三条, “Section 4 of the
Harbour Act”), or where its own text has no clause of that number and one other level alone has it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

import regex

from hexapla.levels.level_index import LevelIndex
from hexapla.model import Document, Suggestion, SuggestionReason
from hexapla.references import Citation, Outcome, find_citations, resolve_citation
from hexapla.text import make_key
from hexapla.units import build_units

QUOTED_NAME: Final = regex.compile(r"[《〈「『“]([^《》〈〉「」『』“”\n]{1,60})[》〉」』”]\s?的?$")
"""a title in marks, right before a reference"""
AROUND: Final = 80
"""characters before and after a reference in which a title is sought"""
CHAIN: Final = regex.compile(r"[、,，和与與及或至到\s]{1,3}|,? (?:and|or|to) ")
"""what stands between references of which only the first names its text"""
SHORTEST: Final = 2
"""characters of a title that name a text without marks around it"""
CERTAIN, LIKELY = 1.0, 0.5
"""scores of a citation that names its text, and of one that can lead nowhere else"""


def suggest_from_citations(document: Document, indexes: Mapping[str, LevelIndex]) -> Iterator[Suggestion]:
    """Yield a suggestion for each clause of another level that a unit cites, in the order of the texts."""
    places = {siglum: at for at, siglum in enumerate(document.sigla)}
    names = {version.siglum: name_level(version.title, version.label) for version in document.versions}
    for version in document.versions:
        others = {siglum: own for siglum, own in names.items() if siglum != version.siglum}
        for unit in build_units(version):
            for siglum, clause, score in find_cited(unit.text, unit.id, version.siglum, others, indexes):
                here, there = (version.siglum, unit.id), (siglum, indexes[siglum].unit_of[clause])
                a, b = sorted((here, there), key=lambda end: places[end[0]])
                yield Suggestion(a=a, b=b, score=score, reason=SuggestionReason.CITATION)


def name_level(title: str, label: str) -> frozenset[str]:
    """Return what a text may be called, folded."""
    return frozenset(key for key in (make_key(title), make_key(label)) if len(key) >= SHORTEST)


def find_cited(
    text: str,
    unit: str,
    own: str,
    others: Mapping[str, frozenset[str]],
    indexes: Mapping[str, LevelIndex],
) -> Iterator[tuple[str, str, float]]:
    """Yield siglum and clause of what a text cites in other levels, and how sure that is."""
    last: tuple[Citation, str] | None = None
    for citation in find_citations(text):
        chained = last and CHAIN.fullmatch(text[last[0].end : citation.start])
        level = last[1] if last and chained else find_named_level(text, citation, others)
        last = (citation, level) if level else None
        if level:
            clause = resolve_in(indexes[level], citation)
            if clause:
                yield level, clause, CERTAIN
        elif is_unknown_here(citation, unit, indexes[own]):
            found = [(siglum, resolve_in(indexes[siglum], citation)) for siglum in others]
            known = [(siglum, clause) for siglum, clause in found if clause]
            if len(known) == 1:
                yield known[0][0], str(known[0][1]), LIKELY


def is_unknown_here(citation: Citation, unit: str, index: LevelIndex) -> bool:
    """Tell whether a reference that names no text leads to no clause of its own."""
    if citation.external or citation.kind != "unit":
        return False
    return resolve_citation(citation, unit, index.cited.entries).outcome is Outcome.MISSING


def resolve_in(index: LevelIndex, citation: Citation) -> str | None:
    """Return the clause of a level to which a reference leads that was told to lead there."""
    clause = index.cited.resolve(as_own(citation))
    return clause if clause in index.passages else None


def as_own(citation: Citation) -> Citation:
    """Read a reference as its target's own text would."""
    return replace(citation, external=False, named=None)


def find_named_level(text: str, citation: Citation, others: Mapping[str, frozenset[str]]) -> str | None:
    """Return the level whose title stands beside a reference; None: no level alone is named."""
    before = text[max(0, citation.start - AROUND) : citation.start].rstrip()
    after = text[citation.end : citation.end + AROUND]
    quoted = QUOTED_NAME.search(before)
    if quoted:
        said = make_key(quoted[1])
        exact = [siglum for siglum, own in others.items() if said in own]
        ends = [siglum for siglum, own in others.items() if any(name.endswith(said) for name in own)]
        return (exact or ends)[0] if len(exact or ends) == 1 else None
    head = make_key(before)
    of = regex.match(r"\s*,? of (?:the )?", after)
    led = make_key(after[of.end() :]) if of else ""
    found = [
        siglum
        for siglum, own in others.items()
        if any(head.endswith(name) or (led and led.startswith(name)) for name in own)
    ]
    return found[0] if len(found) == 1 else None
