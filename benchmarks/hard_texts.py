"""What a careful reader finds in a hard text, against what segmentation finds.

A case is a file of JSON: its `text`, the `suffix` of its name (`.txt` unless it says another), and `expect`:
`versions` with `clauses` (`number`, `starts`: how its text begins, `depth`, maybe `ends`, `optional`,
`number_also`), `title` and `completeness`; `findings`, `findings_not`, `furniture` (words of no clause).
`alternatives` are other readings that are right, too.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hexapla.model import Clause, Document, Source, Version
from hexapla.readers import read_source

__all__ = ["HardText", "differences", "find_pairs", "number_key", "read_texts", "words_key"]

OUTER = "、﹑.．。()（）[]【】〔〕「」:：︰,，;；*#"
STOPS = "。.；;，,!?！？"
BRACKETS = str.maketrans("", "", "()（）[]【】〔〕「」*")

Expected = dict[str, Any]


class HardText(NamedTuple):
    """A text with what a careful reader finds in it."""

    name: str
    case: Expected
    source: Source


def read_texts(folder: Path) -> list[HardText]:
    """Read the cases of a folder, by name."""
    texts = []
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        source = read_source(f"{path.stem}{case.get('suffix', '.txt')}", case["text"].encode())
        texts.append(HardText(path.stem, case, source))
    return texts


def find_pairs(wanted: Sequence[Expected], found: Sequence[Clause]) -> list[tuple[int, int]]:
    """Pair the clauses that a reader finds with those found, in order, as many as can be.

    Returns the places of both; a clause pairs if its number and the beginning of its text are right.
    """
    longest = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    same = [[_is(one, clause) for clause in found] for one in wanted]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            hit = longest[i + 1][j + 1] + 1 if same[i][j] else 0
            longest[i][j] = max(hit, longest[i + 1][j], longest[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(wanted) and j < len(found):
        if same[i][j] and longest[i][j] == longest[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i][j] == longest[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def differences(case: Expected, document: Document) -> list[str]:
    """Return where a document differs from the gold of a case, or from the alternative that fits best."""
    accepted = [case["expect"], *case.get("alternatives", [])]
    return min((list(_differences(one, document)) for one in accepted), key=len)


def _differences(expected: Expected, document: Document) -> Iterator[str]:
    wanted, found = expected["versions"], document.versions
    if len(wanted) != len(found):
        yield f"{len(found)} versions, not {len(wanted)}"
        return
    for one, version in zip(wanted, found, strict=True):
        yield from _in_version(one, version, document.title)
    yield from _in_findings(expected, document)
    texts = ["\n".join(_plain(part) for part in _all_text(version)) for version in found]
    for furniture in expected.get("furniture", []):
        if any(_plain(furniture) in text for text in texts):
            yield f"furniture in the text: {furniture}"


def _all_text(version: Version) -> Iterator[str]:
    yield version.title
    for clause in version.clauses:
        yield (clause.heading or "") + clause.text


def _in_findings(expected: Expected, document: Document) -> Iterator[str]:
    codes = {
        one.code
        for one in (*document.findings, *(one for each in document.versions for one in each.findings))
    }
    yield from (f"no finding {code}" for code in expected.get("findings", []) if code not in codes)
    yield from (f"finding {code}" for code in expected.get("findings_not", []) if code in codes)


def _in_version(wanted: Expected, version: Version, title: str) -> Iterator[str]:
    if wanted.get("title") and words_key(wanted["title"]) not in words_key(f"{title}\n{version.title}"):
        yield f"title {version.title!r}, not {wanted['title']!r}"
    if wanted.get("completeness") and wanted["completeness"] != version.completeness.value:
        yield f"{version.completeness.value}, not {wanted['completeness']}"
    numbered = [clause for clause in version.clauses if _plain(clause.number or "")]
    yield from _in_clauses(wanted["clauses"], numbered)


def _in_clauses(wanted: Sequence[Expected], found: Sequence[Clause]) -> Iterator[str]:
    """Both in order; the first clause that differs ends the comparison: all behind it may be shifted."""
    at = 0
    for one in wanted:
        clause = found[at] if at < len(found) else None
        if clause is None or not _is(one, clause):
            if one.get("optional"):
                continue
            instead = f"{clause.number} {clause.text[:12]}" if clause else "nothing"
            yield f"{one['number']} {one['starts']} expected, {instead} found"
            return
        at += 1
        if one.get("depth") is not None and one["depth"] != clause.depth:
            yield f"{one['number']} {one['starts']} at depth {clause.depth}, not {one['depth']}"
        if one.get("ends") and not words_key(clause.text or clause.heading or "").rstrip(STOPS).endswith(
            words_key(one["ends"])
        ):
            yield f"{one['number']} ends {clause.text[-12:]!r}, not {one['ends']!r}"
    if at < len(found):
        yield f"{found[at].number} {found[at].text[:12]!r} found beside"


def _is(wanted: Expected, clause: Clause) -> bool:
    numbers = {number_key(each) for each in (wanted["number"], *wanted.get("number_also", []))}
    begins = (words_key(clause.text), words_key((clause.heading or "") + clause.text))
    return number_key(clause.number or "") in numbers and any(
        text.startswith(words_key(wanted["starts"])) for text in begins
    )


def _plain(text: str) -> str:
    """Leave out white space, control and invisible characters."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "ZC")


def words_key(text: str) -> str:
    """Fold a text for comparing: without white space and brackets."""
    return _plain(text).translate(BRACKETS)


def number_key(mark: str) -> str:
    """Fold a number for comparing: without white space and outer signs."""
    return _plain(mark).strip(OUTER)
