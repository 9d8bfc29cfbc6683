"""XML that may be hostile → a tree: no entities, no DTD, no network, no depth without end."""

import codecs
from typing import Any, cast

from lxml import etree

from hexapla.errors import Problem, SourceError
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers import limits
from hexapla.readers.encodings import decode_file

Element = etree._Element  # noqa: SLF001 - lxml's public type has no public name

DECLARATION = compile_lazily_with_properties(
    r"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']"""
)
PROLOG = compile_lazily_with_properties(r"\A\s*<\?xml[^>]{0,400}\?>")
HEAD = 512
"""bytes in which a declaration must stand"""


class EmptyResolver(etree.Resolver):
    """Finds every file empty, should the parser ever ask for one."""

    def resolve(self, *asked: object) -> object:
        """Return nothing for an address."""
        made: object = cast("Any", self).resolve_empty(asked[-1])
        return made


def parse_xml(path: str, data: bytes, *, name: str | None = None, encoding: str | None = None) -> Element:
    """Parse XML.

    Args:
        path: the file's path, for errors.
        data: the bytes.
        name: of the file in an archive, for errors.
        encoding: overrides what the file declares.

    Post-conditions:
        1. Nothing outside `data` was looked at.
        2. No entity was expanded but the five of XML and characters by number; there is no comment and no
           processing instruction in the tree.

    Raises:
        SourceError: no well-formed XML, entities of its own, or too large or too deep.
    """
    inside = f"{name} in it: " if name else ""
    limits.check_size(path, f"{inside}{len(data):,} bytes of XML", len(data), limits.LARGEST_MARKUP)
    text = decode_xml(path, data, encoding).encode("utf-8", "replace")
    try:
        root = parse_well_formed(text)
    except etree.XMLSyntaxError as error:
        message = f"{inside}this is no well-formed XML: {error.msg}"
        line = None if name else error.lineno
        raise SourceError(Problem(path=path, line=line or None, message=message)) from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(cast("Any", dtd).iterentities()), None) is not None:
        message = f"{inside}it declares entities of its own, which are not expanded: save it without a DTD"
        raise SourceError(Problem(path=path, message=message))
    check_depth(path, root, inside)
    return root


def parse_well_formed(text: bytes) -> Element:
    """Parse what is well-formed; a name that two elements bear is no fault of form (xml:id 1.0, section 4).

    Raises:
        XMLSyntaxError: it is not.
    """
    strict = make_parser()
    try:
        return etree.fromstring(text, strict)
    except etree.XMLSyntaxError:
        if not has_faulty_names_alone(
            strict.error_log
        ):  # the error's own log holds those of other parsers too
            raise
        again = make_parser(recover=True)
        root = etree.fromstring(text, again)
        if root is None or not has_faulty_names_alone(again.error_log):
            raise
        return root


def has_faulty_names_alone(log: Any) -> bool:  # noqa: ANN401 - the stubs give lxml's log no way to walk through it
    """Tell whether a parser has nothing to say but that values of `xml:id` are not as they should be."""
    return {entry.type_name for entry in log} <= {"DTD_ID_REDEFINED", "DTD_XMLID_VALUE"}


def make_parser(*, recover: bool = False) -> etree.XMLParser:
    """Make a parser that looks at nothing outside the file; one that recovers goes on after faults."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
        encoding="utf-8",
    )
    # Not `collect_ids=False`: it makes libxml2 load the external subset of a DTD, whatever `load_dtd` says.
    parser.resolvers.add(EmptyResolver())
    return parser


def decode_xml(path: str, data: bytes, encoding: str | None) -> str:
    """Decode XML as the editor says, else as its byte order mark, its declaration, or its bytes have it."""
    text = decode_file(path, data, encoding or declared_encoding(data)).text
    return PROLOG.sub("", text.removeprefix("\ufeff"), count=1)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that an XML declaration names; a byte order mark goes before it."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    head = data[:HEAD]
    for codec in ("latin-1", "utf-16-le", "utf-16-be"):
        found = DECLARATION.match(head.decode(codec, "replace"))
        if found:
            wide = codec != "latin-1" and found[1].casefold().startswith("utf-16")
            return codec if wide else found[1]
    return None


def check_depth(path: str, root: Element, inside: str) -> None:
    """Refuse a tree that is deeper than any document; libxml2 stops at 256 by itself, if told so."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        limits.check_size(path, f"{inside}elements within elements", depth, limits.DEEPEST)


def find_line(element: Element) -> int | None:
    """Return the line on which an element begins, counted from 1."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; of what is no element, nothing."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def find_attribute(element: Element, name: str) -> str | None:
    """Return the value of an attribute whatever its namespace: programs write old and new ones alike."""
    value = element.get(name)
    if value is not None:
        return value
    suffix = "}" + name
    return next((str(value) for key, value in element.items() if str(key).endswith(suffix)), None)
