"""Templates as Jinja compiles them, kept: to compile them takes longer than to write a small site with them.

Ours are kept beside the program's own bytecode (half a second less for each run), and obey the same switches.
Those of a theme are kept while a process lasts, since anybody's filters and templates may be among them.
MkDocs makes a new environment for each build, and the security policy renders the same templates once more in
another: a first build of a small site takes a fifth less, and each further one in a process (`mkdocs serve`,
a site with its offline copy) little more than half.
"""

from types import CodeType
from typing import Final

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from hexapla.bytecode_folder import keep_beside_code, read_kept

SETTINGS: Final = (
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "line_statement_prefix",
    "line_comment_prefix",
    "trim_blocks",
    "lstrip_blocks",
    "newline_sequence",
    "keep_trailing_newline",
    "optimized",
    "finalize",
    "autoescape",
    "sandboxed",
    "is_async",
    "newstyle_gettext",
)
"""attributes of an environment on which the code of its templates depends"""


class PackagedTemplates(BytecodeCache):
    """Code of our own templates; one whose source or environment is another is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template if it is there."""
        found = read_kept(name_template(bucket), describe_source(bucket))
        if isinstance(found, CodeType):
            bucket.code = found

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        keep_beside_code(name_template(bucket), describe_source(bucket), bucket.code)


class ThemeTemplates(BytecodeCache):
    """Code of templates by file and contents, for environments that are set up alike."""

    def __init__(self) -> None:
        """Start empty."""
        self.setup: object = None
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of a template into its bucket, if these contents were compiled in this way."""
        setup = describe_setup(bucket.environment)
        if setup != self.setup:
            self.setup, self.codes = setup, {}
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template; it was looked for just before."""
        if bucket.code:
            self.codes[bucket.key, bucket.checksum] = bucket.code


THEME_TEMPLATES: Final = ThemeTemplates()


def keep_theme_templates(env: Environment) -> None:
    """Let an environment take compiled templates from earlier ones that are set up alike."""
    env.bytecode_cache = THEME_TEMPLATES


def read_settings(env: Environment) -> list[object]:
    """Return the attributes of an environment on which compiling depends."""
    return [getattr(env, name, None) for name in SETTINGS]


def describe_setup(env: Environment) -> object:
    """Return all on which compiling depends; filters and tests too, which are applied to constants."""
    extensions = [type(each) for each in env.iter_extensions()]
    return read_settings(env), dict(env.filters), dict(env.tests), extensions


def name_template(bucket: Bucket) -> str:
    """Return the name under which a template of ours is kept."""
    return f"template-{bucket.key}"


def describe_source(bucket: Bucket) -> bytes:
    """Return what the code of a template of ours was made of; settings that are functions have no name."""
    settings = read_settings(bucket.environment)
    named = [each for each in settings if each is None or isinstance(each, bool | str)]
    return f"{jinja2.__version__} {named} {bucket.checksum}".encode()
