"""Data frames of pandas, which is an extra: loaded where one is asked for."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hexapla.errors import UsageError

if TYPE_CHECKING:
    from pandas import DataFrame


def make_data_frame(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> "DataFrame":
    """Make a data frame; without rows it has its columns all the same.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise UsageError(
            "A data frame needs pandas, which is not installed: run `pip install 'hexapla-core[frame]'`."
        ) from error
    return DataFrame([list(row) for row in rows], columns=list(columns))
