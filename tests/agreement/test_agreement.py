"""All outputs say the same of every row, and count the same: what `hexapla.reading` says."""

import json
import re
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from agreement.documents import SHORT, SPECIMENS, built, versions
from agreement.outputs import ITEMS, OUTPUTS, bars, filters, home, item_ends, items_on_page, pages
from effort import examples
from hexapla import exporters, search
from hexapla.collection import load_files
from hexapla.i18n import load_messages
from hexapla.model import Comparison, Order
from hexapla.pages import change_kinds, uris
from hexapla.pipeline import AnalysedDocument, build_document, format_json
from hexapla.pipeline.changes import compare_states
from hexapla.pipeline.document_product import comparison_pages
from hexapla.reading import (
    SEARCHED,
    Status,
    count_by_status,
    counted_statuses,
    main_status,
    statuses_by_change,
)
from hexapla.reading.captions import EITHER, Wording, make_one_sided_captions
from hexapla.reading.cited_passages import PassageIndex
from hexapla.reading.labels import label_document

DOCUMENTS = [*(path.name for path in SPECIMENS), *SHORT, "parallel"]
ALIKE = frozenset({Status.REWORDED, Status.ONLY_BASE, Status.ONLY_TARGET, Status.FORM_ONLY})
"""what sums and filters count alike: nothing is weightier, or nothing but them is counted"""
COUNTED_BESIDE = {Status.RENUMBERED: "number", Status.UNCHANGED: "same"}
"""what the counts above a comparison call by another name where nothing weightier holds"""


@cache
def document(name: str) -> AnalysedDocument:
    for path in SPECIMENS:
        if path.name == name:
            return build_document(load_files([path]))
    with tempfile.TemporaryDirectory() as folder:
        return built(Path(folder), *SHORT.get(name, SHORT["moved"]), dated=name != "parallel")


def disagreements(made: AnalysedDocument, output: str) -> list[str]:
    """Say where an output tells a row otherwise."""
    read, expected = OUTPUTS[output]
    found = []
    for comparison in made.comparisons:
        facts, told = statuses_by_change(comparison), read(made, comparison)
        for change in comparison.changes:
            due = expected(change, facts[change.id])
            if due is not None and change.id in told and told[change.id] != due:
                found.append(
                    f"{comparison.base}-{comparison.target} {change.id}: {told[change.id]}, not {due}"
                )
    return found


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_output_tells_every_row_as_the_others_do(name: str, output: str) -> None:
    assert disagreements(document(name), output) == []


@pytest.mark.parametrize("name", [*(path.name for path in SPECIMENS), "paragraphs"])
def test_every_output_has_the_same_links_of_paragraphs_and_items(name: str) -> None:
    made = document(name)
    index = PassageIndex(made.document, label_document(made.document))
    for comparison in made.comparisons:
        due = item_ends(comparison)
        assert {output: read(made, comparison) for output, read in ITEMS.items()} == dict.fromkeys(ITEMS, due)
        told = {
            ("__".join(link.a), "__".join(link.b))
            for change in comparison.changes
            for link in index.notable_links(change)
        }
        assert items_on_page(made, comparison) == told
    assert name != "paragraphs" or due


def test_the_documents_hold_whatever_a_row_can_become() -> None:
    there = {
        fact
        for name in DOCUMENTS
        for comparison in document(name).comparisons
        for of in statuses_by_change(comparison).values()
        for fact in of
    }
    assert there >= set(Status) - {Status.REGROUPED}


