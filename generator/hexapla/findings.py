"""Doubt is data: what a reader should know about a text or its comparison, with a place and a stable code.

Every code that the program can report stands in `FINDING_KINDS`. Messages are whole English sentences made
from the code's template; an interface in another language has a template of its own for the same values.
"""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""a half-open range of character offsets into `Source.text`"""


class Severity(StrEnum):
    """How much a finding matters; `rank` orders them."""

    NOTE = "note"
    """the reader should know"""
    WARNING = "warning"
    """the result may be wrong here"""
    ERROR = "error"
    """something was asked for that could not be done"""

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What all findings of one code share."""

    severity: Severity
    template: str
    """`str.format` fields name the finding's values"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a reader should know."""

    code: str
    severity: Severity
    message: str
    """in English"""
    values: tuple[tuple[str, str], ...] = ()
    """what fills the template, for templates in other languages"""
    version: str | None = None
    """siglum, or None where the whole document is meant"""
    spans: tuple[Span, ...] | None = None
    line: int | None = None
    """counted from 1, in the source"""
    row: str | None = None
    """id of the row of the alignment that is meant"""
    pair: tuple[str, str] | None = None
    """sigla of the two versions between which it holds, if it is about two"""


NOTE, WARNING, ERROR = Severity

FINDING_KINDS: dict[str, FindingKind] = {
    # reading
    "characters_replaced": FindingKind(
        NOTE, "Characters that no text can hold were replaced by U+FFFD: {count}."
    ),
    "empty_source": FindingKind(NOTE, "{file} holds no text."),
    "source_failed": FindingKind(ERROR, "{message}"),
    "file_ignored": FindingKind(NOTE, "{file} was left out: {reason}."),
    "encoding_doubtful": FindingKind(
        WARNING, "The encoding of {file} was taken to be {encoding}; it could be {other} as well."
    ),
    "encoding_recognised": FindingKind(NOTE, "{file} is in {encoding}, as its letters show."),
    "tracked_changes": FindingKind(
        NOTE, "Tracked changes were taken as accepted: insertions {insertions}, deletions {deletions}."
    ),
    "hidden_text": FindingKind(NOTE, "Characters of hidden text were left out: {count}."),
    "content_left_out": FindingKind(
        NOTE, "What holds no text that can be read was left out: {count} {what}."
    ),
    "list_format_unknown": FindingKind(
        WARNING, "List numbers in the format “{form}” were written as decimals; the page may show others."
    ),
    "page_lines_left_out": FindingKind(
        NOTE, "Lines at the head and foot of pages were left out ({count} different ones): {lines}"
    ),
    "pages_without_text": FindingKind(
        WARNING, "Pages without text: {count} of {pages} ({numbers}); pictures of text are not read."
    ),
    # defaults that were derived
    "title_derived": FindingKind(NOTE, "The title “{title}” was taken from {origin}."),
    "language_guessed": FindingKind(NOTE, "The language was taken to be {language}."),
    "order_derived": FindingKind(NOTE, "The versions are taken as {order}: {reason}."),
    "order_by_date": FindingKind(
        NOTE, "The versions were given in another order; they stand in that of their dates: {versions}."
    ),
    "order_undecided": FindingKind(
        NOTE,
        "Nothing says which of {versions} is older. If they lie in a folder, `issued:` in its document.yml "
        "can say it, or `order: chronological` that they are listed from old to new.",
    ),
    "names_contradict_dates": FindingKind(
        WARNING,
        "By their names {earlier} is older than {later}; by their dates it is newer. "
        "If a date is wrong, `issued:` in document.yml says the right one.",
    ),
    # what the editor says of versions
    "order_contradicted": FindingKind(
        WARNING, "The order is said to be chronological, but {before} stands before {after}."
    ),
    "base_unknown": FindingKind(
        WARNING, "No version is called {base}; the base is chosen as if none were named."
    ),
    "version_derived": FindingKind(
        NOTE,
        "{instrument}: this text was derived by a program from {base} and the amending instrument; it is not "
        "authentic.",
    ),
    "amendment_doubtful": FindingKind(
        WARNING,
        "{file}, line {at}: a command was not carried out, and its clause keeps its words: {reason} "
        "({command}).",
    ),
    "instrument_unwritten": FindingKind(
        NOTE, "No amending instrument was written from {base} to {target}: {reason}."
    ),
    "siglum_repeated": FindingKind(
        WARNING, "{siglum} is the name of an earlier version; this one is called {given}."
    ),
    "label_repeated": FindingKind(
        WARNING, "This version is labelled “{label}”, as {other} is: readers cannot tell them apart."
    ),
    "in_force_clause_unknown": FindingKind(
        ERROR, "`in_force` in document.yml names the clause {clause}, which this version does not have."
    ),
    # versions in a compilation
    "promised_version_missing": FindingKind(
        NOTE, "Versions that the text announces: {promised}; versions that are there: {found}."
    ),
    "set_aside": FindingKind(NOTE, "Characters that belong to no clause were set aside: {count} ({kind})."),
    # completeness
    "cut_off": FindingKind(NOTE, "The end is missing: {evidence}."),
    "fragment": FindingKind(NOTE, "The beginning is missing: {evidence}."),
    "full_stop_missing": FindingKind(
        NOTE, "The last clause has no full stop, though the others have theirs; the text may go on."
    ),
    # segmentation
    "no_clauses": FindingKind(
        NOTE, "No numbered clause was found; the text stands as unnumbered paragraphs."
    ),
    "lines_as_paragraphs": FindingKind(
        NOTE,
        "{count} paragraphs end within a sentence: the file may have made a paragraph of each printed line.",
    ),
    "run_on_heading": FindingKind(NOTE, "After {number} the heading runs into the text; it was not cut off."),
    "number_repeated": FindingKind(WARNING, "The number {number} occurs more than once in the same list."),
    "number_skipped": FindingKind(WARNING, "The numbers go from {before} to {after}."),
    "number_out_of_order": FindingKind(WARNING, "{number} stands after {before}."),
    "ambiguous_mark": FindingKind(WARNING, "“{number}” may be a number or a part of the sentence."),
    "suspected_ocr_mark": FindingKind(WARNING, "“{printed}” was read as {number}."),
    # alignment
    "weak_link": FindingKind(WARNING, "{a} and {b} were linked on little evidence ({score})."),
    "unrelated": FindingKind(NOTE, "{a} and {b} have too little in common to be aligned; nothing is forced."),
    "decision_stale": FindingKind(
        ERROR, "The decision in {file} line {entry} fits nothing in the texts: {reason}."
    ),
    "note_orphan": FindingKind(WARNING, "The note in {file} line {entry} has lost its clause: {reason}."),
    "mapping_lost": FindingKind(ERROR, "The link in {file} line {entry} fits no clause: {reason}."),
    "mapping_stale": FindingKind(
        WARNING,
        "The link in {file} line {entry} was made for other words: {reason}. Read both, mend the link, "
        "and run `hexapla mapping pin`.",
    ),
    "mapping_contradicted": FindingKind(
        ERROR, "The link in {file} line {entry} contradicts another: {reason}. Remove one of the two."
    ),
    # comparison
    "set_aside_differs": FindingKind(NOTE, "The {kind} differs: {base} has “{old}”, {target} has “{new}”."),
    "set_aside_only": FindingKind(NOTE, "Only {siglum} has this {kind}: “{text}”."),
    "replacement_exception": FindingKind(
        WARNING, "“{old}” stays here; it became “{new}” at {count} of {total} places."
    ),
    # references
    "clause_affected": FindingKind(
        NOTE, "Its words stay, but what it leans on does not: {words} ({reason})."
    ),
    "reference_stale": FindingKind(
        WARNING, "The reference {reference} led to {before}; it now leads to {after}."
    ),
    "reference_updated": FindingKind(
        NOTE, "The reference {reference} follows {before}, which is now {after}."
    ),
    "reference_dangling": FindingKind(WARNING, "The reference {reference} leads to no clause."),
    # other documents
    "higher_law_repeated": FindingKind(
        WARNING, "{number} stands word for word in {title} {other}, which ranks higher."
    ),
}


def make_finding(
    code: str,
    *,
    version: str | None = None,
    spans: tuple[Span, ...] | None = None,
    line: int | None = None,
    row: str | None = None,
    pair: tuple[str, str] | None = None,
    **values: object,
) -> Finding:
    """Make a finding of a known code; its message comes from the code's template and the values.

    Raises:
        KeyError: an unknown code, or a value that the template needs is missing.
    """
    kind = FINDING_KINDS[code]
    return Finding(
        code=code,
        severity=kind.severity,
        message=kind.template.format(**values),
        values=tuple((name, str(value)) for name, value in values.items()),
        version=version,
        spans=spans,
        line=line,
        row=row,
        pair=pair,
    )
