"""Our own JSON (hexapla/1): the clauses of each version as lines, so that an export can be read again."""

import json
from collections.abc import Iterator, Mapping

from hexapla.errors import ForeignError, Problem, SourceError
from hexapla.model import Source
from hexapla.readers import limits
from hexapla.readers.encodings import decode_file
from hexapla.readers.source_builder import (
    SourceBuilder,
    SourceLine,
    SourceWitness,
    write_lines,
    write_witnesses,
)
from hexapla.text import join_pieces

SCHEMA = "hexapla/1"


def read_json(path: str, data: bytes, encoding: str | None) -> Source:
    """Read a file of schema hexapla/1: every clause is a line; markup tells several versions apart.

    Raises:
        ForeignError: of another schema.
        SourceError: no JSON, or of another shape than the schema's.
    """
    limits.check_size(path, f"{len(data):,} bytes of JSON", len(data), limits.LARGEST_MARKUP)
    text, found, *_ = decode_file(path, data, encoding)
    try:
        whole = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise SourceError(Problem(path=path, line=line, message=f"this is no JSON: {error}")) from error
    if not isinstance(whole, dict) or whole.get("schema") != SCHEMA:
        message = (
            f"this is another program's JSON, and no text: only what `hexapla show --format json` prints "
            f"(schema {SCHEMA}) is read; "
            "take it out of the source texts, or save the text in it as plain text"
        )
        raise ForeignError(Problem(path=path, message=message))
    try:
        versions = [
            SourceWitness(str(version["label"]), tuple(write_version_lines(version)))
            for document in whole["documents"]
            for version in document["versions"]
        ]
    except (KeyError, TypeError, AttributeError) as error:
        message = f"this JSON says that it is of the schema {SCHEMA}, but it is not ({error!r})"
        raise SourceError(Problem(path=path, message=message)) from error
    writing = SourceBuilder(path)
    if len(versions) == 1:
        write_lines(writing, versions[0].lines)
    else:
        write_witnesses(writing, versions)
    return writing.source(data, media_type="application/json", encoding=found)


def write_version_lines(version: Mapping[str, object]) -> Iterator[SourceLine]:
    """Write a version: its title, then every clause."""
    title = version["title"]
    if isinstance(title, str) and title:
        yield SourceLine(title, heading=True)
    clauses = version["clauses"]
    if not isinstance(clauses, list):
        raise TypeError("clauses")
    for number, clause in enumerate(clauses, start=1):
        heading, text = clause["heading"] or "", clause["text"]
        if heading and text:
            yield SourceLine(join_pieces(clause["number"], heading), paragraph=number)
            yield SourceLine(text, paragraph=number)
        else:
            yield SourceLine(join_pieces(clause["number"], heading or text), paragraph=number)
