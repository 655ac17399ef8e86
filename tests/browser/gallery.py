"""Pictures of every page and block, kept in ``DATA_DIR/browser/gallery``.

``index.html`` there shows all of them, one thing a row.
"""

import shutil
from html import escape
from pathlib import Path

STYLE = """
body { font-family: sans-serif; background: #ddd; margin: 1rem }
section > div { display: flex; gap: 1rem; align-items: start; overflow-x: auto }
figure { margin: 0; flex: none }
img { max-width: 30rem; max-height: 60rem; background: #fff }
"""


class Gallery:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def take(self, page, subject: str, *ways: str) -> None:
        """Keep a picture of what a browser shows now, under its subject."""
        folder = self.folder / subject
        folder.mkdir(exist_ok=True)
        name = " ".join(ways)
        page.screenshot(path=folder / f"{name}.jpg", full_page=True, quality=70)

    def write_index(self) -> None:
        rows = "".join(map(row, sorted(self.folder.iterdir())))
        html = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{rows}"
        (self.folder / "index.html").write_text(html)


def row(folder: Path) -> str:
    files = sorted(folder.glob("*.jpg"))
    pictures = "".join(
        picture(f"{folder.name}/{file.name}", file.stem) for file in files
    )
    return f"<section><h2>{escape(folder.name)}</h2><div>{pictures}</div></section>"


def picture(address: str, caption: str) -> str:
    return (
        f"<figure><figcaption>{escape(caption)}</figcaption>"
        f'<a href="{escape(address)}"><img loading=lazy alt="" src="{escape(address)}">'
        "</a></figure>"
    )
