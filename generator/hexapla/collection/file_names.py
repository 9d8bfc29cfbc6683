"""Names of files: their order, the ids that are made of them, and which of them every file system takes.

Windows is the strictest; what it takes, all take. Its rules: Microsoft, “Naming Files, Paths, and
Namespaces”.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePath

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.text import read_numeral

NUMBER = compile_lazily_with_properties(r"([0-9０-９]+|[零〇一二三四五六七八九十百千]+)")
UNSAFE = compile_lazily_with_properties(r"""[\p{C}\p{Z}\s/\\<>:"|?*#%{}\[\]`]+|^\.+|\.+$""")
UNPRINTABLE = compile_lazily_with_properties(r"[\p{Cc}\p{Cs}\u2028\u2029]")

DEVICE = compile_lazily_with_properties(
    r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?"
)
"""names that Windows keeps for devices, whatever suffix they have"""
FORBIDDEN = compile_lazily_with_properties(r'[<>:"|?*\\\x00-\x1f]')
"""what stands in no name on Windows"""

LONGEST_ID = 120
"""bytes of UTF-8; file systems allow 255 for a name, and pages add to it"""
LONGEST_PORTABLE_ID = 48
"""characters; a document's id stands in a path twice: `texts/ID/files/ID…`"""
LONGEST_PATH = 180
"""UTF-16 units; Windows takes 260, less the folder into which somebody unpacks"""
DIGEST = 8
"""hexadecimal digits that keep shortened ids apart"""

NaturalKey = tuple[tuple[tuple[int, int, str], ...], str]


def natural_key(name: str) -> NaturalKey:
    """Return the key by which names are ordered as people count: numbers as numbers, 二稿 before 十稿.

    Names that differ only in case or in composition stand together; no two names are equal unless they are
    the same.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    pieces = tuple(
        (0, number, "") if index % 2 and (number := read_numeral(piece)) is not None else (1, 0, piece)
        for index, piece in enumerate(NUMBER.split(folded))
    )
    return pieces, name


def document_id(name: str) -> str:
    """Make an id of a folder's name or a file's stem: letters of any script stay.

    Post-conditions:
        1. No path separator, control or invisible character, white space, `<>:"|?*#%{}[]` or grave accent,
           nor a full stop at either end; a run of such is one `-`.
        2. In NFC, at most 120 bytes of UTF-8, never empty; longer names end in a hash of the whole.
    """
    clean = unicodedata.normalize("NFC", UNSAFE.sub("-", unicodedata.normalize("NFC", name))) or "document"
    data = clean.encode()
    if len(data) <= LONGEST_ID:
        return clean
    head = data[: LONGEST_ID - DIGEST - 1].decode(errors="ignore").rstrip("-.")
    return f"{head}-{sha256(data).hexdigest()[:DIGEST]}"


def compose_name(name: str) -> str:
    """Write a file's name as sources bear it: in NFC, and as `shown`."""
    return unicodedata.normalize("NFC", make_printable(name))


def make_printable(name: str) -> str:
    """Write a file's name so that it stays on its line and can be encoded."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name)


def shorten_paths(paths: Sequence[Path]) -> list[str]:
    """Name files as a document's sources bear them: by their names, with folders where names are alike.

    Where the files lie on a machine is nobody else's business, and would make two people's files differ.

    Post-conditions:
        1. Names depend only on the ends of the paths that tell the files apart, however they were typed.
        2. Two names are equal only for files whose whole paths are, in composed form.
    """
    whole = [tuple(map(compose_name, (path.parent.resolve() / path.name).parts)) for path in paths]
    length = [1] * len(whole)
    while True:
        found = [PurePath(*parts[-count:]).as_posix() for parts, count in zip(whole, length, strict=True)]
        bearers: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name, parts in zip(found, whole, strict=True):
            bearers[name].add(parts)
        if all(len(bearers[name]) == 1 for name in found):
            return found
        length = [count + (len(bearers[name]) > 1) for count, name in zip(length, found, strict=True)]


def is_device_name(name: str) -> bool:
    """Tell whether Windows keeps a name for a device."""
    return DEVICE.fullmatch(name) is not None


def explain_name_problem(path: str) -> str | None:
    """Say why Windows does not take a path; None if it does."""
    if len(path.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_PATH:
        return f"longer than {LONGEST_PATH} characters"
    for name in path.split("/"):
        if is_device_name(name):
            return f"{name} is the name of a device"
        if FORBIDDEN.search(name):
            return "a character that no name may hold"
        if name.endswith((".", " ")):
            return "a full stop or a space at the end of a name"
    return None


def make_portable(name: str) -> str:
    """Return the id of a document as a name that Windows takes; most stay as they are.

    Post-conditions:
        1. `explain_name_problem` finds nothing in the name, nor in a path that holds it twice.
        2. Different names stay different, whatever the case of their letters: what is changed ends in a hash.
    """
    if len(name) <= LONGEST_PORTABLE_ID and explain_name_problem(name) is None:
        return name
    safe = FORBIDDEN.sub("-", name)[: LONGEST_PORTABLE_ID - DIGEST - 1].replace(".", "-").rstrip(" -")
    return f"{safe}-{sha256(name.casefold().encode()).hexdigest()[:DIGEST]}"
