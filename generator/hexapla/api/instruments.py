"""The library's functions for amending instruments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hexapla.api.functions import align, build_document_of_sources
from hexapla.api.inputs import VersionInput, read_source, text_source
from hexapla.errors import UsageError
from hexapla.model import Document, Source, Version

if TYPE_CHECKING:
    from hexapla.amending import Amended, Generated, Instrument
    from hexapla.model import Alignment, Comparison

SAMPLE = 8000
"""characters of an instrument by which its language is told: that whose grammar understands most"""


@dataclass(frozen=True, slots=True)
class AppliedInstrument:
    """An instrument, the text to which it was applied, and what came out."""

    base: Source
    instrument: Source
    read: "Instrument"
    result: "Amended"


def read_version(source: Source) -> Version:
    """Read a source as the one version that it holds.

    Raises:
        UsageError: it holds none, or several.
    """
    document = build_document_of_sources([source], name=Path(source.path).stem)
    if len(document.versions) != 1:
        raise UsageError(
            f"{source.path}: {len(document.versions)} versions were found; give a file that holds one."
        )
    return document.versions[0]


def read_instrument(source: Source, base: Version | None = None) -> "Instrument":
    """Read a source as an amending instrument.

    Args:
        source: the instrument.
        base: the text that it amends; its language is known better than that of a short instrument.

    Raises:
        UsageError: no grammar reads its language.
    """
    from hexapla.amending import read_in_language
    from hexapla.language import guess_language
    from hexapla.languages.instrument_tables import find_instrument_languages

    known = find_instrument_languages()
    guessed = (guess_language(source.text), *([base.language] if base else ()))
    likely = [tag for tag in (each.partition("-")[0] for each in guessed) if tag in known]
    sample = source.text[:SAMPLE]
    understood = {
        tag: (len(found.commands) - len(found.unparsed))
        for tag in dict.fromkeys([*likely, *known])
        if (found := read_in_language(sample, tag)).commands
    }
    language = (
        max(understood, key=lambda tag: understood[tag]) if understood else guessed[0].partition("-")[0]
    )
    if source.text.strip() and language not in known:
        raise UsageError(
            f"{source.path}: instruments in “{language}” cannot be read yet; known: {', '.join(known)}."
        )
    return read_in_language(source.text, language)


def apply(base: VersionInput, *instruments: VersionInput) -> "Amended":
    r"""Apply amending instruments to a text, one after the other.

    Args:
        base: a path, an open file, or a source that was read.
        instruments: the same, in the order in which they were issued.

    Returns:
        the consolidated `text`; the `doubts`: commands that could not be placed, each with line and reason;
        and the references that were `rewritten` after renumbering. A doubt stops its clause alone.

    Raises:
        SourceError: something cannot be read.
        UsageError: no instrument, one in a language that has no grammar, or a base of several versions.

    Examples:
        >>> from pathlib import Path
        >>> import hexapla as hx
        >>> _ = Path("base.txt").write_text("第一条 灯笼常亮。\n第二条 旗帜常挂。\n第三条 依照第二条办理。\n")
        >>> words = "一、增加一条，作为第二条：“雨天也亮。”\n条文顺序作相应调整。\n"
        >>> _ = Path("decision.txt").write_text(words)
        >>> amended = hx.apply("base.txt", "decision.txt")
        >>> print(amended.text, end="")
        第一条 灯笼常亮。
        第二条 雨天也亮。
        第三条 旗帜常挂。
        第四条 依照第三条办理。
        >>> amended.rewritten
        (RewrittenReference(clause='第四条', before='第二条', after='第三条'),)
    """
    return sum_up(tuple(apply_each(base, *instruments)))


def apply_each(base: VersionInput, *instruments: VersionInput) -> Iterator[AppliedInstrument]:
    """Apply instruments one after the other, each to what the last one made; arguments as for `apply`."""
    from hexapla.amending import apply_instrument

    if not instruments:
        raise UsageError("There is nothing to apply: give at least one instrument.")
    source = read_source(base)
    done = set[str]()
    for each in instruments:
        own = read_source(each)
        version = read_version(source)
        read = read_instrument(own, version)
        result = apply_instrument(version, read, again=own.text in done)
        done.add(own.text)
        yield AppliedInstrument(source, own, read, result)
        source = text_source(source.path, result.text)


def sum_up(steps: Sequence[AppliedInstrument]) -> "Amended":
    """Return what all instruments did together."""
    from hexapla.amending import Amended

    results = [step.result for step in steps]
    return Amended(
        results[-1].text,
        sum(each.applied for each in results),
        tuple(doubt for each in results for doubt in each.doubts),
        tuple(told for each in results for told in each.rewritten),
    )


def render_applied(steps: Sequence[AppliedInstrument], *, language: str | None = None) -> str:
    """Return an HTML document with each instrument, and the clauses before and after beside its commands.

    Args:
        steps: instruments that were applied, one at least.
        language: of the interface. Default: Chinese for Chinese texts.
    """
    from hexapla.amending import build_sheet
    from hexapla.pages import AppliedSheet, ToldDoubt, render_instrument_file

    shown = []
    for step in steps:
        name = f"{Path(step.base.path).stem} + {Path(step.instrument.path).stem}.txt"
        new = text_source(name, step.result.text)
        document = build_document_of_sources([step.base, new], name=Path(step.base.path).stem)
        table, comparison = compare_two(document)
        sheet = build_sheet(comparison, step.instrument.text, step.read, source=step.instrument.path)
        shown.append(AppliedSheet(table, comparison, sheet))
    doubts = [
        ToldDoubt(doubt.line, doubt.reason, doubt.command.partition("\n")[0])
        for step in steps
        for doubt in step.result.doubts
    ]
    return render_instrument_file(shown, doubts, language=language)


def compare_two(document: Document) -> "tuple[Alignment, Comparison]":
    """Align and compare the two versions of a document, from that of the first source to the other.

    Raises:
        UsageError: there are not two versions.
    """
    from hexapla.comparison import compare_all

    table = align(document)
    comparisons = compare_all(table)
    if len(comparisons) != 1:
        raise UsageError(f"{len(document.versions)} versions were found; give two files that hold one each.")
    comparison = comparisons[0]
    if document.version(comparison.base).source.path != document.sources[0].path:
        comparison = comparison.reversed()
    return table, comparison


def amend(a: VersionInput, b: VersionInput, *, form: str | None = None) -> "Generated":
    r"""Write the amending instrument that makes one text of another.

    Args:
        a: the text that is amended.
        b: the text that it shall become.
        form: `decision` (修改决定: what is not named is renumbered) or `amendment` (修正案: numbers stay, and
            what comes gets a number like 第三条之一); `en`, `de`, `ja`: the form of that language, which says
            everything. Default: that of the texts' language, of Chinese ones the decision.

    Returns:
        the instrument's `text`, after it was read and applied to `a` once more and gave `b`; an empty text,
        and what was `missed`, where it did not. Made by a program, it is not authentic.

    Raises:
        SourceError: something cannot be read.
        UsageError: a file of several versions, a language without a grammar, or an unknown form.

    Examples:
        >>> from pathlib import Path
        >>> import hexapla as hx
        >>> _ = Path("old.txt").write_text("第一条 灯笼由码头管理，常年点亮。\n第二条 旗帜常挂。\n")
        >>> _ = Path("new.txt").write_text("第一条 灯笼由商会管理，常年点亮。\n第二条 旗帜常挂。\n")
        >>> print(hx.amend("old.txt", "new.txt").text.splitlines()[2])
        一、将第一条中的“码头”修改为“商会”。
    """
    from hexapla.amending import FORMS, generate_in_form
    from hexapla.languages.instrument_tables import find_instrument_languages

    if form and form not in FORMS:
        raise UsageError(f"There is no form “{form}”; known: {', '.join(FORMS)}.")
    old, new = read_source(a), read_source(b)
    for source in (old, new):
        read_version(source)
    document = build_document_of_sources([old, new], name=Path(new.path).stem)
    language = document.language.partition("-")[0]
    if not form and language not in find_instrument_languages():
        raise UsageError(
            f"Amending instruments in “{document.language}” cannot be written yet; known: "
            f"{', '.join(find_instrument_languages())}. Give `form` to write in the form of one of these."
        )
    _, comparison = compare_two(document)
    return generate_in_form(comparison, form or ("decision" if language == "zh" else language))
