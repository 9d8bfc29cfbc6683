"""Every output that tells what became of a row, parsed back to what it tells: one reader an output.

A reader takes a document with a comparison of two of its versions and returns, by row, what the output says;
beside it stands what the output must say of a row with these facts.
"""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar
from urllib.parse import unquote

import openpyxl
from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla.exporters import FORMATS, ExportRequest, Scope
from hexapla.exporters.side_by_side import ABOVE_CLAUSES
from hexapla.i18n import load_messages
from hexapla.model import Change, Comparison, Flag, Op
from hexapla.pages import build_card, comparison_lines, render_document, render_home, uris
from hexapla.pages.change_kinds import BESIDE
from hexapla.pages.terminal_text import count_noun
from hexapla.pairs import is_later_version
from hexapla.pipeline import AnalysedDocument
from hexapla.reading import FORMAL_FLAGS, Status, main_status
from hexapla.reading.captions import FACTS, Wording
from hexapla.reading.printed import write_unit_lines
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.units import Unit, build_units

__all__ = [
    "ITEMS",
    "OUTPUTS",
    "Facts",
    "Output",
    "bars",
    "file",
    "filters",
    "home",
    "item_ends",
    "items_on_page",
    "pages",
    "remarks_in_word",
    "rows_of",
    "sheets",
]

Facts = Sequence[Status]
Told = Mapping[str, Hashable]
"""row → what an output says of it"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SAY = load_messages("en")
SAY_PARALLEL = load_messages("en", parallel=True)
WORDING = Wording("en")
SAME_TEXT = frozenset({Status.UNCHANGED, Status.MOVED, Status.STALE_REFERENCE})
"""facts of a row whose printed text, number included, is the same"""


class Output(NamedTuple):
    """An output: how it is read, and what it must say."""

    read: Callable[[AnalysedDocument, Comparison], Told]
    expected: Callable[[Change, Facts], Hashable]


Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def once(
    make: Callable[Concatenate[AnalysedDocument, Rest], Result],
) -> Callable[Concatenate[AnalysedDocument, Rest], Result]:
    """Keep what is made of a document: many tests read the same page or file."""
    kept: dict[tuple[Hashable, ...], tuple[AnalysedDocument, Result]] = {}

    @wraps(make)
    def make_once(built: AnalysedDocument, /, *rest: Rest.args, **none: Rest.kwargs) -> Result:
        key = (id(built), *(id(each) if isinstance(each, Comparison) else each for each in rest))
        if key not in kept:
            kept[key] = built, make(built, *rest, **none)
        return kept[key][1]

    return make_once


@once
def pages(built: AnalysedDocument) -> dict[str, LexborHTMLParser]:
    """Make a document's pages, by the last part of their address."""
    made = render_document(built.alignment, built.comparisons, findings=built.findings)
    return {each.uri.rpartition("/")[2]: LexborHTMLParser(each.html) for each in made}


@once
def file(built: AnalysedDocument, name: str, scope: Scope, comparison: Comparison | None = None) -> bytes:
    """Write a file."""
    request = ExportRequest(
        printed=PrintedDocument(built.alignment), comparisons=built.comparisons, wording=WORDING
    )
    return FORMATS[name].writers[scope](replace(request, comparison=comparison))


# ---------------------------------------------------------------- the page of a comparison


