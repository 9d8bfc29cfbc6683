"""XML of known vocabularies: Akoma Ntoso, TEI, and web pages written as XML."""

from hexapla.readers.xml.document import xml

__all__ = ["xml"]
