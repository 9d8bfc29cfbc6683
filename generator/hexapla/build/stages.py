"""The stages from sources to comparisons, each remembered where a cache is given.

A stage's key is made of its input as bytes, not of the input's key: where segmentation was changed and a
text comes out the same, alignment is not done again.
"""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from hexapla.align import align
from hexapla.build.cache import Cache, Codec, key_of, remember
from hexapla.build.values import Built
from hexapla.collection import Loaded, Material, Reader, read_material
from hexapla.compare import breaker, compare_all
from hexapla.findings import finding
from hexapla.model import Alignment, Comparison, Document, Order, Source
from hexapla.pairs import strangers
from hexapla.plan import Decision, Plan
from hexapla.readers import read
from hexapla.segment import segment

__all__ = ["analyse", "analyse_material"]

SOURCE = Codec(TypeAdapter(Source))
PLAN = Codec(TypeAdapter(Plan))
DECISIONS = Codec(TypeAdapter(tuple[Decision, ...]))
DOCUMENT = Codec(TypeAdapter(Document))
ALIGNMENT = Codec(TypeAdapter(Alignment))
COMPARISONS = Codec(TypeAdapter(tuple[Comparison, ...]))

ELSEWHERE = Document(
    id="",
    title="",
    language="",
    order=Order.PARALLEL,
    base=None,
    promised=None,
    sources=(),
    versions=(),
    set_aside=(),
    findings=(),
)
"""stands for a document that the reader of an entry has anyway"""


def analyse_material(material: Material, cache: Cache | None = None, words: str | None = None) -> Built:
    """Take one document from its files to its comparisons.

    `words` names what breaks Han text into words; None: the built-in list.

    Raises:
        SettingsError, SourceError: nothing can be made of it.
    """
    return analyse(read_material(material, reading(cache)), cache, words)


def analyse(loaded: Loaded, cache: Cache | None = None, words: str | None = None) -> Built:
    """Take one document from its sources to its comparisons; `words` as above."""
    document = dated(segmented(loaded, cache), loaded)
    alignment = aligned(document, loaded.decisions, cache)
    comparisons = compared(alignment, cache, words)
    choice = loaded.plan.comparisons
    unknown = [finding("comparison_unknown", siglum=each) for each in strangers(choice or (), document.sigla)]
    return Built(
        document=document,
        alignment=alignment,
        comparisons=comparisons,
        settings=(*loaded.findings, *unknown),
        choice=choice,
    )


def reading(cache: Cache | None) -> Reader:
    """Return a reader that remembers."""

    def reader(path: str, data: bytes, encoding: str | None) -> Source:
        key = key_of("read", path, data, encoding or "")
        return remember(cache, key, SOURCE, lambda: read(path, data, encoding=encoding))

    return reader


def segmented(loaded: Loaded, cache: Cache | None) -> Document:
    """Segment, or remember. Sources are not written into the entry: they are as large as all the rest."""
    if cache is None:
        return segment(loaded.sources, loaded.plan)
    inputs = [PLAN.dump(loaded.plan), *map(SOURCE.dump, loaded.sources)]
    key = key_of("segment", *inputs)
    without = remember(cache, key, DOCUMENT, lambda: without_texts(segment(loaded.sources, loaded.plan)))
    return with_texts(without, loaded.sources)


def aligned(document: Document, decisions: Sequence[Decision], cache: Cache | None) -> Alignment:
    """Align, or remember."""
    if cache is None:
        return align(document, decisions)
    key = key_of("align", DOCUMENT.dump(document), DECISIONS.dump(tuple(decisions)))
    without = remember(cache, key, ALIGNMENT, lambda: replace(align(document, decisions), document=ELSEWHERE))
    return replace(without, document=document)


def compared(alignment: Alignment, cache: Cache | None, words: str | None) -> tuple[Comparison, ...]:
    """Compare all pairs, or remember."""
    by = breaker(words)
    if cache is None:
        return compare_all(alignment, by)
    key = key_of("compare", ALIGNMENT.dump(alignment), str(by or ""))
    without = remember(
        cache,
        key,
        COMPARISONS,
        lambda: tuple(replace(each, document=ELSEWHERE) for each in compare_all(alignment, by)),
    )
    return tuple(replace(each, document=alignment.document) for each in without)


def dated(document: Document, loaded: Loaded) -> Document:
    """Add the dates of commits, which the texts themselves cannot tell."""
    committed = dict(loaded.committed)
    return replace(
        document,
        versions=tuple(
            replace(
                version,
                provenance=replace(version.provenance, committed=committed.get(version.source.path)),
            )
            for version in document.versions
        ),
    )


def without_texts(document: Document) -> Document:
    """Empty a document's sources; path and digest still tell which they are."""
    return replace(
        document,
        sources=tuple(replace(source, text="") for source in document.sources),
        versions=tuple(
            replace(version, source=replace(version.source, text="")) for version in document.versions
        ),
    )


def with_texts(document: Document, sources: Sequence[Source]) -> Document:
    """Put the sources back."""
    texts = {(source.path, source.sha256): source.text for source in sources}

    def whole(source: Source) -> Source:
        return replace(source, text=texts[source.path, source.sha256])

    made = {source: whole(source) for source in document.sources}
    return replace(
        document,
        sources=tuple(made[source] for source in document.sources),
        versions=tuple(
            replace(version, source=made.get(version.source) or whole(version.source))
            for version in document.versions
        ),
    )
