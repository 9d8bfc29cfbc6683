"""Order and numbers of an amended law.

What no command names is numbered in order, and headings stand before what they hold.
"""

from collections.abc import Sequence

from hexapla.amending.draft_law import DraftLaw, Entry
from hexapla.amending.edit_structure import DIVISIONS, write_number
from hexapla.amending.law_passages import arrange
from hexapla.sequences import longest_increasing
from hexapla.text.numerals import make_number_key


def attach_inserted(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Group articles: each plain number with the inserted ones after it (第二十条, 第二十条之一)."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if "-" in (entry.fixed or entry.label) and groups:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def number_articles(law: DraftLaw) -> list[Entry]:
    """Number all articles in order, around those whose numbers the instrument says.

    Returns:
        the articles that are left, in order.
    """
    articles = [entry for entry in law.of_kind("article") if not entry.removed]
    inserted = [entry for entry in articles if "-" in entry.fixed]
    plain = [entry for entry in articles if "-" not in entry.fixed]
    groups = attach_inserted(plain)
    fixed = {int(group[0].fixed): group for group in groups if group[0].fixed.isdecimal()}
    free = [group for group in groups if not group[0].fixed.isdecimal()]
    out: list[Entry] = []
    for position, group in enumerate(arrange(free, fixed), start=1):
        for entry in group:
            tail = (entry.fixed or entry.label).partition("-")[2]
            set_number(entry, f"{position}-{tail}" if tail and entry is not group[0] else str(position))
        out += group
    return place_inserted(out, inserted)


def set_number(entry: Entry, label: str) -> None:
    """Give an article or a division its number, if it has another."""
    if entry.number and entry.new_label != label:
        entry.number = write_number(entry.number, label)


def place_inserted(articles: list[Entry], inserted: Sequence[Entry]) -> list[Entry]:
    """Put articles with inserted numbers after those that they follow."""
    out = list(articles)
    for entry in sorted(inserted, key=lambda each: make_number_key(each.fixed)):
        key = make_number_key(entry.fixed)
        before = [i for i, each in enumerate(out) if each.number and make_number_key(each.new_label) < key]
        at = before[-1] + 1 if before else 0
        if entry.anchor in out:
            at = max(at, out.index(entry.anchor) + 1)
        set_number(entry, entry.fixed)
        out.insert(at, entry)
    return out


def keep_numbers(law: DraftLaw) -> list[Entry]:
    """Leave all numbers that the instrument does not name as they are.

    Returns:
        the articles that are left, in order.
    """
    articles = [entry for entry in law.of_kind("article") if not entry.removed and entry.id]
    if len({entry.label for entry in articles}) < len(articles):
        return place_inserted(articles, [e for e in law.of_kind("article") if not e.id and not e.removed])
    moved = False
    for entry in articles:
        if entry.fixed:
            set_number(entry, entry.fixed)
            moved = True
    if moved and all(entry.number for entry in articles):
        articles.sort(key=lambda each: make_number_key(each.new_label))
    inserted = [entry for entry in law.of_kind("article") if not entry.id and not entry.removed]
    return place_inserted(articles, inserted)


def number_divisions(divisions: Sequence[Entry], base: Sequence[Entry]) -> None:
    """Number divisions of one level in order, inside the division above where the base does so."""
    for level in DIVISIONS:
        own = [entry for entry in base if entry.level == level]
        if all(entry.id and not entry.removed and not entry.fixed for entry in own):
            continue
        plain = [entry.label for entry in own if entry.id]
        restarts = len(set(plain)) < len(plain)
        count = 0
        for entry in divisions:
            if restarts and entry.level in DIVISIONS[: DIVISIONS.index(level)]:
                count = 0
            if entry.level == level:
                count += 1
                set_number(entry, entry.fixed or str(count))


def find_stable(articles: Sequence[Entry], base: Sequence[Entry]) -> set[int]:
    """Return (by identity) the articles of the base that kept their order."""
    position = {id(entry): index for index, entry in enumerate(base)}
    old = [entry for entry in articles if id(entry) in position]
    chain = longest_increasing([position[id(entry)] for entry in old])
    return {id(old[index]) for index in chain}


def place_divisions(law: DraftLaw, articles: list[Entry]) -> dict[int, list[Entry]]:
    """Say before which article each division stands.

    Returns:
        headings by the index of the article before which they stand; those at the end under its length.
    """
    base = [entry for entry in law.entries if entry.kind in ("article", "division")]
    stable = find_stable(articles, [entry for entry in base if entry.kind == "article" and entry.id])
    index_of = {id(entry): index for index, entry in enumerate(articles)}
    label_of = {entry.new_label: index for index, entry in reversed(list(enumerate(articles)))}
    placed: dict[int, list[Entry]] = {}
    following = len(articles)
    for entry in reversed(base):
        if entry.kind == "article":
            if id(entry) in stable:
                following = index_of[id(entry)]
        elif entry.id and not entry.removed and not entry.covers:
            placed.setdefault(following, []).insert(0, entry)
    for entry in base:
        if entry.kind == "division" and not entry.removed and (entry.covers or not entry.id):
            at = label_of.get(entry.covers, place_by_number(entry, placed, len(articles)))
            headings = placed.setdefault(at, [])
            headings.append(entry)
            headings.sort(key=lambda each: DIVISIONS.index(each.level) if each.level in DIVISIONS else 0)
    return placed


def place_by_number(entry: Entry, placed: dict[int, list[Entry]], end: int) -> int:
    """Find where a new division stands of which only the number is said: before that which bore it."""
    for at in sorted(placed):
        if any(each.level == entry.level and each.label == entry.fixed for each in placed[at]):
            return at
    return end


def pull_under(articles: list[Entry], placed: dict[int, list[Entry]]) -> None:
    """Let an article at a border stand in the division that was said for it."""
    for index, entry in enumerate(articles):
        if entry.under is None:
            continue
        for at, headings in list(placed.items()):
            if entry.under not in headings:
                continue
            if at > index and all(articles[i].under is entry.under for i in range(index, at)):
                placed[index] = [*placed.get(index, []), *placed.pop(at)]


def assemble(law: DraftLaw, *, renumber: bool) -> None:
    """Bring all entries into the order of the amended law and give them their numbers."""
    articles = number_articles(law) if renumber else keep_numbers(law)
    base = list(law.entries)
    for entry in base:
        if entry.covers and entry.kind == "division":
            entry.anchor = None
    placed = place_divisions(law, articles)
    pull_under(articles, placed)
    ordered = [entry for at in sorted(placed) for entry in placed[at]]
    number_divisions(ordered, [entry for entry in base if entry.kind == "division"])
    numbered = [
        index for index, entry in enumerate(base) if entry.kind in ("article", "division") and entry.id
    ]
    first, last = (numbered[0], numbered[-1]) if numbered else (len(base), len(base))
    middle: list[Entry] = []
    for index, entry in enumerate(articles):
        middle += [*placed.get(index, []), entry]
    middle += placed.get(len(articles), [])
    for index in range(first + 1, last):
        entry = base[index]
        if entry.kind not in ("article", "division") and not entry.removed:
            before = next((e for e in reversed(base[:index]) if e in middle), None)
            middle.insert(middle.index(before) + 1 if before else 0, entry)
    outside = [e for e in base if e.kind not in ("article", "division") and not e.removed]
    head = [e for e in outside if base.index(e) < first]
    tail = [e for e in outside if base.index(e) > last]
    own = [e for e in base if e.id or e.kind not in ("article", "division")]
    end = own[-1].gap if own else ""
    law.entries = [*head, *middle, *tail]
    if own and law.entries and law.entries[-1] is not own[-1]:
        own[-1].gap = law.gap
        law.entries[-1].gap = end
