"""The themes in which the site is tested: values of SiteSettings by the theme's name.

One more theme is one more line: each is served as a site of its own.
"""

from typing import Any

from home.demo.second_site import THEME

THEMES: dict[str, dict[str, Any]] = {
    "standard": {},
    "second": THEME,
}
