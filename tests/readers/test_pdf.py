"""Printed pages as text."""

import zlib

import pytest

from hexapla.errors import SourceError
from hexapla.readers import limits, read_source
from readers.printed import Placed, assembled, printed


def lines(*pages: list[Placed]) -> list[str]:
    return [line for line in read_source("a.pdf", printed(*pages)).text.split("\n") if line]


def article(y: float, number: int, mark: str = "") -> list[Placed]:
    first = f"Article {number}. It is open to all{mark} members of the house who keep the rules of it on"
    return [(60, y, 12, first), (60, y - 14, 12, "every day.")]


def test_a_raised_number_stays_in_its_line() -> None:
    assert lines([(60, 700, 12, "It is 10^5 metres long.")]) == ["It is 10⁵ metres long."]


def test_a_smaller_number_on_the_line_is_none() -> None:
    assert lines([(60, 700, 12, "It is "), (92, 700, 8, "12"), (104, 700, 12, "long.")]) == ["It is 12 long."]


def test_notes_at_the_foot_of_pages_stand_at_the_end() -> None:
    one = [
        *article(740, 1, "^1"),
        *article(700, 2, "^2"),
        (60, 670, 12, "Article 3. It goes on from one page"),
    ]
    one += [(60, 120, 9, "^1Save on days on which the"), (60, 109, 9, "house is closed.")]
    two: list[Placed] = [
        (60, 740, 12, "to the other."),
        *article(700, 4, "^3"),
        (60, 120, 9, "3 Inserted by Act 2."),
    ]
    one += [(60, 98, 9, "2 Inserted by Act 2.")]
    footer = [[*page, (60.0, 60.0, 9.0, "Printed by the house")] for page in (one, two)]
    found = lines(*footer)
    assert found[-3:] == [
        "¹ Save on days on which the house is closed.",
        "² Inserted by Act 2.",
        "³ Inserted by Act 2.",
    ]
    assert (
        "Article 1. It is open to all¹ members of the house who keep the rules of it on every day." in found
    )
    assert not any("Printed" in line for line in found)


def test_a_small_line_that_no_raised_number_leads_to_is_text() -> None:
    page = [*article(740, 1), *article(700, 2), (60.0, 120.0, 9.0, "1 small print")]
    assert lines(page)[-1] == "1 small print"


SIDEWAYS: list[Placed] = [
    (60, 500, 12, "Article 1. It is open to all members of the house who keep the rules"),
    (60, 486, 12, "of it on every day."),
    (60, 460, 12, "Article 2. The end."),
]
WAYS = [
    ("0 1 -1 0 595 0", "/Rotate 90"),
    ("0 1 -1 0 595 0", ""),
    ("0 -1 1 0 0 842", "/Rotate 270"),
    ("0 -1 1 0 0 842", ""),
    ("-1 0 0 -1 595 842", "/Rotate 180"),
    ("1 0 0 1 0 0", "/Rotate 90"),
]


@pytest.mark.parametrize(("matrix", "more"), WAYS)
def test_a_turned_page_is_read_as_it_runs(matrix: str, more: str) -> None:
    text = read_source("a.pdf", printed(SIDEWAYS, matrix=matrix, more=more)).text
    assert text.splitlines() == [f"{SIDEWAYS[0][3]} {SIDEWAYS[1][3]}", SIDEWAYS[2][3]]


UNNAMED = [(60.0, 700.0, 12.0, "\\001\\003\\004\\005\\006\\007 \\016\\017")]
NAMED = "Article 1. It is open to all members of the house who keep the rules."


def test_letters_that_their_font_does_not_name_are_refused_or_told() -> None:
    with pytest.raises(SourceError, match="fonts do not say which letters"):
        read_source("a.pdf", printed(UNNAMED))
    source = read_source("a.pdf", printed([(60, 700, 12, NAMED), (60, 600, 12, "a \\003")]))
    assert source.text == f"{NAMED}\na \N{REPLACEMENT CHARACTER}\n"
    assert [each.code for each in source.findings] == ["characters_replaced"]


def test_letters_without_a_character_map_are_refused() -> None:
    numbers = "".join(f"{ord(char) + 40:04x}" for char in NAMED)  # of glyphs, which look like other letters
    text = f"BT /F 12 Tf 60 700 Td <{numbers}> Tj ET"
    font = "/BaseFont/ABCDEF+Own/Encoding/Identity-H/DescendantFonts[6 0 R]"
    system = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    data = assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
            f"<</Length {len(text)}>>stream\n{text}\nendstream",
            f"<</Type/Font/Subtype/Type0{font}>>",
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Own/CIDSystemInfo{system}/DW 500>>",
        ]
    )
    with pytest.raises(SourceError, match="fonts do not say which letters"):
        read_source("a.pdf", data)


