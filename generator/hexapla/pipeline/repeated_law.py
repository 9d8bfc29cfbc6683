"""Clauses that repeat higher law word for word: they add nothing, and stay behind when that law changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.collection import CollectionSurvey, DocumentFiles, load_document, read_document_files
from hexapla.findings import Finding, make_finding
from hexapla.model import Document
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.collection_reuse import find_collection_reuse
from hexapla.pipeline.stages import make_cached_reader, segment_document
from hexapla.reuse import CollectionReuse, ReuseMember

VERBATIM = 1.0 - 1e-9
"""likeness of clauses that have the same words, punctuation apart"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A clause that stands word for word in higher law."""

    member: ReuseMember
    higher: ReuseMember
    title: str
    """of the higher law"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatingDocument:
    """A document with what it repeats, read again."""

    material: DocumentFiles
    document: Document
    findings: tuple[Finding, ...]


def find_repeated_law(survey: CollectionSurvey, context: BuildContext) -> Iterator[RepeatingDocument]:
    """Yield the documents that repeat higher law word for word, in order.

    Args:
        survey: of the whole collection.
        context: what the work may use.
    """
    found, _ = find_collection_reuse(survey, context)
    repeated = list_repetitions(found)
    for place in survey.places:
        if own := repeated.get(place.id):
            material = read_document_files(place, survey)
            loaded = load_document(material, make_cached_reader(context.cache))
            document = segment_document(loaded, context.cache)
            findings = tuple(report_repetitions(document, own))
            yield RepeatingDocument(material=material, document=document, findings=findings)


def list_repetitions(found: CollectionReuse) -> dict[str, list[Repetition]]:
    """Return by document which clauses stand word for word in one of higher rank; formulae are meant to."""
    about = {each.document: each for each in found.documents}
    made: defaultdict[str, list[Repetition]] = defaultdict(list)
    for family in found.families:
        first = family.members[0]
        above = about[first.document]
        if family.formula or above.rank is None:
            continue
        for member in family.members[1:]:
            rank = about[member.document].rank
            if rank is not None and rank > above.rank and member.likeness >= VERBATIM:
                made[member.document].append(Repetition(member=member, higher=first, title=above.title))
    return made


def report_repetitions(document: Document, own: Sequence[Repetition]) -> Iterator[Finding]:
    """Yield a finding for each clause that repeats higher law, at its place."""
    for each in own:
        version = document.version(each.member.version)
        clause = next(clause for clause in version.clauses if clause.id == each.member.clause)
        yield make_finding(
            "higher_law_repeated",
            version=version.siglum,
            spans=clause.spans,
            number=each.member.number or clause.text[:12],
            title=each.title,
            other=each.higher.number or each.higher.clause,
        )
