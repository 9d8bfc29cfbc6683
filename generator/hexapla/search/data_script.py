"""Data as a classic script: one call, texts as they are. It is read over http and from a disk alike.

Nothing else loads from a disk: browsers forbid `fetch` and module workers there.
"""

import json
from collections.abc import Sequence

import regex

UNSAFE = regex.compile(r"[\\`\r\u2028\u2029]|\$(?=\{)|<(?=[/!])")
CALL = "hexaplaData"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def write_data_script(name: str, value: object, texts: Sequence[str] = ()) -> bytes:
    """Write a call that hands over a value and texts.

    Texts stand between backticks, where a line feed is itself: the file can be read line by line. A
    backslash, a backtick, the start of a substitution, and what could end or comment out a script are
    escaped; so no text, whatever it holds, is code.
    """
    literals = "".join(f",`\n{UNSAFE.sub(escape_character, text)}`" for text in texts)
    return f"{CALL}({json_literal(name)},{json_literal(value)}{literals})\n".encode()


def escape_character(match: "regex.Match[str]") -> str:
    """Escape a character."""
    return f"\\u{ord(match[0]):04x}"


def json_literal(value: object) -> str:
    """Write a value as JSON that is JavaScript as well, and holds no markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def to_base36(number: int) -> str:
    """Write a number in base 36."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits
