"""Word lists and units of a language as the comparison needs them: folded, united with those mixed into it.

A text is read with its own language's words and those that are commonly mixed into it; so a Chinese statute
may quote an English term. A new language is a new file in `languages/`, a missing word a word in that file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hexapla.languages import WordList, load_languages
from hexapla.languages.loader import FOLDER
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.text import fold_script

UNKNOWN = ("en", "de", "fr", "zh")
"""for languages without modal words of their own"""
MEASURES = ("period", "money", "percentage")
REFERENCES = ("unit", "own", "chapter", "part", "other")
"""lists of the words before a cited number"""
UNSPACED_SCRIPT = r"\p{Thai}"
"""scripts without spaces between words; the words come from the language's file"""
BEGINS_UNSPACED = compile_lazily_with_properties(UNSPACED_SCRIPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTables:
    """What the comparison knows about words, for one mixture of languages; all forms folded, lower case."""

    modal: Mapping[str, str]
    """form → class: obligation, permission, prohibition, discretion"""
    links: frozenset[str]
    """words light in reading: articles, conjunctions, particles"""
    suffixes: frozenset[str]
    """Han characters that make one word with the word before them"""
    words: frozenset[str]
    """Han words"""
    endings: Mapping[str, tuple[int, ...]]
    """last two characters → lengths of the Han words that end so, longest first"""
    units: Mapping[str, Mapping[str, str]]
    """period, money, percentage → form → canonical unit"""
    counts: tuple[str, ...]
    """measure words, units that are neither of time nor of money"""
    lookalikes: tuple[str, ...]
    """Han words that begin like a number with its unit and count nothing: 八角, 万年青"""
    nouns_after: tuple[str, ...]
    """words after which a modal word is a noun: the will, a must"""
    ordinals: tuple[str, ...]
    """units and fractions that are ordinals before a noun: a third party, a second notice"""
    fractions: Mapping[str, tuple[int, int]]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    """number words of alphabetic scripts"""
    powers: Mapping[str, int]
    """number words that multiply what stands before them"""
    joints: frozenset[str]
    """what may stand between number words: one hundred and twenty"""
    articles: frozenset[str]
    """number words that alone are no count: one, ein, une"""
    cited: tuple[str, ...]
    """what stands before a cited number: section, Artikel, 附件"""
    standards: tuple[str, ...]
    """bodies whose standards are cited by number, in capitals: GB, ISO"""
    dated: tuple[str, ...]
    """words after which a month alone is a date: in, until, im"""
    years: tuple[str, ...]
    """what stands behind a year that begins a date: 2021 m. kovo 3 d."""
    days: tuple[str, ...]
    """what stands behind the day of such a date"""
    eras: tuple[str, ...]
    """what stands before the year of a date: พ.ศ."""
    shares: tuple[str, ...]
    """what makes the number after it a share of a hundred: ร้อยละ"""
    spaced_thousands: bool
    """5 000 is one number"""
    unspaced: frozenset[str]
    """words of scripts that set no space between words"""


@cache
def load_han_words() -> frozenset[str]:
    """Read the list of Han words."""
    lines = (FOLDER / "zh-words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in fold_script(line).split())


def list_mixed_languages(tag: str) -> tuple[str, ...]:
    """Return the languages whose words stand in a text of this BCP 47 tag, its own first."""
    own = load_languages().get(tag.split("-", maxsplit=1)[0].lower())
    return (own.tag, *own.mixed_with) if own and "modal" in own.lists else UNKNOWN


def list_word_lists(tags: Sequence[str], section: str) -> Iterator[tuple[str, WordList]]:
    """Yield the lists of one section with their names, those of the first language last."""
    for tag in reversed(tags):
        yield from load_languages()[tag].lists.get(section, {}).items()


def collect_entries(tags: Sequence[str], section: str) -> Iterator[tuple[str, str]]:
    """Yield (form, name of its list) of one section, the first language's word being the last."""
    for name, found in list_word_lists(tags, section):
        for form in found.words:
            yield fold_script(form).lower(), name


def collect_number_words(tags: Sequence[str]) -> dict[str, int]:
    """Gather number words: units, tens, tens joined with units."""
    out: dict[str, int] = {}
    for own in [load_languages()[tag] for tag in reversed(tags)]:
        units, tens = own.words("numbers", "units"), own.words("numbers", "tens")
        out |= {word.lower(): value for value, same in enumerate(units) for word in same.split("/")}
        for value, ten in enumerate(tens):
            if ten == "-":
                continue
            out[ten.lower()] = value * 10
            below = [(n, unit) for n, same in enumerate(units[1:10], 1) for unit in same.split("/")]
            out |= {f"{ten}-{unit}".lower(): value * 10 + n for n, unit in below}
        out |= collect_number_values((own.tag,), "also")
    return out


def collect_number_values(tags: Sequence[str], name: str) -> dict[str, int]:
    """Gather number words with their values, in lower case; the first language wins."""
    found = [one for key, one in list_word_lists(tags, "numbers") if key == name]
    return {word.lower(): value for one in found for word, value in one.values.items()}


def collect_list(tags: Sequence[str], section: str, *names: str) -> tuple[str, ...]:
    """Gather lists over the languages, in lower case, in order, without repetition."""
    found = (load_languages()[tag].words(section, name) for tag in tags for name in names)
    return tuple(dict.fromkeys(fold_script(word).lower() for words in found for word in words))


def collect_months(tags: Sequence[str]) -> dict[str, int]:
    """Gather the names of months; a short one may be a long one of another language."""
    return {
        word.strip("."): number
        for name in ("names", "inflected", "short")
        for tag in reversed(tags)
        for number, same in enumerate(load_languages()[tag].words("months", name), 1)
        for word in fold_script(same).lower().split("/")
    }


def index_endings(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Tell for each two last characters how long the words are that end so; one character is no word.

    Most pairs of characters end no word, so that one look settles most places of a text.
    """
    lengths: dict[str, tuple[int, ...]] = {}
    for pair, length in sorted({(word[-2:], len(word)) for word in words if len(word) > 1}, reverse=True):
        lengths[pair] = (*lengths.get(pair, ()), length)
    return lengths


def collect_fractions(tags: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Gather the words for parts of a whole; the first language wins."""
    shares = [(one.words, one.share) for _, one in list_word_lists(tags, "fraction") if one.share is not None]
    return {word.lower(): share for words, share in shares for word in words}


def collect_unspaced_words(
    tags: Sequence[str], modal: Iterable[str], units: Mapping[str, Iterable[str]]
) -> frozenset[str]:
    """Gather every word of a script without spaces, at which a run of text may be cut."""
    known = [
        *modal,
        *collect_list(tags, "words", "link", "known", "share_before"),
        *collect_months(tags),
        *collect_number_words(tags),
    ]
    known += [
        *collect_list(tags, "references", *REFERENCES),
        *collect_list(tags, "count", "units"),
        *collect_number_values(tags, "powers"),
    ]
    return select_unspaced([*known, *(unit for forms in units.values() for unit in forms)])


def select_unspaced(words: Iterable[str]) -> frozenset[str]:
    """Return the words of scripts without spaces."""
    return frozenset(filter(BEGINS_UNSPACED.match, words))


@cache
def tables_for(language: str) -> LanguageTables:
    """Return the tables for a BCP 47 tag; a mixture of the commonest ones where it has none of its own."""
    tags = list_mixed_languages(language)
    modal = dict(collect_entries(tags, "modal"))
    lookalikes = collect_list(tags, "count", "lookalike")
    words = (
        load_han_words() | {word for word in modal if len(word) > 1 and not word.isascii()} | {*lookalikes}
    )
    units = {measure: dict(collect_entries(tags, measure)) for measure in MEASURES}
    return LanguageTables(
        modal=modal,
        links=frozenset(collect_list(tags, "words", "link")),
        suffixes=frozenset(collect_list(tags, "words", "suffix")),
        words=words,
        endings=index_endings(words),
        units=units,
        counts=collect_list(tags, "count", "units"),
        lookalikes=lookalikes,
        nouns_after=collect_list(tags, "words", "before_noun"),
        ordinals=collect_list(tags, "words", "ordinal"),
        fractions=collect_fractions(tags),
        months=collect_months(tags),
        numbers=collect_number_words(tags),
        powers=collect_number_values(tags, "powers"),
        joints=frozenset(collect_list(tags, "numbers", "joint")),
        articles=frozenset(collect_list(tags, "numbers", "alone")),
        cited=collect_list(tags, "references", *REFERENCES),
        standards=collect_list(tags, "references", "standards"),
        dated=collect_list(tags, "months", "after"),
        years=collect_list(tags, "months", "year"),
        days=collect_list(tags, "months", "day"),
        eras=collect_list(tags, "months", "era"),
        shares=collect_list(tags, "words", "share_before"),
        spaced_thousands=load_languages()[tags[0]].spaced_thousands,
        unspaced=collect_unspaced_words(tags, modal, units),
    )


def is_modal(text: str, language: str) -> bool:
    """Tell whether a text is a word of duty, leave or ban and nothing else, in a language (BCP 47)."""
    return fold_script(text).lower() in tables_for(language).modal
