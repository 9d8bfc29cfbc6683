"""A decision put behind those of `alignment.yml`: every byte that stands there stays, comments and all."""

import json
from collections.abc import Sequence

import regex

from hexapla.collection.alignment_yml import read_decisions
from hexapla.errors import Problem, SettingsError
from hexapla.lazy_patterns import compile_lazily_with_properties

ENTRY = compile_lazily_with_properties(r"^([ ]*)-[ ]", regex.M)
"""begins an entry of a list; the first one's indentation is that of all"""


def append_decision(path: str, data: bytes, clauses: Sequence[str], reason: str, *, together: bool) -> bytes:
    """Return the file with one more decision.

    Args:
        path: of the file, for problems.
        data: what it holds; nothing where there is none yet.
        clauses: names of clauses, as `A/art_12`.
        reason: why, on one line.
        together: whether they belong together; else they do not.

    Raises:
        SettingsError: the file is not as it should be, contradicts the decision, or is written in a way to
            which nothing can be added (a list in brackets).
    """
    before = read_decisions(path, path, data)
    text = data.decode("utf-8")
    indent = found[1] if before and (found := ENTRY.search(text)) else ""
    names = ", ".join(json.dumps(name, ensure_ascii=False) for name in clauses)
    kind, why = "together" if together else "apart", json.dumps(reason, ensure_ascii=False)
    entry = f"- {kind}: [{names}]\n  reason: {why}\n"
    lead = text if not text or text.endswith("\n") else text + "\n"
    made = (lead + "".join(indent + line for line in entry.splitlines(keepends=True))).encode()
    after = read_decisions(path, path, made)
    if after[:-1] != before or len(after) != len(before) + 1:
        message = "nothing can be added to a list written so: begin each entry on its own line, with “- ”"
        raise SettingsError((Problem(path=path, message=message),))
    return made
