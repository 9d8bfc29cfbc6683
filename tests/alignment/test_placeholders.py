"""Clauses of which only the number is left are linked by it, and by nothing else."""

import pytest

from hexapla.alignment import align
from hexapla.model import Alignment, Basis, Document, Source
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation import segment

BOATS = "Boote liegen nachts am Steg und tragen ein Licht am Bug."
NETS = "Netze trocknen am Ufer, bis der Hafenmeister sie zählt."
OARS = "Ruder stehen im Schuppen neben der Waage."
GATE = "Das Tor wird bei Sturm geschlossen und bewacht."
BELL = "Die Glocke ruft die Fischer bei Nebel zurück."


def read(*texts: str) -> Document:
    """Segment versions of one document."""
    sources = [
        Source(path=f"{at}.txt", media_type="text/plain", encoding="utf-8", text=text, sha256="")
        for at, text in enumerate(texts)
    ]
    return segment(sources, Plan(id="x", versions=tuple(VersionPlan(file=one.path) for one in sources)))


def sections(*texts: str) -> str:
    """Number clauses; a text that has its number already keeps it."""
    return "Hafenordnung\n" + "".join(
        f"{text}\n" if text.startswith("§") else f"§ {at} {text}\n" for at, text in enumerate(texts, 1)
    )


def links_of(alignment: Alignment) -> dict[tuple[str, str], Basis]:
    """Return the links by their ends, as `A/sec_1`."""
    return {("/".join(link.a), "/".join(link.b)): link.basis for row in alignment.rows for link in row.links}


@pytest.mark.parametrize(
    "said", ["(weggefallen)", "– aufgehoben –", "Aufgehoben durch Gesetz vom 3. 5. 1999."]
)
def test_a_clause_and_the_number_that_is_left_of_it_are_linked(said: str) -> None:
    found = links_of(align(read(sections(BOATS, NETS, GATE), sections(BOATS, said, GATE))))
    assert found["A/sec_2", "B/sec_2"] is Basis.NUMBER


def test_a_range_is_linked_to_every_clause_for_which_it_stands() -> None:
    later = sections(BOATS, "§§ 2 bis 4 (weggefallen)", f"§ 5 {BELL}")
    found = links_of(align(read(sections(BOATS, NETS, OARS, GATE, BELL), later)))
    assert {pair: basis for pair, basis in found.items() if basis is Basis.NUMBER} == {
        ("A/sec_2", "B/sec_2"): Basis.NUMBER,
        ("A/sec_3", "B/sec_2"): Basis.NUMBER,
        ("A/sec_4", "B/sec_2"): Basis.NUMBER,
    }


def test_a_clause_that_has_a_partner_is_not_linked_to_its_old_number() -> None:
    later = sections(BOATS, "(weggefallen)", GATE, NETS)
    found = links_of(align(read(sections(BOATS, NETS, GATE), later)))
    assert found["A/sec_2", "B/sec_4"] is Basis.IDENTICAL
    assert not any(b == "B/sec_2" for _, b in found)


def test_what_is_left_of_two_clauses_is_not_mixed_up() -> None:
    """Three say the same, “repealed”; in the later text one more was taken out, before the others."""
    earlier = sections(BOATS, NETS, "(weggefallen)", GATE, "(weggefallen)")
    later = sections(BOATS, "(weggefallen)", "(weggefallen)", GATE, "(weggefallen)")
    found = links_of(align(read(earlier, later)))
    assert {pair for pair in found if "_1" not in pair[0]} == {
        (f"A/sec_{number}", f"B/sec_{number}") for number in (2, 3, 4, 5)
    }
    assert found["A/sec_3", "B/sec_3"] is Basis.IDENTICAL


def test_single_numbers_become_a_range() -> None:
    earlier = sections(BOATS, "(weggefallen)", OARS, "(weggefallen)", BELL)
    later = sections(BOATS, "§§ 2 bis 4 (weggefallen)", f"§ 5 {BELL}")
    found = links_of(align(read(earlier, later)))
    assert {a for a, b in found if b == "B/sec_2"} == {"A/sec_2", "A/sec_3", "A/sec_4"}


def test_a_sentence_about_what_was_taken_out_is_a_text() -> None:
    said = "Aufgehobene Sperren zeigt der Hafenmeister am Tor und am Steg an."
    found = links_of(align(read(sections(BOATS, NETS, GATE), sections(BOATS, said, GATE))))
    assert found.get(("A/sec_2", "B/sec_2")) is not Basis.NUMBER
