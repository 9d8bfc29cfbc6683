"""Which names every file system takes. Windows is the strictest; what it takes, all take.

Rules: Microsoft, “Naming Files, Paths, and Namespaces”.
"""

from hashlib import sha256
from typing import Final

import regex

RESERVED: Final = regex.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?")
FORBIDDEN: Final = regex.compile(r'[<>:"|?*\\\x00-\x1f]')
LONGEST_PATH: Final = 180
"""UTF-16 units; Windows takes 260, less the folder into which somebody unpacks"""
LONGEST_ID: Final = 48
"""a document's id stands in a path twice: `texts/ID/files/ID…`"""
DIGEST: Final = 8


def explain_name_problem(path: str) -> str | None:
    """Say why Windows does not take a path; None if it does."""
    if len(path.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_PATH:
        return f"longer than {LONGEST_PATH} characters"
    for name in path.split("/"):
        if RESERVED.fullmatch(name):
            return f"{name} is the name of a device"
        if FORBIDDEN.search(name):
            return "a character that no name may hold"
        if name.endswith((".", " ")):
            return "a full stop or a space at the end of a name"
    return None


def make_portable(name: str) -> str:
    """Return the id of a document as a name that Windows takes; most stay as they are.

    Post-conditions:
        1. `trouble` finds nothing in the name, nor in a path that holds it twice.
        2. Different names stay different, whatever the case of their letters: what is changed ends in a hash.
    """
    if len(name) <= LONGEST_ID and explain_name_problem(name) is None:
        return name
    safe = FORBIDDEN.sub("-", name)[: LONGEST_ID - DIGEST - 1].replace(".", "-").rstrip(" -")
    return f"{safe}-{sha256(name.casefold().encode()).hexdigest()[:DIGEST]}"
