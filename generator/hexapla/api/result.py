"""A comparison as a value that can be asked, printed, shown in a notebook and written to a file."""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, overload

from hexapla.api.data_frames import make_data_frame
from hexapla.api.loaded_document import LoadedDocument
from hexapla.api.result_change import ResultChange, read_rows
from hexapla.errors import UsageError
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Document, collect_findings

if TYPE_CHECKING:
    from pandas import DataFrame


class Result:
    r"""A comparison of two versions, or of all pairs of several.

    Iterating yields the changes: every row that is not the same in both. `result["A", "C"]` is the result for
    one pair of several versions.

    Examples:
        >>> import hexapla as hx
        >>> old = "Article 1. Rent is due in 30 days.\nArticle 2. Pets are welcome.\n"
        >>> new = "Article 1. Rent is due in 14 days.\nArticle 2. Pets are welcome.\n"
        >>> result = hx.compare_texts(old, new)
        >>> len(result), len(result.rows)
        (1, 2)
        >>> [change.status for change in result]
        ['reworded']
        >>> round(result.similarity, 2)
        0.94
    """

    def __init__(
        self, alignment: Alignment, comparisons: Sequence[Comparison], settings: Sequence[Finding] = ()
    ) -> None:
        """Take the table of all versions, comparisons read from it, and findings about settings."""
        self.alignment = alignment
        """the table of all versions"""
        self.comparisons = tuple(comparisons)
        """the model's own values"""
        self.settings = tuple(settings)
        """findings about the settings of the document"""

    @property
    def document(self) -> Document:
        """The versions and their clauses."""
        return self.alignment.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that a reader should know: of settings, texts, table and changes."""
        return collect_findings(self.settings, self.alignment, self.comparisons)

    @property
    def comparison(self) -> Comparison:
        """The comparison, where there is one only.

        Raises:
            UsageError: there are several.
        """
        if len(self.comparisons) != 1:
            pairs = ", ".join(f"{each.base}-{each.target}" for each in self.comparisons)
            raise UsageError(
                f"This result holds several comparisons ({pairs}); choose one, as in result['A', 'B']."
            )
        return self.comparisons[0]

    @cached_property
    def rows(self) -> tuple[ResultChange, ...]:
        """Every row of every comparison, in the table's order; those without a change too."""
        return tuple(chain.from_iterable(read_rows(self.alignment, each) for each in self.comparisons))

    @cached_property
    def changes(self) -> tuple[ResultChange, ...]:
        """The rows that are not the same in both versions; other form or another number is enough."""
        return tuple(row for row in self.rows if row.status != "unchanged")

    @property
    def similarity(self) -> float:
        """The share of two texts' characters that stand in both, 0 to 1.

        Raises:
            UsageError: there are several comparisons.
        """
        from hexapla.reading import measure_similarity

        return measure_similarity(self.comparison)

    def __iter__(self) -> Iterator[ResultChange]:
        """Iterate over the changes."""
        return iter(self.changes)

    def __len__(self) -> int:
        """Count the changes."""
        return len(self.changes)

    def __bool__(self) -> bool:
        """Be true: a result without changes is a result."""
        return True

    def __getitem__(self, pair: tuple[str, str]) -> "Result":
        """Return the result for two versions, by their sigla, read in either direction: `result["C", "A"]`.

        Raises:
            KeyError: there is no such version.
        """
        from hexapla.comparison import compare, load_word_segmenter

        for each in self.comparisons:
            if (each.base, each.target) == pair:
                return Result(self.alignment, (each,), self.settings)
        words = next((each.words.split(" ")[0] for each in self.comparisons if each.words), None)
        return Result(
            self.alignment, (compare(self.alignment, *pair, load_word_segmenter(words)),), self.settings
        )

    def __repr__(self) -> str:
        """Say what is compared and how much differs."""
        versions = ", ".join(f"{each.siglum} {each.label}" for each in self.document.versions)
        said = f"{len(self.changes)} of {len(self.rows)} rows differ"
        if len(self.comparisons) != 1:
            return f"<Result: {versions}; {len(self.comparisons)} comparisons, {said}>"
        return f"<Result: {versions}; {said}, similarity {self.similarity:.2f}>"

    def _repr_html_(self) -> str:
        """Show a summary and the changes in a notebook: no script, no style sheet, nothing to load."""
        from hexapla.api.result_markup import write_summary_html

        return write_summary_html(self.document, self.comparisons, self.rows)

    def or_refuse(self) -> "Result":
        """Return this result, if anything is compared.

        Raises:
            UsageError: there are no two versions.
        """
        if self.comparisons:
            return self
        found = len(self.document.versions)
        why = [each.message for each in self.findings if each.code == "empty_source"]
        raise UsageError(
            " ".join(
                [
                    f"There is nothing to compare: {found} version{'' if found == 1 else 's'} found.",
                    *why,
                    "Give several versions, or one file that holds several.",
                ]
            )
        )

    def to_json(self) -> str:
        """Return all of it as JSON, byte for byte what `hexapla compare --format json` prints."""
        from hexapla.exporters import alignment_record, dump_records

        return dump_records(alignment_record(self.alignment, self.comparisons, settings=self.settings))

    def to_markdown(self, *, language: str | None = None) -> str:
        """Return the changes as Markdown: a heading for each, what became of it, and its marked text.

        Args:
            language: of our own words, `en` or `zh`. Default: Chinese for Chinese texts.
        """
        from hexapla.api.result_markup import write_result_markdown
        from hexapla.i18n import choose_language

        return write_result_markdown(
            self.document, self.comparisons, self.changes, language or choose_language(self.document.language)
        )

    @overload
    def to_html(self, path: None = None, *, language: str | None = None) -> str: ...
    @overload
    def to_html(self, path: str | os.PathLike[str], *, language: str | None = None) -> None: ...
    def to_html(
        self, path: str | os.PathLike[str] | None = None, *, language: str | None = None
    ) -> str | None:
        """Return a page that holds all it needs, or write it to a file.

        Args:
            path: of the file. Default: the page is returned.
            language: of the interface, `en` or `zh`. Default: Chinese for Chinese texts.

        Raises:
            UsageError: the file cannot be written there, or is one of the versions.
        """
        from hexapla.api.result_file import resolve_result_file
        from hexapla.pages import render_single_file

        place = None if path is None else resolve_result_file(self.document, path)
        page = render_single_file(self.alignment, self.comparisons, findings=self.findings, language=language)
        if place is None:
            return page
        place.write(page.encode())
        return None

    def to_frame(self) -> "DataFrame":
        """Return all rows as a data frame, unchanged ones and what differs outside the clauses included.

        Columns: `base`, `target`, `row`, `base_number`, `target_number`, `relation`, `moved`, `renumbered`,
        `flags`, `base_text`, `target_text`, `status`, `set_aside`, as in the list of changes that is exported
        as CSV.

        Raises:
            UsageError: pandas is not installed.
        """
        from hexapla.exporters.csv_tables import COLUMNS, list_change_records
        from hexapla.reading.printed_rows import PrintedDocument

        records = list_change_records(PrintedDocument(self.alignment), self.comparisons)
        return make_data_frame(COLUMNS, (tuple(record.values()) for record in records))

    def redline(
        self,
        path: str | os.PathLike[str],
        *,
        notes: bool = True,
        language: str | None = None,
        author: str | None = None,
        date: str | None = None,
        plain: bool = False,
        summary: bool = False,
    ) -> None:
        """Write a Word document with tracked changes: all accepted it is the target, all rejected the base.

        Of two Word documents that were given by their paths it is the newer one, with the changes in it.

        Args:
            path: of the file, `….docx`.
            notes: add comments where a clause moved, was split, merged or regrouped.
            language: of these comments, `en` or `zh`. Default: Chinese for Chinese texts.
            author: of the changes. Default: the target's label.
            date: of the changes, `YYYY-MM-DD`. Default: when the target was issued, else a fixed day.
            plain: typeset the texts anew in any case.
            summary: say at its head, in a comment, what changed.

        Raises:
            UsageError: several comparisons, or the file cannot be written there, or is one of the versions.
        """
        from hexapla.api.result_file import resolve_result_file
        from hexapla.exporters import FORMATS, ExportRequest, Scope
        from hexapla.i18n import choose_language
        from hexapla.reading.captions import Wording
        from hexapla.reading.printed_rows import PrintedDocument

        if Path(path).suffix.lower() != ".docx":
            raise UsageError(f"{path}: a redline is a Word document; name the file .docx.")
        place = resolve_result_file(self.document, path)
        document = self.document
        request = ExportRequest(
            originals=document.originals if isinstance(document, LoadedDocument) else {},
            author=author,
            date=date,
            plain=plain,
            summary=summary,
            printed=PrintedDocument(self.alignment),
            comparisons=self.comparisons,
            comparison=self.comparison,
            wording=Wording(language or choose_language(self.document.language)),
            settings=self.settings,
            notes=notes,
        )
        place.write(FORMATS["redline"].writers[Scope.COMPARISON](request))
