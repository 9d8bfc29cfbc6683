"""What the command can say in English: errors and words on the way, read from the code; and its help."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

import hexapla
from hexapla.cli.main import COMMANDS, app, load_command, speak
from hexapla.site.installation import EXTRAS

PACKAGE = Path(hexapla.__file__).parent
LIBRARY = ("api",)
"""packages whose errors programs read"""
FILES = ("readers", "collection", "pipeline")
"""packages that say what is wrong with a file in a variable of that name: `message`"""
EXAMPLE = re.compile(r"^(?: {4}|hexapla )")


def templates() -> dict[str, str]:
    """Return the sentences in the code with `{1}`, `{2}` … for their values → where each stands."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        if place.parts[0] in LIBRARY:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for sentence in spoken(node, in_files=place.parts[0] in FILES):
                found.setdefault(sentence, f"{place}:{getattr(node, 'lineno', 0)}")
    return found | dict.fromkeys(EXTRAS.values(), "what extras serve")


def spoken(node: ast.AST, *, in_files: bool) -> Iterator[str]:
    """Yield the sentences that a node says: an error of use, a word on the console, a fault of a file."""
    said: list[ast.expr] = []
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        if name.endswith(("UsageError", "RedlineNotice")) or name == "stderr_console.print":
            said += node.args
        if name == "describe_program":
            said.append(node.args[2])
        if name == "Component":
            said += [each.value for each in node.keywords if is_said_of_component(each)]
        if in_files and name.endswith("Problem"):
            said += [each.value for each in node.keywords if each.arg == "message"]
    elif in_files and isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "message":
        said.append(node.value)
    for each in said:
        sentence = write_template(each)
        if re.search(r"[A-Za-z]{3}", re.sub(r"\{\d+\}", "", sentence)):
            yield sentence


def is_said_of_component(keyword: ast.keyword) -> bool:
    """Tell whether the doctor says a value of a component as a sentence: not names, versions and commands."""
    said = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
    return keyword.arg in ("name", "serves") and isinstance(said, str) and " " in said


def write_template(node: ast.expr) -> str:
    """Write a literal, or one with values, as a template; nothing for what is neither."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts, count = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            count += 1
            parts.append(f"{{{count}}}")
    return "".join(parts)


def helps() -> Iterator[str]:
    """Yield all paragraphs of help in English, but for examples."""
    speak("en")  # a command that ran in this process before may have left another language
    group = get_command(app)
    for command in (group, *(load_command(name) for name in COMMANDS)):
        yield from told(command)
    yield from (said for _, said in COMMANDS.values())


def told(command: Any) -> Iterator[str]:  # noqa: ANN401 - typer hides the class
    """Yield what a command and its subcommands say."""
    for paragraph in re.split(r"\n\s*\n", command.help or ""):
        if not EXAMPLE.match(paragraph):
            yield " ".join(paragraph.split())
    for option in command.params:
        if getattr(option, "help", None):
            yield " ".join(option.help.split())
    for each in getattr(command, "commands", {}).values():
        yield from told(each)
