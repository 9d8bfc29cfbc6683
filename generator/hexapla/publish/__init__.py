"""Publish a site through MkDocs and its Material theme, and prove from the pages that no text was lost."""

from hexapla.publish.site import Published, publish
from hexapla.publish.verify import verify

__all__ = ["Published", "publish", "verify"]
