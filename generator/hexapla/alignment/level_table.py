"""A table of texts of different ranks: each unit stands alone, and wording only suggests what may answer it.

Ranks are no versions: a regulation does not replace the law, so that its clauses are in no row with those of
the law, whatever their words. An editor links them (`hexapla.levels`).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hexapla.alignment.decisions import UnitPosition
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.meaning import SentenceEncoder
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.row_table import RowCells
from hexapla.alignment.suggestions import suggest_counterparts
from hexapla.alignment.version_pair import PairAlignments, name_translations
from hexapla.findings import Finding, make_finding
from hexapla.model import CHECK_FROM, Alignment, Basis, Document, Row, Suggestion, SuggestionReason
from hexapla.plan import Decision

LIKE_WORDS: Final = frozenset({Basis.IDENTICAL, Basis.WORDING, Basis.CONTAINMENT})
"""reasons for a link of versions that hold between texts of different ranks too"""


def build_level_alignment(
    document: Document,
    sides: Sequence[PreparedVersion],
    found: PairAlignments,
    decisions: Sequence[Decision],
    weights: LinkWeights,
    encoder: SentenceEncoder | None,
) -> Alignment:
    """Build the table: of what would be links between versions suggestions are left."""
    lone, rows = list_lone_rows(sides)
    return Alignment(
        document=document,
        rows=rows,
        findings=tuple(refuse_decisions(decisions)),
        suggestions=suggest_answers(sides, lone, found, weights, encoder),
        meaning=str(encoder) if encoder is not None else None,
        translations=name_translations(sides, found),
    )


def list_lone_rows(sides: Sequence[PreparedVersion]) -> tuple[list[RowCells], tuple[Row, ...]]:
    """Return a row for every unit, in the order of the texts, by position and as the model has it."""
    cells: list[RowCells] = []
    rows: list[Row] = []
    for at, side in enumerate(sides):
        for position, unit in enumerate(side.units):
            cells.append({at: [position]})
            own = tuple((unit.id,) if at == other else () for other in range(len(sides)))
            rows.append(Row(id=f"{side.version.siglum}__{unit.id}", cells=own, links=()))
    return cells, tuple(rows)


def suggest_answers(
    sides: Sequence[PreparedVersion],
    table: Sequence[RowCells],
    found: PairAlignments,
    weights: LinkWeights,
    encoder: SentenceEncoder | None,
) -> tuple[Suggestion, ...]:
    """Suggest clauses of different ranks with much the same words, and those that may share a matter.

    Post-conditions:
        1. Two units are suggested once: of two reasons likeness of words counts.
    """
    said = {(each.a, each.b): each for each in suggest_like_words(sides, found)}
    for each in suggest_counterparts(sides, table, found, weights, encoder):
        said.setdefault((each.a, each.b), each)
    return tuple(said.values())


def suggest_like_words(sides: Sequence[PreparedVersion], found: PairAlignments) -> Iterator[Suggestion]:
    """Yield what would be links between versions, from the confidence bar on."""
    for (left, right), pairing in sorted(found.items(), key=lambda item: sorted(item[0])):
        columns = (pairing.left.tolist(), pairing.right.tolist(), pairing.basis, pairing.score.tolist())
        for one, other, basis, score in zip(*columns, strict=True):
            if basis in LIKE_WORDS and score >= CHECK_FROM and not pairing.translated:
                a, b = sorted([(left, one), (right, other)])
                yield Suggestion(
                    a=name_unit(sides, a),
                    b=name_unit(sides, b),
                    score=min(1.0, score),
                    reason=SuggestionReason.WORDING,
                )


def name_unit(sides: Sequence[PreparedVersion], position: UnitPosition) -> tuple[str, str]:
    """Return siglum and id of a unit."""
    side = sides[position[0]]
    return side.version.siglum, side.units[position[1]].id


def refuse_decisions(decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Say of decisions on rows that there are none to decide on."""
    for decision in decisions:
        reason = "texts of different ranks stand in no rows; mapping.yml links their clauses"
        yield make_finding("decision_stale", file=decision.file, entry=decision.line, reason=reason)
