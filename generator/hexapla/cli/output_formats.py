"""In which form an output is written: as `--format` says, else as the name of the output says.

A form that was asked for comes first. Only where the name says plainly that the file is something else is
nothing written: whoever gets a `.docx` that holds plain text is told that it is damaged.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from hexapla import exporters
from hexapla.errors import UsageError

PDF: Final = "pdf"
ZIP: Final = "zip"
OTHER_SUFFIXES: Final = {
    ".atom": ("atom",),
    ".csv": ("csv",),
    ".graphml": ("graphml",),
    ".htm": ("html",),
    ".html": ("html",),
    ".json": ("json", "sarif"),
    ".markdown": ("markdown", "md"),
    ".md": ("markdown", "md"),
    ".pdf": (PDF,),
    ".sarif": ("sarif",),
    ".xml": ("atom",),
    ".yaml": ("yaml",),
    ".yml": ("yaml",),
    ".zip": (ZIP,),
    # what other programs write, and none of our commands
    **dict.fromkeys((".doc", ".docm", ".epub", ".gz", ".ods", ".odt", ".png", ".pptx", ".rtf", ".xls"), ()),
}


@cache
def collect_suffixes() -> Mapping[str, tuple[str, ...]]:
    """Return which forms a suffix stands for: those of `export`, and those of other commands."""
    found: dict[str, tuple[str, ...]] = dict(OTHER_SUFFIXES)
    for form in exporters.FORMATS.values():
        suffix = form.suffix[form.suffix.rindex(".") :]
        found[suffix] = tuple(dict.fromkeys((*found.get(suffix, ()), form.name)))
    return found


TEXT_SUFFIXES: Final = (".txt", ".text")
"""stand for any form that is text"""
WRITERS: Final = {
    "atom": "hexapla changes --format atom",
    "graphml": "hexapla reuse --format graphml",
    "html": "hexapla compare --format html",
    "md": "hexapla compare --format md",
    "markdown": "hexapla changes --format markdown",
    "sarif": "hexapla check --format sarif",
    "yaml": "hexapla align --review",
    ZIP: "hexapla bundle",
    PDF: "hexapla export --format pdf",
}
"""form → the command that writes it, but for the other forms of `export`"""


def is_binary(form: str) -> bool:
    """Tell whether a form is no text."""
    known = exporters.FORMATS.get(form)
    return form in (PDF, ZIP) or (known is not None and "officedocument" in known.media_type)


def choose_form(command: str, asked: str | None, out: Path | None, *, offered: Sequence[str]) -> str:
    """Return the form in which an output is written.

    Args:
        command: which writes it.
        asked: what `--format` says; None: nothing was said.
        out: the output; None: stdout.
        offered: the forms that the command writes, the usual one first.

    Raises:
        UsageError: the name of the output is that of another form.
    """
    suffix = output_suffix(out)
    if asked is not None:
        if suffix in collect_suffixes() and asked not in collect_suffixes()[suffix]:
            raise UsageError(
                f"{out}: --format {asked} is not written under {suffix}. {suggest_command(suffix)}"
            )
        if suffix in TEXT_SUFFIXES and is_binary(asked):
            raise UsageError(f"{out}: --format {asked} is no text; name the file {describe_suffix(asked)}.")
        return asked
    if not suffix or (suffix in TEXT_SUFFIXES and not is_binary(offered[0])):
        return offered[0]
    if found := [form for form in offered if form in collect_suffixes().get(suffix, ())]:
        return found[0]
    raise UsageError(f"{out}: hexapla {command} writes {list_suffixes(offered)}. {suggest_command(suffix)}")


def output_suffix(out: Path | None) -> str:
    """Return the suffix of an output in lower case; none where it has no letter, as in `report-1.2`."""
    suffix = "" if out is None else out.suffix.lower()
    return suffix if any(map(str.isalpha, suffix)) else ""


def list_suffixes(offered: Sequence[str]) -> str:
    """Say under which suffixes forms are written."""
    told = [] if is_binary(offered[0]) else [TEXT_SUFFIXES[0]]
    told += [suffix for form in offered for suffix, forms in collect_suffixes().items() if form in forms]
    return ", ".join(dict.fromkeys(told))


def describe_suffix(form: str) -> str:
    """Say how the name of a form's files ends."""
    return " or ".join(suffix for suffix, forms in collect_suffixes().items() if form in forms)


def suggest_command(suffix: str) -> str:
    """Say which command writes files of that suffix."""
    if suffix not in collect_suffixes():
        return f"For a file that ends in {suffix}, say --format."
    exported = {form: f"hexapla export --format {form}" for form in exporters.FORMATS}
    writers = {**WRITERS, **exported}
    commands = list(dict.fromkeys(writers[form] for form in collect_suffixes()[suffix] if form in writers))
    return f"For {suffix}: {' or '.join(commands)}." if commands else f"No command writes {suffix}."