def page(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Read rows of the page: words beside them, look in pictures, whether the arrows stop there."""
    uri = uris.compare_uri(built.document.id, comparison.base, comparison.target).rpartition("/")[2]
    told = {}
    for row in rows_of(pages(built)[uri]):
        tokens = (row.attributes["data-k"] or "").split()
        said = tuple(Status(token) for token in tokens if token not in BESIDE)
        told[row.attributes["id"] or ""] = said, row.attributes["data-s"], "data-changed" in row.attributes
    return told


def rows_of(html: LexborHTMLParser) -> Iterator[LexborNode]:
    """Yield the rows of the page where they are at home."""
    for row in html.css(".hx-row"):
        if row.attributes["data-k"] not in ("chapter", "from"):
            yield row


def page_expected(_: Change, of: Facts) -> Hashable:
    """What the page must say."""
    return tuple(of), main_status(of).value, main_status(of).changed


def marks(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Tell of the rows of the page whether words are marked in them, numbers apart."""
    uri = uris.compare_uri(built.document.id, comparison.base, comparison.target).rpartition("/")[2]
    told = {}
    for row in rows_of(pages(built)[uri]):
        found = [
            mark
            for mark in row.css(".hx-part ins, .hx-part del")
            if mark.parent is None or "hx-num" not in (mark.parent.attributes.get("class") or "").split()
        ]
        told[row.attributes["id"] or ""] = bool(found)
    return told


def marks_expected(change: Change, of: Facts) -> Hashable:
    """Words are marked in what one text has alone, is reworded or of another form.

    Not asked about: spaces, which may be all that differs in form, words that one text has in its heading
    and the other in its text, and a number without text, which is marked though it says nothing.
    """
    spaces = Status.FORM_ONLY in of and Flag.WHITESPACE in change.flags
    empty = tuple(of) == (Status.UNCHANGED,) and not all(change.cells)
    if spaces or empty or any(edit.op is not Op.EQUAL for edit in change.heading_edits):
        return None
    told = {Status.ONLY_BASE, Status.ONLY_TARGET, Status.REWORDED, Status.FORM_ONLY}
    return bool(change.edits) and not told.isdisjoint(of)  # a number alone has no words


# ---------------------------------------------------------------- text and data


def terminal(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Read what `hexapla compare` prints; rows that it only counts are unchanged."""
    names = spoken_facts(built, comparison, comparison.base, comparison.target)
    found = dict.fromkeys((change.id for change in comparison.changes), frozenset({Status.UNCHANGED}))
    lines = list(comparison_lines(comparison))
    for line in lines:
        if match := re.search(r"  \((.*)\)  #(\S+)$", line):
            said = (each.partition(":")[0] for each in match[1].split(", "))
            found[match[2]] = frozenset(names[each] for each in said if each in names)
    unchanged = sum(of == {Status.UNCHANGED} for of in found.values())
    same = FACTS[Status.UNCHANGED].in_words(WORDING.between(comparison))
    assert lines[1].startswith(f"  {count_noun(len(found), 'row')}, {unchanged} {same}")
    return found


def data(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Read the JSON."""
    (record,) = json.loads(file(built, "json", Scope.DOCUMENT))["documents"]
    (own,) = (
        each
        for each in record["comparisons"]
        if (each["base"], each["target"]) == (comparison.base, comparison.target)
    )
    return {each["id"]: each["status"] for each in own["changes"]}


def commas(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Read the list of changes as CSV."""
    text = file(built, "changes", Scope.DOCUMENT).decode("utf-8-sig")
    own = (comparison.base, comparison.target)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return alone(
        comparison, [(each["row"], each["status"]) for each in rows if (each["base"], each["target"]) == own]
    )


def alone(comparison: Comparison, told: Iterable[tuple[str, Hashable]]) -> Told:
    """Keep what is told of rows that are one change; what differs outside the clauses has no row."""
    changes = Counter(change.row for change in comparison.changes)
    return {row: said for row, said in told if changes[row] == 1}


def is_ordered(built: AnalysedDocument, comparison: Comparison) -> bool:
    """Tell whether the target of a comparison can have changed anything."""
    later = is_later_version(built.document, comparison.base, comparison.target)
    return later and not comparison.translation


def status_expected(_: Change, of: Facts) -> Hashable:
    """What data must say."""
    return main_status(of).name.lower()


def all_facts(_: Change, of: Facts) -> Hashable:
    """What an output must say that tells every fact."""
    return frozenset(of)


# ---------------------------------------------------------------- tables of office programs


def spoken_facts(
    built: AnalysedDocument, comparison: Comparison, base: str, target: str
) -> dict[str, Status]:
    """Return which fact a word says, in the words of the catalogue; `base` and `target` name the versions."""
    ordered = is_ordered(built, comparison)
    say = SAY if ordered else SAY_PARALLEL
    names: dict[str, Status] = {say(f"kind-{each}"): each for each in set(Status) - {Status.FORM_ONLY}}
    names |= {SAY(f"flag-only-{flag}"): Status.FORM_ONLY for flag in FORMAL_FLAGS}
    if not ordered:
        alone = {base: Status.ONLY_BASE, target: Status.ONLY_TARGET}
        names |= {SAY("kind-only", version=version): fact for version, fact in alone.items()}
    return names


def noted(note: str, built: AnalysedDocument, comparison: Comparison) -> frozenset[Status]:
    """Read the remark beside a row; its first line names the facts, if there are any."""
    labels = (built.document.version(siglum).label for siglum in (comparison.base, comparison.target))
    names = spoken_facts(built, comparison, *labels)
    said = [each for each in note.split("\n", maxsplit=1)[0].split(", ") if each != SAY("flag-torn")]
    if not note or any(each not in names for each in said):
        return frozenset({Status.UNCHANGED})
    return frozenset(names[each] for each in said)


@once
def sheets(built: AnalysedDocument) -> list[list[list[str]]]:
    """Read the workbook: cells of every sheet, without its head."""
    book = openpyxl.load_workbook(io.BytesIO(file(built, "xlsx", Scope.DOCUMENT)))
    return [
        [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=2)]
        for sheet in book.worksheets
    ]


def workbook(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Read the sheet of the comparison."""
    rows = sheets(built)[1 + built.comparisons.index(comparison)]
    told = [(row[-1], noted(row[-2], built, comparison)) for row in rows if row[-2] != "continued"]
    return alone(comparison, told)


def table(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Read the Word table of the pair."""
    return {row: noted(note, built, comparison) for row, note in remarks_in_word(built, comparison).items()}


def remarks_in_word(built: AnalysedDocument, comparison: Comparison) -> dict[str, str]:
    """Read the remarks of the Word table; its rows stand in the comparison's order, divisions between."""
    rows = [
        row
        for row in document_of(file(built, "docx", Scope.COMPARISON, comparison)).iter(f"{W}tr")
        if not any(style.get(f"{W}val") in ("Division", "Head") for style in row.iter(f"{W}pStyle"))
    ]
    kinds = [change.kind for change in comparison.set_aside_changes]
    above = sum(kind in ABOVE_CLAUSES for kind in kinds)
    rows = rows[above : len(rows) - (len(kinds) - above)]
    assert len(rows) == len(comparison.changes)
    notes = ("\n".join(map(spelled, row[-1].iter(f"{W}p"))) for row in rows)
    return {change.id: note for change, note in zip(comparison.changes, notes, strict=True)}


def document_of(docx: bytes) -> etree._Element:
    """Open a Word file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def spelled(paragraph: etree._Element) -> str:
    """Return a paragraph's text, with what is tracked as deleted."""
    return "".join(str(run.text or "") for run in paragraph.iter(f"{W}t", f"{W}delText"))


def redline(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Tell of each row that one unit of either version has, both the same, whether it stands untracked."""
    root = document_of(file(built, "redline", Scope.COMPARISON, comparison))
    tracked = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
    untracked = [spelled(each) for each in root.iter(f"{W}p") if next(each.iter(*tracked), None) is None]
    return {
        row: lines[0] in untracked for row, lines in lines_of(built, comparison).items() if len(lines) == 1
    }


def lines_of(built: AnalysedDocument, comparison: Comparison) -> dict[str, list[str]]:
    """Return the target's printed lines of rows that both versions have and that read like no other."""
    document = built.document
    own: dict[str, Unit] = {unit.id: unit for unit in build_units(document.version(comparison.target))}
    columns = [document.sigla.index(each) for each in (comparison.base, comparison.target)]
    found = {
        row.id: [line for name in row.cells[columns[1]] for line in write_unit_lines(own[name])]
        for row in built.alignment.rows
        if all(row.cells[column] for column in columns)
    }
    every = [line for lines in found.values() for line in lines]
    return {row: lines for row, lines in found.items() if all(every.count(line) == 1 for line in lines)}


def redline_expected(change: Change, of: Facts) -> Hashable:
    """Untracked is what is unchanged; a moved row stands at another place, tracked there or remarked."""
    return None if Status.MOVED in of or Flag.WHITESPACE in change.flags else SAME_TEXT.issuperset(of)


def apparatus(built: AnalysedDocument, comparison: Comparison) -> Told:
    """Tell of each row of the TEI file whether both versions witness one reading, or one has none."""
    root = etree.fromstring(file(built, "tei", Scope.DOCUMENT))
    told = {}
    for each in root.iter(f"{TEI}app"):
        name = each.get(f"{XML}id") or ""
        if each.get("type") != "row":
            continue
        readings = {
            witness.removeprefix("#"): reading
            for reading in each.iter(f"{TEI}rdg")
            for witness in (reading.get("wit") or "").split()
        }
        base, target = readings[comparison.base], readings[comparison.target]
        silent = [one.get("type") for one in (base, target) if one.get("type")]
        told[name.removeprefix("row__")] = silent[0] if silent else str(base is target)
    return alone(comparison, [(change.row, told[change.row]) for change in comparison.changes])


def apparatus_expected(change: Change, of: Facts) -> Hashable:
    """One reading for the same text; an apparatus keeps every space, so those are not asked about.

    Where only a clause's number is left, the apparatus has what is printed there.
    """
    if tuple(of) == (Status.NOT_IN_TEXT,) and len({edit.op for edit in change.edits}) == 1:
        return "lacuna"
    if not all(change.cells):
        return "omission"
    return None if Flag.WHITESPACE in change.flags else str(SAME_TEXT.issuperset(of))


# ---------------------------------------------------------------- paragraphs and items

Ends = tuple[str, str]
"""the names of two passages, as on pages: `A__art_3__para_2`"""


def item_ends(comparison: Comparison) -> set[Ends]:
    """Return the links of paragraphs and items as the comparison has them."""
    return {("__".join(link.a), "__".join(link.b)) for change in comparison.changes for link in change.items}


def items_in_data(built: AnalysedDocument, comparison: Comparison) -> set[Ends]:
    """Read them from the JSON."""
    (record,) = json.loads(file(built, "json", Scope.DOCUMENT))["documents"]
    pair = (comparison.base, comparison.target)
    return {
        ("__".join(each["a"]), "__".join(each["b"]))
        for own in record["comparisons"]
        if (own["base"], own["target"]) == pair
        for change in own["changes"]
        for each in change["items"]
    }


def items_in_workbook(built: AnalysedDocument, comparison: Comparison) -> set[Ends]:
    """Read them from the last sheet, which is there if there are any."""
    rows = sheets(built)[1 + len(built.comparisons) :]
    pair = (comparison.base, comparison.target)
    return {
        (f"{row[0]}__{row[2]}", f"{row[3]}__{row[5]}")
        for sheet in rows
        for row in sheet
        if (row[0], row[3]) == pair
    }


def items_in_apparatus(built: AnalysedDocument, comparison: Comparison) -> set[Ends]:
    """Read them from the TEI file; both ends of every link are names in it."""
    root = etree.fromstring(file(built, "tei", Scope.DOCUMENT))
    names = {name for each in root.iter() if (name := each.get(f"{XML}id"))}
    found = set()
    for each in root.iter(f"{TEI}link"):
        a, b = ((each.get("target") or "").replace("#", "")).split()
        assert {a, b} <= names
        if (a.partition("__")[0], b.partition("__")[0]) == (comparison.base, comparison.target):
            found.add((a, b))
    return found


def items_on_page(built: AnalysedDocument, comparison: Comparison) -> set[Ends]:
    """Read the marks behind paragraphs of the page, from either side; each leads to a place on it."""
    uri = uris.compare_uri(built.document.id, comparison.base, comparison.target).rpartition("/")[2]
    html = pages(built)[uri]
    names = {node.attributes["id"] for node in html.css("[id]")}
    sides: tuple[set[Ends], set[Ends]] = set(), set()
    for side, css in zip(sides, (".hx-a", ".hx-b"), strict=True):
        for mark in html.css(f"{css} .hx-went"):
            line = mark.parent
            part = line.parent if line is not None else None
            row = part.parent.parent if part is not None and part.parent is not None else None
            own = next(
                str(node.attributes["id"])
                for node in (line, part, row)
                if node is not None and node.attributes.get("id")
            )
            there = unquote((mark.attributes["href"] or "").removeprefix("#"))
            assert there in names
            side.add((own, there) if css == ".hx-a" else (there, own))
    assert sides[0] == sides[1]
    return sides[0]


ITEMS = {"JSON": items_in_data, "XLSX": items_in_workbook, "TEI": items_in_apparatus}
"""outputs that tell all links of paragraphs and items"""


OUTPUTS: dict[str, Output] = {
    "page": Output(page, page_expected),
    "marks on the page": Output(marks, marks_expected),
    "terminal": Output(terminal, all_facts),
    "JSON": Output(data, status_expected),
    "CSV": Output(commas, status_expected),
    "XLSX": Output(workbook, all_facts),
    "DOCX table": Output(table, all_facts),
    "redline": Output(redline, redline_expected),
    "TEI": Output(apparatus, apparatus_expected),
}
"""an expectation of None: the output says nothing that can be held against the facts"""


# ---------------------------------------------------------------- sums


def filters(html: LexborHTMLParser) -> dict[str, int]:
    """Read the counts above a comparison."""
    return {
        item.attributes["data-f"] or "": int(number.text())
        for item in html.css(".hx-filters > li")
        if (number := item.css_first("b")) is not None
    }


def bars(html: LexborHTMLParser) -> dict[str, dict[str, int]]:
    """Read the bars of a page: address of the comparison → word → count."""
    return {
        (link.attributes["href"] or "").rpartition("/")[2]: {
            word: int(count)
            for word, count in re.findall(r"([^,]+?) (\d+)(?:, |$)", " ".join(label.text().split()))
        }
        for link in html.css(".hx-bars a")
        if (label := link.css_first(".hx-vh")) is not None
    }


def home(built: AnalysedDocument) -> LexborHTMLParser:
    """Make the first page of a site of this document alone."""
    card = build_card(built.document, built.comparisons)
    return LexborHTMLParser(render_home([card]).html)
