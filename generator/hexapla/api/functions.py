"""The functions of the library."""

import os
from collections.abc import Sequence
from pathlib import Path

from hexapla.api.alignment_table import AlignmentTable
from hexapla.api.inputs import VersionInput, distinct, plan_for, read_source, text_source
from hexapla.api.loaded_document import LoadedDocument
from hexapla.api.result import Result
from hexapla.errors import UsageError
from hexapla.model import Alignment, Document, Edit, Source
from hexapla.plan import Decision

DOCUMENT = "document"
"""id of a document that no file names"""


def read(file: VersionInput, *, name: str | None = None, encoding: str | None = None) -> Source:
    """Read one file of any known format.

    Args:
        file: a path, or an open file.
        name: what the source shall be called; its suffix tells the format. Default: the file's own name.
        encoding: of a plain text, where it shall not be found out.

    Returns:
        the file as it was read: its text, its encoding, and what should be known about them (`findings`).

    Raises:
        SourceError: there is no such file, it cannot be decoded, or nothing reads this format.
        UsageError: an open file without a name.

    Examples:
        >>> import io
        >>> import hexapla as hx
        >>> source = hx.read(io.BytesIO("第一条 甲方交付。".encode("gb18030")), name="sale.txt")
        >>> source.text, source.encoding
        ('第一条 甲方交付。', 'gb18030')
    """
    return read_source(file, name=name, encoding=encoding)


def load(*paths: str | os.PathLike[str]) -> LoadedDocument:
    r"""Read a document from its folder, or from the files of its versions, and cut it into clauses.

    Args:
        paths: one folder, with `document.yml` and `alignment.yml` if they are there; or files, in order.

    Raises:
        SettingsError: with all that is wrong in the folder and in its settings.
        SourceError: with all files that cannot be read.
        UsageError: no path, or a folder among files.

    Examples:
        >>> from pathlib import Path
        >>> import hexapla as hx
        >>> folder = Path("tenancy")
        >>> folder.mkdir()
        >>> _ = (folder / "2018.txt").write_text("1. Rent is due monthly.\n2. Keep it clean.\n")
        >>> _ = (folder / "2024.txt").write_text("1. Rent is due weekly.\n2. Keep it clean.\n")
        >>> document = hx.load(folder)
        >>> document.sigla
        ('A', 'B')
        >>> document.version("B").clauses[0].text
        'Rent is due weekly.'
    """
    from hexapla.collection import load_files, segment_collected

    loaded = load_files([Path(path) for path in paths])
    return LoadedDocument.of(segment_collected(loaded), loaded.decisions, loaded.findings, loaded.originals)


def segment(*texts: str | Source, language: str | None = None, title: str | None = None) -> LoadedDocument:
    r"""Cut texts into clauses, as versions of one document.

    Args:
        texts: the texts themselves, not paths; or sources that were read. One text may hold several versions.
        language: of the texts, as a BCP 47 tag (`zh-Hans`, `en`). Default: it is found out.
        title: of the document. Default: it is found out.

    Raises:
        UsageError: no text.

    Examples:
        >>> import hexapla as hx
        >>> document = hx.segment("第一条 本办法适用于租赁。\n第二条 租金按月支付。\n")
        >>> [(clause.id, clause.number, clause.text) for clause in document.versions[0].clauses]
        [('art_1', '第一条', '本办法适用于租赁。'), ('art_2', '第二条', '租金按月支付。')]
    """
    if not texts:
        raise UsageError("There is nothing to segment: give at least one text.")
    sources = [
        text if isinstance(text, Source) else text_source(f"text-{number}.txt", text)
        for number, text in enumerate(texts, start=1)
    ]
    return build_document_of_sources(sources, name=DOCUMENT, language=language, title=title)


def build_document_of_sources(
    sources: Sequence[Source], *, name: str, language: str | None = None, title: str | None = None
) -> LoadedDocument:
    """Make one document of sources."""
    from hexapla.segmentation import segment as segment_sources

    own = distinct(sources)
    plan = plan_for(own, name=name, language=language, title=title)
    return LoadedDocument.of(segment_sources(own, plan))


