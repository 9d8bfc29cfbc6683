"""`hexapla` and `python -m hexapla`."""

import sys

from hexapla.cli import app
from hexapla.cli.terminal import complain
from hexapla.errors import HexaplaError

__all__ = ["main"]


def main() -> None:
    """Run the command; what the user can mend ends with exit status 2 and a message, never a traceback."""
    try:
        app()
    except (HexaplaError, OSError) as error:
        complain(error)
        sys.exit(2)


if __name__ == "__main__":
    main()
