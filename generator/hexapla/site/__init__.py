"""Publish a site through MkDocs and its Material theme, and prove from the pages that no text was lost."""

from hexapla.site.build_site import (
    PublishedSite,
    SiteConfig,
    publish_site,
    read_site_config,
)
from hexapla.site.bundle import build_bundle
from hexapla.site.hosting_limits import describe_limits, format_octets
from hexapla.site.installation import Component, list_components
from hexapla.site.mkdocs_config import find_source_folders
from hexapla.site.moved_addresses import read_published_sigla
from hexapla.site.new_collection import create_collection
from hexapla.site.pdf_printing import print_pdf
from hexapla.site.plugin_options import refuse_cache
from hexapla.site.review_server import ReviewServer, start_review
from hexapla.site.staging import stage_site
from hexapla.site.verify import verify_site

__all__ = [
    "Component",
    "PublishedSite",
    "ReviewServer",
    "SiteConfig",
    "build_bundle",
    "create_collection",
    "describe_limits",
    "find_source_folders",
    "format_octets",
    "list_components",
    "print_pdf",
    "publish_site",
    "read_published_sigla",
    "read_site_config",
    "refuse_cache",
    "stage_site",
    "start_review",
    "verify_site",
]
