"""Values of the model for tests: what a test does not care about has a default."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from hexapla.findings import Finding, Span
from hexapla.model import Clause, Completeness, Document, Order, Role, SetAside, Source, Version

__all__ = ["articles", "clause", "document", "source", "version"]


def clause(
    name: str,
    number: str | None,
    text: str,
    *,
    heading: str | None = None,
    depth: int = 0,
    spans: Sequence[Span] = (),
    role: Role = Role.UNIT,
) -> Clause:
    """Make a clause; a unit unless it is said to be something else."""
    return Clause(
        id=name, number=number, heading=heading, text=text, depth=depth, spans=tuple(spans), role=role
    )


def articles(texts: Iterable[str | tuple[str | None, str]], stem: str = "art_") -> tuple[Clause, ...]:
    """Make units of texts, numbered 第1条, 第2条 …; a pair gives number (None: unnumbered) and text."""
    given = (one if isinstance(one, tuple) else (f"第{at}条", one) for at, one in enumerate(texts, 1))
    return tuple(
        clause(f"{stem}{at}", number, text, spans=((at, at + 1),))
        for at, (number, text) in enumerate(given, 1)
    )


def source(path: str, text: str = "") -> Source:
    """Make a source; its hash is that of its text in UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(path=path, media_type="text/plain", encoding="utf-8", text=text, sha256=digest)


def version(  # noqa: PLR0913 - a field each
    siglum: str,
    clauses: Sequence[Clause] = (),
    *,
    label: str | None = None,
    title: str | None = None,
    issued: str | None = None,
    part: int | None = None,
    own: Source | None = None,
    extent: Span | None = None,
    set_aside: Sequence[SetAside] = (),
    completeness: Completeness = Completeness.WHOLE,
    findings: Sequence[Finding] = (),
    **more: Any,  # noqa: ANN401 - further fields of a version
) -> Version:
    """Make a version; its source holds its clauses' texts, a line each, unless another is given."""
    whole = own or source(f"{siglum}.txt", "\n".join(one.text for one in clauses))
    return Version(
        siglum=siglum,
        label=label or siglum,
        title=title or label or siglum,
        issued=issued,
        source=whole,
        part=part,
        extent=extent or (0, len(whole.text)),
        clauses=tuple(clauses),
        set_aside=tuple(set_aside),
        completeness=completeness,
        findings=tuple(findings),
        **more,
    )


def document(  # noqa: PLR0913 - a field each
    versions: Sequence[Version],
    *,
    name: str = "specimen",
    title: str = "Specimen",
    language: str = "zh-Hans",
    order: Order = Order.PARALLEL,
    base: str | None = None,
    promised: int | None = None,
    set_aside: Sequence[SetAside] = (),
    findings: Sequence[Finding] = (),
) -> Document:
    """Put versions together; the document's sources are theirs, each once."""
    return Document(
        id=name,
        title=title,
        language=language,
        order=order,
        base=base,
        promised=promised,
        sources=tuple(dict.fromkeys(one.source for one in versions)),
        versions=tuple(versions),
        set_aside=tuple(set_aside),
        findings=tuple(findings),
    )
