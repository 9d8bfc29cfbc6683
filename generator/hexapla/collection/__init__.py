"""A collection on disk: source texts, `document.yml`, `alignment.yml` → what the pipeline takes."""

from hexapla.collection.load import from_files, load, paths
from hexapla.collection.values import Collection, Failure, Loaded

__all__ = ["Collection", "Failure", "Loaded", "from_files", "load", "paths"]
