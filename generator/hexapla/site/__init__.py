"""Publish a site through MkDocs or in our own frame, and prove from the pages that no text was lost."""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.site.build_site import (
        PublishedSite,
        SiteConfig,
        publish_site,
        read_site_config,
    )
    from hexapla.site.bundle import build_bundle
    from hexapla.site.hosting_limits import describe_limits, format_octets
    from hexapla.site.installation import Component, list_components
    from hexapla.site.moved_addresses import read_published_sigla
    from hexapla.site.new_collection import create_collection
    from hexapla.site.pdf_printing import print_pdf
    from hexapla.site.review_server import ReviewServer, start_review
    from hexapla.site.settings_file import find_source_folders, refuse_cache
    from hexapla.site.staging import stage_site
    from hexapla.site.verify import verify_site
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "build_site": ("PublishedSite", "SiteConfig", "publish_site", "read_site_config"),
            "bundle": ("build_bundle",),
            "hosting_limits": ("describe_limits", "format_octets"),
            "installation": ("Component", "list_components"),
            "moved_addresses": ("read_published_sigla",),
            "new_collection": ("create_collection",),
            "pdf_printing": ("print_pdf",),
            "review_server": ("ReviewServer", "start_review"),
            "settings_file": ("find_source_folders", "refuse_cache"),
            "staging": ("stage_site",),
            "verify": ("verify_site",),
        },
    )

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
