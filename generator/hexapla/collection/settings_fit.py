"""What `document.yml` says, held against what the texts turned out to hold.

Which parts a file has, and which sigla are given out, is known only when it has been cut. What an entry says
of a part that is not there (siglum, label, date) would be lost without a word, and so would a base.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hexapla.collection.material import CollectedDocument, RawFile
from hexapla.errors import Problem, SettingsError, sort_problems
from hexapla.model import Document, Source
from hexapla.pairs import find_unknown_sigla
from hexapla.plan import Plan
from hexapla.segmentation import format_siglum, segment

if TYPE_CHECKING:
    from hexapla.collection.yaml_tree import YamlPath

MOST_PARTS = 20
"""parts that are listed"""


def segment_collected(loaded: CollectedDocument) -> Document:
    """Cut a document's sources, and hold what its settings say against what was found.

    Raises:
        SettingsError: an entry is about a part that its file does not hold, or `base` or `comparisons` name a
            version that is not there; with all that fits nothing.
    """
    document = segment(loaded.sources, loaded.plan)
    refuse_unfitting(loaded, document)
    return document


def refuse_unfitting(loaded: CollectedDocument, document: Document) -> None:
    """Refuse settings that are about a part or a version that is not there.

    Raises:
        SettingsError: with all problems, in the order of the file.
    """
    found = [*find_missing_parts(loaded, document), *find_unknown_names(loaded, document)]
    if not found:
        return
    from hexapla.collection.yaml_tree import YamlTree, parse_yaml

    raw = loaded.settings
    tree = (
        parse_yaml(raw.shown, raw.data)
        if raw
        else YamlTree(path=loaded.path, value=None, lines={}, problems=())
    )
    raise SettingsError(sort_problems(tree.problem(place, message) for place, message in found))


def find_missing_parts(loaded: CollectedDocument, document: Document) -> Iterator[tuple["YamlPath", str]]:
    """Yield the entries that are about no part of their file, with what to write instead."""
    there: dict[str, list[int | None]] = {}
    for version in document.versions:
        there.setdefault(version.source.path, []).append(version.part)
    for number, entry in enumerate(loaded.plan.versions):
        parts = there.get(entry.file)
        if entry.part is None or parts is None or entry.part in parts:
            continue  # of an empty file a finding tells
        name = entry.file.rpartition("/")[2]
        known = ", ".join(str(part) for part in parts[:MOST_PARTS] if part is not None)
        more = " …" if len(parts) > MOST_PARTS else ""
        hint = f"its parts are {known}{more}" if known else "it is one version as a whole: leave `part:` out"
        yield ("versions", number, "part"), f"part: “{name}” holds no part {entry.part}; {hint}"


def find_unknown_names(loaded: CollectedDocument, document: Document) -> Iterator[tuple["YamlPath", str]]:
    """Yield the sigla in `base` and `comparisons` that no version bears."""
    plan, sigla = loaded.plan, document.sigla
    known = ", ".join(sigla)
    if plan.base is not None and plan.base not in sigla:
        yield ("base",), f"base: “{plan.base}” is no siglum; the sigla are {known}"
    for each in find_unknown_sigla(plan.comparisons or (), sigla):
        yield ("comparisons",), f"comparisons: “{each}” is no siglum; the sigla are {known}"


def find_names_in_doubt(raw: RawFile, sources: Sequence[Source]) -> list[Problem]:
    """Return what settings that are refused for other mistakes name beyond the sigla that can be given out.

    So that all mistakes are told at once, though these are seen only when the texts have been cut. Without
    valid settings it is known how many versions there are, but not which of them has a siglum of its own: a
    name is refused only if no version can bear it.
    """
    from hexapla.collection.document_yml import GIVEN_OUT
    from hexapla.collection.yaml_tree import parse_yaml

    tree = parse_yaml(raw.shown, raw.data)
    settings = tree.value if isinstance(tree.value, dict) else {}
    base, pairs, listed = (settings.get(key) for key in ("base", "comparisons", "versions"))
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    document = segment(sources, Plan(id=""))
    most = len(document.versions) + len(entries)
    wanted = (entry.get("siglum") for entry in entries)
    sigla = {*(each for each in wanted if isinstance(each, str)), *map(format_siglum, range(most))}
    choice = [each for each in pairs if isinstance(each, str)] if isinstance(pairs, list) else []
    known = ", ".join(document.sigla)
    found: list[tuple[YamlPath, str]] = []
    if isinstance(base, str) and GIVEN_OUT.fullmatch(base) and base not in sigla:
        found.append((("base",), f"base: “{base}” is no siglum; the sigla are {known}"))
    found += (
        (("comparisons",), f"comparisons: “{each}” is no siglum; the sigla are {known}")
        for each in find_unknown_sigla(choice, sigla)
        if GIVEN_OUT.fullmatch(each)
    )
    return [tree.problem(place, message) for place, message in found]
