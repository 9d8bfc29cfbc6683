"""The command in a process of its own: what it said, and what processor time and memory it took."""

import subprocess
import sys
from typing import NamedTuple

TELL = """\
    used = resource.getrusage(resource.RUSAGE_SELF)
    print("used", used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
PROGRAM = f"""
import resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_module("hexapla", run_name="__main__")
finally:
{TELL}"""
BARE_PROGRAM = f"""
import argparse, resource, sys
if True:
{TELL}"""
"""what every command of Python's does before it does anything"""
UNIT = 1 << 20 if sys.platform == "darwin" else 1 << 10
"""units of the system's measure of memory in a megabyte"""


class Measured(NamedTuple):
    """A run of the command."""

    status: int
    seconds: float
    """of the processor: others on the machine do not lengthen them"""
    megabytes: float
    """at its peak"""
    said: str
    """on the stream of errors"""


def measure_command(*words: str) -> Measured:
    """Run the command with these words."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", PROGRAM, "hexapla", *words], capture_output=True, text=True, check=False
    )
    said, _, used = done.stderr.rpartition("used ")
    seconds, peak = map(float, used.split())
    return Measured(done.returncode, seconds, peak / UNIT, said)
