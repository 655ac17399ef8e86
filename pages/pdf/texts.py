"""The text inside a PDF, as people would type it."""

import re

__all__ = ["readable"]

# What divides a word at the end of a line. PDFium gives U+0002 or U+FFFE for a hyphen.
DIVIDED = re.compile("(?<=\\w)[-\u2010\u00ad\x02\ufffe]\\s*\n\\s*(?=[a-zäöüß])")
MARKED = re.compile("(?<=\\w)[\x02\ufffe\u00ad]\\s*")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def readable(text: str) -> str:
    """Return a text in one line, with divided words in one piece again.

    Databases refuse some of the signs that fonts with a broken table give.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = MARKED.sub("", DIVIDED.sub("", text))
    return " ".join(UNSEEN.sub(" ", text).split())
