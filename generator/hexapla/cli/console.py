"""The console for words to the user: what texts say cannot act on it."""

from typing import Any

import regex
from rich.console import Console

TERMINAL_CONTROLS = regex.compile(r"[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\t\n]]", regex.V1)
"""what a terminal would obey instead of showing it"""


def replace_controls(text: str) -> str:
    """Show what a terminal would obey, or what would turn a line around, as U+FFFD."""
    return TERMINAL_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


class SafeConsole(Console):
    """A console on which texts and names of files cannot move the cursor, set the title or hide lines."""

    def print(self, *objects: Any, **options: Any) -> None:  # noqa: ANN401 - as the console takes them
        """Print, texts as harmless ones."""
        super().print(
            *(replace_controls(each) if isinstance(each, str) else each for each in objects), **options
        )


stderr_console = SafeConsole(stderr=True, highlight=False, soft_wrap=True)
"""for words to the user; data go to stdout"""
