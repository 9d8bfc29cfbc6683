"""Which language most texts of a collection are in, before any document is made: its pages follow it."""

from collections import Counter
from typing import Final

from hexapla.collection.document_yml import read_settings
from hexapla.collection.folder import SETTINGS, TextFile, is_folder, list_folder, read_raw_file
from hexapla.collection.material import CollectionSurvey, DocumentLocation
from hexapla.collection.old_formats import is_old_format
from hexapla.collection.prepare import SourceReader, read_by_suffix
from hexapla.errors import HexaplaError
from hexapla.language import UNKNOWN, guess_language

LOOKED_AT: Final = 25
"""documents that are asked, spread over the collection: enough to tell which language most are in"""


def guess_texts_language(survey: CollectionSurvey, reader: SourceReader = read_by_suffix) -> str | None:
    """Return the language in which more than half of the documents are; None: there is no such language.

    Args:
        survey: where the documents lie; of many, some are looked at, always the same.
        reader: as for `load_document`.

    Returns the first part of a tag of BCP 47, such as `zh`. A document that cannot be read has no say here;
    the build tells what is wrong with it.
    """
    step = -(-len(survey.places) // LOOKED_AT) or 1
    found: Counter[str] = Counter()
    for place in survey.places[::step]:
        try:
            tag = guess_document_language(place, survey, reader)
        except HexaplaError:
            continue
        if tag != UNKNOWN:
            found[tag.lower().partition("-")[0]] += 1
    most = found.most_common(1)
    return most[0][0] if most and most[0][1] * 2 > found.total() else None


def guess_document_language(place: DocumentLocation, survey: CollectionSurvey, reader: SourceReader) -> str:
    """Return the language that `document.yml` declares, else that of the first text; `und`: none is known.

    What needs another program to be read is not asked.

    Raises:
        HexaplaError: its settings or its first text cannot be read.
    """
    texts = [TextFile(place.path.name, place.path)]
    if is_folder(place.path):
        texts = list(list_folder(place.path, survey.root).texts)
        if (place.path / SETTINGS).is_file():
            raw = read_raw_file(TextFile(SETTINGS, place.path / SETTINGS), "", required=True)
            said = read_settings(raw.shown, raw.data, [text.name for text in texts])
            if said.language:
                return said.language
    for text in texts:
        if not is_old_format(text.name):
            raw = read_raw_file(text, "", required=True)
            return guess_language(reader(raw.path, raw.data, None).text)
    return UNKNOWN
