"""The configuration of a site as data: `mkdocs.yml` read without MkDocs, for what does without it.

The keys are those that MkDocs knows, so that one file serves every host. What a theme, a hook or a plugin of
MkDocs would make of other keys is not known here, and nothing of it is loaded.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import Node, SequenceNode

from hexapla import pairs
from hexapla.errors import UsageError
from hexapla.exporters import FORMATS, OFFERED_FORMATS
from hexapla.output import is_inside
from hexapla.site.csp import DIGEST

MKDOCS: Final = "mkdocs.yml"
PROPERDOCS: Final = "properdocs.yml"
FILES: Final = (MKDOCS, PROPERDOCS)
"""what a configuration is called, in the order in which it is looked for"""
OWN: Final = "own"
"""name of the theme that needs no MkDocs"""
DOCS: Final = "docs"
"""where pages written by hand stand unless it is said otherwise"""
EMPTY_DOCS: Final = Path(str(resources.files("hexapla.site").joinpath("default", DOCS)))
"""a folder without pages"""
Model = TypeVar("Model", bound=BaseModel)
DEEPEST: Final = 20
"""configurations of which each goes on from another"""


def read_pair_choice(value: object) -> object:
    """Read which pairs have a page; pairs of sigla belong to a document and stand there."""
    return list(pairs.parse_pair_choice(value, named=False)) if isinstance(value, (str, list)) else value


def read_digests(value: list[str]) -> list[str]:
    """Read digests, with or without the quotation marks of a policy."""
    digests = [each.strip("'") for each in value]
    if wrong := next((each for each in digests if not DIGEST.fullmatch(each)), None):
        raise ValueError(
            f"{wrong} is no digest: write sha256-… as the build names it, of the script as it is"
        )
    return digests


def check_format(name: str) -> str:
    """Refuse a format that is not known."""
    if name not in FORMATS:
        raise ValueError(f"there is no format {name}: write {', '.join(FORMATS)}")
    return name


class PagesOptions(BaseModel):
    """What stands below `hexapla:`. A test holds it together with what the plugin of MkDocs reads."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    sources: str = "source_texts"
    cache: str = ".cache/hexapla"
    workers: Annotated[int, Field(ge=1)] = 1
    offline: bool = False
    search_box: bool | None = None
    words: str | None = None
    bundle: bool = False
    comparisons: Annotated[list[str], BeforeValidator(read_pair_choice)] = list(pairs.DEFAULT_CHOICE)
    reuse: bool = False
    downloads: list[Annotated[str, AfterValidator(check_format)]] = list(OFFERED_FORMATS)
    downloads_for: Annotated[list[str], BeforeValidator(read_pair_choice)] = list(pairs.DEFAULT_CHOICE)
    published: str | None = None
    allow_inline: Annotated[list[str], AfterValidator(read_digests)] | None = None


class ThemeSettings(BaseModel):
    """What of a theme is not the theme's own."""

    model_config = ConfigDict(strict=True)

    name: str | None = None
    language: str | None = None
    """of the interface; None: as most texts are"""
    palette: Any = None


class SettingsRecord(BaseModel):
    """The keys that are read; MkDocs' other keys may stand beside them."""

    model_config = ConfigDict(strict=True)

    site_name: str = "Parallel texts"
    site_description: str | None = None
    site_url: str | None = None
    copyright: str | None = None
    repo_url: str | None = None
    edit_uri: str | None = None
    docs_dir: str = DOCS
    site_dir: str = "site"
    use_directory_urls: bool = True
    theme: ThemeSettings = ThemeSettings()
    nav: list[Any] | None = None
    extra_css: list[str] = []
    extra_javascript: list[str | dict[str, Any]] = []
    hooks: list[str] = []
    markdown_extensions: list[Any] | dict[str, Any] | None = None
    plugins: list[Any] | dict[str, Any] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """A configuration."""

    file: Path
    """where it stands; its paths are relative to its folder"""
    record: SettingsRecord
    options: PagesOptions
    ignored: tuple[str, ...] = ()
    """plugins that it names beside ours"""

    @property
    def root(self) -> Path:
        """The folder to which its paths are relative."""
        return self.file.parent

    @property
    def language(self) -> str:
        """The language of the interface, BCP 47."""
        return self.record.theme.language or "en"

    @property
    def docs_dir(self) -> Path:
        """Where pages written by hand stand; without such a folder, and if none is named, there are none."""
        own = self.root / self.record.docs_dir
        return own if own.exists() or "docs_dir" in self.record.model_fields_set else EMPTY_DOCS


