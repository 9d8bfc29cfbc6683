"""The page of the library's reference, written from the docstrings whenever the site is built.

A hook of MkDocs (`hooks` in mkdocs.yml): it asks for nothing but the package itself, so whoever can build the
site has it. Rejected: mkdocstrings, which every environment that builds this site would have to install.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from enum import Enum
from typing import Any

from hexapla import api

PAGE = "reference/api.md"
MARK = "<!-- api -->"
SECTION = re.compile(r"^(Args|Returns|Raises|Examples):$")
ENTRY = re.compile(r"^([*\w, ]+): (.*)$", re.DOTALL)


def on_page_markdown(markdown: str, *, page: Any, **_: object) -> str:  # noqa: ANN401 - a page of MkDocs
    """Put the reference into its page."""
    return markdown.replace(MARK, "\n\n".join(reference())) if page.file.src_uri == PAGE else markdown


def reference() -> Iterator[str]:
    """Yield the paragraphs: functions first, then what they return, then the model."""
    functions = [name for name in api.__all__ if inspect.isfunction(getattr(api, name))]
    classes = [name for name in api.__all__ if name not in functions]
    own = [name for name in classes if getattr(api, name).__module__.startswith(api.__name__)]
    for title, names in (
        ("Functions", functions),
        ("Results", own),
        ("The model", [name for name in classes if name not in own]),
    ):
        yield f"## {title}"
        for name in names:
            yield from described(name, getattr(api, name))


def described(name: str, what: Any) -> Iterator[str]:  # noqa: ANN401 - a function or a class
    """Yield the paragraphs about a public name."""
    yield f"### `{name}` {{: #api-{name} }}"
    node = ast.parse(textwrap.dedent(inspect.getsource(what))).body[0]
    if isinstance(node, ast.FunctionDef):
        yield signature(node, name)
    yield from docstring(inspect.getdoc(what) or "")
    if isinstance(node, ast.ClassDef):
        if issubclass(what, Enum):
            yield ", ".join(f"`{member.value}`" for member in what)
        entries = [*fields(node), *members(node)]
        if entries:
            yield "\n".join(entries)


def signature(node: ast.FunctionDef, name: str) -> str:
    """Write how a function is called."""
    args = ast.unparse(node.args).replace("=", " = ")  # every argument has a type
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"```python\nhexapla.{name}({args}){returns}\n```"


def docstring(text: str) -> Iterator[str]:
    """Yield a docstring's paragraphs; its sections become lists and code."""
    section, lines = "", list[str]()
    for line in [*text.split("\n"), "Args:"]:
        head = SECTION.match(line)
        if head is None:
            lines.append(line)
            continue
        yield from written(section, textwrap.dedent("\n".join(lines)).strip())
        section, lines = head[1], []


def written(section: str, text: str) -> Iterator[str]:
    """Yield a section's paragraphs."""
    if not text:
        return
    if section == "Examples":
        yield f"```pycon\n{text}\n```"
    elif section in ("Args", "Raises"):
        yield f"*{'Arguments' if section == 'Args' else 'Raises'}*"
        items = re.split(r"\n(?=\S)", text)
        yield "\n".join(item(*match.groups()) for each in items if (match := ENTRY.match(each)))
    elif section == "Returns":
        yield f"*Returns* {flow(text)}"
    else:
        yield text


def item(name: str, text: str) -> str:
    """Write an entry of a list."""
    return f"- **`{name}`**: {flow(text)}"


def flow(text: str) -> str:
    """Join the lines of a paragraph."""
    return " ".join(text.split())


def fields(node: ast.ClassDef) -> Iterator[str]:
    """Yield the fields of a value, with what is said of each below it."""
    following = [*node.body[1:], None]
    for each, after in zip(node.body, following, strict=True):
        if not isinstance(each, ast.AnnAssign) or not isinstance(each.target, ast.Name):
            continue
        said = ""
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            said = f": {flow(str(after.value.value))}"
        yield f"- **`{each.target.id}`** `{ast.unparse(each.annotation)}`{said}"


def members(node: ast.ClassDef) -> Iterator[str]:
    """Yield properties and methods, with the first sentence said of each."""
    for each in node.body:
        if not isinstance(each, ast.FunctionDef):
            continue
        hidden = each.name.startswith("_") and each.name != "__getitem__"
        decorators = {ast.unparse(one) for one in each.decorator_list}
        said = ast.get_docstring(each)
        if hidden or not said or decorators & {"overload", "classmethod"}:
            continue
        first = flow(said.split("\n\n")[0])
        asked = decorators & {"property", "cached_property"}
        names = [arg.arg for arg in (*each.args.args[1:], *each.args.kwonlyargs)]
        called = each.name if asked else f"{each.name}({', '.join(names)})"
        called = "[base, target]" if each.name == "__getitem__" else called
        yield f"- **`{called}`**: {first}"
