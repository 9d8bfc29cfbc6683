"""`hexapla review`: decide on doubtful links in the browser."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.cli.documents import locate_file
from hexapla.cli.options import Interface, LanguageOption
from hexapla.cli.terminal import stderr_console
from hexapla.errors import UsageError
from hexapla.pipeline import build_document
from hexapla.site import start_review

ALIGNMENT = "alignment.yml"


def review(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT", help="A document by id or folder.")],
    *,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on. Default: any that is free.")
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    language: LanguageOption = None,
) -> None:
    """Go through the doubtful links of a document in the browser; decisions are written at once.

    Opens a page on this machine alone: both clauses side by side, why they are linked, and y, n and the arrow
    keys to say that they belong together, do not, or to go on. Each decision is put behind those in
    `alignment.yml` beside the texts, whose other lines stay as they are, and can be undone.
    Ctrl+C ends it.

    **Example**

        hexapla review source_texts/garden-bylaws
    """
    folder = locate_file(document)
    if not folder.is_dir():
        raise UsageError(
            f"{document}: decisions stand in {ALIGNMENT} in a document's folder; name a folder, or put the "
            "texts into one"
        )
    chosen = str(language) if isinstance(language, Interface) else None
    server = start_review(
        build_document(collection.load_files([folder])), folder / ALIGNMENT, language=chosen, port=port
    )
    stderr_console.print(server.url, soft_wrap=True, highlight=False)
    if browser:
        webbrowser.open(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        stderr_console.print(f"{len(server.session.decided)} decided")
    finally:
        server.server_close()