class PlainConstructor(SafeConstructor):
    """Reads what MkDocs' tags mean as far as it is data; of all else a tag names, nothing."""

    def construct_env(self, node: Node) -> object:
        """Read `!ENV NAME` and `!ENV [NAME, OTHER, default]`."""
        if isinstance(node, SequenceNode):
            *names, default = self.construct_sequence(node)
            names, default = (names, default) if names else ([default], None)
        else:
            names, default = [self.construct_scalar(node)], None
        return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)

    def construct_unknown(self, node: Node) -> None:
        """Read nothing: what a tag would load is code."""


PlainConstructor.add_constructor("!ENV", PlainConstructor.construct_env)
PlainConstructor.add_constructor(None, PlainConstructor.construct_unknown)


def find_settings_file(config_file: Path | None) -> Path | None:
    """Return the configuration: the one that is named, else the one of the folder we are in; None: none.

    Raises:
        UsageError: a folder is named.
    """
    if config_file is not None and config_file.is_dir():
        raise UsageError(f"{config_file} is a folder; name the configuration in it: {config_file / MKDOCS}")
    return config_file or next((Path(name) for name in FILES if Path(name).exists()), None)


def read_settings(config_file: Path | None, theme: str | None = None) -> SiteSettings:
    """Read a configuration; without one, a collection in the folder we are in is the site.

    Args:
        config_file: None: the one of the folder we are in, if there is one.
        theme: goes before the configuration's.

    Raises:
        UsageError: with all that is wrong with it.
    """
    path = find_settings_file(config_file)
    tree = load_tree(path) if path else {"use_directory_urls": False, "plugins": ["hexapla"]}
    place = path or Path(MKDOCS)
    if isinstance(tree.get("theme"), str):
        tree["theme"] = {"name": tree["theme"]}
    tree = {key: value for key, value in tree.items() if value is not None}
    record = validate(SettingsRecord, tree, place)
    plugins = dict(list_plugins(record.plugins))
    if "hexapla" not in plugins:
        raise UsageError(f"{place}: the plugin hexapla is missing; add `- hexapla` below `plugins:`.")
    options = validate(PagesOptions, plugins.pop("hexapla"), place)
    if theme:
        record = record.model_copy(update={"theme": record.theme.model_copy(update={"name": theme})})
    others = tuple(name for name in plugins if name != "search")
    settings = SiteSettings(file=place.resolve(), record=record, options=options, ignored=others)
    if not settings.docs_dir.is_dir():
        raise UsageError(
            f"{place}: docs_dir: {settings.docs_dir} isn't an existing directory; "
            "make the folder, or name another"
        )
    return settings


def change_options(settings: SiteSettings, **changes: object) -> SiteSettings:
    """Return settings whose options are others."""
    return replace(settings, options=settings.options.model_copy(update=changes))


def settle_language(settings: SiteSettings, language: str) -> SiteSettings:
    """Return settings that name a language of the interface: the given one, unless they do already."""
    theme = settings.record.theme.model_copy(update={"language": settings.record.theme.language or language})
    return replace(settings, record=settings.record.model_copy(update={"theme": theme}))


