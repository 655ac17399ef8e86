"""A stylesheet taken apart and put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.styles.rules import declarations, minified, rules_in, split_at_commas
from cms.styles.sheet import KERN, PRINT, SOURCES

ICON = "url(\"data:image/svg+xml,%3Csvg d='M1;2}3{4'/%3E\")"


@pytest.mark.parametrize("file", [KERN, *SOURCES, PRINT], ids=lambda file: file.stem)
def test_rules_together_are_the_stylesheet(file):
    css = minified(file.read_text("utf-8"))

    assert "".join(str(rule) for rule in rules_in(css)) == css


def test_braces_and_semicolons_in_addresses_divide_nothing():
    css = f"@charset 'a;b';.a{{mask:{ICON};color:red}}@media print{{.b{{color:blue}}}}"

    found = list(rules_in(css))

    assert [rule.head for rule in found] == ["@charset 'a;b'", ".a", "@media print"]
    assert list(declarations(found[1].body)) == [("mask", ICON), ("color", "red")]
    assert [rule.is_group for rule in found] == [False, False, True]


@pytest.mark.parametrize("css", [".a{color:red", ".a", "@media print{.a{}"])
def test_stylesheet_that_is_cut_off_is_an_error(css):
    with pytest.raises(ValueError, match="ends within a rule"):
        list(rules_in(css))


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("/* a */ .a ,\n .b { color : red ; }\n", ".a,.b{color : red}"),
        (
            ".a::after { content: ' /* kept */  ; ' }",
            ".a::after{content: ' /* kept */  ; '}",
        ),
        ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"),
        (".a .b > .c { }", ".a .b > .c{}"),
        ("a { background: url(x/*y.png) }", "a{background: url(x/*y.png)}"),
    ],
)
def test_only_what_means_nothing_is_left_out(css, short):
    assert minified(css) == short


def test_commas_within_parentheses_do_not_divide_selectors():
    selectors = ":is(.a,.b:not(.c,.d)) p,.e"

    assert split_at_commas(selectors) == [":is(.a,.b:not(.c,.d)) p", ".e"]


@given(st.lists(st.sampled_from([".a", ":is(.b,.c)", "p > a", "[x=y]"]), min_size=1))
def test_selectors_that_were_joined_are_split_again(selectors):
    assert split_at_commas(",".join(selectors)) == selectors
