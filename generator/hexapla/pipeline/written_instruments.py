"""The amending instruments of a document: those that were given, and those that a program writes."""

from collections.abc import Sequence

from hexapla.amending import InstrumentSheet, build_sheet, generate_in_form, read_in_language
from hexapla.findings import Finding, make_finding
from hexapla.languages.instrument_tables import find_instrument_languages
from hexapla.model import Comparison, Document, Version
from hexapla.pairs import is_later_version
from hexapla.pipeline.stages import AnalysedDocument

OFFER = "instrument"


def find_form(version: Version, document: Document) -> str | None:
    """Return the language in which instruments for a version are drafted; None: none that is known."""
    own = version.language if version.language != "und" else document.language
    short = own.partition("-")[0]
    return short if short in find_instrument_languages() else None


def collect_instruments(
    built: AnalysedDocument, shown: Sequence[Comparison]
) -> tuple[tuple[InstrumentSheet, ...], tuple[Finding, ...]]:
    """Collect a document's instruments.

    Args:
        built: the document.
        shown: comparisons that have a page; where the settings ask for it, one is written for each that leads
            to a later version.

    Returns:
        the instruments, those that were given first, and why some were not written.
    """
    sheets = [sheet for comparison in built.comparisons for sheet in list_given(built, comparison)]
    given = {(sheet.base, sheet.target) for sheet in sheets}
    findings: list[Finding] = []
    for comparison in shown if OFFER in built.downloads else ():
        pair = (comparison.base, comparison.target)
        if pair in given or not is_later_version(built.document, *pair):
            continue
        found = write_sheet(built.document, comparison)
        if isinstance(found, InstrumentSheet):
            sheets.append(found)
        else:
            findings.append(
                make_finding("instrument_unwritten", pair=pair, base=pair[0], target=pair[1], reason=found)
            )
    return tuple(sheets), tuple(findings)


def list_given(built: AnalysedDocument, comparison: Comparison) -> list[InstrumentSheet]:
    """Return the instrument by which the target of a comparison was derived from its base, if it was."""
    base, target = (built.document.version(s) for s in (comparison.base, comparison.target))
    form = find_form(base, built.document)
    return [
        build_sheet(
            comparison,
            each.instrument.text,
            read_in_language(each.instrument.text, form),
            source=each.instrument.path,
        )
        for each in built.derived
        if form and (each.base, each.instrument.path) == (base.source.path, target.source.path)
    ]


def write_sheet(document: Document, comparison: Comparison) -> InstrumentSheet | str:
    """Write the instrument between two versions; or say why there is none."""
    form = find_form(document.version(comparison.base), document)
    if form is None:
        return "no grammar for the language"
    made = generate_in_form(comparison, "decision" if form == "zh" else form)
    if not made.text:
        return "; ".join(made.missed[:2]) or "nothing changed"
    return build_sheet(comparison, made.text, read_in_language(made.text, form))
