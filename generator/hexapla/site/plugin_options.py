"""What mkdocs.yml can say below `hexapla:`."""

from difflib import get_close_matches

from mkdocs.config import Config, config_options
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError

from hexapla import pairs
from hexapla.exporters import FORMATS, OFFERED_FORMATS
from hexapla.site.csp import DIGEST


class ComparisonsOption(config_options.OptionallyRequired[list[str]]):
    """One word, or a list of words, of those that `pairs` knows."""

    def run_validation(self, value: object) -> list[str]:
        """Read them; pairs of sigla belong to a document and stand there."""
        own = [value] if isinstance(value, str) else value
        if not isinstance(own, list) or not all(isinstance(each, str) for each in own):
            raise ValidationError("write one word, or a list of words")
        try:
            return list(pairs.parse_pair_choice(own, named=False))
        except ValueError as error:
            raise ValidationError(str(error)) from error


class DigestsOption(config_options.OptionallyRequired[list[str]]):
    """A list of digests, as a security policy names inline scripts."""

    def run_validation(self, value: object) -> list[str]:
        """Read them, with or without the quotation marks of a policy."""
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ValidationError("write a list of digests")
        digests = [each.strip("'") for each in value]
        if wrong := next((each for each in digests if not DIGEST.fullmatch(each)), None):
            raise ValidationError(
                f"{wrong} is no digest: write sha256-… as the build names it, of the script as it is"
            )
        return digests


class PluginSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves this hook untyped
    """What mkdocs.yml can say below `hexapla:`."""

    sources = config_options.Type(str, default="source_texts")
    """folder of source texts, relative to mkdocs.yml"""
    cache = config_options.Type(str, default=".cache/hexapla")
    """folder for results of earlier builds, relative to mkdocs.yml; empty: none are kept"""
    workers = config_options.Type(int, default=1)
    """how many documents are made at once"""
    offline = config_options.Type(bool, default=False)
    """leave out whatever would ask the network when a page is opened"""
    search_box = config_options.Optional(config_options.Type(bool))
    """put our search box into the header; not set: unless the site has a search plugin"""
    words = config_options.Optional(config_options.Type(str))
    """name of the Chinese word segmenter; none: the built-in word list"""

    bundle = config_options.Type(bool, default=False)
    """make the site's offline copy as well and offer it; the theme is put around every page twice"""
    comparisons = ComparisonsOption(default=list(pairs.DEFAULT_CHOICE))
    """which two versions have a page, of documents that do not say so themselves"""
    reuse = config_options.Type(bool, default=False)
    """say which clauses stand in several documents"""
    downloads = config_options.ListOfItems(
        config_options.Choice(tuple(FORMATS)), default=list(OFFERED_FORMATS)
    )
    """formats in which every document is offered"""
    downloads_for = ComparisonsOption(default=list(pairs.DEFAULT_CHOICE))
    """which two versions have files of their own"""
    published = config_options.Optional(config_options.Type(str))
    """a site that was published, or its manifest, relative to mkdocs.yml: its addresses lead on"""
    allow_inline = config_options.Optional(DigestsOption())
    """digests of inline scripts and styles that the security policy allows beside the theme's"""


def add_option_errors(
    settings: PluginSettings, options: dict[str, object], found: tuple[ConfigErrors, ConfigWarnings]
) -> tuple[ConfigErrors, ConfigWarnings]:
    """Add what is wrong with the options to what MkDocs found.

    One that is not known is an error: MkDocs would warn and go on without it.
    """
    errors, warnings = found
    known = [name for name, _ in PluginSettings._schema]  # noqa: SLF001 - there is no other list
    for name in options:
        if name not in known:
            near = get_close_matches(str(name), known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"write {', '.join(known)}"
            errors.append((str(name), ValidationError(f"there is no such option: {hint}")))
    if not errors and settings.workers < 1:
        errors.append(("workers", ValidationError("write a whole number from 1")))
    return errors, [each for each in warnings if each[0] in known]
