"""Publish a site through MkDocs and its Material theme, and prove from the pages that no text was lost."""

from hexapla.publish.bundle import bundle
from hexapla.publish.configuring import texts_around
from hexapla.publish.feeding import refuse_cache
from hexapla.publish.printing import pdf
from hexapla.publish.scaffolding import lay_out
from hexapla.publish.site import Places, Published, places, publish
from hexapla.publish.staging import stage
from hexapla.publish.verify import verify

__all__ = [
    "Places",
    "Published",
    "bundle",
    "lay_out",
    "pdf",
    "places",
    "publish",
    "refuse_cache",
    "stage",
    "texts_around",
    "verify",
]