def packed(text: bytes, times: int) -> bytes:
    """Make a PDF of one page whose content is packed several times."""
    for _ in range(times):
        text = zlib.compress(text, 9)
    filters = "/FlateDecode" * times
    page = printed([]).replace(b"<</Length", f"<</Filter[{filters}]/Length".encode())
    head, _, tail = page.partition(b"stream\n")
    return head + b"stream\n" + text + b"\nendstream" + tail.partition(b"endstream")[2]


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_to_too_much_is_refused(times: int) -> None:
    with pytest.raises(SourceError, match=r"a stream in it unpacks to too much: the limit is 32 MiB"):
        read_source("a.pdf", packed(bytes(limits.LARGEST_PART + 1), times))


def test_pages_that_draw_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_OBJECTS", 10)
    page: list[Placed] = [(60, 700 - 20 * n, 12, "x") for n in range(6)]
    with pytest.raises(SourceError, match="things drawn on its pages: the limit is 10"):
        read_source("a.pdf", printed(page, page))
    assert lines(page)


LOOP = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"]


def test_a_tree_of_pages_without_end_is_refused() -> None:
    with pytest.raises(SourceError, match="page 1 of this PDF cannot be read"):
        read_source("a.pdf", assembled(LOOP))


def forms(times: int, depth: int, indirect: str) -> bytes:
    """Make a PDF whose page draws a form that draws a form that draws ..., each many times."""
    draw = "/X Do\n" * times
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(draw)}>>stream\n{draw}\nendstream",
    ]
    for number in range(5, 5 + 2 * depth, 2):
        named = f"<</XObject<</X {number + 2} 0 R>>>>"
        inside = f"{number + 1} 0 R" if indirect else named
        objects += [
            (
                f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources {inside}/Length {len(draw)}>>"
                f"stream\n{draw}\nendstream"
            ),
            named,
        ]
    return assembled(objects)


@pytest.mark.parametrize("indirect", ["", "indirect"])
@pytest.mark.parametrize(("times", "depth"), [(300, 3), (2, 29)])
def test_drawings_within_drawings_are_bounded(times: int, depth: int, indirect: str) -> None:
    with pytest.raises(SourceError, match="things drawn on its pages: the limit is 5,000,000"):
        read_source("a.pdf", forms(times, depth, indirect))


def test_a_few_drawings_within_drawings_are_read() -> None:
    assert read_source("a.pdf", forms(3, 3, "")).text == ""


# ---------------------------------------------------------------- forms, codes, long lines

FORM_FONT = "/DA(/Helv 12 Tf 0 g)"


def form(*fields: str) -> bytes:
    text = "BT /F 12 Tf 50 700 Td (Tenant:) Tj ET BT /F 12 Tf 50 650 Td (1. The tenant pays.) Tj ET"
    names = " ".join(f"{6 + n} 0 R" for n in range(len(fields)))
    return assembled(
        [
            (
                f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{names}]/DR<</Font<</Helv 4 0 R>>>>"
                f"{FORM_FONT}>>>>"
            ),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>"
                f"/Contents 5 0 R/Annots[{names}]>>"
            ),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            f"<</Length {len(text)}>>stream\n{text}\nendstream",
            *fields,
        ]
    )


def field(value: str, place: str, *, flags: int = 4, kind: str = "/FT/Tx") -> str:
    return f"<</Type/Annot/Subtype/Widget{kind}/T({place})/V({value})/Rect[{place}]/F {flags}{FORM_FONT}>>"


def test_what_is_filled_into_a_form_stands_where_it_is_printed() -> None:
    data = form(
        field("last of June", "100 500 300 520", kind="/FT/Ch/Ff 131072/Opt[(last of June)(May)]"),
        field("Ada Holm", "120 695 300 715"),
        field("unseen", "100 600 300 620", flags=2),
    )
    assert read_source("a.pdf", data).text == "Tenant:\tAda Holm\n1. The tenant pays.\nlast of June\n"


def test_a_line_of_many_thousand_characters_is_read() -> None:
    assert len(read_source("a.pdf", printed([(50, 700, 1, "ab " * 10_000)])).text) > 25_000


@pytest.mark.parametrize("times", [1, 40])
def test_a_page_of_more_characters_than_any_has_is_refused(times: int) -> None:
    line = (50.0, 700.0, 1.0, "a" * (1_000_000 // times))
    with pytest.raises(SourceError, match="characters on"):
        read_source("a.pdf", printed([line] * times))
