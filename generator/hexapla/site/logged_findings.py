"""What a build found, said in the log of whoever builds the site."""

import logging

from hexapla.findings import Severity
from hexapla.pipeline import BuiltSite


def log_findings(site: BuiltSite, log: logging.LoggerAdapter[logging.Logger]) -> None:
    """Say failures and findings in MkDocs' log, so that its strict mode counts them."""
    for failure in site.failures:
        for problem in failure.problems:
            log.error("%s: %s", failure.id, problem)
    for problem in site.ignored:
        log.info("%s", problem)
    for summary in site.documents:
        for finding in summary.findings:
            if finding.severity.rank >= Severity.WARNING.rank:
                log.warning("%s: %s", summary.id, finding.message)
