"""examples/partner.html on a website of a partner: another server, another origin."""

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.test_html import complaints

pytestmark = pytest.mark.browser

FILE = Path(settings.BASE_DIR) / "examples/partner.html"
LINK = "https://example.org/quartierlabor/werkstaetten/"
NEXT = ".workshops li"
MESSAGE = ".workshops [role=status]"
NOBODY = "http://127.0.0.1:1"
"""A site that nobody serves."""


class Partner:
    def __init__(self, url, folder):
        self.url = url
        self.folder = folder

    def embed(self, link, language="de", **replaced):
        """Put the file on the partner's website as docs/api.md says; return its path."""
        text = FILE.read_text().replace(LINK, link)
        text = text.replace('<section class="workshops" lang="de"', self.section(language))
        for old, new in replaced.items():
            text = text.replace(old, new)
        (self.folder / "index.html").write_text(with_policy(text, link))
        return "/index.html"

    def section(self, language):
        return f'<section class="workshops" lang="{language}"'


def with_policy(text, link):
    """The page with a policy that allows what docs/api.md names, and nothing else."""
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [script] = re.findall(r'<script type="module">(.*?)</script>', text, re.DOTALL)
    site = "/".join(link.split("/")[:3])
    policy = (
        f"default-src 'none'; connect-src {site}; "
        f"style-src '{fingerprint(style)}'; script-src '{fingerprint(script)}'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    # Browsers ask for an icon by themselves.
    icon = '<link rel="icon" href="data:,">'
    return text.replace("<head>", f"<head>{meta}{icon}")


def fingerprint(text):
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
