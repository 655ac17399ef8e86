"""Writes sheets as tagged PDF files (PDF/UA-1, ISO 14289-1) with WeasyPrint."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from django.conf import settings
from django.core.cache import cache as kept
from PIL import ImageFile

__all__ = ["can_write_pdf", "write_pdf"]

VARIANT = "pdf/ua-1"
# WeasyPrint tags what stands in a margin as content and leaves it out of the structure,
# which PDF/UA forbids. Programs that show PDF files number their pages anyway.
NO_MARGINALIA = "@page { @bottom-right { content: none !important } }"
A_DAY = 24 * 60 * 60
STYLES = Path(__file__).parents[1] / "static/pages/css/handout.css"
FONTS = settings.BASE_DIR / "cms/static/cms/vendor/fira-sans"
# As they are named in a sheet, with or without the hash of collected static files.
STYLE = re.compile(r"/handout(\.[0-9a-f]+)?\.css$")
FONT = re.compile(r"/(fira-sans-latin-\d+-(?:normal|italic))(\.[0-9a-f]+)?\.woff2$")


@cache
def can_write_pdf() -> bool:
    """Whether Pango is there, which no Python package brings (Debian: libpango)."""
    try:
        load_weasyprint()
    except OSError:
        return False
    return True


def load_weasyprint() -> ModuleType:
    """Return WeasyPrint. Raises OSError without Pango."""
    import weasyprint  # it loads Pango, which may not be there

    # It tells Pillow to accept pictures that are cut off; uploads of such are refused.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint


def write_pdf(html: str, base_url: str) -> bytes:
    """Return a sheet as PDF; the same bytes for the same sheet.

    Nothing is read but our own stylesheet and fonts, whatever the sheet refers to.
    """
    digest = sha256(html.encode())
    key = f"pages.handouts.{digest.hexdigest()}"
    written: bytes | None = kept.get(key)
    if written is None:
        written = make_pdf(html, base_url, digest.digest()[:16])
        kept.set(key, written, A_DAY)
    return written


def make_pdf(html: str, base_url: str, identifier: bytes) -> bytes:
    weasyprint = load_weasyprint()

    class OwnFiles(weasyprint.urls.URLFetcher):  # type: ignore[name-defined]  # loaded late
        def fetch(self, url: str, headers: Any = None) -> Any:
            path, kind = own_file(url)
            return weasyprint.urls.URLFetcherResponse(
                url, path.read_bytes(), {"Content-Type": kind}
            )

    document = weasyprint.HTML(string=html, base_url=base_url, url_fetcher=OwnFiles())
    written: bytes = document.write_pdf(
        stylesheets=[weasyprint.CSS(string=NO_MARGINALIA)],
        pdf_variant=VARIANT,
        pdf_identifier=identifier,
        optimize_images=True,
    )
    return written


def own_file(url: str) -> tuple[Path, str]:
    """Return where a file of ours lies and what it is.

    Raises ValueError for everything else; WeasyPrint then goes on without it.
    """
    if STYLE.search(url):
        return STYLES, "text/css"
    if found := FONT.search(url):
        return FONTS / f"{found[1]}.woff2", "font/woff2"
    raise ValueError(f"{url} is none of our own files.")
