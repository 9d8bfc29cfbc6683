"""Words of the interface, in its languages: pages, files, feed, terminal and search all ask here."""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.i18n.catalogues import (
        DIRECTION,
        LANGUAGES,
        Messages,
        choose_language,
        load_messages,
        translate_finding,
        translate_phrase,
    )
    from hexapla.i18n.command_words import choose_command_language, translate_help, translate_sentence
    from hexapla.i18n.message_forms import dump_message_forms
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "catalogues": (
                "DIRECTION",
                "LANGUAGES",
                "Messages",
                "choose_language",
                "load_messages",
                "translate_finding",
                "translate_phrase",
            ),
            "command_words": ("choose_command_language", "translate_help", "translate_sentence"),
            "message_forms": ("dump_message_forms",),
        },
    )

__all__ = [
    "DIRECTION",
    "LANGUAGES",
    "Messages",
    "choose_command_language",
    "choose_language",
    "dump_message_forms",
    "load_messages",
    "translate_finding",
    "translate_help",
    "translate_phrase",
    "translate_sentence",
]
