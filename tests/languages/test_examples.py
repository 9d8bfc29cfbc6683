"""Every row of every table about languages shows itself by its example, and not by its counter-example."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial

import pytest

from hexapla.alignment.prepared import SET_PHRASE
from hexapla.comparison.entities import Entity, find_entities
from hexapla.comparison.tokens import TokenKind, tokenize
from hexapla.language import guess_language
from hexapla.languages import Language, Letters, Numbering, WordList, load_languages
from hexapla.languages.clause_roles import find_roles
from hexapla.languages.ordinals import ORDINALS, SUCCESSORS
from hexapla.languages.schemes import SCHEMES, Scheme
from hexapla.model import Flag, Source
from hexapla.readers.comparison_tables import ColumnRole, cell_words, fold_head, read_role
from hexapla.references import citations
from hexapla.segmentation.back_matter import is_dated
from hexapla.segmentation.beam_search import choose_marks
from hexapla.segmentation.completeness import CONCLUDING_WORDS
from hexapla.segmentation.document_titles import is_division_heading
from hexapla.segmentation.folded_view import build_folded_view
from hexapla.segmentation.mark_weights import DEFAULT
from hexapla.segmentation.marks import SCHEMES_BY_NAME, Mark, derive_family, find_marks
from hexapla.segmentation.notes import is_note as tells_of_adoption
from hexapla.segmentation.other_occurrences import weigh_occurrences
from hexapla.text import fold_case, fold_print, make_key
from hexapla.units import build_units
from languages.list_checks import LIST_CHECKS, Check, is_era_date
from segmentation.texts import cut


def marks_of(text: str, *schemes: Scheme) -> list[Mark]:
    """Return the marks that the text is read with, and that one of the schemes finds too."""
    folded = build_folded_view(
        Source(path="x.txt", media_type="text/plain", encoding="utf-8", text=text, sha256="")
    )
    candidates = weigh_occurrences(folded, 0, len(folded), find_marks(folded, 0, len(folded)), DEFAULT)
    chosen = {(one.mark.pos, one.mark.end) for one in choose_marks(folded, 0, len(folded), candidates)}
    return [mark for mark in find_marks(folded, 0, len(folded), schemes) if (mark.pos, mark.end) in chosen]


def found(text: str, language: Language, flag: Flag) -> list[Entity]:
    """Return the facts of one kind."""
    return [fact for fact in find_entities(text, language.tag) if fact.flag is flag]


def is_modal(language: Language, _name: str, words: WordList, text: str) -> bool:
    """A modal word of the list is found."""
    known = {word.lower() for word in words.words}
    return any(text[fact.start : fact.end].lower() in known for fact in found(text, language, Flag.MODALITY))


def has_unit(flag: Flag) -> Check:
    """A measure in the unit after which the list is called is found."""

    def check(language: Language, name: str, words: WordList, text: str) -> bool:
        values = [fact.value for fact in found(text, language, flag)]
        if name == "percent":
            return bool(values)
        there = any(word in text for word in words.words)
        return there and any(value.endswith(f" {name}") or "/" in value for value in values)

    return check


def is_share(language: Language, _name: str, words: WordList, text: str) -> bool:
    """A multiple of the fraction is found."""
    shares = [Fraction(fact.value) for fact in found(text, language, Flag.PERCENTAGE)]
    return words.share is not None and any((share * words.share[1]).denominator == 1 for share in shares)


def is_date(language: Language, _name: str, _words: WordList, text: str) -> bool:
    """A date is found."""
    return bool(found(text, language, Flag.DATE)) or is_dated(text) or is_era_date(fold_print(text))


def is_percentage(language: Language, _name: str, _words: WordList, text: str) -> bool:
    """A share of a hundred is found."""
    return bool(found(text, language, Flag.PERCENTAGE))


AMOUNTS = (Flag.NUMBER, Flag.PERIOD, Flag.MONEY, Flag.PERCENTAGE)


def is_number(language: Language, _name: str, words: WordList, text: str) -> bool:
    """One number is found in which a word of the list stands."""
    known = [word.lower() for same in (*words.words, *words.values) for word in same.split("/")]
    spans = [
        text[fact.start : fact.end].lower()
        for fact in find_entities(text, language.tag)
        if fact.flag in AMOUNTS
    ]
    return len(spans) == 1 and any(word in spans[0] for word in known)


def counts_nothing(language: Language, _name: str, _words: WordList, text: str) -> bool:
    """No number is found."""
    return not any(fact.flag in AMOUNTS for fact in find_entities(text, language.tag))


def is_no_modal(language: Language, _name: str, _words: WordList, text: str) -> bool:
    """A modal word after one of the list is a noun."""
    return not found(text, language, Flag.MODALITY)


def is_link(language: Language, _name: str, words: WordList, text: str) -> bool:
    """A token is light in reading."""
    known = {word.lower() for word in words.words}
    return any(
        one.kind is TokenKind.LINK and one.text.lower() in known for one in tokenize(text, language.tag)
    )


def is_suffix(language: Language, _name: str, words: WordList, text: str) -> bool:
    """A word ends with one of the list."""
    pieces = [one.text for one in tokenize(text, language.tag) if len(one.text) > len("二字")]
    return any(piece.endswith(word) for piece in pieces for word in words.words)


def is_known(language: Language, _name: str, words: WordList, text: str) -> bool:
    """A token is a word of the list."""
    return any(one.text in words.words for one in tokenize(text, language.tag))


def is_reference(language: Language, name: str, _words: WordList, text: str) -> bool:
    """A reference is found, and its kind is that of the list."""
    kinds = {citation.kind for citation in citations.find_citations(text)}
    return bool(found(text, language, Flag.REFERENCE)) and (name in kinds or name in ("other", "standards"))


def is_numbered(_language: Language, _name: str, _words: WordList, text: str) -> bool:
    """A clause is found."""
    return bool(marks_of(text, *SCHEMES))


def is_cited(_language: Language, _name: str, _words: WordList, text: str) -> bool:
    """No clause begins with a number that a word before it cites."""
    return not marks_of(text, *SCHEMES)


def is_note(_language: Language, _name: str, _words: WordList, text: str) -> bool:
    """A line under a title tells of adoption."""
    return tells_of_adoption(fold_print(text))


def is_concluded(_language: Language, _name: str, _words: WordList, text: str) -> bool:
    """A text without a full stop is at its end by its meaning."""
    return CONCLUDING_WORDS.search(text) is not None


def is_taken_out(_language: Language, _name: str, _words: WordList, text: str) -> bool:
    """Of a clause only the number is left."""
    return any(unit.number and unit.is_repealed for unit in build_units(cut(text).versions[0]))


def is_left_out(_language: Language, _name: str, words: WordList, text: str) -> bool:
    """A copy leaves a clause out; it was not taken out."""
    units = build_units(cut(text).versions[0])
    there = any(make_key(unit.text or unit.heading or "") in words.words for unit in units)
    return there and not any(unit.is_repealed for unit in units)


def is_guessed(language: Language, _name: str, _words: WordList, text: str) -> bool:
    """The text's language is told."""
    return guess_language(text).partition("-")[0] == language.tag


