"""A comparison table in one of the forms that offices ask for, as a Word document."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from hexapla.exporters.profile_rows import ProfileRow, ProfileTable, lay_out
from hexapla.exporters.table_profile import TableProfile, TextMark
from hexapla.exporters.word.document_parts import CONTENT_WIDTH, write_document, write_paragraph, write_run
from hexapla.exporters.word.word_table import bold_properties, write_cell, write_table_properties
from hexapla.model import Comparison
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.text import unwrap

SIZE: Final = 21
"""of the text, in half points"""
SMALL_SIZE: Final = 18
MANY_COLUMNS: Final = 4
GREY: Final = "D9D9D9"


def write_profile_table(
    printed: PrintedDocument,
    comparison: Comparison | None,
    wording: Wording,
    profile: TableProfile,
    marking: Sequence[Comparison] = (),
) -> bytes:
    """Write a table.

    Args:
        printed: the document.
        comparison: of two versions; None where the profile shows all.
        wording: words of the interface, where the profile has none.
        profile: the form.
        marking: the comparisons by which a table of all versions is marked.
    """
    language = printed.document.language
    table = lay_out(printed, comparison, wording, profile, marking)
    shares = share_out(CONTENT_WIDTH[profile.orientation], [column.share for column in table.columns])
    body = [
        write_paragraph(write_run(unwrap(table.title)), "Title"),
        *(write_paragraph(write_run(sentence), "Note") for sentence in table.above),
        "<w:tbl>",
        write_table_properties(shares),
        write_heads(table, shares),
        *(write_line(row, shares, language) for row in table.rows),
        "</w:tbl>",
        write_paragraph("", "Cell"),  # a table must not be the last thing in a document
        *(write_paragraph(write_run(sentence), "Note") for sentence in table.below),
    ]
    return write_document(
        "".join(body),
        title=unwrap(table.title),
        language=language,
        landscape=profile.orientation == "landscape",
        size=SMALL_SIZE if len(table.columns) >= MANY_COLUMNS else SIZE,
    )


def share_out(whole: int, shares: Sequence[int]) -> list[int]:
    """Divide a width in proportion, to the last unit.

    >>> share_out(100, [1, 1, 1])
    [33, 33, 34]
    """
    ends = [whole * part // sum(shares) for part in accumulate(shares, initial=0)]
    return [end - start for start, end in pairwise(ends)]


def write_heads(table: ProfileTable, shares: Sequence[int]) -> str:
    """Write the row that is repeated on every page."""
    cells = (
        write_cell(share, write_paragraph(write_run(column.head), "Head"), "E7E6E6", middle=True)
        for share, column in zip(shares, table.columns, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def write_line(row: ProfileRow, shares: Sequence[int], language: str) -> str:
    """Write a row."""
    style = "Division" if row.division else "Cell"
    cells = (
        write_cell(
            share,
            "".join(write_paragraph("".join(write_runs(line, language)), style) for line in cell),
            "F2F2F2" if row.division else None,
        )
        for share, cell in zip(shares, row.cells, strict=True)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def write_runs(line: Sequence[tuple[str, tuple[TextMark, ...], bool]], language: str) -> Iterator[str]:
    """Write the runs of a line: text, marks, and whether it is a number or heading."""
    for text, marks, head in line:
        properties = bold_properties(language) if head or TextMark.BOLD in marks else ""
        properties += "<w:strike/>" if TextMark.STRIKE in marks else ""
        properties += '<w:u w:val="single"/>' if TextMark.UNDERLINE in marks else ""
        properties += (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{GREY}"/>' if TextMark.SHADE in marks else ""
        )
        yield write_run(text, properties)