def list_plugins(plugins: list[Any] | Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return every plugin with its options."""
    pairs_of = (
        plugins.items()
        if isinstance(plugins, Mapping)
        else [
            pair
            for each in plugins
            for pair in (each.items() if isinstance(each, Mapping) else [(str(each), None)])
        ]
    )
    return [(str(name), options if isinstance(options, dict) else {}) for name, options in pairs_of]


def load_tree(path: Path, depth: int = 0) -> dict[str, Any]:
    """Read a file, and those that it goes on from (`INHERIT`).

    Raises:
        UsageError: it cannot be read.
    """
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = PlainConstructor
    try:
        tree = yaml.load(path.read_text(encoding="utf-8-sig"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{path}:{mark.line + 1}" if mark else path
        raise UsageError(f"{place}: this is no YAML: {error.problem or error.context}") from error
    except (OSError, ValueError, YAMLError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if not isinstance(tree, dict):
        raise UsageError(f"{path}: write keys and values, such as `site_name: Our texts`.")
    above = tree.pop("INHERIT", None)
    if above is None:
        return tree
    if depth == DEEPEST:
        raise UsageError(f"{path}: INHERIT goes in a circle.")
    return merge_trees(load_tree(path.parent / str(above), depth + 1), tree)


def merge_trees(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay one configuration over another, mappings key by key."""
    made = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(made.get(key), dict)
        made[key] = merge_trees(made[key], value) if both else value
    return made


def validate(model: type[Model], tree: Mapping[str, Any], path: Path) -> Model:
    """Read values into a model.

    Raises:
        UsageError: a line for each that is wrong.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        raise UsageError("\n".join(describe_fault(each, model, path) for each in error.errors())) from error


def describe_fault(fault: Any, model: type[BaseModel], path: Path) -> str:  # noqa: ANN401 - as pydantic makes it
    """Say what is wrong with a value."""
    key = ".".join(str(part) for part in fault["loc"] if not str(part).startswith(("str", "list[", "dict[")))
    if fault["type"] == "extra_forbidden":
        near = get_close_matches(key, model.model_fields, n=1)
        hint = f"did you mean {near[0]}?" if near else f"write {', '.join(model.model_fields)}"
        return f"{path}: {key}: there is no such option: {hint}"
    told = str(fault["msg"]).removeprefix("Value error, ")
    return f"{path}: {key}: {told[0].lower()}{told[1:]}"


def read_theme_name(config_file: Path | None) -> str | None:
    """Return the theme that a configuration names, for the choice of its host; None: it cannot be read."""
    try:
        theme = read_theme(find_settings_file(config_file))
    except UsageError:
        return None  # whoever reads it next says what is wrong
    name = theme.get("name")
    return name if isinstance(name, str) else None


def names_language(config_file: Path) -> bool:
    """Tell whether a configuration names the language of its theme, and so of the interface.

    Raises:
        UsageError: it cannot be read.
    """
    return bool({"language", "locale"} & read_theme(config_file).keys())


def read_theme(config_file: Path | None) -> dict[str, Any]:
    """Return what a configuration says of its theme."""
    theme = load_tree(config_file).get("theme") if config_file else None
    return theme if isinstance(theme, dict) else {"name": theme}


def refuse_cache(cache: Path, sources: Path) -> None:
    """Refuse a cache that would be read as a document. A hidden folder among the texts is not read.

    Raises:
        UsageError: it is such a place.
    """
    place, texts = cache.resolve(), sources.resolve()
    below = place.relative_to(texts).parts if place.is_relative_to(texts) else place.parts[-1:]
    if is_inside(place, texts) and not any(part.startswith(".") for part in below):
        raise UsageError(f"{cache} is inside {sources}, which is read; choose another folder for the cache.")


def find_source_folders(out: Path | None) -> tuple[Path, ...]:
    """Return where source texts may lie in the projects around an output, for commands that do without one.

    Configurations are read as data: to compare two files runs no hook and no plugin of the folders around.
    """
    if out is None:
        return ()
    return tuple(
        folder / read_source_folder(folder / name)
        for folder in Path(os.path.realpath(out)).parents
        for name in FILES
        if name == MKDOCS or (folder / name).exists()
    )


def read_source_folder(path: Path) -> str:
    """Return the folder of source texts that a configuration names; the usual one where it cannot be read."""
    usual = PagesOptions().sources
    try:
        text = path.read_text(encoding="utf-8-sig")
        plugins = load_tree(path).get("plugins") if "hexapla" in text else None
    except (OSError, ValueError, UsageError):
        return usual
    own = dict(list_plugins(plugins)).get("hexapla", {}) if isinstance(plugins, (list, dict)) else {}
    return str(own["sources"]) if isinstance(own.get("sources"), str) else usual
