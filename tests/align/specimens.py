"""Documents built by hand: a version is a list of texts, numbered 第1条, 第2条 … or as given."""

from collections.abc import Sequence

from hexapla.model import Clause, Completeness, Document, Order, Role, Source, Version

__all__ = ["document", "version"]


def version(
    siglum: str,
    texts: Sequence[str | tuple[str | None, str]],
    *,
    completeness: Completeness = Completeness.WHOLE,
) -> Version:
    """Make a version of articles; a pair gives number (None: unnumbered) and text."""
    clauses = []
    for at, given in enumerate(texts, 1):
        number, text = given if isinstance(given, tuple) else (f"第{at}条", given)
        clauses.append(
            Clause(
                id=f"art_{at}",
                number=number,
                heading=None,
                text=text,
                depth=0,
                spans=((at, at + 1),),
                role=Role.UNIT,
            )
        )
    whole = "\n".join(clause.text for clause in clauses)
    source = Source(
        path=f"{siglum}.txt", media_type="text/plain", encoding="utf-8", text=whole, sha256="0" * 64
    )
    return Version(
        siglum=siglum,
        label=siglum,
        title=siglum,
        issued=None,
        source=source,
        part=None,
        extent=(0, len(whole)),
        clauses=tuple(clauses),
        set_aside=(),
        completeness=completeness,
        findings=(),
    )


def document(*versions: Version | Sequence[str | tuple[str | None, str]]) -> Document:
    """Make a document; bare lists of texts become versions A, B, C …"""
    made = tuple(
        given if isinstance(given, Version) else version(chr(ord("A") + at), given)
        for at, given in enumerate(versions)
    )
    return Document(
        id="specimen",
        title="Specimen",
        language="zh-Hans",
        order=Order.PARALLEL,
        base=None,
        promised=None,
        sources=tuple(one.source for one in made),
        versions=made,
        set_aside=(),
        findings=(),
    )
