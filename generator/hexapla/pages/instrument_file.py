"""Instruments that were applied to a text, each beside what it did, as one file that needs nothing else."""

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.amending import InstrumentSheet
from hexapla.i18n import choose_language, load_messages, translate_phrase
from hexapla.model import Alignment, Comparison
from hexapla.pages.document_pages import SINGLE_FILE_STYLE, inline_asset, nest_section
from hexapla.pages.page_context import build_page_context
from hexapla.pages.templating import STYLES, build_assets, fill_template
from hexapla.pages.views.instrument_page import build_table_values


class AppliedSheet(NamedTuple):
    """An instrument between a text and what it became."""

    alignment: Alignment
    comparison: Comparison
    sheet: InstrumentSheet


class ToldDoubt(NamedTuple):
    """A command that could not be placed."""

    line: int
    reason: str
    words: str
    """how the command begins"""


def render_instrument_file(
    applied: Sequence[AppliedSheet], doubts: Sequence[ToldDoubt], *, language: str | None = None
) -> str:
    """Return a whole HTML document: doubts, and per instrument its words, the clauses before and after.

    It asks nothing of the network or the disk, and reads without script.

    Args:
        applied: instruments in the order in which they were applied, one at least.
        doubts: what could not be placed.
        language: of the interface, BCP 47. Default: Chinese for Chinese texts.
    """
    own = applied[0].alignment.document
    chosen = choose_language(language or own.language)
    say = load_messages(chosen)
    sections = []
    for at, each in enumerate(applied, 1):
        layout = build_page_context(each.alignment, (each.comparison,), (), chosen, published=frozenset())
        values = build_table_values(layout, each.comparison, each.sheet)
        html = fill_template("part-instrument.html", say=say, language=chosen, **values)
        prefix = f"n{at}." if len(applied) > 1 else ""
        sections.append((f"instrument-{at}", each.sheet.source, nest_section(html, prefix)))
    files = build_assets()
    return fill_template(
        "standalone-instrument.html",
        say=say,
        language=chosen,
        text_language=own.language,
        title=own.title,
        style=inline_asset("\n".join(files[name].decode() for name in (*STYLES, SINGLE_FILE_STYLE))),
        doubts=[each._replace(reason=translate_phrase(say, each.reason)) for each in doubts],
        sections=sections,
    )
