"""YAML → plain values, each with its line.

Values are read as they are written: `2019`, `no` and `2019-04-01` are texts, which the settings' models read
as the key demands; only an empty value, `~` and `null` mean nothing. So a label `2019` needs no quotation
marks and `language: no` is Norwegian. Composing nodes, and not the round-trip loader, is what keeps every
scalar as it was written, gives every duplicate key its line, and never builds an object.
"""

import warnings
from dataclasses import dataclass

import regex
from ruamel.yaml import YAML
from ruamel.yaml.composer import MaxDepthExceededError
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hexapla.errors import Problem, SettingsError
from hexapla.lazy_patterns import compile_lazily_with_properties

YamlPath = tuple[str | int, ...]
"""keys and indices from the root"""

YamlValue = None | str | list["YamlValue"] | dict[str, "YamlValue"]

TAG = "tag:yaml.org,2002:"
PLAIN_TAGS = frozenset(TAG + name for name in "str int float bool null timestamp map seq merge value".split())

DEEPEST = 100
"""levels of a file that are read: settings have six, and each further one costs as much as all above it"""
NOT_IN_YAML = compile_lazily_with_properties(r"[[\p{Cc}\p{Cs}]--[\t\n]]", regex.V1)
"""what `"\\0"` and the like would smuggle into titles"""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlTree:
    """A YAML file as values."""

    path: str
    value: YamlValue
    lines: dict[YamlPath, int]
    """of a key for what stands in a mapping, of the entry for what stands in a list; counted from 1"""
    problems: tuple[Problem, ...]
    """what is wrong whatever the keys mean: duplicates, tags, aliases"""

    def line(self, place: YamlPath) -> int | None:
        """Return the line of a place, or of the nearest one around it that was written."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place)

    def problem(self, place: YamlPath, message: str) -> Problem:
        """State a problem at a place."""
        key = str(place[0]) if place else None
        return Problem(path=self.path, line=self.line(place), message=message, key=key)


def parse_yaml(path: str, data: bytes) -> YamlTree:
    """Read YAML 1.2 in UTF-8.

    Raises:
        SettingsError: the file is no UTF-8 or no YAML, so that nothing more can be said of it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02x} is no UTF-8: save this file as UTF-8"
        raise SettingsError((Problem(path=path, line=line, message=message),)) from error
    walk = YamlWalk(path)
    root = compose_nodes(path, text)
    value = None if root is None else walk.value(root, ())
    walk.lines.setdefault((), 1)
    return YamlTree(path=path, value=value, lines=walk.lines, problems=tuple(walk.problems))


def compose_nodes(path: str, text: str) -> Node | None:
    """Parse YAML into nodes, every way of failing being a problem with a line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ReusedAnchorWarning)  # aliases are refused one by one
            reader = YAML(typ="safe", pure=True)
            reader.max_depth = DEEPEST
            node: Node | None = reader.compose(text)
    except (RecursionError, MaxDepthExceededError):
        line, message = None, "this is nested too deeply to be read"
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        message = f"this is no YAML: {error.problem or error.context}"
    except YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        message = "this is no YAML: it holds a control character"
    else:
        return node
    raise SettingsError((Problem(path=path, line=line, message=message),))


class YamlWalk:
    """A walk over nodes that gathers lines and problems."""

    def __init__(self, path: str) -> None:
        """Start a walk over the file of that path."""
        self.path = path
        self.lines: dict[YamlPath, int] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def value(self, node: Node, place: YamlPath) -> YamlValue:
        """Turn a node into a value; what must not be there is None, and a problem."""
        if id(node) in self.seen:  # an alias: the node's own line is that of the anchor
            line = self.lines.get(place, self.lines.get(place[:-1]))
            message = "aliases (*name) are not read here: write the value out"
            self.problems.append(Problem(path=self.path, line=line, message=message))
            return None
        self.lines.setdefault(place, node.start_mark.line + 1)
        self.seen.add(id(node))
        if str(node.tag) not in PLAIN_TAGS:
            self.complain(node, f"the tag “{node.tag}” means nothing here: leave it out")
            return None
        if isinstance(node, MappingNode):
            return self.mapping(node, place)
        if isinstance(node, SequenceNode):
            return [self.value(each, (*place, index)) for index, each in enumerate(node.value)]
        if NOT_IN_YAML.search(str(node.value)):
            self.complain(node, "this value holds a control character: leave it out")
            return None
        return None if str(node.tag) == TAG + "null" else str(node.value)

    def mapping(self, node: MappingNode, place: YamlPath) -> YamlValue:
        """Turn a mapping into a dictionary; of a repeated key the first value stands."""
        out: dict[str, YamlValue] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.complain(key, "a key must be a word")
                continue
            name = str(key.value)
            if name in out:
                first = self.lines[*place, name]
                self.complain(key, f"the key “{name}” is repeated; it stands on line {first} already")
                continue
            self.lines[*place, name] = key.start_mark.line + 1
            out[name] = self.value(value, (*place, name))
        return out

    def complain(self, node: Node, message: str) -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(path=self.path, line=node.start_mark.line + 1, message=message))
