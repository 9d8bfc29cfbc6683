"""`hexapla` and `python -m hexapla`."""

import gc
import os
import sys

UTF8_MODE = ["-X", "utf8"]
YOUNG = (50_000, 20, 20)
"""objects, and rounds, after which Python looks for rings among them: values are frozen and make none, and
looking as often as it does of itself costs a tenth of the time of a large text"""


def main() -> None:
    """Run the command; what the user can mend ends with exit status 2 and a message, never a traceback."""
    read_names_as_utf8()
    # not above: a process that is started anew would load all of it twice
    from hexapla.errors import HexaplaError  # noqa: PLC0415

    try:
        from hexapla.cli import app  # noqa: PLC0415
        from hexapla.cli.terminal import report_error, set_utf8_output  # noqa: PLC0415

        set_utf8_output()
        gc.set_threshold(*YOUNG)
        try:
            app()
        except (HexaplaError, OSError) as error:
            report_error(error)
            sys.exit(2)
    except ModuleNotFoundError as error:  # a command is loaded when it is asked for
        package = (error.name or "").partition(".")[0]
        if package == __package__:
            raise
        sys.stderr.write(f"error: the command needs the package {package}: run `pip install hexapla`.\n")
        sys.exit(2)


def read_names_as_utf8() -> None:
    """Start anew in Python's UTF-8 mode where the locale would have names of files read otherwise.

    Names become ids, titles and addresses, which the locale must not change. Rejected: to decode each name
    anew where it is used; one that is forgotten would be another document.
    """
    if sys.getfilesystemencoding() == "utf-8" or sys.platform == "win32" or sys.orig_argv[1:3] == UTF8_MODE:
        return
    if sys.stdout.isatty() or sys.stderr.isatty():
        os.environ.setdefault("PYTHONIOENCODING", sys.stderr.encoding)  # what the console itself can show
    os.execv(sys.executable, [sys.executable, *UTF8_MODE, *sys.orig_argv[1:]])  # noqa: S606 - ourselves


if __name__ == "__main__":
    main()
