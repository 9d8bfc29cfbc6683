"""Which vocabularies of XML are read."""

XML_MEDIA_TYPES = {
    "akomaNtoso": "application/akn+xml",
    "TEI": "application/tei+xml",
    "teiCorpus": "application/tei+xml",
    **dict.fromkeys(
        "uscDoc lawDoc bill resolution amendment engrossedAmendment pLaw statutesAtLarge statuteCompilation "
        "presidentialDoc".split(),
        "application/uslm+xml",
    ),
    "Legislation": "application/clml+xml",
}
"""of the XML vocabularies that are read, by their outermost element"""
