"""XML of known vocabularies: Akoma Ntoso, TEI, and web pages written as XML."""

from hexapla.readers.xml.xml_source import read_xml

__all__ = ["read_xml"]
