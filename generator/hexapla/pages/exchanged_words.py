"""What a comparison says when it is read from the other side: the words of both directions, side by side.

A pair of versions has one page. It is written in one direction; a reader can exchange its sides, and then it
says what the other direction says: what is “added” forwards is “only in B” backwards, “split” is “merged”.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from hexapla.i18n import Messages
from hexapla.reading import Status

MIRRORED: Final = {
    one: other
    for pair in (
        ("mark-ins", "mark-del"),
        ("mark-to", "mark-from"),
        ("kind-split", "kind-join"),
        ("goto-home", "goto-home-moved"),
        ("goto-stands", "goto-from"),
        ("passage-to", "passage-from"),
    )
    for one, other in (pair, pair[::-1])
}
"""messages of one side, with what is said in their place of the same when it stands on the other side"""
EXCHANGED: Final = frozenset({"flag-pair", "heading-both"})
"""messages that name the wordings of both sides, in their order"""
MIRRORED_TOKENS: Final[Mapping[str, str]] = {
    Status.ONLY_BASE: Status.ONLY_TARGET,
    Status.ONLY_TARGET: Status.ONLY_BASE,
    Status.SPLIT: Status.MERGED,
    Status.MERGED: Status.SPLIT,
}


class ExchangedWords:
    """Says what one direction says, and remembers how the other direction says the same.

    It is called as `Messages` are. What is put together of several messages is told by `note`.
    """

    def __init__(self, say: Messages, back: Messages) -> None:
        """Take the words of both directions."""
        self.say, self.back = say, back
        self.found: dict[str, str] = {}
        """what is said → what the other direction says, where both are known"""

    def __call__(self, message: str, /, **values: str | int) -> str:
        """Say it in this direction."""
        said = self.say(message, **values)
        if said not in self.found:
            own = {
                name: self.exchange(each) if isinstance(each, str) else each for name, each in values.items()
            }
            if message in EXCHANGED:
                own["old"], own["new"] = own["new"], own["old"]
            self.found[said] = self.back(MIRRORED.get(message, message), **own)
        return said

    def note(self, said: str, other: str) -> None:
        """Remember how the other direction says something."""
        self.found[said] = other

    def note_all(self, said: Iterable[str], other: Iterable[str]) -> None:
        """Remember it of several, in order."""
        for one, back in zip(said, other, strict=True):
            self.note(one, back)

    def exchange(self, said: str) -> str:
        """Return what the other direction says; the same where nothing else is known."""
        return self.found.get(said, said)

    def exchange_value(self, value: str | int) -> str | int:
        """Return a value of a message as the other direction has it: a name of a row may be one."""
        return self.exchange(value) if isinstance(value, str) else value

    @property
    def different(self) -> dict[str, str]:
        """What the other direction says in other words, without the white space around it."""
        pairs = ((said.strip(), other.strip()) for said, other in self.found.items() if said != other)
        return {said: other for said, other in pairs if said}


def mirror_one_sided(state: str) -> str:
    """Return what a row is in pictures, seen from the other side: there all that is divided is one state."""
    return MIRRORED_TOKENS[state] if state in (Status.ONLY_BASE, Status.ONLY_TARGET) else state


def mirror_tokens(tokens: str) -> str:
    """Return the tokens of a row, or the name of a filter, as the other direction has them.

    >>> mirror_tokens("word split"), mirror_tokens("split join regroup")
    ('word join', 'split join regroup')
    """
    own = tokens.split()
    turned = [MIRRORED_TOKENS.get(each, each) for each in own]
    return tokens if set(turned) == set(own) else " ".join(turned)
