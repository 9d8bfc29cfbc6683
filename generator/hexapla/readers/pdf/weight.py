"""What the streams of a PDF unpack to, before PDFium unpacks them without asking.

Streams are found by their words, wherever they stand, so that no table of the file has to be trusted.
Pictures do not count: they are not unpacked for their text.
"""

import zlib

import regex

from hexapla.readers import limits

__all__ = ["check_weight"]

STREAM = regex.compile(rb"\bstream\r?\n")
PICTURE = regex.compile(rb"/Subtype\s*/Image\b")
PACKED = regex.compile(rb"/(?:FlateDecode|Fl)\b")
HEAD = 4096
"""bytes before a stream in which it is described"""
MOST_TIMES = 4
"""times that a stream can be packed"""


def check_weight(path: str, data: bytes) -> None:
    """Refuse a file whose streams unpack to too much.

    Raises:
        SourceError: they do.
    """
    whole = 0
    for found in STREAM.finditer(data):
        head = data[max(0, found.start() - HEAD) : found.start()].rpartition(b" obj")[2]
        if PICTURE.search(head):
            continue
        times = len(PACKED.findall(head))
        limits.check(path, "times that a stream is packed", times, MOST_TIMES)
        end = data.find(b"endstream", found.end())
        size = unpacked(data[found.end() : end if end >= 0 else len(data)], times)
        limits.check(path, "a stream in it unpacks to too much", size, limits.LARGEST_PART)
        whole += size
        limits.check(path, "the streams in it unpack to too much", whole, limits.LARGEST_ARCHIVE)


def unpacked(data: bytes, times: int) -> int:
    """Return the size of a stream, counted no further than beyond the limit; damage ends it."""
    for _ in range(times):
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(data, limits.LARGEST_PART + 1)
        except zlib.error:
            return 0
    return len(data) if times else 0
