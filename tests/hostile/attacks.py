"""What an attacker would write into texts, names and settings, and collections that hold it everywhere."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from hexapla.collection.alignment_yml import DecisionSettings
from hexapla.collection.settings import DocumentSettings

__all__ = [
    "ADDRESSES",
    "FIELDS",
    "FREE",
    "VECTORS",
    "attack",
    "document_with",
    "hostile_collection",
    "safe_name",
]

VECTORS = (
    "<script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    '"><svg/onload=pwned()>',
    "'-pwned()-'",
    "</textarea></title></style></script><script>pwned()</script>",
    "<iframe srcdoc='&lt;script&gt;pwned()&lt;/script&gt;'></iframe>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>",
    "<a href='javascript:pwned()'>x</a>",
    "[x](javascript:pwned()) ![x](x:pwned())",
    "{{ config }}{% include '/etc/passwd' %}{# #}",
    "${pwned()} #{pwned()} <%= pwned() %>",
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "]]><!--><script>pwned()</script>-->",
    '=HYPERLINK("http://example.org","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u202e\u2066evil\u2069\u202c",
    "\ufeff\u200b\u00ad\u2028\u2029",
    "javascript:pwned()//",
    "--><script>pwned()</script><!--",
    '\\"</script><script>pwned()</script>',
)
ADDRESSES = (
    "javascript:pwned()",
    "data:text/html,<script>pwned()</script>",
    "//example.org",
    "file:///etc/passwd",
)


def leaves(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Yield every field of settings, as `versions.provenance.note`."""
    for name, field in model.model_fields.items():
        inner = [each for each in classes(field.annotation) if issubclass(each, BaseModel)]
        if inner:
            yield from leaves(inner[0], f"{above}{name}.")
        else:
            yield above + name


def classes(annotation: object) -> Iterator[type]:
    """Yield the classes in a type."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for each in get_args(annotation):
        yield from classes(each)


FIELDS = (*leaves(DocumentSettings), *(f"decision.{name}" for name in leaves(DecisionSettings)))
"""all that document.yml and alignment.yml can say; a new field is here by itself"""
FREE = frozenset(
    {
        *(
            "title",
            "group",
            "versions.label",
            "versions.title",
            "versions.provenance.note",
            "versions.provenance.url",
        ),
        *(f"versions.imported.{name}" for name in ("file", "sha256", "text_sha256", "set_aside")),
        "decision.reason",
    }
)
"""the fields that take any line, or what follows the host of an address; all others refuse every attack"""


def attack(field: str, vector: str) -> str:
    """Return an attack as a value of a field: on one line, and in an address behind the host."""
    line = vector.translate({0x2028: None, 0x2029: None, ord("\n"): None})
    return f"https://example.org/{line.replace(' ', '+')}" if field.endswith(".url") else line


def document_with(folder: Path, values: Mapping[str, str]) -> None:
    """Write a document of two versions whose settings hold these values, and are otherwise in order."""
    folder.mkdir(parents=True)
    for name, text in (("a.txt", "应当"), ("b.txt", "可以")):
        (folder / name).write_text(f"第一条 居民{text}申请。\n第二条 花园每日开放。\n", encoding="utf-8")
    imported = {"file": "a.docx", "sha256": "0" * 64, "text_sha256": "0" * 64}
    first: dict[str, Any] = {"file": "a.txt", "issued": "2018"}
    document: dict[str, Any] = {"versions": [first, {"file": "b.txt", "issued": "2023"}]}
    decision: dict[str, Any] = {"together": ["A/art_1", "B/art_1"], "reason": "x"}
    for field, value in values.items():
        *above, name = field.split(".")
        place = {"decision": decision, "versions": first}[above[0]] if above else document
        for each in above[1:]:
            place = place.setdefault(each, dict(imported) if each == "imported" else {})
        if name == "apart":
            place.pop("together")
        place[name] = [value, "B/art_1"] if name in {"together", "apart"} else value
        if name == "schemes":
            place[name] = [value]
    (folder / "document.yml").write_text(json.dumps(document), encoding="utf-8")
    (folder / "alignment.yml").write_text(json.dumps([decision]), encoding="utf-8")


def safe_name(text: str) -> str:
    """Make of a vector what a file system takes as a name."""
    return text.replace("/", "∕").replace("\0", "")[:60].strip(" .") or "x"


def clauses(extra: str, vectors: Sequence[str]) -> str:
    """Write a text with a vector in every clause, its heading and its number's neighbourhood."""
    lines = [f"第{number}条 {vector} 应当{extra}申请。" for number, vector in enumerate(vectors, start=1)]
    return f"{vectors[0]}\n" + "\n".join(lines) + "\n"


def hostile_collection(root: Path) -> Path:
    """Write a collection with vectors in texts, names of files and folders, and every field of settings."""
    for number, vector in enumerate(VECTORS):
        folder = root / safe_name(f"{number} {vector}")
        folder.mkdir(parents=True)
        for year, extra in (("2018", ""), ("2023", "可以")):
            vectors = [vector] if number else VECTORS  # all in one document, and each in one of its own
            text = clauses(extra, vectors)
            (folder / f"{year} {safe_name(vector)}.txt").write_text(text, encoding="utf-8")
    for number, vector in enumerate(VECTORS):
        document_with(root / f"said-{number}", {field: attack(field, vector) for field in sorted(FREE)})
    return root
