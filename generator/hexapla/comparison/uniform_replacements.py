"""One expression exchanged for another throughout a text: 市场主体 by 经营主体, 26 times.

Drafters say such an exchange once and do not list its places. A reader wants the same: it is told once, with
its count, and above all with the places at which it was *not* made. So an exchange is uniform where it recurs
and where the old expression, wherever it stands in text that was kept, is nearly always exchanged.

An edit marks the characters that differ, 大 of 股东大会 → 股东会, not the expression. It is found in two
steps. The smallest context by which the edit is nearly always made where the expression stands: 大 stands
elsewhere and stays, 股东大会 does not. Then, in scripts without spaces, what stands around it at all its
places: 市场 → 经营 is followed by 主体 each time, so 市场主体 is what is exchanged. A context never goes over
a mark, so an expression is never a sentence, and no particle stands at its ends for being common.

Deadlines, amounts, references, and words of duty, leave and ban are no expressions: that a text exchanges
15日 for 30日 three times is three changes that a reader must see.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from hexapla.comparison.edit_places import LEAST_COUNT, LONGEST, KeptText, Place, collect_places
from hexapla.comparison.flags import find_flags
from hexapla.comparison.language_tables import LanguageTables, tables_for
from hexapla.comparison.tokens import cut_by_list
from hexapla.findings import Finding, make_finding
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Change, Edit, Flag, Op, UniformReplacement
from hexapla.text.scripts import HAN, is_written_without_spaces

LEAST_SHARE: Final = 0.75
"""of the places where the old expression stands or stood in kept text, those at which it must be exchanged"""
MOST_CONTEXT: Final = 6
"""characters or words of context that are tried to make an edit an expression"""
FORGOTTEN_SHARE: Final = 0.9
"""of the places, those at which an expression must be exchanged for the others to look forgotten"""
NEARLY_ALL: Final = 0.9
"""share of an edit's places from which no larger context is tried"""
MOST_EDITS: Final = 64
"""different edits that are looked at, the commonest first; bounds the work"""
WORD: Final = compile_lazily_with_properties(r"[\p{L}\p{M}\p{N}]+")
WORDING: Final = frozenset({Flag.WORDING, Flag.SINGLE_CHARACTER})
"""flags of an exchange of expressions, and of nothing else"""


class Expression(NamedTuple):
    """What is exchanged: the characters that differ, with their context."""

    left: str
    gone: str
    new: str
    right: str

    @property
    def old(self) -> str:
        """The expression that goes."""
        return f"{self.left}{self.gone}{self.right}"

    @property
    def fresh(self) -> str:
        """The expression that comes."""
        return f"{self.left}{self.new}{self.right}"

    def is_made_at(self, place: Place) -> bool:
        """Tell whether a place with these edits has this context."""
        return place.left[-1].endswith(self.left) and place.right[-1].startswith(self.right)


class Exchange(NamedTuple):
    """An expression with the places at which it is exchanged."""

    expression: Expression
    made: tuple[Place, ...]


class Exchanges(NamedTuple):
    """The exchanges that run through a text, as the model holds them and with their places."""

    replacements: tuple[UniformReplacement, ...]
    """the commonest first"""
    places: Sequence[Place]
    """all places of the comparison at which anything is exchanged"""
    ids: Mapping[int, int]
    """index of a place → id of the replacement that explains it"""


def find_uniform_replacements(changes: Sequence[Change], language: str) -> Exchanges:
    """Find the exchanges that run through a text.

    Args:
        changes: of one comparison, read from the earlier version to the later one.
        language: of the texts, BCP 47.
    """
    kept, places = collect_places(changes)
    tables = tables_for(language)
    found = [
        each
        for alike in group_common_edits(places)
        for each in find_exchanges(alike, kept, tables)
        if is_plain_expression(each.expression, language)
    ]
    found.sort(key=lambda each: (-len(each.made), each.expression))
    number = {id(place): index for index, place in enumerate(places)}
    return Exchanges(
        tuple(make_replacement(at, each, kept, changes) for at, each in enumerate(found, 1)),
        places,
        {number[id(place)]: at for at, each in enumerate(found, 1) for place in each.made},
    )


