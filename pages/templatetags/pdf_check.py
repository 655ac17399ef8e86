"""The automatic check of a PDF, for editors."""

from typing import Any

from django import template

from pages.pdf.findings import findings_of, summary_of

register = template.Library()


@register.inclusion_tag("pages/admin/pdf_check.html")
def pdf_check(document: Any) -> dict[str, Any]:
    """Write what was found in a document's file, beside that file."""
    findings = findings_of(document)
    is_fine = all(finding.is_fine for finding in findings)
    is_recorded = document.accessibility == document.Accessibility.YES
    return {
        "summary": summary_of(document),
        "findings": findings,
        "is_fine": is_fine,
        "contradicts": is_recorded and not is_fine,
    }
