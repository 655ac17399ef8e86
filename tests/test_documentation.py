"""What the documentation shows is what there is."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from cms.plugins import content_changed

ROOT = Path(settings.BASE_DIR)
PAGES = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/**/*.md"),
    *ROOT.glob("clients/*/*.md"),
]
QUOTED = re.compile(r"<!-- from: (\S+) -->\n```\w*\n(.*?)```", re.DOTALL)
LINKS = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def quotations():
    for page in PAGES:
        for source, code in QUOTED.findall(page.read_text()):
            yield pytest.param(source, code, id=f"{page.name}-{source}")


@pytest.mark.parametrize(("source", "code"), list(quotations()))
def test_quoted_code_is_the_code_of_its_file(source, code):
    assert code in (ROOT / source).read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page):
    dead = [
        link
        for link in LINKS.findall(page.read_text())
        if not (page.parent / link).exists()
    ]

    assert dead == []


def test_every_error_of_the_plugin_checks_is_explained():
    codes = set(re.findall(r"cms\.E\d{3}", (ROOT / "docs/plugins.md").read_text()))

    assert codes == {f"cms.E{number:03}" for number in range(1, 6)}


def test_every_variable_of_the_settings_is_documented():
    sources = [
        ROOT / f"cms/settings/{name}.py"
        for name in ("base", "machine_translation", "machines", "production", "uploads")
    ]
    readers = r"(?:env|required|read_\w+)\(\s*\"([A-Z_]+)\""
    read = {
        name for source in sources for name in re.findall(readers, source.read_text())
    }
    documented = (ROOT / "docs/operators.md").read_text()

    assert sorted(name for name in read if f"`{name}`" not in documented) == []


def test_example_of_a_receiver_runs(capsys):
    text = (ROOT / "docs/plugins.md").read_text()
    code = next(
        block
        for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        if "content_changed" in block
    )
    names = {}
    exec(code, names)  # noqa: S102 (the documentation's own example)

    names["tell_the_lift"](sender=None, changes=[])
    removed = content_changed.disconnect(names["tell_the_lift"])

    assert removed is True


def test_example_of_a_translated_page_type_runs():
    text = (ROOT / "docs/plugins.md").read_text()
    [code] = [
        block
        for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        if "class VotePage" in block
    ]

    names = {"__name__": __name__}
    exec(code, names)  # noqa: S102 (it is ours)

    fields = names["VotePage"].override_translatable_fields
    assert [field.field_name for field in fields][-2:] == ["place", "code"]