def group_common_edits(places: Iterable[Place]) -> list[list[Place]]:
    """Gather the places at which the same characters of wording are exchanged, the commonest first."""
    alike: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        if is_wording(place.gone, place.new):
            alike[place.gone, place.new].append(place)
    common = [each for each in alike.items() if len(each[1]) >= LEAST_COUNT]
    common.sort(key=lambda each: (-len(each[1]), each[0]))
    return [own for _, own in common[:MOST_EDITS]]


def is_wording(gone: str, new: str) -> bool:
    """Tell whether letters differ that are no numerals, and no more of them than an expression has.

    >>> is_wording("大", ""), is_wording("五", "十"), is_wording("，", "、")
    (True, False, False)
    """
    return max(len(gone), len(new)) <= LONGEST and any(
        char.isalpha() and not char.isnumeric() for char in gone + new
    )


def find_exchanges(alike: Sequence[Place], kept: KeptText, tables: LanguageTables) -> Iterable[Exchange]:
    """Yield the expressions that the same edit makes: 大 in 股东大会, and 大 elsewhere."""
    waiting = list(alike)
    while expression := choose_expression(waiting, kept):
        made = tuple(filter(expression.is_made_at, waiting))
        yield Exchange(extend_expression(expression, made, tables, kept), made)
        waiting = [place for place in waiting if not expression.is_made_at(place)]


def choose_expression(places: Sequence[Place], kept: KeptText) -> Expression | None:
    """Choose the smallest context by which an edit is nearly always made, at most places; None if none is."""
    best: tuple[int, Expression] | None = None
    for size in range(MOST_CONTEXT + 1):
        counted = Counter(
            (place.left[before], place.right[size - before])
            for place in places
            for before in range(size + 1)
            if before < len(place.left) and size - before < len(place.right)
        )
        # What was put behind a word belongs to it sooner than to the next: 借用人 → 借用人和使用人.
        for (left, right), count in sorted(
            counted.items(), key=lambda each: (-each[1], len(each[0][1]), each[0])
        ):
            if count < (best[0] + 1 if best else LEAST_COUNT):
                break
            expression = Expression(left, places[0].gone, places[0].new, right)
            if expression.old and expression.fresh:
                made = tuple(filter(expression.is_made_at, places))
                stays = len(find_kept(Exchange(expression, made), kept))
                if len(made) >= LEAST_SHARE * (len(made) + stays):
                    best = len(made), expression
        if best and best[0] >= NEARLY_ALL * len(places):
            break
    return best[1] if best else None


def find_kept(exchange: Exchange, kept: KeptText) -> list[int]:
    """Return where in kept text the old expression stands and was not exchanged.

    发展 → 发展和改革: at each place where this is made 发展 is kept, which is no exception.
    """
    expression, made = exchange
    exempt: set[int] = set()
    if not expression.gone and not expression.right:
        exempt = {place.before - len(expression.left) for place in made}
    elif not expression.gone and not expression.left:
        exempt = {place.after for place in made}
    return [at for at in kept.find(expression.old) if at not in exempt]


def extend_expression(
    expression: Expression, made: Sequence[Place], tables: LanguageTables, kept: KeptText
) -> Expression:
    """Add what stands around an expression at all its places, in scripts without spaces.

    A particle that may begin a word (到 of 到达部队) is taken in where the expression never lacks it.
    """
    left, right = map(share_context, ([place.left for place in made], [place.right for place in made]))
    plain = expression._replace(
        left=strip_particles(left, expression.left, tables, last=False),
        right=strip_particles(right, expression.right, tables, last=True),
    )
    longer = plain._replace(left=strip_particles(left, expression.left, tables, last=False, whole=True))
    lost = longer != plain and len(find_kept(Exchange(longer, tuple(made)), kept)) < len(
        find_kept(Exchange(plain, tuple(made)), kept)
    )
    return plain if lost else longer


