"""How the lists by which texts are cut and citations are read show themselves: one check for each list."""

from collections.abc import Callable, Mapping

from hexapla.alignment.prepared import find_references
from hexapla.comparison.definitions import DefinitionScope, find_definitions
from hexapla.languages import Language, WordList
from hexapla.model import Certainty, Completeness, InForce
from hexapla.plan import Plan
from hexapla.reading.open_passages import OpenKind, find_open_passages
from hexapla.references.citations import find_citations
from hexapla.segmentation import (
    amending_acts,
    back_matter,
    boilerplate,
    common_title,
    compilations,
    completeness,
    contents_lists,
    context_rules,
    dates,
    document_titles,
    draft_clauses,
    front_matter,
    notes,
    open_ends,
    segment,
)
from hexapla.text import fold_case, fold_print, unwrap
from hexapla.units import Unit, build_units
from segmentation.texts import cut, source

Check = Callable[[Language, str, WordList, str], bool]
"""whether a sentence shows a list: of a language, by its name"""


def holds(test: Callable[[str], object]) -> Check:
    """Make a check of a test that reads one folded text."""
    return lambda _language, _name, _words, text: bool(test(fold_print(text)))


def is_end_judged(verdict: Completeness) -> Callable[[str], bool]:
    """Make a test that a text, by how it begins or ends, is judged so."""
    return lambda text: cut(text).versions[0].completeness is verdict


def is_split(text: str) -> bool:
    """Tell whether a file is taken apart into two versions."""
    return len(cut(text).versions) == len("AB")


def is_promised(text: str) -> bool:
    """Tell whether a file announces five versions."""
    return compilations.read_promised_count(text, (0, len(text))) == len("ABCDE")


def has_no_clause(text: str) -> bool:
    """Tell whether what looks like a number begins no clause."""
    return all(clause.number is None for clause in cut(text).versions[0].clauses)


def has_one_unmarked_clause_first(text: str) -> bool:
    """Tell whether words before a first mark are text, and no title."""
    return cut(text).versions[0].clauses[0].number is None


def has_last_clause_outermost(text: str) -> bool:
    """Tell whether the last clause goes on with no list above it."""
    return cut(text).versions[0].clauses[-1].depth == 0


def has_page_line(text: str) -> bool:
    """Tell whether a line within a text is set aside as the page's."""
    return any(aside.kind == "page_header" for aside in cut(text).versions[0].set_aside)


def ends_before_the_text(text: str) -> bool:
    """Tell whether new wording ends where the next article of the amending act begins."""
    spans = amending_acts.find_amending_text(text, 0, len(text))
    return bool(spans) and spans[-1][1] < len(text)


def has_new_wording_that_ends(text: str) -> bool:
    """Tell whether new wording ends where the next instruction begins."""
    spans = amending_acts.find_new_wording(text, 0, len(text))
    return bool(spans) and spans[-1][1] < len(text)


def has_title_over_lines(text: str) -> bool:
    """Tell whether the first two lines are one title."""
    return cut(text).versions[0].title == unwrap("\n".join(text.split("\n")[:2]))


def leads_out(text: str) -> bool:
    """Tell whether the last reference leads into another text."""
    return find_citations(text)[-1].external


def names_its_own_text(text: str) -> bool:
    """Tell whether the last reference names the text in which it stands."""
    return find_citations(text)[-1].named is not None


