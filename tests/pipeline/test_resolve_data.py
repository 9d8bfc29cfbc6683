"""Where the numbers of a site lead: each address is a place on a page that is there."""

import json
import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from hexapla.collection import read_document_files, survey_collection
from hexapla.pipeline.document_product import DocumentTask, RenderedDocument, build_product

SPECIMENS = Path(__file__).parents[2] / "source_texts"


def test_every_number_leads_to_its_row() -> None:
    survey = survey_collection(SPECIMENS)
    for place in survey.places[:2]:
        product = build_product(
            DocumentTask(key="", material=read_document_files(place, survey), language="en")
        )
        assert isinstance(product, RenderedDocument)
        pages = {page.uri: page.anchors for page in product.pages}
        (data,) = (file for file in product.files if file.uri == f"resolve/{place.id}.json")
        answers = json.loads(data.data)
        assert answers
        for found in answers.values():
            for each in found:
                url = urlsplit(each["url"])
                page = posixpath.normpath(posixpath.join("resolve", unquote(url.path)))
                assert unquote(url.fragment) in pages[page]
