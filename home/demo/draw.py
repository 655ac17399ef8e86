"""Makes the demo's pictures and documents again, after their sources were changed.

The site itself needs none of this. From the top folder of the repository::

    uv run --no-project --with Pillow --with typst==0.15.2 \
        --with 'fonttools[woff]' python -m home.demo.draw

Pictures come from ``scenes.py`` and ``logos.py``, documents from ``typst/``. Documents
are PDF/UA-1: tagged, with title and language. The same sources give the same files.
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

# No dependencies of the site: only this script needs them, and nobody but it.
import typst  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont

from home.demo.logos import FONTS, draw_logos
from home.demo.scenes import SCENES

DEMO = Path(__file__).parent
LONG_AGO = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())


def draw_pictures(folder: Path) -> None:
    for name, draw in SCENES.items():
        draw().save(folder / f"{name}.jpg")


def unpack_fonts(folder: Path) -> None:
    """Write the site's fonts the way typst reads them."""
    for source in FONTS.glob("*.woff2"):
        font = TTFont(source, recalcTimestamp=False)
        font.flavor = None
        font.save(folder / source.with_suffix(".ttf").name)


def write_documents(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as fonts:
        unpack_fonts(Path(fonts))
        for source in sorted((DEMO / "typst").glob("*-*.typ")):
            typst.compile(
                source,
                folder / source.with_suffix(".pdf").name,
                root=DEMO,
                font_paths=[fonts],
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
                timestamp=LONG_AGO,
            )


if __name__ == "__main__":
    draw_pictures(DEMO / "images")
    draw_logos(DEMO / "images")
    write_documents(DEMO / "documents")
