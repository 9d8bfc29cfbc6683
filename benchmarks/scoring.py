"""Links against gold, as the benchmark `clause-alignment` scores them: its scorer stands alone."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "clause-alignment"))

from scorer import Tally, tally, tasks

__all__ = ["Tally", "tally", "tasks"]
