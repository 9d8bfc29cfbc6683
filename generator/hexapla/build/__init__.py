"""Everything between a collection on disk and a site to publish, in the order in which it happens."""

from hexapla.build.cache import Cache, open_cache
from hexapla.build.pipeline import Means, Site, build, build_document, epoch
from hexapla.build.shelf import Damaged, KeptFile, KeptPage, Shelf
from hexapla.build.values import Built, Summary
from hexapla.build.work import pool

__all__ = [
    "Built",
    "Cache",
    "Damaged",
    "KeptFile",
    "KeptPage",
    "Means",
    "Shelf",
    "Site",
    "Summary",
    "build",
    "build_document",
    "epoch",
    "open_cache",
    "pool",
]
