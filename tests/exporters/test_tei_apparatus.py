"""Rules of a critical apparatus in TEI (Guidelines, chapter 13) that no schema can say, on all texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from hexapla.alignment import align
from hexapla.exporters.tei_apparatus import write_apparatus
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import Alignment, Role, Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.reading.printed import write_division_line, write_unit_lines
from hexapla.segmentation import segment
from hexapla.units import build_units
from whole_texts import NAMES, align_text

pytestmark = pytest.mark.xdist_group("whole texts")

ROOT = Path(__file__).parents[2]
SPACE = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
HOSTILE = [
    "第一条 <p>&amp;</p> ]]>\x1b\n第二条 \ufffe\"'\n第二条 又\n",
    "第一条 <p>&amp;</p> ]]>\x1b\n",
    "甲\n\n乙",
]


class Apparatus(NamedTuple):
    """A table of versions and the file that was made of it."""

    alignment: Alignment
    root: etree._Element


def table(name: str) -> Alignment:
    if name == "hostile":
        sources = [read_source(f"{n}.txt", text.encode()) for n, text in enumerate(HOSTILE)]
        return align(segment(sources, Plan(id="x")))
    return align_text(name)


@pytest.fixture(scope="module", params=[*NAMES, "hostile"])
def made(request: pytest.FixtureRequest) -> Apparatus:
    alignment = table(request.param)
    return Apparatus(alignment, etree.fromstring(write_apparatus(alignment)))


def witnesses(reading: etree._Element) -> list[str]:
    return str(reading.get("wit")).replace("#", "").split()


def test_the_method_is_declared_and_kept(made: Apparatus) -> None:
    (encoding,) = made.root.iter(f"{SPACE}variantEncoding")
    assert (encoding.get("method"), encoding.get("location")) == ("parallel-segmentation", "internal")
    for app in made.root.iter(f"{SPACE}app"):
        assert {str(each.tag) for each in app} == {f"{SPACE}rdg"}
        assert not app.get("from")
        assert not app.get("to")


def test_every_witness_is_declared_and_speaks_once_in_an_entry(made: Apparatus) -> None:
    declared = [each.get(f"{XML}id") for each in made.root.iter(f"{SPACE}witness")]
    assert declared == list(made.alignment.document.sigla)
    for app in made.root.iter(f"{SPACE}app"):
        named = [name for reading in app for name in witnesses(reading)]
        assert len(named) == len(set(named))
        assert set(named) <= set(declared)
        if app.get("type") in ("row", "title"):
            assert set(named) == set(declared)


def test_only_an_omission_or_a_lacuna_says_nothing(made: Apparatus) -> None:
    for app in (each for each in made.root.iter(f"{SPACE}app") if each.get("type") == "row"):
        for reading in app:
            silent = reading.find(f".//{SPACE}seg") is None
            assert silent == (reading.get("type") in ("omission", "lacuna"))
            assert (reading.find(f"{SPACE}gap") is not None) == (reading.get("type") == "lacuna")


def test_names_are_unique_and_pointers_lead_to_them(made: Apparatus) -> None:
    given = [each.get(f"{XML}id") for each in made.root.iter() if each.get(f"{XML}id")]
    assert len(given) == len(set(given))
    pointers = [str(each.get("corresp")) for each in made.root.iter() if each.get("corresp")]
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(given)


def test_what_a_witness_reads_is_its_text_to_the_character(made: Apparatus) -> None:
    for version in made.alignment.document.versions:
        read_here = readings(made.root, version.siglum)
        for name, text in wanted(version):
            assert "".join(read_here.pop(name).split()) == "".join(replace_unwritable(text).split())
        assert read_here == {}


def wanted(version: Version) -> Iterator[tuple[str, str]]:
    for unit in build_units(version):
        yield f"{version.siglum}__{unit.id}", "".join(write_unit_lines(unit))
    for clause in version.clauses:
        if clause.role is Role.DIVISION:
            yield f"{version.siglum}__{clause.id}", write_division_line(clause)


def readings(root: etree._Element, siglum: str) -> dict[str, str]:
    """Return the texts that a witness has, by their names; those it shares have its names beside them."""
    found: dict[str, str] = {}
    for reading in (each for each in root.iter(f"{SPACE}rdg") if siglum in witnesses(each)):
        parts = [each for each in reading if each.tag == f"{SPACE}seg"]
        anchors = [
            str(each.get(f"{XML}id")) for each in reading.iterfind(f"{SPACE}anchor") if not each.get("type")
        ]
        own = [str(each.get(f"{XML}id")) for each in parts] + anchors
        named = [name for name in own if name.startswith(f"{siglum}__")]
        assert len(named) == len(parts)
        found |= {name: "".join(map(str, seg.itertext())) for name, seg in zip(named, parts, strict=True)}
    return found
