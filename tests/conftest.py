"""What holds for all tests: no test judges by the clock, Hypothesis' own included."""

from hypothesis import settings

from corpora import FURTHER, VARIABLE

settings.register_profile("hexapla", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=200)  # by `make test-slow`
settings.load_profile("hexapla")


def pytest_report_header() -> str:
    """Say on which texts the tests run."""
    return f"texts: tests/corpus, {f'and {FURTHER}' if FURTHER else f'no further corpus ({VARIABLE})'}"
