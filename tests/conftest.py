"""What holds for all tests: no test looks at the clock, Hypothesis' own included."""

from hypothesis import settings

settings.register_profile("hexapla", deadline=None)
settings.load_profile("hexapla")
