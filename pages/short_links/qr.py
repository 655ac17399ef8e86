"""Short addresses as pictures."""

from functools import lru_cache
from io import BytesIO

import segno

__all__ = ["qr_code"]


@lru_cache(maxsize=512)
def qr_code(url: str, title: str | None = None) -> str:
    """Return a QR code as an SVG element, without a size: CSS or an ``<img>`` gives it.

    ``title`` says in words what it is; in a PDF it is the alternative text.

    Error correction is "M" at least: 15 % of it may be dirty or folded.
    """
    written = BytesIO()
    segno.make(url, error="m", micro=False).save(
        written,
        kind="svg",
        title=title,
        xmldecl=False,
        svgns=True,
        omitsize=True,
        nl=False,
    )
    return written.getvalue().decode()
