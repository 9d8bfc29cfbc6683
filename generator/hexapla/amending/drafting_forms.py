"""Which form an instrument has: Chinese ones leave unsaid what follows, the others say everything."""

from dataclasses import replace

from hexapla.amending.amended import Amended, leave_unamended, select_commands
from hexapla.amending.apply import apply_implied
from hexapla.amending.explicit import apply_explicit, generate_explicit, read_explicit
from hexapla.amending.generate import Generated, generate_instrument
from hexapla.amending.grammar import is_explicit
from hexapla.amending.instrument import Instrument
from hexapla.amending.layout import set_layout
from hexapla.amending.parse import parse_instrument
from hexapla.amending.text_marks import mark_text
from hexapla.model import Comparison, Version

FORMS = ("decision", "amendment", "en", "de", "ja")
EXPLICIT = ("en", "de", "ja")
OTHER_TEXTS = "the instrument amends other texts, not this one"


def read_in_language(text: str, language: str) -> Instrument:
    """Read an instrument by the grammar of a language.

    Raises:
        KeyError: it has none.
    """
    short = language.partition("-")[0]
    return read_explicit(text, short) if is_explicit(short) else parse_instrument(text, short)


def tell_applied(version: Version, instrument: Instrument, *, again: bool) -> str:
    """Tell why an instrument seems to have been applied to a text before; empty if nothing says so.

    It is known to the caller, or the instrument names the text to which it leads.
    """
    if again:
        return "the instrument was applied before"
    if instrument.marks and instrument.marks[1] == mark_text(version.text) != instrument.marks[0]:
        return "the text is the one to which the instrument leads: it was applied before"
    return ""


def apply_instrument(version: Version, instrument: Instrument, *, again: bool = False) -> Amended:
    """Apply an instrument to a version, as its drafting form asks for.

    Args:
        version: the base; its text outside the commands keeps every character.
        instrument: as it was read. Of one that amends many texts the commands for this one are carried out.
        again: the same instrument was applied before, as the caller knows.
    """
    if reason := tell_applied(version, instrument, again=again):
        return leave_unamended(version, instrument.orders, reason)
    if instrument.orders and not select_commands(version, instrument):
        return leave_unamended(version, instrument.orders[:1], OTHER_TEXTS)
    explicit = is_explicit(instrument.language)
    amended = (
        apply_explicit(version, instrument, instrument.language)
        if explicit
        else apply_implied(version, instrument)
    )
    reached = instrument.marks and instrument.marks[1] == mark_text(amended.text) and not amended.doubts
    if not (reached and instrument.layout):
        return amended
    return replace(amended, text=set_layout(amended.text, instrument.layout))


def generate_in_form(comparison: Comparison, form: str, title: str | None = None) -> Generated:
    """Write the instrument that makes the target of a comparison of its base.

    Args:
        comparison: base and target, with their changes.
        form: one of `FORMS`.
        title: of the text. Default: the base's.
    """
    if form in EXPLICIT:
        return generate_explicit(comparison, form, title)
    return generate_instrument(comparison, form, title)
