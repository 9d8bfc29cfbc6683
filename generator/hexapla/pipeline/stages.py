"""The stages from sources to comparisons, each remembered where a cache is given.

A stage's key is made of its input as bytes, not of the input's key: where segmentation was changed and a
text comes out the same, alignment is not done again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hexapla import levels
from hexapla.alignment import SentenceEncoder, align, load_encoder
from hexapla.annotations import annotate
from hexapla.collection import (
    CollectedDocument,
    DerivedText,
    DocumentFiles,
    SourceReader,
    load_document,
    refuse_unfitting,
)
from hexapla.comparison import compare_all, load_word_segmenter
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Document, Order, Source, collect_findings
from hexapla.pipeline.cache import Cache, Codec, hash_key, load_or_make
from hexapla.plan import Decision, Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

SOURCE = Codec(Source)
PLAN = Codec(Plan)
DECISIONS = Codec(tuple[Decision, ...])
DOCUMENT = Codec(Document)
ALIGNMENT = Codec(Alignment)
COMPARISONS = Codec(tuple[Comparison, ...])

EMPTY_DOCUMENT = Document(
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedDocument:
    """A document with all that is known of it."""

    document: Document
    alignment: Alignment
    comparisons: tuple[Comparison, ...]
    """every pair of versions, the earlier siglum as base"""
    settings: tuple[Finding, ...] = ()
    """findings about its settings"""
    choice: tuple[str, ...] | None = None
    """which comparisons shall have a page, in the words of `pairs`; None: the site says"""
    originals: Mapping[str, bytes] = field(default_factory=dict)
    """by source path, the bytes of Word documents"""
    formerly: tuple[str, ...] = ()
    """ids that the document had"""
    derived: tuple[DerivedText, ...] = ()
    """sources whose text no file holds"""
    downloads: tuple[str, ...] = ()
    """what is offered besides the site's formats"""
    fold: bool = True
    """routine changes fold to a line on pages"""
    rank: int | None = None
    """among other documents, 1 is the highest; None: nobody says"""
    group: str = ""
    """heading under which the first page lists it; empty: none"""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: of settings, document, versions, alignment, comparisons and changes."""
        return collect_findings(self.settings, self.alignment, self.comparisons)


def analyse_files(
    material: DocumentFiles, cache: Cache | None = None, words: str | None = None
) -> AnalysedDocument:
    """Take one document from its files to its comparisons.

    `words` names the Chinese word segmenter; None: the built-in word list.

    Raises:
        SettingsError, SourceError: nothing can be made of it.
    """
    return analyse_document(load_document(material, make_cached_reader(cache)), cache, words)


def analyse_document(
    loaded: CollectedDocument, cache: Cache | None = None, words: str | None = None
) -> AnalysedDocument:
    """Take one document from its sources to its comparisons; `words` as above.

    Raises:
        SettingsError: the document's settings are about a part or a version that is not there.
    """
    document = add_commit_dates(segment_document(loaded, cache), loaded)
    refuse_unfitting(loaded, document)
    encoder = load_encoder(loaded.plan.meaning)
    alignment = align_document(document, loaded.decisions, cache, encoder)
    ranked = document.order is Order.LEVELS  # of which none replaces another
    comparisons = () if ranked else compare_versions(alignment, cache, words)
    alignment = annotate(alignment, loaded.notes)  # last, so that a note costs no comparison
    if ranked:  # what does so is loaded when it is named
        alignment = levels.relate_levels(alignment, loaded.mapping)
    choice = loaded.plan.comparisons
    return AnalysedDocument(
        document=document,
        alignment=alignment,
        comparisons=comparisons,
        settings=name_versions(loaded.findings, document),
        choice=choice,
        formerly=loaded.plan.formerly,
        originals=loaded.originals,
        derived=loaded.derived,
        downloads=loaded.plan.downloads,
        fold=loaded.plan.fold,
        rank=loaded.plan.rank,
        group=loaded.plan.group,
    )


def name_versions(findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
    """Say of findings about derived texts which version is meant; its siglum is known only now."""
    siglum_of = {version.source.path: version.siglum for version in document.versions}
    files = {"version_derived": "instrument", "amendment_doubtful": "file"}
    return tuple(
        replace(each, version=siglum_of.get(dict(each.values)[files[each.code]]))
        if each.code in files
        else each
        for each in findings
    )


def make_cached_reader(cache: Cache | None) -> SourceReader:
    """Return a reader that remembers."""

    def reader(path: str, data: bytes, encoding: str | None) -> Source:
        key = hash_key("read", path, data, encoding or "")
        return load_or_make(cache, key, SOURCE, lambda: read_source(path, data, encoding=encoding))

    return reader


def build_document(loaded: CollectedDocument, words: str | None = None) -> AnalysedDocument:
    """Take one document from its sources to its comparisons.

    Raises:
        UsageError: the word segmenter is not installed.
    """
    return analyse_document(loaded, words=words)


def segment_document(loaded: CollectedDocument, cache: Cache | None) -> Document:
    """Segment, or remember. Sources are not written into the entry: they are as large as all the rest."""
    if cache is None:
        return segment(loaded.sources, loaded.plan)
    inputs = [PLAN.dump(loaded.plan), *map(SOURCE.dump, loaded.sources)]
    key = hash_key("segment", *inputs)
    without = load_or_make(cache, key, DOCUMENT, lambda: remove_texts(segment(loaded.sources, loaded.plan)))
    return restore_texts(without, loaded.sources)


def align_document(
    document: Document,
    decisions: Sequence[Decision],
    cache: Cache | None,
    encoder: SentenceEncoder | None = None,
) -> Alignment:
    """Align, or remember; what a sentence model answered is remembered under its name and version."""
    if cache is None:
        return align(document, decisions, encoder=encoder)
    key = hash_key("align", DOCUMENT.dump(document), DECISIONS.dump(tuple(decisions)), str(encoder or ""))
    without = load_or_make(
        cache,
        key,
        ALIGNMENT,
        lambda: replace(align(document, decisions, encoder=encoder), document=EMPTY_DOCUMENT),
    )
    return replace(without, document=document)


def compare_versions(alignment: Alignment, cache: Cache | None, words: str | None) -> tuple[Comparison, ...]:
    """Compare all pairs, or remember."""
    by = load_word_segmenter(words)
    if cache is None:
        return compare_all(alignment, by)
    key = hash_key("compare", ALIGNMENT.dump(alignment), str(by or ""))
    without = load_or_make(
        cache,
        key,
        COMPARISONS,
        lambda: tuple(replace(each, document=EMPTY_DOCUMENT) for each in compare_all(alignment, by)),
    )
    return tuple(replace(each, document=alignment.document) for each in without)


def add_commit_dates(document: Document, loaded: CollectedDocument) -> Document:
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


def remove_texts(document: Document) -> Document:
    """Empty a document's sources; path and digest still tell which they are."""
    return replace(
        document,
        sources=tuple(replace(source, text="") for source in document.sources),
        versions=tuple(
            replace(version, source=replace(version.source, text="")) for version in document.versions
        ),
    )


def restore_texts(document: Document, sources: Sequence[Source]) -> Document:
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
