"""What holds for all tests: no test judges by the clock, Hypothesis' own included."""

from hypothesis import settings

settings.register_profile("hexapla", deadline=None)
settings.load_profile("hexapla")