@examples(0.3)
@given(versions())
def test_so_it_is_with_any_two_texts(texts: tuple[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = built(Path(folder), *texts)
    assert {output: found for output in OUTPUTS if (found := disagreements(made, output))} == {}
    sums_agree(made)


# ---------------------------------------------------------------- sums


def sums_agree(made: AnalysedDocument) -> None:
    """Hold every count of every comparison against its rows."""
    html, first = pages(made), bars(home(made))
    overview = bars(html["index.html"])
    for comparison in made.comparisons:
        uri = uris.compare_uri(made.document.id, comparison.base, comparison.target).rpartition("/")[2]
        rows = list(statuses_by_change(comparison).values())
        due = due_in_bars(made, rows)
        assert all(told[uri] == due for told in (first, overview) if uri in told)
        above = filters(html[uri])
        assert above["all"] == len(rows)
        assert above["changed"] == sum(main_status(of).changed for of in rows)
        counted = Counter(fact for of in rows for fact in counted_statuses(of))
        for fact, count in count_by_status(rows).items():
            if fact in (
                Status.REWORDED,
                Status.ONLY_BASE,
                Status.ONLY_TARGET,
                Status.FORM_ONLY,
                *COUNTED_BESIDE,
            ):
                assert above[COUNTED_BESIDE.get(fact, fact.value)] == count
        for name in change_kinds.FILTERS:
            assert above.get(name, counted[Status.RENUMBERED]) >= max(
                counted[Status(each)] for each in name.split()
            )
        lead = next(iter(html[uri].css(".hx-lead"))).text()
        told = {int(number) for number in re.findall(r"\d+", lead)}
        if Status.TRANSLATION not in counted:
            assert {len(rows), above["changed"]} - {1} <= told
            beside = {count_by_status(rows).get(each, 0) for each in (Status.FORM_ONLY, Status.RENUMBERED)}
            assert beside - {0, 1} <= told


def due_in_bars(made: AnalysedDocument, rows: list[tuple[Status, ...]]) -> dict[str, int]:
    """Return what a bar must say."""
    parallel = made.document.order is Order.PARALLEL
    say, alone = (
        load_messages("en", parallel=parallel),
        EITHER if parallel else make_one_sided_captions("", "", ordered=True),
    )
    counted = Counter(
        change_kinds.state_caption(change_kinds.summary_status(of), alone).in_words(say) for of in rows
    )
    return dict(counted)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_home_overview_lead_and_filters_count_the_same(name: str) -> None:
    sums_agree(document(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_feed_counts_the_same(name: str) -> None:
    made = document(name)
    shown = {(each.base, each.target) for each in made.comparisons}
    entries = list(exporters.build_feed_entries(made.comparisons, comparison_pages(made.document, shown)))
    text = exporters.write_feed(entries, Wording("en"), title="x").data.decode()
    for comparison in made.comparisons:
        base, target = (made.document.version(each) for each in (comparison.base, comparison.target))
        if not any((entry.base, entry.target) == (base.label, target.label) for entry in entries):
            continue
        of = [main_status(each) for each in statuses_by_change(comparison).values()]
        changed_rows, formal = sum(each.changed for each in of), of.count(Status.FORM_ONLY)
        more = f", {'one' if formal == 1 else formal} more in form only" if formal else ""
        rows = "One of {} rows differs" if changed_rows == 1 else f"{changed_rows} of {{}} rows differ"
        assert f"{rows.format(len(of))} between {base.label} and {target.label}{more}" in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_report_of_what_is_new_counts_the_same(name: str) -> None:
    made = document(name)
    report = compare_states(name, None, made, None)
    assert report
    (told,) = json.loads(format_json([report]))["documents"]
    names = {Status.ONLY_TARGET: "added", Status.ONLY_BASE: "removed"}
    for number, version in enumerate(told["versions"]):
        comparison = step(made, number)
        counted = Counter(
            names.get(fact, fact.name.lower())
            for of in (statuses_by_change(comparison).values() if comparison else ())
            for fact in counted_statuses(of)
        )
        silent = ("unchanged", "not_in_text", "translation")
        assert version["counts"] == {fact: count for fact, count in counted.items() if fact not in silent}


def step(made: AnalysedDocument, number: int) -> Comparison | None:
    """Return the comparison of a version with the one before."""
    sigla = made.document.sigla
    pair = (sigla[number - 1], sigla[number]) if number else None
    return next((each for each in made.comparisons if (each.base, each.target) == pair), None)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_search_knows_the_same_kinds(name: str) -> None:
    made = document(name)
    files, _ = search.write_shards(made.alignment, made.comparisons, folder="x")
    told = {
        (made.document.sigla[int(version, 36)], unit): {
            kind for at, kind in enumerate(SEARCHED) if int(bits or "0", 36) >> at & 1
        }
        for file in files
        for version, unit, bits in places(file.data.decode())
    }
    parallel = made.document.order is Order.PARALLEL
    due: dict[tuple[str, str], set[str]] = {}
    for comparison in made.comparisons:
        adjacent = comparison in [step(made, number) for number in range(len(made.document.versions))]
        if comparison.translation or not (parallel or adjacent):
            continue
        said_of = statuses_by_change(comparison)
        for change in comparison.changes:
            of = said_of[change.id]
            said = {
                "only" if parallel and each in ("add", "del") else each.value for each in counted_statuses(of)
            }
            for siglum, cell in zip((comparison.base, comparison.target), change.cells, strict=True):
                for unit in cell:
                    due.setdefault((siglum, unit), set()).update(said & set(SEARCHED))
    assert {place: of for place, of in told.items() if of} == {place: of for place, of in due.items() if of}


def places(script: str) -> list[tuple[str, str, str]]:
    """Read from a shard where each text stands: version, unit, kinds as bits."""
    found = []
    for line in script.rpartition(",`\n")[2].removesuffix("`)\n").split("\n"):
        for place in line.split("\x1e"):
            fields = [*place.split("\t"), "", "", ""]
            found.append((fields[0], fields[1], fields[3]))
    return found
