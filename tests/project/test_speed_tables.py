"""The benchmarks of what the program costs: the same figures give the same table and picture."""

from benchmarks.all import Cost, draw_growth, list_measures, tell_starts
from benchmarks.workers import BuiltSite, write_table


def test_the_table_of_several_workers_says_where_bytes_differ() -> None:
    built = [BuiltSite("one process", 9.0, "a"), BuiltSite("two", 4.5, "a"), BuiltSite("a cluster", 6.0, "b")]
    rows = write_table(built, 100).splitlines()
    assert rows[2:] == [
        "| one process | 9.0 s | 1.00 | |",
        "| two | 4.5 s | 2.00 | the same |",
        "| a cluster | 6.0 s | 1.50 | **differ** |",
    ]


def test_the_picture_holds_both_curves_of_each_measure_of_several_sizes() -> None:
    costs = {
        (name, size): (Cost(seconds * 2, 100.0), Cost(seconds, 90.0))
        for name, sizes in (("align", (10, 100)), ("mark", (400,)))
        for size, seconds in zip(sizes, (0.1, 1.0), strict=False)
    }
    picture = draw_growth(costs)
    assert picture == draw_growth(dict(reversed(costs.items())))
    assert picture.count("<polyline") == 2  # of one size no curve is drawn


def test_the_start_of_the_command_is_told_in_starts_of_python() -> None:
    costs = {
        ("argparse", 1): (Cost(0.03, 9.0), Cost(0.02, 9.0)),
        ("compare", 1): (Cost(1.2, 90.0), Cost(0.6, 70.0)),
    }
    (told,) = tell_starts(costs)
    assert told.startswith("`hexapla compare` of two small texts: 60 times ")
    assert told.endswith(" before, 30 times after")
    assert not list(tell_starts({("compare", 1): costs["compare", 1]}))


def test_each_measure_is_taken_at_every_size_asked_for() -> None:
    assert list(list_measures(["help", "align"], {"align": (10, 100)})) == [
        ("help", 1),
        ("align", 10),
        ("align", 100),
    ]
