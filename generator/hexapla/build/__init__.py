"""Everything between a collection on disk and a site to publish, in the order in which it happens."""

from hexapla.build.annotations import FORMS
from hexapla.build.cache import Cache
from hexapla.build.changing import ChangedDocument, changes
from hexapla.build.checking import Remark, check
from hexapla.build.means import Means, Wishes, means
from hexapla.build.pipeline import Site, build, build_document, epoch
from hexapla.build.revisions import last_date
from hexapla.build.shelf import Damaged, KeptFile, KeptPage, Shelf
from hexapla.build.telling import as_atom, as_json, as_markdown
from hexapla.build.values import Built, Summary
from hexapla.build.wording import Offers, wording

__all__ = [
    "FORMS",
    "Built",
    "Cache",
    "ChangedDocument",
    "Damaged",
    "KeptFile",
    "KeptPage",
    "Means",
    "Offers",
    "Remark",
    "Shelf",
    "Site",
    "Summary",
    "Wishes",
    "as_atom",
    "as_json",
    "as_markdown",
    "build",
    "build_document",
    "changes",
    "check",
    "epoch",
    "last_date",
    "means",
    "wording",
]
