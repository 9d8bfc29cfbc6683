"""Instruments that say everything: English, German and Japanese ones; nothing follows unsaid.

Chinese decisions leave much unsaid, which the package around this one knows; here each command is an edit of
the text, and all else keeps every character.
"""

from hexapla.amending.explicit.carry_out import apply_explicit
from hexapla.amending.explicit.find_commands import generate_explicit
from hexapla.amending.explicit.read_instrument import read_explicit

__all__ = ["apply_explicit", "generate_explicit", "read_explicit"]
