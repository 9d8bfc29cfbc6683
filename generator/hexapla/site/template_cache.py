"""Compiled templates of the theme, kept while a process lasts.

MkDocs makes a new Jinja environment for each build, and the security policy renders the same templates once
more in another. To compile them takes longer than to render a small site with them, so they are compiled
once for all environments that would compile them alike: a first build of a small site takes a fifth less,
and each further one in a process (`mkdocs serve`, a site with its offline copy) little more than half.
"""

from types import CodeType
from typing import Final

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

__all__ = ["keep_compiled_templates"]

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


class CompiledTemplates(BytecodeCache):
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


def describe_setup(env: Environment) -> object:
    """Return all on which compiling depends; filters and tests too, which are applied to constants."""
    return (
        [getattr(env, name, None) for name in SETTINGS],
        dict(env.filters),
        dict(env.tests),
        [type(each) for each in env.iter_extensions()],
    )


COMPILED: Final = CompiledTemplates()


def keep_compiled_templates(env: Environment) -> None:
    """Let an environment take compiled templates from earlier ones that are set up alike."""
    env.bytecode_cache = COMPILED
