"""The command `hexapla` and its subcommands, each loaded when it is first asked for."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from functools import cache, partial
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from hexapla.cli.options import Interface
from hexapla.cli.terminal import Speech
from hexapla.i18n import LANGUAGES, choose_command_language, translate_help, translate_sentence
from hexapla.version import VERSION

COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": (
        "init:init",
        "Lay out a new collection: settings, a specimen, workflows that check and publish.",
    ),
    "import": (
        "import_command:import_",
        "Turn files into a document's folder: one clean text per version, and where each came from.",
    ),
    "build": ("build:build", "Build the site from the source texts."),
    "check": ("check:check", "Report problems in the source texts without building the site."),
    "pin": (
        "pin:pin",
        "Write the sigla of versions into document.yml, so that addresses and permalinks stay.",
    ),
    "changes": (
        "changes:changes",
        "Say what new or edited source texts changed, in clauses, since a commit.",
    ),
    "show": (
        "show_compare:show",
        "Show the versions found in files, and their clause trees; with --on the text of a day.",
    ),
    "compare": (
        "show_compare:compare",
        "Compare versions without a project: several files, or one file that holds several versions.",
    ),
    "align": (
        "align:align",
        "Show which clauses stand in a row, review what is doubtful, or say why two clauses are linked.",
    ),
    "review": (
        "review:review",
        "Go through the doubtful links of a document in the browser; decisions are written at once.",
    ),
    "export": (
        "export:export",
        "Write a document as a file: Word, Excel, CSV, JSON, TEI, Akoma Ntoso or PDF.",
    ),
    "reuse": (
        "reuse:reuse",
        (
            "Say which clauses of a collection stand in several of its documents, "
            "word for word, nearly, or in part."
        ),
    ),
    "notes": ("notes_command:notes", "Notes on clauses: to a workbook, and back."),
    "mapping": (
        "mapping_command:mapping",
        "Links between texts of different ranks: to a workbook, and back.",
    ),
    "bundle": (
        "bundle:bundle",
        "Pack the site, or one document of it, into a zip file that opens from a disk without a network.",
    ),
    "stage": (
        "stage:stage",
        "Write pages by hand and ours as a project for builders that do not know our plugin.",
    ),
    "verify": (
        "verify:verify",
        "Prove from the pages alone that every text stands there, complete and in order.",
    ),
    "doctor": (
        "doctor:doctor",
        "Say what is installed of that which hexapla can use, what is missing, and how to get it.",
    ),
    "amend": ("amend:amend", "Read, apply and write amending instruments."),
}
"""name → where the command is, and the first sentence of its help: the list of commands loads none of them"""
MARKUP: Final = "markdown"


@cache
def load_command(name: str, language: str = LANGUAGES[0]) -> Any:  # noqa: ANN401 - typer hides the class
    """Load the command of a name, with all that it needs; its help in a language of the interface."""
    module, _, attribute = COMMANDS[name][0].partition(":")
    found = getattr(import_module(f"hexapla.cli.{module}"), attribute)
    alone = typer.Typer(rich_markup_mode=MARKUP, add_completion=False)
    if isinstance(found, typer.Typer):
        alone.add_typer(found, name=name)
    else:
        alone.command(name)(found)
    loaded = get_group(alone).commands[name]
    translate_command(loaded, language)
    return loaded


def translate_command(command: Any, language: str) -> None:  # noqa: ANN401 - as above
    """Put the help of a command, of its options and of its subcommands into a language."""
    if language == LANGUAGES[0]:
        return
    command.help = translate_help(language, command.help or "")
    for option in command.params:
        option.help = translate_sentence(language, " ".join((getattr(option, "help", None) or "").split()))
    made = command.get_help_option

    def get_help_option(ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Return the option that is made last, in the language of the others."""
        option = made(ctx)
        if option is not None:
            option.help = translate_sentence(language, option.help)
        return option

    command.get_help_option = get_help_option
    command.format_usage = partial(write_usage, command, language)
    for each in getattr(command, "commands", {}).values():
        translate_command(each, language)


