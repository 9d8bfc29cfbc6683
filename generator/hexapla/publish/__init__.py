"""Publish a built site: through MkDocs and its Material theme, the one builder that is known here."""

from hexapla.publish.site import Published, publish

__all__ = ["Published", "publish"]
