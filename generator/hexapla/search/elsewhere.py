"""Which clauses stand in other documents too, for the search: “only here”, “also elsewhere”."""

from collections.abc import Mapping, Sequence

from hexapla.model import File
from hexapla.search.data_script import write_data_script
from hexapla.search.shards import FOLDER

ELSEWHERE = f"{FOLDER}/elsewhere.js"
"""loaded when somebody filters by it"""


def write_elsewhere(known: Mapping[str, Mapping[str, Sequence[str]]]) -> File:
    """Write which clauses stand elsewhere too.

    Args:
        known: by the folder of a document and by siglum, the ids of clauses.
    """
    value = {
        folder: {siglum: list(clauses) for siglum, clauses in versions.items() if clauses}
        for folder, versions in known.items()
    }
    kept = {folder: versions for folder, versions in value.items() if versions}
    return File(uri=ELSEWHERE, data=write_data_script(ELSEWHERE, kept))