def heads_column(_language: Language, name: str, _words: WordList, text: str) -> bool:
    """The head of a column, or what stands in the place of a text, is known as such."""
    role = read_role(text)
    return role == name if name in list(ColumnRole) else fold_head(text) in cell_words(name)


CHECKS: dict[tuple[str, str], Check] = {
    ("modal", "*"): is_modal,
    ("period", "*"): has_unit(Flag.PERIOD),
    ("money", "*"): has_unit(Flag.MONEY),
    ("percentage", "*"): has_unit(Flag.PERCENTAGE),
    ("fraction", "*"): is_share,
    ("months", "*"): is_date,
    ("numbers", "*"): is_number,
    ("numbers", "alone"): counts_nothing,
    ("count", "units"): is_number,
    ("count", "lookalike"): counts_nothing,
    ("references", "*"): is_reference,
    ("words", "before_noun"): is_no_modal,
    ("words", "ordinal"): counts_nothing,
    ("words", "link"): is_link,
    ("words", "suffix"): is_suffix,
    ("words", "known"): is_known,
    ("words", "share_before"): lambda language, _name, _words, text: bool(
        found(text, language, Flag.PERCENTAGE)
    ),
    ("guess", "*"): is_guessed,
    ("ordinals", "*"): is_numbered,
    ("citing", "*"): is_cited,
    ("citing", "joining"): is_numbered,
    ("citing", "compounds"): is_numbered,
    ("adopted", "*"): is_note,
    ("commencement", "*"): is_concluded,
    ("successors", "*"): is_numbered,
    ("repealed", "*"): is_numbered,
    ("repealed", "words"): is_taken_out,
    ("repealed", "by"): is_taken_out,
    ("repealed", "left_out"): is_left_out,
    ("roles", "*"): lambda _language, name, _words, text: name in find_roles(text),
    ("set_phrases", "*"): lambda _language, _name, _words, text: (
        SET_PHRASE.search(fold_case(text)) is not None
    ),
    **LIST_CHECKS,
    ("headings", "*"): lambda _language, _name, _words, text: is_division_heading(text),
    ("comparison_table", "*"): heads_column,
}
"""how a list shows itself, by section and name"""


