"""What the search loads: folded the same everywhere, complete, and never code."""

import base64
import zlib
from importlib.resources import files

import numpy as np
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.search import (
    PageSection,
    ShardListing,
    write_catalogue,
    write_handwritten_shard,
    write_shards,
)
from hexapla.search.data_script import to_base36, write_data_script
from hexapla.search.folded_ngrams import (
    build_ngram_map,
    collapse_space,
    drop_skipped,
    encode_utf16,
    fold_units,
    hash_ngrams,
    parse_clause_number,
    simplify_units,
)
from hexapla.search.passages import build_spans, collect_passages
from hexapla.segmentation import segment
from hexapla.text.normalize import SAME_SIGNS
from hexapla.units import build_units

OLD = """第一章 总则
第一条 为了规范花园的管理，
制定本办法。
第二条 居民应当在三十日内提出申请。
第三条 居民可以种花。
"""
NEW = """第一章 总则
第一条 为了规范花园的管理，
制定本办法。
第二条 居民可以在十日内提出书面申请。
第四条 居民可以种花。
"""


def made(*texts: str) -> tuple[str, tuple[ShardListing, ...], int]:
    """Return the shards as text, what the catalogue is told of them, and the size of the texts."""
    sources = [read_source(f"{2018 + at}.txt", text.encode()) for at, text in enumerate(texts)]
    alignment = align(segment(sources, Plan(id="x")))
    files, listings = write_shards(alignment, compare_all(alignment), folder="texts/x")
    return "".join(file.data.decode() for file in files), listings, sum(len(text.encode()) for text in texts)


def text_of(units: "np.ndarray[tuple[int], np.dtype[np.uint16]]") -> str:
    return units.tobytes().decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("Σίσυφος", "σισυφος"),
        ("甲，乙　丙", "甲,乙 丙"),
        ("①㎡", "1㎡"),  # what would become longer stays
        ("İß", "iß"),
        ("L’État d‘Ørsted", "l'etat d'orsted"),
        ("ガがйё", "ガがйё"),  # letters of their own
        ("Ꟶ𝐀", "Ꟶ𝐀"),  # a block that still grows, and another plane
    ],
)
def test_folding_keeps_the_length(text: str, expected: str) -> None:
    assert text_of(fold_units(encode_utf16(text))) == expected


def test_the_script_has_the_same_table_of_signs() -> None:
    script = (files("hexapla.pages") / "assets" / "search.js").read_text(encoding="utf-8")
    (signs,) = regex.findall(r'SIGNS="([^"]*)"', script)
    assert dict(zip(signs[::2], signs[1::2], strict=True)) == SAME_SIGNS


def test_traditional_characters_become_simplified_ones() -> None:
    assert text_of(simplify_units(fold_units(encode_utf16("應當")))) == "应当"


def test_punctuation_signs_and_spaces_can_be_left_out() -> None:
    assert text_of(drop_skipped(fold_units(encode_utf16("“合同”， 第 5 条；§")))) == "合同第5条"


def test_identical_texts_are_stored_once_and_line_ends_inside_a_sentence_are_undone() -> None:
    script_text, _, _ = made(OLD, NEW)
    assert script_text.count("为了规范花园的管理，制定本办法。") == 1
    assert script_text.count("居民可以种花。") == 1


def test_a_renumbered_text_has_both_numbers() -> None:
    script_text, _, _ = made(OLD, NEW)
    line = next(line for line in script_text.split("\n") if "art_3" in line)
    assert "第三条" in line
    assert "第四条" in line


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200), max_size=3))
def test_every_unit_and_division_stands_in_exactly_one_passage(texts: list[str]) -> None:
    sources = [read_source(f"{at}.txt", text.encode()) for at, text in enumerate(texts)]
    document = segment(sources, Plan(id="x"))
    found = [(place.version, place.id) for passage in collect_passages(document) for place in passage.places]
    expected = {
        (at, clause.id)
        for at, version in enumerate(document.versions)
        for unit in build_units(version)
        for clause in (unit.clause, *unit.divisions)
    }
    assert len(found) == len(set(found))
    assert expected <= set(found)


