"""A collection on disk: source texts, `document.yml`, `alignment.yml` → what the pipeline takes."""

from hexapla.collection.gathering import gather
from hexapla.collection.importing import Imported, import_files
from hexapla.collection.load import failure, failures_in_order, from_files, load, paths, survey
from hexapla.collection.reading import Reader, read_material
from hexapla.collection.values import Collection, Failure, Loaded, Material, Place, Raw, Survey

__all__ = [
    "Collection",
    "Failure",
    "Imported",
    "Loaded",
    "Material",
    "Place",
    "Raw",
    "Reader",
    "Survey",
    "failure",
    "failures_in_order",
    "from_files",
    "gather",
    "import_files",
    "load",
    "paths",
    "read_material",
    "survey",
]
