"""What a page's own style says of the numbers of lists and of what is shown."""

import pytest

from hexapla.readers import read_source

ITEMS = "<ol id=o class=c><li>a<li>b</ol>"
NUMBERS = [
    ("ol { list-style-type: lower-alpha }", ITEMS, ["a. a", "b. b"]),
    (".c { list-style: upper-roman inside }", ITEMS, ["I. a", "II. b"]),
    ("#o { list-style: none }", ITEMS, ["a", "b"]),
    ("ol { list-style: none } ol.c { list-style-type: decimal }", ITEMS, ["1. a", "2. b"]),
    ("ol.c { list-style-type: lower-roman } ol { list-style: none }", ITEMS, ["i. a", "ii. b"]),
    ("ol { list-style: none !important } #o { list-style: decimal }", ITEMS, ["a", "b"]),
    ("ol ol { list-style-type: lower-latin }", "<ol><li>a<ol><li>b</ol></ol>", ["1. a", "a. b"]),
    ("ol > li { display: block }", ITEMS, ["a", "b"]),
    ("ol { list-style-type: '- ' }", ITEMS, ["a", "b"]),
    ("ul { list-style-type: decimal }", "<ul><li>a<li>b</ul>", ["1. a", "2. b"]),
    ("", "<ol type=i start=4 reversed><li>a<li value=9>b</ol>", ["iv. a", "ix. b"]),
    ("ol { list-style-type: upper-alpha }", "<ol type=i><li>a</ol>", ["A. a"]),
    ("@media print { ol { list-style: none } }", ITEMS, ["1. a", "2. b"]),
    ("@media screen and (min-width: 40em) { ol { list-style: none } }", ITEMS, ["a", "b"]),
    ("ol:hover { list-style: none } ol::: { x", ITEMS, ["1. a", "2. b"]),
]
COUNTED = [
    (
        (
            "ol { list-style: none; counter-reset: n } li { counter-increment: n }"
            ' li::before { content: counters(n, ".") ". " }'
        ),
        "<ol><li>a<ol><li>b<li>c</ol><li>d</ol>",
        ["1. a", "1.1. b", "1.2. c", "2. d"],
    ),
    (
        (
            "body { counter-reset: s } h2 { counter-increment: s }"
            ' h2:before { content: "\\a7  " counter(s, upper-roman) }'
        ),
        "<h2>a</h2><h2>b</h2>",
        ["§ I a", "§ II b"],
    ),
]
HIDDEN = [
    (".x { display: none }", '<p class="x">a<p>b', ["b"]),
    ("#x, .y { visibility: hidden }", "<p id=x>a<p class=y>b<p>c", ["c"]),
    (".x { display: none } p.x { display: block }", "<p class=x>a", ["a"]),
    (".x { display: none }", '<p class=x style="display: block">a', ["a"]),
    ("p:not(.x) { display: none }", "<p class=x>a<p>b", ["a"]),
]


@pytest.mark.parametrize(("style", "body", "wanted"), [*NUMBERS, *COUNTED, *HIDDEN])
def test_a_page_is_read_as_its_own_style_shows_it(style: str, body: str, wanted: list[str]) -> None:
    page = f"<!doctype html><style>{style}</style><body>{body}"
    assert [line for line in read_source("a.html", page.encode()).text.split("\n") if line] == wanted


def test_what_a_style_hides_is_told() -> None:
    page = "<style>.x { display: none }</style><body><p class=x>abc<p>d"
    assert [one.code for one in read_source("a.html", page.encode()).findings] == ["hidden_text"]


def test_alternative_texts_of_pictures_are_told_by_count() -> None:
    page = b'<p>1. The map <img src="m" alt="A map"> and the seal <img src="s" alt=""> hang in the hall.</p>'
    made = read_source("x.html", page)
    assert "A map" not in made.text
    assert [one.message.rpartition(": ")[2] for one in made.findings] == ["1 alternative texts of pictures."]