def ends_one(text: str) -> bool:
    """Tell whether a title says at its end which version it is."""
    return front_matter.DATED.search(text) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a line near the certain ones of a web page belongs to the page."""
    return boilerplate.BOILERPLATE_LINE.search(text) is not None


def is_certain(text: str) -> bool:
    """Tell whether a line shows by itself that a text was a web page."""
    return boilerplate.is_web_page_line(text, web=False)


def is_era_date(text: str) -> bool:
    """Tell whether a line bears a date with its month."""
    return any("-" in one.iso for one in dates.find_dates(text))


def read_period(text: str) -> InForce:
    """Return from when to when the only version of a text holds; without a date of its own it is of 2020."""
    document = segment([source(text)], Plan(id="text"))
    if document.versions[0].issued is None:
        document = segment([source(text, path="2020.txt")], Plan(id="text"))
    return document.versions[0].in_force


def holds_from_a_known_day(text: str) -> bool:
    """Tell whether it is known from when to when a text holds."""
    return read_period(text).certainty is Certainty.DERIVED


def holds_from_a_doubtful_day(text: str) -> bool:
    """Tell whether it is not."""
    return not holds_from_a_known_day(text)


def has_clauses_of_another_day(text: str) -> bool:
    """Tell whether some clauses hold from another day, which is known."""
    return any(one.start for one in read_period(text).exceptions)


def ends_itself(text: str) -> bool:
    """Tell whether a text says when it ends."""
    return read_period(text).until is not None


def list_scopes(text: str) -> list[DefinitionScope]:
    """Return where the definitions of a text hold."""
    return [each.scope for each in find_definitions(build_units(cut(text).versions[0]))]


def first_unit(text: str) -> Unit:
    """Return the first clause of a text."""
    return build_units(cut(text).versions[0])[0]


def list_open_kinds(text: str) -> list[OpenKind]:
    """Return what the first clause of a draft leaves open."""
    return [each.kind for each in find_open_passages(first_unit(text))]


def defines_a_term(text: str) -> bool:
    """Tell whether a text defines a term."""
    return bool(list_scopes(text))


def holds_in(scope: DefinitionScope) -> Callable[[str], bool]:
    """Make a test that what a text defines holds there."""
    return lambda text: list_scopes(text) == [scope]


TESTS: Mapping[tuple[str, str], Callable[[str], object]] = {
    ("amending", "leads"): lambda text: amending_acts.find_amending_text(text, 0, len(text)),
    ("amending", "others"): ends_before_the_text,
    ("amending", "wording"): lambda text: amending_acts.find_new_wording(text, 0, len(text)),
    ("amending", "instructions"): has_new_wording_that_ends,
    ("adopted", "acts"): notes.is_note,
    ("adopted", "bracketed"): notes.is_note,
    ("adopted", "approved"): lambda text: cut(text).versions[0].title == text.split("\n")[3],
    ("adopted", "before_date"): notes.is_note,
    ("adopted", "dated"): notes.is_note,
    ("adopted", "effect"): notes.is_note,
    ("annexes", "words"): front_matter.ANNEX.match,
    ("annexes", "pictures"): completeness.CAPTION.fullmatch,
    ("citing", "after"): has_no_clause,
    ("citing", "spans"): has_no_clause,
    ("citing", "of"): has_no_clause,
    ("citing", "ranges"): has_no_clause,
    ("citing", "below"): has_no_clause,
    ("contents", "words"): lambda text: contents_lists.CONTENTS_WORD.search(text + "\n"),
    ("contents", "listing"): contents_lists.LISTING.fullmatch,
    ("signing", "copied"): back_matter.COPIED.match,
    ("count", "groups"): has_no_clause,
    ("count", "signs"): has_no_clause,
    ("count", "clock"): has_no_clause,
    ("count", "times_of_day"): has_no_clause,
    ("count", "after_number"): has_no_clause,
    ("eras", "names"): is_era_date,
    ("months", "forms"): is_era_date,
    ("lists", "joining"): open_ends.ITEM_CONJUNCTION.search,
    ("lists", "opening"): lambda text: len(cut(text).versions[0].clauses) > 1,
    ("lists", "announcing"): open_ends.leads_to_list,
    ("lists", "leaving_open"): open_ends.leads_to_list,
    ("lists", "counted"): is_end_judged(Completeness.CUT_OFF),
    ("lists", "alternatives"): is_end_judged(Completeness.CUT_OFF),
    ("lists", "times"): is_end_judged(Completeness.CUT_OFF),
    ("lists", "operative"): has_last_clause_outermost,
    ("lists", "parting"): has_last_clause_outermost,
    ("lists", "leading"): has_one_unmarked_clause_first,
    **{
        ("in_force", name): holds_from_a_known_day
        for name in "texts dated published day_after retroactive".split()
    },
    **{
        ("in_force", name): holds_from_a_known_day
        for name in "repeals transitional noted publication words".split()
    },
    ("in_force", "clauses"): has_clauses_of_another_day,
    ("in_force", "through"): ends_itself,
    ("in_force", "ends"): ends_itself,
    ("in_force", "tells"): holds_from_a_doubtful_day,
    ("in_force", "amended"): holds_from_a_doubtful_day,
    **{("definitions", name): defines_a_term for name in ("leads", "means", "includes", "shortened")},
    ("definitions", "here"): holds_in(DefinitionScope.CLAUSE),
    ("definitions", "division"): holds_in(DefinitionScope.DIVISION),
    ("drafts", "comment"): lambda text: OpenKind.COMMENT in list_open_kinds(text),
    ("drafts", "closed"): lambda text: not find_open_passages(first_unit(text)),
    ("drafts", "option"): lambda text: OpenKind.CHOICE in list_open_kinds(text),
    ("references", "clauses"): lambda text: list(find_references(fold_case(text))),
    ("signing", "contact"): back_matter.CONTACT.match,
    ("signing", "signed"): back_matter.is_signing_line,
    ("signing", "label"): back_matter.is_signing_line,
    ("signing", "seals"): back_matter.is_signing_line,
    ("signing", "stamps"): back_matter.is_signing_line,
    ("signing", "roles"): back_matter.is_signing_line,
    ("signing", "offices"): back_matter.is_signing_line,
    ("signing", "bodies"): back_matter.BODY.fullmatch,
    ("site", "alone"): is_certain,
    ("site", "begins"): is_certain,
    ("site", "certain"): is_certain,
    ("site", "home"): is_certain,
    ("site", "counters"): is_certain,
    ("site", "related"): is_certain,
    ("site", "inside"): has_page_line,
    ("site", "rights"): boilerplate.RIGHTS.search,
    ("site", "menu"): boilerplate.MENU.search,
    ("site", "owners"): boilerplate.MENU.search,
    ("site", "near"): is_furniture,
    ("site", "near_begins"): is_furniture,
    ("site", "pages"): boilerplate.PAGE.match,
    ("site", "sheets"): boilerplate.PAGE.match,
    ("site", "sheets_of"): boilerplate.PAGE.match,
    ("site", "page_of"): boilerplate.PRINTED.search,
    ("titles", "kinds"): front_matter.TITLE_KINDS.search,
    ("titles", "heads"): document_titles.KIND_OF.match,
    ("titles", "about"): has_title_over_lines,
    ("titles", "first"): has_title_over_lines,
    ("titles", "fields"): front_matter.FIELD.match,
    ("titles", "label"): lambda text: ":" not in cut(text).versions[0].title,
    ("titles", "going_on"): has_title_over_lines,
    ("titles", "open"): has_title_over_lines,
    ("titles", "standards"): lambda text: "标准" not in cut(text).versions[0].title,
    ("titles", "addressees"): front_matter.ADDRESSEE.match,
    ("titles", "small"): draft_clauses.is_capitalized,
    ("titles", "of"): document_titles.KIND_OF.match,
    ("titles", "this"): names_its_own_text,
    ("titles", "instruments"): leads_out,
    ("titles", "policies"): front_matter.names_policy,
    ("titles", "linking"): front_matter.names_policy,
    ("versions", "parts"): is_split,
    ("versions", "editions"): is_split,
    ("versions", "stages"): is_split,
    ("versions", "dated"): is_split,
    ("versions", "date_leads"): is_split,
    ("versions", "numbered"): is_split,
    ("versions", "collected"): is_split,
    ("versions", "announced"): is_promised,
    ("versions", "counted"): common_title.is_version_statement,
    ("versions", "leading"): common_title.is_version_statement,
    ("versions", "before"): common_title.BEFORE.fullmatch,
    ("versions", "year_leads"): ends_one,
    ("wanting", "*"): is_end_judged(Completeness.CUT_OFF),
    ("wanting", "excepted"): is_end_judged(Completeness.WHOLE),
    ("wanting", "compounds"): is_end_judged(Completeness.WHOLE),
    ("wanting", "nominal"): is_end_judged(Completeness.WHOLE),
    ("wanting", "before"): is_end_judged(Completeness.FRAGMENT),
    ("words", "shortened"): lambda text: context_rules.is_sentence_continued(text, text.index("5")),
}
LIST_CHECKS: Mapping[tuple[str, str], Check] = {which: holds(test) for which, test in TESTS.items()}
