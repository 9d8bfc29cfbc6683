"""What `document.yml` may say, as models, and what the models object to, in words and at its line."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import ErrorDetails

from hexapla.alignment import ENCODERS
from hexapla.collection.file_names import document_id
from hexapla.collection.nearest_word import find_nearest
from hexapla.collection.yaml_tree import YamlTree
from hexapla.errors import Problem
from hexapla.languages.schemes import SCHEMES
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Completeness, Order
from hexapla.pairs import parse_pair_choice
from hexapla.readers import is_encoding

SIGLUM = compile_lazily_with_properties(r"[A-Za-z][A-Za-z0-9]{0,7}")
LANGUAGE = compile_lazily_with_properties(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
DATE = compile_lazily_with_properties(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
TRACKED = ("tracked", "tracked by author")
"""what `versions` may say instead of a list: the tracked changes of Word documents tell the versions"""
LOOSE_DATE = compile_lazily_with_properties(r"([0-9]{4})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月)?")


def join_title(text: str) -> str:
    """Join a title's lines."""
    line = " ".join(text.split())
    if not line:
        raise ValueError("the value is blank: write something, or leave the key out")
    return line


def check_siglum(text: str) -> str:
    """Check a siglum."""
    if not SIGLUM.fullmatch(text):
        raise ValueError(f"“{text}” is no siglum: one letter A–Z, then up to seven letters or digits")
    return text


def check_language(text: str) -> str:
    """Check the form of a language tag."""
    if not LANGUAGE.fullmatch(text):
        raise ValueError(f"“{text}” is no language tag: write one like zh-Hans, en or de")
    return text


def check_date(text: str) -> str:
    """Check a year, a month or a day of the calendar."""
    if is_date(text):
        return text
    loose = LOOSE_DATE.fullmatch(text)
    better = "-".join(part.zfill(2) for part in loose.groups() if part) if loose else ""
    hint = better if is_date(better) else "2019, 2019-04 or 2019-04-23"
    raise ValueError(f"“{text}” is no date: write {hint}")


def check_day(text: str) -> str:
    """Check a day of the calendar."""
    if check_date(text).count("-") != 2:  # noqa: PLR2004 - of a year, a month and a day
        raise ValueError(f"“{text}” is no whole day: write one like {(text + '-01-01')[:10]}")
    return text


def is_date(text: str) -> bool:
    """Tell whether this is a year, a month or a day of the calendar, in ISO 8601 and nothing else."""
    match = DATE.fullmatch(text)
    try:
        return match is not None and bool(date(*(int(part or 1) for part in match.groups())))
    except ValueError:
        return False