def rows() -> Iterator[tuple[str, Callable[[str], bool], str, str]]:
    """Yield every row: its name, its check, example, counter-example."""
    for scheme in SCHEMES:
        yield f"schemes.toml {scheme.name}", shows_scheme(scheme), scheme.example, scheme.counter_example
    for language in load_languages().values():
        yield f"{language.tag}.toml", partial(shows_language, language), language.example, ""
        given: list[Numbering | Letters] = [*language.numbering, *language.letters]
        for numbering in given:
            place = f"{language.tag}.toml {numbering.example.splitlines()[0]}"
            yield place, shows_numbering(numbering), numbering.example, numbering.counter_example
        for section, lists in language.lists.items():
            for name, words in lists.items():
                check = CHECKS.get((section, name)) or CHECKS[section, "*"]
                place = f"{language.tag}.toml [{section}.{name}]"
                yield place, shows_list(check, language, name, words), words.example, words.counter_example


def shows_scheme(scheme: Scheme) -> Callable[[str], bool]:
    """Return whether a text is read with a mark of the scheme."""
    return lambda text: bool(marks_of(text, scheme))


def shows_numbering(one: Numbering | Letters) -> Callable[[str], bool]:
    """Return whether a text is read with a mark of all the schemes of a row together."""
    if isinstance(one, Letters):
        schemes = [scheme for scheme in SCHEMES if scheme.letters == one.letters]
    else:
        schemes = [SCHEMES_BY_NAME[name] for name in one.schemes]
    return lambda text: bool(marks_of(text, *schemes))


def shows_list(check: Check, language: Language, name: str, words: WordList) -> Callable[[str], bool]:
    """Return whether a text shows a list."""
    return lambda text: check(language, name, words, text)


def shows_language(language: Language, text: str) -> bool:
    """Tell whether a text's language is told, where anything in the file tells it."""
    tells = language.script or "guess" in language.lists
    return not tells or guess_language(text).partition("-")[0] == language.tag


ROWS = list(rows())


@pytest.mark.parametrize(
    ("check", "example", "counter"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_every_row_shows_itself(check: Callable[[str], bool], example: str, counter: str) -> None:
    assert check(example), example
    assert not (counter and check(counter)), counter


def test_a_word_stands_for_one_number_in_all_languages() -> None:
    """Else the order of the files would decide."""
    for name in ("before", "after", "both", "cardinal"):
        for language in load_languages().values():
            for number, same in enumerate(language.words("ordinals", name), 1):
                for word in same.split("/"):
                    assert ORDINALS[word.lower()] == number, (language.tag, word)
    assert SUCCESSORS["bis"] == 1


def test_marks_of_an_alias_count_in_a_scheme_that_is_there() -> None:
    assert {derive_family(scheme) for scheme in SCHEMES} <= SCHEMES_BY_NAME.keys()
    assert {scheme.sister for scheme in SCHEMES if scheme.sister} <= SCHEMES_BY_NAME.keys()