def write_usage(command: Any, language: str, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
    """Write how a command is called, in a language; its name and options stay what one types."""
    pieces = (translate_sentence(language, each) for each in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, " ".join(pieces), f"{translate_sentence(language, 'Usage:')} ")


LIBRARY_SAYS: Final = (
    "ABORTED_TEXT",
    "ARGUMENTS_PANEL_TITLE",
    "COMMANDS_PANEL_TITLE",
    "DEFAULT_STRING",
    "ERRORS_PANEL_TITLE",
    "OPTIONS_PANEL_TITLE",
    "REQUIRED_LONG_STRING",
    "RICH_HELP",
)
"""names of the words of the library of commands, which reads them when it speaks. Rejected: a catalogue of
the kind that it looks for, which is a file of binary data"""
VALIDATOR_SAYS: Final = "Value error, "
"""what stands before the words of a check"""
WrongUse: Any = typer.BadParameter.__mro__[1]
"""what it raises of a command that is written wrongly; it gives it no public name"""


def speak(asked: str | None) -> None:
    """Choose the language of the command: as asked, else as the environment says."""
    Speech.language = choose_command_language(asked, os.environ)
    if Speech.language == LANGUAGES[0] and not read_library_words.cache_info().currsize:
        return  # it says what it says; to load what it says it with takes as long as a short command
    from typer import rich_utils  # noqa: PLC0415 - as said

    for name, said in read_library_words().items():
        setattr(rich_utils, name, translate_sentence(Speech.language, said))


@cache
def read_library_words() -> Mapping[str, str]:
    """Return the words of the library of commands in English: read once, before any was replaced."""
    from typer import rich_utils  # noqa: PLC0415 - as above

    return {name: getattr(rich_utils, name) for name in LIBRARY_SAYS}


@contextmanager
def speaking_errors() -> Iterator[None]:
    """Say in the language of the command what is wrong with its use."""
    try:
        yield
    except WrongUse as error:
        if Speech.language == LANGUAGES[0] or type(error).__name__ == "NoArgsIsHelpError":
            raise
        said = " ".join(error.format_message().replace(VALIDATOR_SAYS, "").split())
        raise WrongUse(translate_sentence(Speech.language, said), error.ctx) from error


class CommandTable(Mapping[str, Any]):
    """The commands by their names; each is loaded when it is looked up."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Return a command.

        Raises:
            KeyError: there is none of that name.
        """
        return load_command(name, Speech.language)

    def __iter__(self) -> Iterator[str]:
        """Return the names in the order of the help."""
        return iter(COMMANDS)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(COMMANDS)


class CommandGroup(TyperGroup):
    """The command with its subcommands, of which its own help loads none."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as typer gives it
        """Take the commands of the table."""
        super().__init__(**given)
        self.commands = CommandTable()  # type: ignore[assignment]  # nothing adds to it

    def list_commands(self, _ctx: Any) -> list[str]:  # noqa: ANN401 - as above
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - as above
        """Return a command; None if there is none of that name."""
        return load_command(cmd_name, Speech.language) if cmd_name in COMMANDS else None

    def make_context(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
        """Read the options of the whole program, in the language of the environment at first."""
        speak(None)
        with speaking_errors():
            return super().make_context(*given, **named)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Run a command; what is wrong with its use is said in the language of the command."""
        with speaking_errors():
            return super().invoke(ctx)

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Write how the command is called."""
        write_usage(self, Speech.language, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Write the help, with the first sentence of each command's."""
        shown = TyperGroup(
            name=self.name,
            commands={name: TyperCommand(name, help=said) for name, (_, said) in COMMANDS.items()},
            rich_markup_mode=self.rich_markup_mode,
            help=self.help,
            params=[copy(param) for param in self.params],
        )
        translate_command(shown, Speech.language)
        shown.format_help(ctx, formatter)


app = typer.Typer(
    name="hexapla",
    cls=CommandGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=MARKUP,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def choose_speech(asked: Interface | None) -> None:
    """Let the command speak the language that was asked for."""
    if asked is not None:
        speak(asked)


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
    _language: Annotated[
        Interface | None,
        typer.Option(
            "--language",
            callback=choose_speech,
            is_eager=True,
            help="Language of help and messages. Default: as the environment says (LANG).",
        ),
    ] = None,
) -> None:
    """Align parallel versions of a document clause by clause, and show exactly how they differ.

    Exit status: 0 done; 1 findings at or above `--fail-on` (the output is written all the same);
    2 wrong usage, or nothing could be done.
    """
