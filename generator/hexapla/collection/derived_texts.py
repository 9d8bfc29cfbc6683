"""Versions that no file holds: a base as an amending instrument makes it, derived when a folder is read."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.amending import apply_instrument, read_in_language
from hexapla.collection.material import DerivedText
from hexapla.collection.settings import VersionSettings
from hexapla.errors import Problem, SourceError
from hexapla.findings import Finding, make_finding
from hexapla.languages.instrument_tables import find_instrument_languages
from hexapla.model import Source
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation import segment

SHOWN = 60
"""characters of a command that a finding names"""


def derive_text(base: Source, instrument: Source, plan: Plan) -> tuple[Source, tuple[Finding, ...]]:
    """Derive a text from a base and the instrument that amends it.

    Args:
        base: a source that holds one version.
        instrument: the amending instrument.
        plan: what is said of the document; its numbering and language hold for the base too.

    Returns:
        the derived text under the path of the instrument, with what is doubtful in it.

    Raises:
        SourceError: the base does not hold one version, or no grammar reads the instrument.
    """
    own = replace(plan, versions=(VersionPlan(file=base.path),), base=None, comparisons=None)
    versions = segment([base], own).versions
    if len(versions) != 1:
        message = f"it holds {len(versions)} versions; an instrument amends one"
        raise SourceError(Problem(path=base.path, message=message))
    version = versions[0]
    language = version.language.partition("-")[0]
    if language not in find_instrument_languages():
        known = ", ".join(find_instrument_languages())
        message = f"instruments in “{language}” cannot be read; known: {known}; give the text as a file"
        raise SourceError(Problem(path=instrument.path, message=message))
    amended = apply_instrument(version, read_in_language(instrument.text, language))
    findings = (
        make_finding("version_derived", instrument=instrument.path, base=base.path),
        *(
            make_finding(
                "amendment_doubtful",
                file=instrument.path,
                at=doubt.line,
                reason=doubt.reason,
                command=doubt.command.partition("\n")[0][:SHOWN],
            )
            for doubt in amended.doubts
        ),
    )
    return replace(instrument, text=amended.text, media_type="text/plain", markup=()), findings


def derive_sources(
    plan: Plan, entries: Sequence[VersionSettings], sources: Sequence[Source], prefix: str
) -> tuple[tuple[Source, ...], tuple[DerivedText, ...]]:
    """Put derived texts in place of the instruments by which they are derived.

    Args:
        plan: what is said of the document.
        entries: of its versions, in their order; a base that is derived itself must come first.
        sources: as they were read.
        prefix: what stands before a text's name in its source's path.

    Raises:
        SourceError: a text cannot be derived.
    """
    by_path = {source.path: source for source in sources}
    read = dict(by_path)
    derived = []
    for entry in entries:
        if entry.amends is None:
            continue
        base, instrument = prefix + entry.amends.base, prefix + entry.amends.instrument
        by_path[instrument], findings = derive_text(by_path[base], read[instrument], plan)
        derived.append(DerivedText(base=base, instrument=read[instrument], findings=findings))
    return tuple(by_path[source.path] for source in sources), tuple(derived)
