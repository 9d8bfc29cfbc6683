"""The command line: one module per group of commands, no logic."""

from hexapla.cli.main import app

__all__ = ["app"]
