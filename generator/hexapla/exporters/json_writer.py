"""Records as JSON text: one key or item a line, characters as they are.

The same bytes as `json.dumps` writes with an indent of 1, for which it knows no fast way.
"""

import json
from json.encoder import encode_basestring
from math import isfinite

CONSTANTS = {None: "null", True: "true", False: "false"}
"""how JSON writes them"""


def spell_json(value: object, start: str = "\n") -> str:
    r"""Write a value.

    Args:
        value: of plain types; keys are texts.
        start: the line end before the value's own line, with its indent.

    Raises:
        ValueError: a number that JSON has not.

    Example:
        >>> spell_json({"id": "law", "rows": []})
        '{\n "id": "law",\n "rows": []\n}'
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = start + " "
    if isinstance(value, list | tuple):
        own = [encode_basestring(each) if type(each) is str else spell_json(each, inner) for each in value]
        return f"[{inner}{f',{inner}'.join(own)}{start}]" if own else "[]"
    if isinstance(value, dict):
        own = [f"{encode_basestring(key)}: {spell_json(each, inner)}" for key, each in value.items()]
        return f"{{{inner}{f',{inner}'.join(own)}{start}}}" if own else "{}"
    if value is None or isinstance(value, bool):
        return CONSTANTS[value]
    if type(value) is int or (type(value) is float and isfinite(value)):
        return repr(value)
    return json.dumps(value, allow_nan=False)
