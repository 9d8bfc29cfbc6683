"""Write the sigla of versions into `document.yml`, so that addresses stay when older versions come later.

Lines are put in beside those that are there: comments, order and the rest of the file stay as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hexapla.collection.import_record import choose_siglum, quote_yaml
from hexapla.collection.yaml_tree import YamlTree, parse_yaml
from hexapla.errors import UsageError
from hexapla.lazy_patterns import compile_lazily_with_properties

ENTRY = compile_lazily_with_properties(r"(?P<lead>\s*-\s+)(?P<key>[A-Za-z]+\s*:)")
"""the first line of an entry of `versions`, written as a block"""
KEY = compile_lazily_with_properties(r"versions\s*:\s*(#.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVersion:
    """A version, and the siglum that it shall keep."""

    file: str
    """name of its text in the folder"""
    part: int | None
    siglum: str


def write_sigla(path: str, data: bytes, versions: Sequence[NamedVersion]) -> bytes:
    """Return a document.yml in which each version has its siglum.

    Args:
        path: of the file as the user would type it, for messages.
        data: what is there; empty: there is no such file.
        versions: in their order.

    Post-conditions:
        1. Nothing but sigla, and entries for versions that were not listed, is added or changed.
        2. With every version named as it was, nothing changes.

    Raises:
        UsageError: the list is not written line by line, so that nothing can be put in.
    """
    if not versions:
        return data
    tree = parse_yaml(path, data)
    lines = data.decode("utf-8-sig").splitlines()
    listed = read_listed(tree, versions)
    added: dict[int, list[str]] = {}
    for index, version in listed.items():
        if not set_siglum(tree, lines, added, index, version):
            raise UsageError(describe_by_hand(path, versions))
    rest = [version for version in versions if version not in listed.values()]
    start = tree.lines.get(("versions",))
    if rest and start is None:
        added.setdefault(len(lines), []).extend(["versions:", *write_entries(rest, "  ")])
    elif rest and start is not None:
        if not KEY.fullmatch(lines[start - 1]):
            raise UsageError(describe_by_hand(path, versions))
        end = find_list_end(tree, lines, start)
        added.setdefault(end, []).extend(write_entries(rest, find_indent(tree, lines)))
    out = list(added.get(0, ()))
    for number, line in enumerate(lines, start=1):
        out += [line, *added.get(number, ())]
    return "".join(f"{each}\n" for each in out).encode()


def set_siglum(
    tree: YamlTree, lines: list[str], added: dict[int, list[str]], index: int, version: NamedVersion
) -> bool:
    """Give an entry its siglum, in its line or in one that is added; False where neither can be."""
    first, own = tree.lines["versions", index], tree.lines.get(("versions", index, "siglum"))
    match = ENTRY.match(lines[first - 1])
    if match is None:
        return False
    line = f"{' ' * len(match['lead'])}siglum: {version.siglum}"
    if own is None:
        added.setdefault(first, []).append(line)
        return True
    if own == first:  # `- siglum: A`
        line = f"{match['lead']}siglum: {version.siglum}"
        if not match["key"].startswith("siglum"):
            return False
    if lines[own - 1].split("#")[0].rstrip() != line:
        lines[own - 1] = line
    return True


def read_listed(tree: YamlTree, versions: Sequence[NamedVersion]) -> dict[int, NamedVersion]:
    """Return which entries of `versions` are about which version; the only text need not be named."""
    value = tree.value if isinstance(tree.value, dict) else {}
    entries = value.get("versions")
    only = {version.file for version in versions}
    found: dict[int, NamedVersion] = {}
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if not isinstance(entry, dict):
            continue
        file = entry.get("file") or (next(iter(only)) if len(only) == 1 else None)
        part = entry.get("part")
        for version in versions:
            if version.file == file and (None if version.part is None else str(version.part)) == part:
                found[index] = version
    return found


def find_list_end(tree: YamlTree, lines: Sequence[str], start: int) -> int:
    """Return the last line of the list of versions that begins at a line, comments behind it not counted."""
    later = [line for place, line in tree.lines.items() if len(place) == 1 and line > start]
    end = min(later, default=len(lines) + 1) - 1
    while end > start and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def find_indent(tree: YamlTree, lines: Sequence[str]) -> str:
    """Return how far the entries of the list are set in."""
    first = tree.lines.get(("versions", 0))
    line = lines[first - 1] if first else "  "
    return line[: len(line) - len(line.lstrip(" "))]


def write_entries(versions: Sequence[NamedVersion], indent: str) -> list[str]:
    """Write entries for versions that were not listed."""
    out: list[str] = []
    for version in versions:
        out.append(f"{indent}- file: {quote_yaml(version.file)}")
        if version.part is not None:
            out.append(f"{indent}  part: {version.part}")
        out.append(f"{indent}  siglum: {version.siglum}")
    return out


def describe_by_hand(path: str, versions: Sequence[NamedVersion]) -> str:
    """Say which lines to write, where no program can put them in."""
    lines = "\n".join(["versions:", *write_entries(versions, "  ")])
    return f"{path}: the list of versions is not written line by line; write it so by hand:\n{lines}"


def choose_kept_sigla(
    there: Sequence[tuple[tuple[str, int], str]], published: Mapping[tuple[str, int], str]
) -> list[str]:
    """Return the sigla of versions: those that were published, and free letters for the others.

    Args:
        there: source's path and which of its versions, with the siglum that it would bear.
        published: the same of a site.
    """
    taken = set(published.values())  # that of a version which is gone is not another's
    given: list[str] = []
    for key, siglum in there:
        own = published.get(key) or choose_siglum(siglum, taken)
        taken.add(own)
        given.append(own)
    return given
