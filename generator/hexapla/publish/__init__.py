"""Publish a site through MkDocs and its Material theme, and prove from the pages that no text was lost."""

from hexapla.publish.bundle import bundle
from hexapla.publish.site import Places, Published, places, publish
from hexapla.publish.verify import verify

__all__ = ["Places", "Published", "bundle", "places", "publish", "verify"]
