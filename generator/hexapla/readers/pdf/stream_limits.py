"""What the streams of a PDF unpack to and draw, before PDFium does so without asking.

Streams are found by their words, wherever they stand, so that no table of the file has to be trusted.
Pictures do not count: they are not unpacked for their text.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from hexapla.readers import limits

OBJECT = regex.compile(rb"\b(\d{1,8})\s+\d{1,5}\s+obj\b")
STREAM = regex.compile(rb"\bstream\r?\n")
IMAGE_SUBTYPE = regex.compile(rb"/Subtype\s*/Image\b")
FORM_SUBTYPE = regex.compile(rb"/Subtype\s*/Form\b")
FLATE_FILTER = regex.compile(rb"/(?:FlateDecode|Fl)\b")
REFERENCE = regex.compile(rb"\b(\d{1,8})\s+\d{1,5}\s+R\b")
DRAW_OPERATOR = regex.compile(rb"(?<![^\s\]>)])Do(?![^\s\[<(/])")
PARENTHESIS = regex.compile(rb"[()]|\\.", regex.DOTALL)
SHOWN = regex.compile(rb"\s*+(?:Tj|['\"\]\-.\d(<])")
"""what follows a string that is shown, by itself or in an array"""
HEXADECIMAL = regex.compile(rb"<([0-9A-Fa-f\s]++)>" + SHOWN.pattern)
LONGEST_CODE = 4
"""bytes by which a character is written at most, on an average: two in hexadecimal digits"""
HEAD = 4096
"""bytes before a stream in which it is described"""
MOST_TIMES = 4
"""times that a stream can be packed"""
DEEPEST = 30
"""drawings within drawings"""


@dataclass(frozen=True, slots=True)
class PdfStream:
    """A stream, as far as its weight goes."""

    number: int
    """of the object that it is"""
    size: int
    """bytes when it is unpacked"""
    draws: int
    """times that it draws something that stands elsewhere"""
    shows: int
    """bytes of the text that it shows"""
    form: bool
    """others can draw it"""
    refers: frozenset[int]
    """objects that its description names"""


def check_streams(path: str, data: bytes) -> None:
    """Refuse a file whose streams unpack to too much, or draw each other without end.

    Raises:
        SourceError: they do.
    """
    whole = 0
    found: list[PdfStream] = []
    for stream in find_streams(path, data):
        limits.check_size(path, "a stream in it unpacks to too much", stream.size, limits.LARGEST_PART)
        whole += stream.size
        limits.check_size(path, "the streams in it unpack to too much", whole, limits.LARGEST_ARCHIVE)
        if stream.draws or stream.shows:
            found.append(stream)
    drawing = [stream for stream in found if stream.draws]
    if any(stream.form for stream in drawing):
        drawn = count_drawn(drawing, data, {}, limits.MOST_OBJECTS)
        limits.check_size(path, "things drawn on its pages", drawn, limits.MOST_OBJECTS)
    shown = {stream: stream.shows // LONGEST_CODE for stream in found}
    most = count_drawn(found, data, shown, limits.LARGEST_PAGE)
    limits.check_size(path, "characters on one of its pages", most, limits.LARGEST_PAGE)


def find_streams(path: str, data: bytes) -> Iterator[PdfStream]:
    """Yield the streams that are no pictures. What is in a stream is none, whatever it looks like."""
    at = 0
    while found := STREAM.search(data, at):
        end = data.find(b"endstream", found.end())
        end = at = end if end >= 0 else len(data)
        before = data[max(0, found.start() - HEAD) : found.start()]
        begun = find_last_object(before)
        head = before[begun.end() :] if begun else before
        if IMAGE_SUBTYPE.search(head):
            continue
        times = len(FLATE_FILTER.findall(head))
        limits.check_size(path, "times that a stream is packed", times, MOST_TIMES)
        content = unpack_stream(data[found.end() : end], times)
        yield PdfStream(
            number=int(begun[1]) if begun else 0,
            size=len(content) if times else 0,
            draws=len(DRAW_OPERATOR.findall(content)),
            shows=measure_shown(content),
            form=bool(FORM_SUBTYPE.search(head)),
            refers=frozenset(map(int, REFERENCE.findall(head))),
        )


def measure_shown(content: bytes) -> int:
    """Return how many bytes stand in strings that are shown, if a stream is text."""
    total = sum(len(each[1]) for each in HEXADECIMAL.finditer(content))
    depth = start = 0
    for found in PARENTHESIS.finditer(content):
        if found[0] == b"(":
            start = found.end() if depth == 0 else start
            depth += 1
        elif found[0] == b")" and depth:
            depth -= 1
            if depth == 0 and SHOWN.match(content, found.end()):
                total += found.start() - start
    return total


def find_last_object(before: bytes) -> regex.Match[bytes] | None:
    """Return where the last object begins."""
    every = list(OBJECT.finditer(before))
    return every[-1] if every else None


def unpack_stream(data: bytes, times: int) -> bytes:
    """Unpack a stream, no further than beyond the limit; damage ends it."""
    for _ in range(times):
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(data, limits.LARGEST_PART + 1)
        except zlib.error:
            return b""
    return data


def count_drawn(found: list[PdfStream], data: bytes, own: Mapping[PdfStream, int], limit: int) -> int:
    """Return how much is on a page at most, if every drawing drew the heaviest that it can name.

    A drawing names others in its description, or in an object that this names.

    Args:
        found: streams that draw or show something.
        data: the file.
        own: what each brings by itself; without it things are counted, of which each drawing is one.
        limit: beyond which nothing needs to be counted.
    """
    named = {int(begun[1]): begun.end() for begun in OBJECT.finditer(data)}
    forms = {stream.number: stream for stream in found if stream.form}
    below = {number: find_named_forms(stream, forms, named, data) for number, stream in forms.items()}
    weights = {number: own.get(stream, 1) for number, stream in forms.items()}
    for _ in range(DEEPEST):
        weights = {
            number: min(
                limit + 1,
                own.get(stream, 1)
                + stream.draws * max((weights[each] for each in below[number]), default=0 if own else 1),
            )
            for number, stream in forms.items()
        }
    heaviest = max(weights.values(), default=0)
    pages = (stream for stream in found if not stream.form)
    return max((own.get(each, 0) + each.draws * heaviest for each in pages), default=0)


def find_named_forms(
    stream: PdfStream, forms: Mapping[int, PdfStream], named: Mapping[int, int], data: bytes
) -> frozenset[int]:
    """Return the drawings that a drawing can name."""
    refers = set(stream.refers)
    for number in stream.refers - forms.keys():
        at = named.get(number)
        if at is not None:
            refers.update(map(int, REFERENCE.findall(data[at : at + HEAD].partition(b"endobj")[0])))
    return frozenset(refers & forms.keys())
