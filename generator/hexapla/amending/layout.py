"""White space of a text that no command says: line breaks, indents, blank lines, as our instruments note it.

An instrument orders words. Where the text to which it leads is set otherwise than what its commands make,
lines above the last one note how: after how many characters (white space not counted, from the note before)
which white space stands. So what comes out is the other text to the last character.
"""

from collections.abc import Iterator, Sequence

import regex

NAMES = {"\n": "n", " ": "s", "\t": "t", "\u3000": "w", "\u00a0": "b", "\r": "r", "\f": "f"}
SIGNS = {name: sign for sign, name in NAMES.items()}
LONGEST_LINE = 240
"""characters of notes on one line"""
NOTE = regex.compile(r"([0-9]+):((?:u[0-9]+\.|[a-tv-z][0-9]*)*+)")
LINE = regex.compile(r"[（(][^\[\n]{1,30}\[([0-9]+:[a-z0-9.]*+(?: [0-9]+:[a-z0-9.]*+)*+)\][）)]")
STEP = regex.compile(r"u(?P<code>[0-9]+)\.|(?P<name>[a-tv-z])(?P<times>[0-9]*)")
RUN = regex.compile(r"(.)\1*", regex.DOTALL)
SPACE = regex.compile(r"\s+")
Note = tuple[int, str]
"""characters since the last note, and the white space that stands there"""


def find_spaces(text: str) -> dict[int, str]:
    """Return the white space of a text by how many other characters stand before it."""
    found, counted, last = {}, 0, 0
    for space in SPACE.finditer(text):
        counted += space.start() - last
        last = space.end()
        found[counted] = space[0]
    return found


def note_layout(made: str, target: str) -> list[Note]:
    r"""Note where white space differs.

    Args:
        made: what commands make.
        target: the same characters, with other white space.

    >>> note_layout("灯 亮。\n旗升。", "灯亮。\n\n旗升。")
    [(1, ''), (2, '\n\n')]
    """
    one, other = find_spaces(made), find_spaces(target)
    notes, last = [], 0
    for place in sorted({*one, *other}):
        if one.get(place) != other.get(place):
            notes.append((place - last, other.get(place, "")))
            last = place
    return notes


def set_layout(text: str, notes: Sequence[Note]) -> str:
    r"""Give a text the white space that was noted.

    >>> set_layout("灯 亮。\n旗升。", [(1, ""), (2, "\n\n")])
    '灯亮。\n\n旗升。'
    """
    spaces = find_spaces(text)
    place = 0
    for step, space in notes:
        place += step
        spaces[place] = space
    solid = "".join(text.split())
    out, last = [], 0
    for place in sorted(spaces):
        out += [solid[last:place], spaces[place]]
        last = place
    return "".join([*out, solid[last:]])


def spell_space(space: str) -> str:
    """Write white space as letters: n2s4 for two line feeds and four spaces."""
    return "".join(
        (NAMES[run[1]] + (str(len(run[0])) if len(run[0]) > 1 else ""))
        if run[1] in NAMES
        else f"u{ord(run[1])}." * len(run[0])
        for run in RUN.finditer(space)
    )


def read_space(letters: str) -> str:
    """Read what `spell_space` wrote."""
    return "".join(
        chr(int(step["code"])) if step["code"] else SIGNS.get(step["name"], "") * int(step["times"] or 1)
        for step in STEP.finditer(letters)
    )


def write_layout(notes: Sequence[Note], form: str) -> Iterator[str]:
    """Yield lines of notes.

    Args:
        notes: of a text.
        form: a line of the language, with `{notes}` in it.
    """
    line = ""
    for step, space in notes:
        note = f"{step}:{spell_space(space)}"
        if line and len(line) + len(note) >= LONGEST_LINE:
            yield form.format(notes=f"[{line}]")
            line = ""
        line += f"{' ' if line else ''}{note}"
    if line:
        yield form.format(notes=f"[{line}]")


def read_layout(instrument: str) -> tuple[Note, ...]:
    """Read the notes above the last line of an instrument; none where there are none."""
    found: list[str] = []
    for line in reversed(instrument.rstrip().split("\n")[:-1]):
        noted = LINE.fullmatch(line.strip())
        if not noted:
            break
        found.insert(0, noted[1])
    return tuple((int(each[1]), read_space(each[2])) for line in found for each in NOTE.finditer(line))


def add_layout(instrument: str, made: str, target: str, form: str) -> str:
    """Add to an instrument how the text to which it leads is set, where commands make other white space."""
    if made == target or "".join(made.split()) != "".join(target.split()):
        return instrument
    body, _, notice = instrument.rstrip("\n").rpartition("\n")
    return "\n".join([body, *write_layout(note_layout(made, target), form), notice]) + "\n"
