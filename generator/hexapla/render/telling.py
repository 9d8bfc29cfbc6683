"""A change in words: its kinds, and in small print what its new wording touches."""

from hexapla.reading import Status, breaks_inside
from hexapla.render import kinds
from hexapla.render.layout import Reading
from hexapla.render.words import Words

__all__ = ["flag_line", "kind_word"]


def kind_word(kind: Status, reading: Reading, say: Words) -> str:
    """Return the word for a kind; a difference of form is named for what it is."""
    if kind is Status.FORM_ONLY:
        return say(kinds.form_word(reading.change))
    return say(f"kind-{kind}")


def flag_line(reading: Reading, say: Words) -> str:
    """Return the small print below the kinds: what the new wording touches."""
    if breaks_inside(reading.change):
        return say("flag-torn")
    if Status.REWORDED not in reading.kinds:
        return ""
    change = reading.change
    words = [say(name) for name in kinds.flag_words(change)]
    if any(str(flag) == "modality" for flag in change.flags):
        words += [say("flag-pair", old=old, new=new) for old, new in kinds.modal_pairs(change.edits)]
    return " · ".join(words)
