"""What a bundle says of itself, for whoever finds it on a stick."""

import hashlib
import json
from typing import cast

from hexapla.publish.manifest import NAME, Manifest

__all__ = ["README", "readme"]

README = "README.txt"
BOM = "\ufeff"
"""old editors on Windows take a text for one of their own code page without it"""
HEAD = """\
Open index.html with a browser (double click). Nothing needs to be installed; nothing asks the network.
双击 index.html 用浏览器打开。无需安装，不访问网络。

This is a set of texts in several versions, aligned clause by clause and compared. It was made by {software}.
Every page, the search, the filters and the downloads work from this folder. Unpack the whole archive first.
本包是多个文本的各个版本，逐条对齐、逐字比较。请先将压缩包全部解压。

HOW TO VERIFY / 如何核验
  hexapla verify FILE.zip
  hexapla verify FILE.zip --sources FOLDER
The first proves from the pages that no text was lost and that every file is the one that was built, the
second also that these are the files that were read. Both are held against {name}:
  sha256 {digest}

SOURCES / 来源 (sha256)
"""


def readme(manifest: bytes) -> bytes:
    """Write the file, from a bundle's manifest; lines end as on Windows."""
    about = cast("Manifest", json.loads(manifest))
    digest = hashlib.sha256(manifest).hexdigest()
    lines = [HEAD.format(software=about["software"], name=NAME, digest=digest)]
    for document in about["documents"]:
        lines.append(f"{document['id']}\n")
        lines += [f"  {source['sha256']}  {source['path']}\n" for source in document["sources"]]
    return (BOM + "".join(lines)).replace("\n", "\r\n").encode()