def check_url(text: str) -> str:
    """Check an address that a page will link to."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or any(map(str.isspace, text)):
        raise ValueError(f"“{text}” is no web address: it must begin with https:// or http://")
    return text


def check_encoding(text: str) -> str:
    """Check the name of an encoding."""
    if not is_encoding(text):
        raise ValueError(f"“{text}” is no encoding: names are utf-8, gb18030, big5, utf-16, windows-1252 …")
    return text


def check_numbering(text: str) -> str:
    """Check the name of a numbering scheme."""
    names = [scheme.name for scheme in SCHEMES]
    if text not in names:
        raise ValueError(f"“{text}” is no numbering that is known; their names are {' '.join(names)}")
    return text


def read_comparison_choice(said: object) -> tuple[str, ...]:
    """Read which comparisons have a page: a word, or a list of words and pairs."""
    own = [said] if isinstance(said, str) else said
    if not isinstance(own, list) or not all(isinstance(each, str) for each in own):
        raise ValueError("comparisons: write one word, or a list of words and pairs")
    return parse_pair_choice(own)


def read_ordinal(text: object) -> object:
    """Read a whole number from 1."""
    if isinstance(text, str) and text.isascii() and text.isdecimal() and len(text) < 6 and int(text):  # noqa: PLR2004 - no compilation has 100,000 parts
        return int(text)
    raise ValueError(f"“{text}” is no whole number from 1")


def read_switch(text: object) -> object:
    """Read true or false."""
    if text in {"true", "false"}:
        return text == "true"
    raise ValueError(f"“{text}” is neither true nor false")


def check_former_id(text: str) -> str:
    """Check an id that a document had."""
    if document_id(text) != text:
        raise ValueError(f"“{text}” is no document’s id: write {document_id(text)}, as in the old addresses")
    return text


def check_file(text: str, info: ValidationInfo) -> str:
    """Check that a file is there; `info.context` is a function that says why not."""
    complaint: Callable[[str], str | None] | None = info.context
    if complaint and (message := complaint(text)):
        raise ValueError(message)
    return text


Kind = TypeVar("Kind")
Line = Annotated[str, AfterValidator(join_title)]
Siglum = Annotated[str, AfterValidator(check_siglum)]
Switch = Annotated[bool, BeforeValidator(read_switch)]
IsoDate = Annotated[str, AfterValidator(check_date)]
IsoDay = Annotated[str, AfterValidator(check_day)]
Language = Annotated[str, AfterValidator(check_language)]
Url = Annotated[str, AfterValidator(check_url)]
TextName = Annotated[str, AfterValidator(check_file)]
Encoding = Annotated[str, AfterValidator(check_encoding)]
FormerId = Annotated[str, AfterValidator(check_former_id)]
Ordinal = Annotated[int, BeforeValidator(read_ordinal)]
Numbering = Annotated[str, AfterValidator(check_numbering)]
ComparisonChoice = Annotated[tuple[str, ...], BeforeValidator(read_comparison_choice)]
Lax = Annotated[Kind, Field(strict=False)]
"""of enumerations, whose values are written as texts"""


class StrictModel(BaseModel):
    """No unknown key, no conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ProvenanceSettings(StrictModel):
    """Where a version comes from."""

    url: Url | None = None
    retrieved: IsoDate | None = None
    note: Line | None = None


class ImportedSettings(StrictModel):
    """What `hexapla import` wrote down; nothing depends on it but the next import."""

    file: Line
    part: Ordinal | None = None
    sha256: Line
    text_sha256: Line
    set_aside: Line | None = None


class AmendsSettings(StrictModel):
    """Of which texts of the folder a version is made: a base, and the instrument that amends it."""

    base: TextName
    """the name of a text, or of the instrument by which another version is derived"""
    instrument: TextName


class PeriodSettings(StrictModel):
    """From when to when a version holds."""

    start: IsoDay | None = Field(default=None, alias="from")
    until: IsoDay | None = None
    clauses: dict[Line, IsoDay] | None = None
    """clauses that hold from another day than the rest"""

    @model_validator(mode="after")
    def check_order(self) -> Self:
        """Refuse a period that ends before it begins."""
        if self.start and self.until and self.until <= self.start:
            raise ValueError(
                f"it ends ({self.until}) before it begins ({self.start}); `until` is the first day after it"
            )
        return self


class VersionSettings(StrictModel):
    """What is said of one version."""

    file: TextName | None = None
    """name in the folder; may be left out where the folder holds one text only"""
    part: Ordinal | None = None
    siglum: Siglum | None = None
    label: Line | None = None
    title: Line | None = None
    issued: IsoDate | None = None
    language: Language | None = None
    in_force: PeriodSettings | None = None
    completeness: Lax[Completeness] | None = None
    encoding: Encoding | None = None
    provenance: ProvenanceSettings | None = None
    imported: ImportedSettings | None = None
    amends: AmendsSettings | None = None
    """the version has no text of its own: it is derived"""


def check_encoder(name: str) -> str:
    """Refuse what is no sentence model."""
    if name not in ENCODERS:
        raise ValueError(f"“{name}” is no model of meaning; choose {' or '.join(ENCODERS)}")
    return name


EncoderName = Annotated[str, AfterValidator(check_encoder)]


