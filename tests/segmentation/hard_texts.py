"""What a careful reader finds in a hard text, against what segmentation finds."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from hexapla.model import Clause, Document, Version

__all__ = ["differences"]

OUTER = "、﹑.．。()（）[]【】〔〕「」:：︰,，;；*#"
STOPS = "。.；;，,!?！？"
BRACKETS = str.maketrans("", "", "()（）[]【】〔〕「」*")

Expected = dict[str, Any]


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
    if wanted.get("title") and _words(wanted["title"]) not in _words(f"{title}\n{version.title}"):
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
        if one.get("ends") and not _words(clause.text or clause.heading or "").rstrip(STOPS).endswith(
            _words(one["ends"])
        ):
            yield f"{one['number']} ends {clause.text[-12:]!r}, not {one['ends']!r}"
    if at < len(found):
        yield f"{found[at].number} {found[at].text[:12]!r} found beside"


def _is(wanted: Expected, clause: Clause) -> bool:
    numbers = {_number(each) for each in (wanted["number"], *wanted.get("number_also", []))}
    begins = (_words(clause.text), _words((clause.heading or "") + clause.text))
    return _number(clause.number or "") in numbers and any(
        text.startswith(_words(wanted["starts"])) for text in begins
    )


def _plain(text: str) -> str:
    """Leave out white space, control and invisible characters."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "ZC")


def _words(text: str) -> str:
    return _plain(text).translate(BRACKETS)


def _number(mark: str) -> str:
    return _plain(mark).strip(OUTER)