def align(document: Document, decisions: Sequence[Decision] | None = None) -> AlignmentTable:
    r"""Align the clauses of all versions in one table of rows.

    Args:
        document: as `load` or `segment` returns it.
        decisions: an editor's word on what belongs together. Default: those of the document's folder.

    Returns:
        the table: every unit of every version stands in exactly one of its `rows`. `table["A", "B"]` reads it
        from one version to another.

    Examples:
        >>> import hexapla as hx
        >>> old = "第一条 租金按月支付。\n第二条 承租人应当保持整洁。\n"
        >>> new = "第一条 本办法适用于租赁。\n第二条 租金按月支付。\n第三条 承租人应当保持整洁。\n"
        >>> table = hx.align(hx.segment(old, new))
        >>> [row.cells for row in table.rows]
        [((), ('art_1',)), (('art_1',), ('art_2',)), (('art_2',), ('art_3',))]
    """
    from hexapla.alignment import align as align_document

    if decisions is None:
        decisions = document.decisions if isinstance(document, LoadedDocument) else ()
    return AlignmentTable.of(align_document(document, decisions))


def compare(*versions: VersionInput | Document | Alignment, words: str | None = None) -> Result:
    r"""Compare versions of a document, clause by clause and word by word.

    Args:
        versions: paths or open files, in order; or one path of a document's folder or of a file that holds
            several versions; or one document or alignment.
        words: the Chinese word segmenter: `rjieba`. Default: the built-in word list.

    Raises:
        SourceError, SettingsError: something cannot be read.
        UsageError: there are no two versions, or the word segmenter is not installed.

    Examples:
        >>> from pathlib import Path
        >>> import hexapla as hx
        >>> _ = Path("2018.txt").write_text("1. Rent is due monthly.\n2. Keep it clean.\n")
        >>> _ = Path("2024.txt").write_text("1. Keep it clean.\n2. Rent is due within 14 days.\n")
        >>> result = hx.compare("2018.txt", "2024.txt")
        >>> for change in result:
        ...     print(change.label, "·", change.description)
        1 → 2 · reworded: period, renumbered
        2 → 1 · moved, renumbered
    """
    match versions:
        case (Alignment() as alignment,):
            return compare_alignment(alignment, words)
        case (Document() as document,):
            return compare_alignment(align(document), words)
    paths = [version for version in versions if isinstance(version, str | os.PathLike)]
    if len(paths) == len(versions):
        return compare_alignment(align(load(*paths)), words)
    sources = []
    for version in versions:
        if isinstance(version, Document | Alignment):
            raise UsageError("A document or an alignment holds all its versions: give it alone.")
        sources.append(read_source(version))
    return compare_alignment(
        align(build_document_of_sources(sources, name=Path(sources[0].path).stem)), words
    )


def compare_alignment(alignment: Alignment, words: str | None) -> Result:
    """Compare all pairs of versions of an alignment."""
    from hexapla.comparison import compare_all, load_word_segmenter

    settings = alignment.document.settings if isinstance(alignment.document, LoadedDocument) else ()
    return Result(alignment, compare_all(alignment, load_word_segmenter(words)), settings).or_refuse()


def compare_texts(a: str, b: str, *, language: str | None = None, words: str | None = None) -> Result:
    """Compare two texts.

    Args:
        a: the text from which is read.
        b: the text to which is read.
        language: of both, as a BCP 47 tag. Default: it is found out.
        words: the Chinese word segmenter, as for `compare`.

    Raises:
        UsageError: one of them holds no text, or the word segmenter is not installed.

    Examples:
        >>> import hexapla as hx
        >>> result = hx.compare_texts(
        ...     "第一条 每户应当在三十日内清理地块。", "第一条 每户可以在六十日内清理地块。", language="zh"
        ... )
        >>> result
        <Result: A base, B target; 1 of 1 rows differ, similarity 0.64>
        >>> result.changes[0].flags
        (<Flag.MODALITY: 'modality'>, <Flag.PERIOD: 'period'>)
    """
    sources = [text_source("base.txt", a), text_source("target.txt", b)]
    document = build_document_of_sources(sources, name=DOCUMENT, language=language)
    return compare_alignment(align(document), words)


def diff(a: str, b: str, *, language: str | None = None, words: str | None = None) -> tuple[Edit, ...]:
    """Mark two strings against each other, without looking for clauses.

    Args:
        a: any text.
        b: any text.
        language: of both, as a BCP 47 tag. Default: it is found out.
        words: the Chinese word segmenter, as for `compare`.

    Returns:
        edits: equal and deleted ones spell `a`, equal and inserted ones `b`, to the character.

    Raises:
        UsageError: the word segmenter is not installed.

    Examples:
        >>> import hexapla as hx
        >>> [(str(edit.op), edit.text) for edit in hx.diff("due in thirty days", "due in sixty days")]
        [('equal', 'due in '), ('delete', 'thirty'), ('insert', 'sixty'), ('equal', ' days')]
    """
    from hexapla.comparison import diff_texts, load_word_segmenter
    from hexapla.language import guess_language

    return diff_texts(a, b, language or guess_language(f"{a}\n{b}"), load_word_segmenter(words))
