"""A change in words: its kinds, and in small print what its new wording touches."""

from hexapla.pages import change_kinds
from hexapla.pages.i18n import Translator
from hexapla.pages.page_context import DisplayedChange
from hexapla.reading import Status, has_break_inside

__all__ = ["flag_line", "kind_word"]


def kind_word(kind: Status, reading: DisplayedChange, say: Translator) -> str:
    """Return the word for a kind; a difference of form is named for what it is."""
    if kind is Status.FORM_ONLY:
        return say(change_kinds.form_message(reading.change))
    return say(f"kind-{kind}")


def flag_line(reading: DisplayedChange, say: Translator) -> str:
    """Return the small print below the kinds: what the new wording touches."""
    if has_break_inside(reading.change):
        return say("flag-torn")
    if Status.REWORDED not in reading.kinds:
        return ""
    change = reading.change
    words = [say(name) for name in change_kinds.flag_messages(change)]
    if any(str(flag) == "modality" for flag in change.flags):
        words += [
            say("flag-pair", old=old, new=new) for old, new in change_kinds.find_modal_changes(change.edits)
        ]
    return " · ".join(words)
