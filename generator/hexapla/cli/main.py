"""The command `hexapla` and its subcommands."""

from typing import Annotated

import typer

from hexapla.cli import (
    align,
    amend,
    build,
    bundle,
    changes,
    check,
    doctor,
    export,
    import_command,
    init,
    pin,
    reuse,
    show_compare,
    stage,
    verify,
)
from hexapla.version import VERSION

app = typer.Typer(
    name="hexapla",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init.init)
app.command("import")(import_command.import_)
app.command("build")(build.build)
app.command("check")(check.check)
app.command("pin")(pin.pin)
app.command("changes")(changes.changes)
app.command("show")(show_compare.show)
app.command("compare")(show_compare.compare)
app.command("align")(align.align)
app.add_typer(amend.amend, name="amend")
app.command("export")(export.export)
app.command("reuse")(reuse.reuse)
app.command("bundle")(bundle.bundle)
app.command("stage")(stage.stage)
app.command("verify")(verify.verify)
app.command("doctor")(doctor.doctor)


def print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    """Print the version and leave."""
    if wanted:
        typer.echo(f"hexapla {VERSION}")
        raise typer.Exit


@app.callback()
def main(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and leave."),
    ] = False,
) -> None:
    """Align parallel versions of a document clause by clause, and show exactly how they differ.

    Exit status: 0 done; 1 findings at or above `--fail-on` (the output is written all the same);
    2 wrong usage, or nothing could be done.
    """
