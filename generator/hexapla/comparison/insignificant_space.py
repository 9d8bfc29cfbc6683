"""White space that says nothing: no word is marked for a source's line ends or for spaces beside Han.

Tokens hold their spaces, so a word that stands at the end of a line in one source and at the beginning of the
next in the other is another token. To a reader it is the same word.
"""

from collections.abc import Iterator, Sequence

from hexapla.comparison.tokens import CLUSTER
from hexapla.model import Edit, Op
from hexapla.text import normalize_spaces, remove_space


def keep_respaced_words(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Take words out of the marks around which nothing but such white space differs.

    Post-conditions:
        1. Equal and delete spell what they spelled, equal and insert too.
        2. No two neighbours have the same op, no cluster of characters is split.
    """
    last: Edit | None = None
    for each in split_replacements(edits):
        if last is not None and last.op is each.op:
            last = Edit(last.op, last.text + each.text)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def split_replacements(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits, a replacement of words by the same words as what is kept and the spaces around.

    A replacement may hold white space that both have: 每日 at the end of a line is 每, a line feed and 日.
    """
    at = 0
    while at < len(edits):
        end = at
        while end < len(edits) and edits[end].op is not Op.EQUAL:
            end += 1
            if end + 1 < len(edits) and edits[end].op is Op.EQUAL and edits[end].text.isspace():
                end += 1
        if end == at:
            yield edits[at]
            at += 1
            continue
        before = edits[at - 1].text[-1] if at else ""
        after = edits[end].text[0] if end < len(edits) else ""
        yield from split_replacement(edits[at:end], before, after)
        at = end


def split_replacement(found: Sequence[Edit], before: str, after: str) -> Iterator[Edit]:
    """Yield a replacement: spaces alone if the words are the same and their spaces mean nothing."""
    gone, new = ("".join(edit.text for edit in found if edit.op is not op) for op in (Op.INSERT, Op.DELETE))
    words = remove_space(gone)
    even = words and words == remove_space(new)
    if not even or normalize_spaces(before + gone + after) != normalize_spaces(before + new + after):
        yield from found
        return
    base, target = CLUSTER.findall(gone), CLUSTER.findall(new)
    kept = [cluster for cluster in base if remove_space(cluster)]
    if kept != [cluster for cluster in target if remove_space(cluster)]:
        yield from found  # a mark that sits on a space is no word by itself
        return
    left, right = collect_spaces(base), collect_spaces(target)
    for number, word in enumerate([*kept, ""]):
        if left[number] == right[number]:
            yield from make_edit(Op.EQUAL, left[number] + word)
            continue
        yield from make_edit(Op.DELETE, left[number])
        yield from make_edit(Op.INSERT, right[number])
        yield from make_edit(Op.EQUAL, word)


def collect_spaces(clusters: Sequence[str]) -> list[str]:
    """Return the white space before each cluster that is none, and after the last one."""
    found = [""]
    for cluster in clusters:
        if remove_space(cluster):
            found.append("")
        else:
            found[-1] += cluster
    return found


def make_edit(op: Op, text: str) -> Iterator[Edit]:
    """Yield an edit if it holds anything."""
    if text:
        yield Edit(op, text)
