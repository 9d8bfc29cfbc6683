"""The packaged templates as Jinja compiles them, kept beside the program's own bytecode.

They obey the same switches. Compiling them takes half a second, more than a small site takes to write.
"""

from types import CodeType

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from hexapla.bytecode_folder import keep_beside_code, read_kept


class CompiledTemplates(BytecodeCache):
    """Keeps each template under its key; one whose source is another is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template if it is there."""
        found = read_kept(name_template(bucket), describe_source(bucket))
        if isinstance(found, CodeType):
            bucket.code = found

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        keep_beside_code(name_template(bucket), describe_source(bucket), bucket.code)


def name_template(bucket: Bucket) -> str:
    """Return the name under which a template is kept."""
    return f"template-{bucket.key}"


def describe_source(bucket: Bucket) -> bytes:
    """Return what the code of a template was made of."""
    return f"{jinja2.__version__} {bucket.checksum}".encode()
