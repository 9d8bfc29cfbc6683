"""Dates are read as each country prints them."""

import pytest

from hexapla.segmentation.dates import find_dates, write_form
from hexapla.text import fold_print


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("令和6年3月18日規則第12号", "2024-03-18"),
        ("中華民國一百一十三年三月十八日", "2024-03-18"),
        ("2024 оны 03 дугаар сарын 12-ны өдөр", "2024-03-12"),
        ("พ.ศ. ๒๕๖๗", "2024"),
        ("ngày 12 tháng 3 năm 2024", "2024-03-12"),
        ("2024. gada 12. martā", "2024-03-12"),
        ("2024. március 12.", "2024-03-12"),
        ("2024 m. kovo 12 d.", "2024-03-12"),
        ("12 במרץ 2024", "2024-03-12"),
        ("٣ مارس ٢٠٢٤", "2024-03-03"),
        ("2024-yil 12-mart", "2024-03-12"),
        ("12 päivänä maaliskuuta 2024", "2024-03-12"),
        ("12η Μαρτίου 2024", "2024-03-12"),
        ("12. ožujka 2024", "2024-03-12"),
        ("১২ মার্চ ২০২৪", "2024-03-12"),
        ("12/03/2024", "2024"),
    ],
)
def test_a_date_is_read_as_it_is_printed(printed: str, iso: str) -> None:
    assert [one.iso for one in find_dates(fold_print(printed))] == [iso]


def test_a_form_without_a_year_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a year"):
        write_form("D. N")
