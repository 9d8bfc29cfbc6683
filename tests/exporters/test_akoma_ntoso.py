"""The rules of Akoma Ntoso 3.0 and its naming convention, each as a test, on all texts there are.

The schema says which elements may stand where; it says nothing of identifiers. Where a package brings the
schema, `test_files_out.py` asks it too.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from hexapla.exporters.akn_act import write_act
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import Document, Version
from hexapla.paratexts import stated_title
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from whole_texts import NAMES, segment_text

pytestmark = pytest.mark.xdist_group("whole texts")

ROOT = Path(__file__).parents[2]
SPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

ABBREVIATED = {
    "article": "art",
    "attachment": "att",
    "chapter": "chp",
    "paragraph": "para",
    "section": "sec",
    "subsection": "subsec",
}
"""naming convention, 5.2; any other element is written out"""
HIERARCHY = {
    *("article", "book", "chapter", "hcontainer", "level", "paragraph", "part", "point", "rule", "section"),
    *("subpart", "subsection"),
}
COUNTED = {"article", "book", "chapter", "hcontainer", "level", "part", "rule", "section"}
"""what may be counted through the whole text, so that nothing stands before its number"""
ABOVE = {
    "book": {"body", "mainBody", "part", "hcontainer"},
    "part": {"body", "mainBody", "book", "hcontainer"},
    "chapter": {"body", "mainBody", "book", "part", "hcontainer"},
    "article": {
        "body",
        "mainBody",
        "book",
        "part",
        "chapter",
        "section",
        "subsection",
        "subpart",
        "hcontainer",
    },
}
"""element → what it may stand in"""
PIECE = re.compile(r"[A-Za-z]+(?:_[^\s_A-Z/,;:()\[\]]+)*")
WORK = re.compile(r"/akn/(?P<country>[a-z]{2})/act/(?P<date>\d{4}-\d\d-\d\d)/[^\s/@!~#]+")
HOSTILE = [
    "第一条 <p>&amp;</p> ]]>\x1b\n第二条 \ufffe\"'\n第二条 又\n附件一 表\n一、x\n",
    "Section 1. A.\nSection 1. A again.\nSECTION 2. (a) b;\n(b) c; and\n(b) d.\n",
    "没有编号的一段。\n\n又一段。",
    "附件1\n附件2\n内容一。\n",
    "第一条 甲\n附件一\n一、子\n二、丑\n附件二\n一、寅\n",
    "",
]


class Act(NamedTuple):
    """A version and the file that was made of it."""

    document: Document
    version: Version
    root: etree._Element


def names() -> list[str]:
    hostile = (f"hostile {n}" for n in range(len(HOSTILE)))
    return [*NAMES, *hostile]


def document(name: str) -> Document:
    kind, _, number = name.partition(" ")
    if kind == "hostile":
        source = read_source("x.txt", HOSTILE[int(number)].encode())
        return segment([source, read_source("y.txt", "第一条 甲".encode())], Plan(id="x"))
    return segment_text(name)


@pytest.fixture(scope="module", params=names())
def acts(request: pytest.FixtureRequest) -> list[Act]:
    whole = document(request.param)
    return [Act(whole, version, etree.fromstring(write_act(whole, version))) for version in whole.versions]


def local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(SPACE)


def children(element: etree._Element) -> list[str]:
    return [local(child) for child in element]


def bodies(root: etree._Element) -> Iterator[etree._Element]:
    yield from (each for each in root.iter() if local(each) in ("body", "mainBody"))


def provisions(root: etree._Element) -> Iterator[etree._Element]:
    for body in bodies(root):
        yield from (each for each in body.iter() if local(each) in HIERARCHY)


def squeezed(text: str) -> str:
    return "".join(replace_unwritable(text).split())


# ---------------------------------------------------------------- parts, and what stands in them


def test_an_act_has_its_parts_in_order(acts: Sequence[Act]) -> None:
    for each in acts:
        (whole,) = each.root
        assert children(each.root) == ["act"]
        assert whole.get("name")
        assert whole.get("contains") == "singleVersion"
        assert children(whole)[:2] in (["meta", "preface"], ["meta", "body"])
        assert children(whole)[1:] in (
            [*preface, "body", *after] for preface in ([], ["preface"]) for after in ([], ["attachments"])
        )
        assert children(whole[0]) == ["identification", "references", "proprietary"]


def test_a_provision_has_number_heading_and_then_either_content_or_provisions(acts: Sequence[Act]) -> None:
    form = re.compile(r"(num )?(heading )?(content |(intro )?(H )+)")
    for each in acts:
        for provision in provisions(each.root):
            kinds = "".join("H " if kind in HIERARCHY else f"{kind} " for kind in children(provision))
            assert form.fullmatch(kinds), kinds
            if local(provision) == "hcontainer":
                assert provision.get("name")


def test_text_stands_in_paragraphs_numbers_and_headings_only(acts: Sequence[Act]) -> None:
    for each in acts:
        for body in bodies(each.root):
            for element in body.iter():
                text = local(element) in ("p", "num", "heading")
                assert text or not (element.text or "").strip()
                assert not (element.tail or "").strip()
                if local(element) in ("content", "intro"):
                    assert children(element) == ["p"]


def test_larger_divisions_stand_in_no_smaller_ones(acts: Sequence[Act]) -> None:
    for each in acts:
        for provision in provisions(each.root):
            above = provision.getparent()
            assert above is not None
            assert local(above) in ABOVE.get(local(provision), HIERARCHY | {"body", "mainBody"})


def test_no_element_is_empty_but_where_the_text_is(acts: Sequence[Act]) -> None:
    for each in acts:
        for body in bodies(each.root):
            assert len(body)
            empty = [element for element in body.iter("{*}num", "{*}heading") if not element.text]
            assert empty == []


# ---------------------------------------------------------------- nothing lost


def test_every_clause_is_there_in_order_to_the_character(acts: Sequence[Act]) -> None:
    for each in acts:
        told = "".join("".join(map(str, part.itertext())) for part in texts(each.root))
        clauses = "".join(f"{c.number or ''}{c.heading or ''}{c.text}" for c in each.version.clauses)
        assert squeezed(told) == squeezed(clauses)


def texts(root: etree._Element) -> Iterator[etree._Element]:
    for part in root.iter(f"{SPACE}body", f"{SPACE}attachment"):
        if local(part) == "body":
            yield part
        else:
            yield from (each for each in part if local(each) in ("num", "heading"))
            yield from part.iter(f"{SPACE}mainBody")


def test_title_and_what_was_set_aside_are_there(acts: Sequence[Act]) -> None:
    for each in acts:
        titles = ["".join(map(str, one.itertext())) for one in each.root.iter(f"{SPACE}docTitle")]
        assert list(map(squeezed, titles)) == list(filter(None, [squeezed(stated_title(each.version))]))
        kept = "".join(str(one.text) for one in each.root.iter("{urn:hexapla:akn}setAside"))
        spans = [span for one in each.version.set_aside for span in one.spans]
        assert squeezed(kept) == squeezed("".join(each.version.source.text[a:b] for a, b in spans))


def test_the_language_is_said_where_the_text_is(acts: Sequence[Act]) -> None:
    for each in acts:
        for part in (*each.root.iter(f"{SPACE}preface"), *bodies(each.root)):
            assert part.get(LANGUAGE) == each.version.language


# ---------------------------------------------------------------- eIds: naming convention, chapter 5


def test_eids_are_unique_and_no_provision_lacks_one(acts: Sequence[Act]) -> None:
    for each in acts:
        given = [element.get("eId") for element in each.root.iter() if element.get("eId")]
        assert len(given) == len(set(given))
        needed = (*provisions(each.root), *each.root.iter(f"{SPACE}p", f"{SPACE}attachment"))
        inside = [one for one in needed if next(one.iterancestors(f"{SPACE}preface"), None) is None]
        assert all(one.get("eId") for one in inside)


def test_an_eid_is_a_prefix_a_short_form_and_a_number(acts: Sequence[Act]) -> None:
    for each in acts:
        for element in (one for one in each.root.iter() if one.get("eId")):
            if local(element).startswith("TLC"):
                continue
            pieces = str(element.get("eId")).split("__")
            assert all(PIECE.fullmatch(piece) for piece in pieces), pieces
            short, _, number = pieces[-1].partition("_")
            assert short == ABBREVIATED.get(local(element), local(element))
            assert bool(number) == (local(element) not in ("content", "intro"))
            assert "".join(number.split()).lower() == number


def test_the_prefix_is_the_eid_of_what_the_number_is_counted_in(acts: Sequence[Act]) -> None:
    for each in acts:
        for element in (one for body in bodies(each.root) for one in body.iter() if one.get("eId")):
            prefix = str(element.get("eId")).rpartition("__")[0]
            above = next((one.get("eId") for one in element.iterancestors() if one.get("eId")), "")
            annex = next((one.get("eId") for one in element.iterancestors(f"{SPACE}attachment")), "")
            through = {annex} if local(element) in COUNTED else set()
            assert prefix in {above} | through | ({""} if above is None else set()), element.get("eId")


def test_the_number_is_that_of_num(acts: Sequence[Act]) -> None:
    for each in acts:
        for provision in provisions(each.root):
            printed = provision.findtext(f"{SPACE}num")
            digits = re.findall(r"\d+", unicodedata.normalize("NFKC", printed or ""), re.ASCII)
            if digits:
                number = str(provision.get("eId")).split("__")[-1].partition("_")[2]
                assert "-".join(str(int(one)) for one in digits) in number, (printed, number)


def test_paragraphs_without_numbers_are_counted(acts: Sequence[Act]) -> None:
    for each in acts:
        for provision in provisions(each.root):
            own = [
                int(str(one.get("eId")).rpartition("_")[2])
                for one in provision
                if local(one) == "paragraph" and one.find(f"{SPACE}num") is None
            ]
            assert all(one < other for one, other in pairwise(own))


def test_every_clause_can_be_found_by_the_name_it_has_on_the_site(acts: Sequence[Act]) -> None:
    for each in acts:
        known = {one.get("GUID") or one.get("eId") for one in each.root.iter() if one.get("eId")}
        assert {clause.id for clause in each.version.clauses} <= known
        assert not [one for one in each.root.iter() if one.get("wId")]


REPEATED = [
    ("第一条 甲\n第二条 乙\n第二条 丙\n第二条之一 丁\n", ["art_1", "art_2", "art_2_2", "art_2-1"]),
    ("一、甲乙丙\n二、丁戊己\n二、庚辛壬\n", ["level_1", "level_2", "level_2_2"]),
]


@pytest.mark.parametrize(("text", "expected"), REPEATED)
def test_a_number_that_occurs_again_is_the_same_kind_of_provision(text: str, expected: list[str]) -> None:
    whole = segment([read_source("x.txt", text.encode())], Plan(id="x"))
    root = etree.fromstring(write_act(whole, whole.versions[0]))
    assert [one.get("eId") for one in provisions(root)] == expected
    assert len({local(one) for one in provisions(root)}) == 1


# ---------------------------------------------------------------- who it is: naming convention, chapter 4


def identities(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    for at, each in enumerate(root.iter(f"{SPACE}identification")):
        yield f"annex_{at}" if at else "main", list(each)


def value(element: etree._Element, name: str, key: str = "value") -> str:
    (found,) = element.findall(SPACE + name)
    return str(found.get(key))


def test_work_expression_and_manifestation_are_whole_and_in_order(acts: Sequence[Act]) -> None:
    last = {"FRBRWork": "FRBRcountry", "FRBRExpression": "FRBRlanguage", "FRBRManifestation": "FRBRformat"}
    for each in acts:
        for _, levels in identities(each.root):
            assert [local(level) for level in levels] == list(last)
            for level in levels:
                kinds = [kind for kind in children(level) if kind != "FRBRalias"]
                assert kinds == ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", last[local(level)]]
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", value(level, "FRBRdate", "date"))
                assert value(level, "FRBRdate", "name") in ("issued", "undated")


def test_iris_follow_from_one_another(acts: Sequence[Act]) -> None:
    for each in acts:
        for component, (work, expression, manifestation) in identities(each.root):
            uri = value(work, "FRBRuri")
            parts = WORK.fullmatch(uri)
            assert parts, uri
            assert parts["country"] == value(work, "FRBRcountry")
            assert parts["date"] == value(work, "FRBRdate", "date")
            tongue = value(expression, "FRBRlanguage", "language")
            assert re.fullmatch(r"[a-z]{3}", tongue)
            version = value(expression, "FRBRuri").removeprefix(f"{uri}/{tongue}@")
            assert version in (each.version.siglum, value(expression, "FRBRdate", "date"))
            assert value(manifestation, "FRBRuri") == value(expression, "FRBRuri") + ".akn"
            for level in (work, expression):
                assert value(level, "FRBRthis") == f"{value(level, 'FRBRuri')}/!{component}"
            assert value(manifestation, "FRBRthis") == value(expression, "FRBRthis") + ".xml"


def test_versions_are_expressions_of_one_work_and_no_two_are_one(acts: Sequence[Act]) -> None:
    first = [dict(identities(each.root))["main"] for each in acts]
    same_country = {value(work, "FRBRcountry") for work, _, _ in first}
    assert len({value(work, "FRBRuri") for work, _, _ in first}) == len(same_country)
    assert len({value(expression, "FRBRuri") for _, expression, _ in first}) == len(acts)


def test_what_is_referred_to_is_there(acts: Sequence[Act]) -> None:
    for each in acts:
        known = {one.get("eId"): one for one in each.root.iter() if local(one).startswith("TLC")}
        for one in each.root.iter():
            for key in ("source", "href", "as"):
                reference = one.get(key)
                if reference and not local(one).startswith("TLC"):
                    assert reference.removeprefix("#") in known
        for one in known.values():
            assert str(one.get("href")).startswith("/akn/ontology/")
            assert one.get("showAs")


def test_annexes_are_documents_of_their_own() -> None:
    whole = document("hostile 4")
    root = etree.fromstring(write_act(whole, whole.versions[0]))
    attached = list(root.iter(f"{SPACE}attachment"))
    assert [one.get("eId") for one in attached] == ["att_1", "att_2"]
    assert [children(one) for one in attached] == [["num", "doc"]] * 2
    assert [[p.get("eId") for p in one.iter(f"{SPACE}level", f"{SPACE}paragraph")] for one in attached] == [
        ["att_1__level_1", "att_1__level_2"],
        ["att_2__level_1"],
    ]
    for one in attached:
        assert [children(doc) for doc in one.iter(f"{SPACE}doc")] == [["meta", "mainBody"]]


def test_a_country_is_told_by_the_language_s_tag() -> None:
    source = read_source("x.txt", "第一條 甲".encode())
    whole = segment([source], Plan(id="x", language="zh-TW"))
    root = etree.fromstring(write_act(whole, whole.versions[0]))
    assert [one.get("value") for one in root.iter(f"{SPACE}FRBRcountry")] == ["tw"]
