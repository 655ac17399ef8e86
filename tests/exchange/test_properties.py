"""Whatever content there is, it comes back; whatever a file says, it does no harm."""

import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Revision

from pages.exchange.emitter import emit
from pages.exchange.exporter import export_content
from pages.exchange.given import plain
from pages.exchange.importer import import_content
from pages.exchange.mistakes import ContentRefused, Mistakes
from pages.exchange.source import read_source
from tests.exchange.strategies import contents, damaged, letters
from tests.exchange.writing import EVERYTHING, stored_files, write_files

pytestmark = pytest.mark.django_db

# Fixtures are the same for all examples: each example undoes what it did.
unhurried = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# To look for a smaller example would take minutes; mistakes have a path, anyway.
no_shrinking = settings(unhurried, phases=[Phase.explicit, Phase.reuse, Phase.generate])


@contextmanager
def undone():
    """Undo what happens inside, in the database and in the storage."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for folder in default_storage.listdir("")[0]:
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")


def exported() -> tuple[str, dict]:
    with tempfile.TemporaryDirectory() as folder:
        export_content(Path(folder))
        path = Path(folder) / "content.yaml"
        return path.read_text("utf-8"), plain(read_source(path, Mistakes()))


@settings(no_shrinking, max_examples=20)
@given(content=contents())
def test_any_content_comes_back_from_a_file(folder, content):
    with undone():
        (folder / "content.yaml").write_text(emit(content), "utf-8")
        import_content([folder / "content.yaml"])
        with tempfile.TemporaryDirectory() as name:
            first = export_content(Path(name))
            first_text = (Path(name) / "content.yaml").read_text("utf-8")
            again = import_content([Path(name) / "content.yaml"])
        second_text, shown = exported()

    titles = {page["slug"]: page["title"] for page in content["pages"]}
    assert first.warnings == []
    assert (again.created, again.changed) == (0, 0)
    assert second_text == first_text
    assert {page["slug"]: page["title"] for page in shown["pages"]} == titles


@settings(no_shrinking, max_examples=10)
@given(content=contents())
def test_any_content_is_the_same_in_another_database(folder, content):
    with undone():
        (folder / "content.yaml").write_text(emit(content), "utf-8")
        import_content([folder / "content.yaml"])
        with tempfile.TemporaryDirectory() as name:
            export_content(Path(name))
            files = {
                path.relative_to(name): path.read_bytes()
                for path in Path(name).rglob("*.*")
            }
    for path, file_content in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(file_content)

    with undone():
        import_content([folder / "content.yaml"])
        second, _shown = exported()

    assert second.encode() == files[Path("content.yaml")]


@settings(no_shrinking, max_examples=40)
@given(text=damaged(EVERYTHING.read_text("utf-8")))
def test_no_damage_to_a_file_does_harm(folder, text):
    path = folder / "content.yaml"
    path.write_text(text, "utf-8", errors="replace")
    write_files(folder)
    before = list(Page.objects.values_list("pk", "title", "path", "slug"))

    with undone():
        try:
            import_content([path])
        except ContentRefused as refused:
            after = list(Page.objects.values_list("pk", "title", "path", "slug"))
            assert refused.mistakes != []
            assert all(mistake.line > 0 for mistake in refused.mistakes)
            assert after == before
            assert Revision.objects.count() == 0
            assert stored_files() == []


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(letters),
    st.text("ab :#-\n '\"\\|>&*!%@`{}[],?\t"),
    st.sampled_from(["yes", "0x1", "2018-01-01", "~", "- a", "---", "\ufeffx", "1e5"]),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(letters), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(unhurried, max_examples=300)
@given(value=st.dictionaries(st.text(letters), values, min_size=1, max_size=5))
def test_what_is_written_as_yaml_is_read_as_the_same(tmp_path, value):
    path = tmp_path / "any.yaml"
    mistakes = Mistakes()

    path.write_text(emit(value), "utf-8", newline="\n")
    node = read_source(path, mistakes)

    assert list(mistakes) == []
    assert plain(node) == value
