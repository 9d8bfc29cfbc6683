"""Everything between a collection on disk and a site to publish, in the order in which it happens."""

from hexapla.build.cache import Cache
from hexapla.build.means import Means, Wishes, means
from hexapla.build.pipeline import Site, build, build_document, epoch
from hexapla.build.shelf import Damaged, KeptFile, KeptPage, Shelf
from hexapla.build.values import Built, Summary
from hexapla.build.wording import Offers, wording

__all__ = [
    "Built",
    "Cache",
    "Damaged",
    "KeptFile",
    "KeptPage",
    "Means",
    "Offers",
    "Shelf",
    "Site",
    "Summary",
    "Wishes",
    "build",
    "build_document",
    "epoch",
    "means",
    "wording",
]