class DocumentSettings(StrictModel):
    """What is said of a document."""

    title: Line | None = None
    language: Language | None = None
    order: Lax[Order] | None = None
    base: Siglum | None = None
    rank: Ordinal | None = None
    group: Line | None = None
    unit: Numbering | None = None
    schemes: list[Numbering] | None = None
    meaning: EncoderName | None = None
    comparisons: ComparisonChoice | None = None
    formerly: list[FormerId] | None = None
    downloads: list[Literal["instrument"]] | None = None
    fold: Switch = True
    """what is offered besides the site's formats"""
    versions: list[VersionSettings] | None = None
    _tracked: str | None = PrivateAttr(default=None)

    @property
    def tracked(self) -> str | None:
        """How tracked changes tell the versions, one of `TRACKED`; None where they do not."""
        return self._tracked

    @classmethod
    def of(cls, value: object, complaint: Callable[[str], str | None]) -> Self:
        """Read settings; an empty file says nothing. `versions` may be a word of `TRACKED`.

        Raises:
            pydantic.ValidationError: with all that is wrong.
        """
        said = {} if value is None else value
        how = said.get("versions") if isinstance(said, dict) else None
        if not isinstance(said, dict) or not isinstance(how, str) or how not in TRACKED:
            return cls.model_validate(said, context=complaint)
        others = {key: one for key, one in said.items() if key != "versions"}
        made = cls.model_validate(others, context=complaint)
        made._tracked = how  # noqa: SLF001 - of its own class
        return made


PLACES: dict[type[BaseModel], str] = {
    DocumentSettings: "at the top level",
    VersionSettings: "in an entry of “versions”",
    ProvenanceSettings: "under “provenance”",
    AmendsSettings: "under “amends”",
    PeriodSettings: "under “in_force”",
}
NESTED: Mapping[int | str | None, type[BaseModel]] = {
    "provenance": ProvenanceSettings,
    "imported": ImportedSettings,
    "amends": AmendsSettings,
    "in_force": PeriodSettings,
}
"""by the key under which they stand"""
Models = Mapping[int, type[BaseModel]]
"""by the depth of the mapping in the file"""


def explain_validation(error: ValidationError, tree: YamlTree, models: Models) -> tuple[Problem, ...]:
    """Say all that a model found wrong with a file, each thing at its line."""
    return tuple(
        tree.problem(each["loc"], describe_error(each, models)) for each in error.errors(include_url=False)
    )


def describe_error(error: ErrorDetails, models: Models) -> str:
    """Word one objection."""
    place, context, given = error["loc"], error.get("ctx", {}), error["input"]
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    subject = "this file" if not place else f"“{key}”" if isinstance(place[-1], str) else "this entry"
    match error["type"]:
        case "extra_forbidden":
            message = describe_unknown_key(place, models)
        case "missing":
            message = f"the key “{key}” is missing here"
        case "value_error":
            message = f"{key}: {context['error']}" if key else str(context["error"])
        case "enum":
            expected = str(context["expected"]).replace(" or ", ", ").replace("'", "")
            message = f"{key}: “{given}” is none of {expected}"
        case "string_type":
            message = f"{subject} must be a text, not {describe_type(given)}"
        case "list_type":
            message = f"{subject} must be a list (lines that begin with “- ”), not {describe_type(given)}"
        case "model_type":
            message = f"{subject} must hold lines of the form “key: value”, not {describe_type(given)}"
        case _:
            message = f"{subject}: {error['msg']}"
    return message


def describe_unknown_key(place: Sequence[int | str], models: Models) -> str:
    """Word the objection to a key that nobody knows: a likely slip, a wrong place, or a list of keys."""
    key, above, depth = str(place[-1]), place[-2] if len(place) > 1 else None, len(place) - 1
    own = NESTED.get(above) or models[depth]
    known = list_keys(own)
    meant = find_nearest(key, known)
    if meant:
        return f"the key “{key}” is unknown; did you mean “{meant}”?"
    for model in models.values():
        if model is not own and key in list_keys(model):
            return f"the key “{key}” does not belong here but {PLACES[model]}"
    return f"the key “{key}” is unknown; the keys here are {', '.join(known)}"


def list_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys of a model as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def describe_type(value: object) -> str:
    """Name what stands where something else should."""
    match value:
        case None:
            return "nothing"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return "a single value"
