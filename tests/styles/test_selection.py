"""What of the design system is kept, and what is not."""

import pytest

from cms.styles.rules import minified, rules_in
from cms.styles.selection import Mentions, select, used_rules
from cms.styles.sheet import KERN

TEMPLATES = [
    '<p class="kern-btn kern-btn--primary">',
    'class="kern-badge--{{ level }}"',
]


@pytest.mark.parametrize(
    ("name", "is_mentioned"),
    [
        ("kern-btn", True),
        ("kern-btn--primary", True),
        ("kern-btn--secondary", False),
        ("kern-badge--danger", True),
        ("kern-badge", False),
    ],
)
def test_name_that_is_cut_off_stands_for_all_that_begin_so(name, is_mentioned):
    assert (name in Mentions(TEMPLATES)) is is_mentioned


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("body{margin:0}", "body{margin:0}"),
        (".kern-btn,.kern-card{a:b}", ".kern-btn{a:b}"),
        (".kern-btn .kern-card{a:b}", ""),
        (".kern-btn:has(.kern-card){a:b}", ""),
        (".kern-btn:not(.kern-card){a:b}", ".kern-btn:not(.kern-card){a:b}"),
        (":is(body,.kern-dark){a:b}", ":is(body,.kern-dark){a:b}"),
        ("[data-kern-theme=dark]{a:b}", ""),
        ("@media print{.kern-card{a:b}}", ""),
        ("@media print{.kern-btn{a:b}}", "@media print{.kern-btn{a:b}}"),
        ("@charset 'x';@font-face{src:url(x)}", ""),
        (":root{--a:1;--b:2;--c:var(--a)}p{x:var(--c)}", None),
        ("p{--a:url('x;y');b:var(--a)}", "p{--a:url('x;y');b:var(--a)}"),
    ],
)
def test_rule_is_kept_if_all_it_needs_is_mentioned(css, kept):
    if kept is None:
        kept = ":root{--a:1;--c:var(--a)}p{x:var(--c)}"

    assert select(css, Mentions(TEMPLATES), "") == kept


def test_property_that_only_our_own_css_asks_for_is_kept():
    css = ":root{--a:var(--b);--b:1;--c:2}"

    assert select(css, Mentions([]), "p{x:var( --a )}") == ":root{--a:var(--b);--b:1}"


def test_everything_that_is_mentioned_is_kept_whole():
    """If every class is mentioned, only fonts and properties nobody asks for go."""
    css = minified(KERN.read_text("utf-8"))

    kept = list(used_rules(css, Mentions([css])))

    left_out = [rule.head for rule in rules_in(css) if rule not in kept]
    assert {head.split()[0] for head in left_out} <= {"@charset", "@font-face"}