ESCAPE = regex.compile(r"\\u([0-9a-f]{4})")


@given(st.text())
def test_any_text_is_read_back_and_none_is_code(text: str) -> None:
    one_line = collapse_space(text.encode("utf-8", "replace").decode())
    data = write_data_script("n", {}, [one_line]).decode()
    assert "<" not in write_data_script("n", one_line).decode()
    head, literal, tail = data.split("`")
    assert ESCAPE.sub(lambda match: chr(int(match[1], 16)), literal) == "\n" + one_line
    assert tail == ")\n"
    for danger in ("</", "<!", "\u2028", "\u2029", "\r"):
        assert danger not in head + literal
    assert "${" not in literal


@given(st.text(min_size=2, max_size=60), st.data())
def test_the_filter_lets_every_query_through_that_can_hit(text: str, data: st.DataObject) -> None:
    line = collapse_space(text.encode("utf-8", "replace").decode())
    own = encode_utf16(line)
    bits = np.unpackbits(np.frombuffer(build_ngram_map(line, set()), np.uint8))
    start = data.draw(st.integers(0, max(0, len(own) - 1)))
    end = data.draw(st.integers(start, len(own)))
    part = simplify_units(fold_units(own[start:end]))
    assert bits[hash_ngrams(part)].all()
    assert bits[hash_ngrams(drop_skipped(part))].all()


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("第四十二条之一", 42),
        ("Section 5(a)", 5),
        ("§ 12", 12),
        ("(a)", None),
        ("第一百二十条", 120),
        ("99999999", None),
    ],
)
def test_a_clause_is_found_by_its_first_number(printed: str, number: int | None) -> None:
    assert parse_clause_number(printed) == number


@given(st.integers(0, 10**9))
def test_numbers_in_base_36(number: int) -> None:
    assert int(to_base36(number), 36) == number


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("甲乙丙丁", [1, 2], [(1, 3)]),
        ("a bc d", [1, 2, 3], [(2, 6)]),
        ("𠮷甲𠮷乙", [2, 3], [(3, 6)]),
        ("甲", [], []),
        ("甲", [5], []),
    ],
)
def test_places_without_spaces_become_spans(
    text: str, places: list[int], expected: list[tuple[int, int]]
) -> None:
    assert build_spans(text, places) == expected


def test_shards_are_not_much_larger_than_the_texts() -> None:
    text = "".join(
        f"第{number}条 {'居民应当在三十日内提出申请，管理小组应当答复。' * 4}\n" for number in range(1, 200)
    )
    script_text, _, size = made(text, text.replace("应当", "可以"))
    assert len(script_text.encode()) <= 1.3 * size


def listing(at: int, size: int, text: str) -> ShardListing:
    packed = base64.b64encode(zlib.compress(build_ngram_map(text, set()))).decode()
    return ShardListing(uri=f"texts/{at}/search-1.js", size=size, grams=packed, characters="")


def test_a_small_collection_needs_no_filter() -> None:
    assert [file.uri for file in write_catalogue([listing(0, 1000, "甲乙")])] == ["search/catalogue.js"]


def test_the_filter_is_bounded_however_many_shards_there_are() -> None:
    files = write_catalogue([listing(at, 100_000, f"甲乙{at}") for at in range(2000)])
    assert sum(len(file.data) for file in files[1:]) < 6 * 1024 * 1024
    assert len(files) == 65


def test_hand_written_pages_stand_in_a_shard_of_their_own() -> None:
    file = write_handwritten_shard(
        [PageSection("Guide", "guide/index.html#a", "First", "Read this.")], language="en"
    )
    assert file.uri == "search/pages.js"
    assert b"Read this." in file.data
    assert b"guide/index.html#a\tFirst" in file.data


def test_the_catalogue_names_documents_by_title_labels_and_dates() -> None:
    (file,) = write_catalogue([], [("texts/well", "Well Rules", "en", "2010 2020 · two versions")])
    assert b'"documents":[["texts/well","Well Rules","en","2010 2020 ' in file.data