def share_context(contexts: Sequence[Sequence[str]]) -> str:
    """Return the largest context that all places have, as far as it is written without spaces."""
    shared = ""
    for longer in contexts[0]:
        unspaced = len(longer) <= LONGEST and all(is_written_without_spaces(ord(char)) for char in longer)
        if not unspaced or not all(longer in each for each in contexts):
            break
        shared = longer
    return shared


def strip_particles(
    context: str, least: str, tables: LanguageTables, *, last: bool, whole: bool = False
) -> str:
    """Take particles and words of duty off the outer end of a context, down to the least of it.

    Args:
        context: what all places share.
        least: what makes the edit an expression.
        tables: words of the language.
        last: the outer end is the last one.
        whole: a particle that may begin a word stays.
    """
    if len(context) <= len(least):
        return least
    pieces = cut_by_list(context, tables) if HAN.search(context) else [context]
    while pieces:
        outer = pieces[-1 if last else 0]
        # 会 and 得 are words of duty, but the end of 大会 and 取得 too.
        particle = outer in tables.links or (outer in tables.modal and len(outer) > 1)
        if not particle or sum(map(len, pieces)) - len(outer) < len(least):
            break
        if not last and whole and is_half_word(pieces[1:], tables):
            break
        pieces.pop(-1 if last else 0)
    return "".join(pieces)


def is_half_word(pieces: Sequence[str], tables: LanguageTables) -> bool:
    """Tell whether text begins with a character that no list knows, so that what precedes it may be its word.

    到 is a particle, but the beginning of 到达 too.

    >>> is_half_word(["达", "部队"], tables_for("zh")), is_half_word(["部队"], tables_for("zh"))
    (True, False)
    """
    return bool(pieces) and len(pieces[0]) == 1 and pieces[0] not in tables.links


def is_plain_expression(expression: Expression, language: str) -> bool:
    """Tell whether an exchange is one of words, not of form, deadlines, amounts, duties, references."""
    sides = Edit(Op.DELETE, expression.old), Edit(Op.INSERT, expression.fresh)
    worded = all(holds_word(edit.text, tables_for(language)) for edit in sides)
    return worded and WORDING.issuperset(find_flags(sides, language))


def holds_word(text: str, tables: LanguageTables) -> bool:
    """Tell whether a text is more than marks and particles.

    >>> zh, en = tables_for("zh"), tables_for("en")
    >>> holds_word("器具的", zh), holds_word("，的", zh), holds_word("of the", en)
    (True, False, False)
    """
    return any(
        word not in tables.links and word.lower() not in tables.links
        for run in WORD.findall(text)
        for word in (cut_by_list(run, tables) if HAN.search(run) else [run])
    )


def make_replacement(
    number: int, exchange: Exchange, kept: KeptText, changes: Sequence[Change]
) -> UniformReplacement:
    """Make the value that the model holds."""
    stays = [kept.change_at(at) for at in find_kept(exchange, kept)]
    return UniformReplacement(
        id=number,
        delete=exchange.expression.old,
        insert=exchange.expression.fresh,
        count=len(exchange.made),
        changes=tuple(dict.fromkeys(changes[place.change].id for place in exchange.made)),
        kept_count=len(stays),
        kept_in=tuple(dict.fromkeys(changes[at].id for at in stays)),
    )


def report_exceptions(
    replacements: Iterable[UniformReplacement], changes: Sequence[Change], target: str
) -> dict[str, list[Finding]]:
    """Tell per change where an expression stays that is exchanged nearly everywhere else.

    Args:
        replacements: of a comparison.
        changes: its changes.
        target: siglum of the later version, in which the expression stays.
    """
    found: dict[str, list[Finding]] = {}
    rows = {change.id: change.row for change in changes}
    for each in replacements:
        total = each.count + each.kept_count
        if each.count < FORGOTTEN_SHARE * total:
            continue
        for name in each.kept_in:
            finding = make_finding(
                "replacement_exception",
                version=target,
                row=rows[name],
                old=each.delete,
                new=each.insert,
                count=each.count,
                total=total,
            )
            found.setdefault(name, []).append(finding)
    return found
