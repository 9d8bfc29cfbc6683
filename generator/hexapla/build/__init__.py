"""Everything between a collection on disk and a site to publish, in the order in which it happens."""

from hexapla.build.pipeline import Built, Site, build, build_document, epoch

__all__ = ["Built", "Site", "build", "build_document", "epoch"]
