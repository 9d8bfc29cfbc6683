"""Documents built by hand: a version is a list of texts, numbered 第1条, 第2条 … or as given."""

from collections.abc import Sequence

import builders
from hexapla.model import Completeness, Document, Version

__all__ = ["document", "outline", "version"]


def version(
    siglum: str,
    texts: Sequence[str | tuple[str | None, str]],
    *,
    completeness: Completeness = Completeness.WHOLE,
) -> Version:
    """Make a version of articles; a pair gives number (None: unnumbered) and text."""
    return builders.version(siglum, builders.articles(texts), completeness=completeness)


def document(*versions: Version | Sequence[str | tuple[str | None, str]]) -> Document:
    """Make a document; bare lists of texts become versions A, B, C …"""
    return builders.document(
        [
            given if isinstance(given, Version) else version(chr(ord("A") + at), given)
            for at, given in enumerate(versions)
        ]
    )


def outline(siglum: str, texts: Sequence[tuple[str, str | None, str]]) -> Version:
    """Make a version of clauses numbered 1., 1.1., each with number, heading (or None) and text."""
    return builders.version(
        siglum,
        [
            builders.clause(
                f"lvl_{number.strip('.').replace('.', '-')}",
                number,
                text,
                heading=heading,
                depth=number.count(".") - 1,
            )
            for number, heading, text in texts
        ],
    )
