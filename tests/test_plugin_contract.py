"""What a stranger's plugin may count on, and what it is told when it errs."""

import sys
from unittest import mock

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.urls import path
from ninja import Router
from wagtail.blocks import CharBlock

from cms import plugins as contract
from cms.checks import check_plugins
from cms.plugins import ENTRY_POINT_GROUP, Plugin, installed_plugins, plugins
from cms.streams import open_streams
from pages.blocks import AgendaStream, BodyStream


def test_contract_methods_are_the_documented_ones():
    public = {name for name in vars(Plugin) if not name.startswith("_")}
    public.remove("default")  # Django's own, see there

    assert public == {"blocks", "endpoints", "urlpatterns"}
    assert all(getattr(Plugin, name).__doc__ for name in public)


def test_plugins_are_found_in_the_order_of_installed_apps():
    found = [plugin.label for plugin in plugins()]

    assert found == ["home", "search", "pages", "notices"]


def test_installed_plugins_come_from_entry_points(tmp_path, monkeypatch):
    metadata = tmp_path / "stranger-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\n")
    (metadata / "entry_points.txt").write_text(
        f"[{ENTRY_POINT_GROUP}]\nnotices = stranger.apps:StrangerConfig\n"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])

    assert installed_plugins() == ["stranger.apps.StrangerConfig"]


def test_plugin_blocks_stand_in_their_streams():
    assert "notices_notice" in list(BodyStream().child_blocks)
    assert "notices_vote" in list(AgendaStream().child_blocks)
    assert "notices_vote" not in list(BodyStream().child_blocks)


def test_open_streams_are_body_and_agenda():
    assert sorted(stream.stream_name for stream in open_streams()) == [
        "agenda",
        "body",
    ]


def test_plugin_blocks_stay_out_of_core_migrations():
    field = apps.get_model("pages", "WorkshopPage")._meta.get_field("agenda")

    _name, path_, args, kwargs = field.deconstruct()

    assert (path_, args) == ("cms.streams.OpenStreamField", [])
    assert "block_lookup" not in kwargs


@pytest.mark.parametrize(
    ("address", "answer"),
    [("/board/", b"board in de"), ("/en/board/", b"board in en")],
)
def test_plugin_address_answers_in_each_language(client, db, address, answer):
    assert client.get(address).content == answer


def test_plugin_endpoint_answers_below_the_api(client, db):
    response = client.get("/api/v1/notices/")

    assert response.json() == {"notices": ["Mind the step"]}


def test_active_plugins_pass_the_checks():
    assert run_checks() == []


def offending(**methods):
    """A plugin like the one in tests/plugins, with these methods instead."""
    config = apps.get_app_config("notices")
    defaults = {"blocks": lambda self: {}, "endpoints": lambda self: {}}
    kind = type(
        "Offending", (Plugin,), {**defaults, "urlpatterns": lambda self: [], **methods}
    )
    return kind("offending", sys.modules[config.module.__name__])


ROUTE = path("board/", lambda request: None, name="another_board")
NAME = path("another-board/", lambda request: None, name="notices_board")


@pytest.mark.parametrize(
    ("methods", "code", "words"),
    [
        ({"endpoint": lambda self: {}}, "cms.E001", "endpoint()"),
        ({"url_patterns": lambda self: []}, "cms.E001", "url_patterns()"),
        ({"blocks": lambda self: {"boddy": {}}}, "cms.E002", "“boddy”"),
        ({"blocks": lambda self: {"body": {"x": "?"}}}, "cms.E003", "Wagtail block"),
        ({"blocks": lambda self: {"body": {"text": CharBlock()}}}, "cms.E003", "core"),
        (
            {"blocks": lambda self: {"body": {"notices_notice": CharBlock()}}},
            "cms.E003",
            "tests.plugins.notices",
        ),
        ({"endpoints": lambda self: {"x": "?"}}, "cms.E004", "ninja Router"),
        ({"endpoints": lambda self: {"notices/": Router()}}, "cms.E004", "notices"),
        ({"urlpatterns": lambda self: ["board/"]}, "cms.E005", "path()"),
        ({"urlpatterns": lambda self: [ROUTE]}, "cms.E005", "“board/”"),
        ({"urlpatterns": lambda self: [NAME]}, "cms.E005", "notices_board"),
        (
            {"urlpatterns": lambda self: [path("admin/x/", lambda request: None)]},
            "cms.E005",
            "“admin/”",
        ),
    ],
)
def test_check_names_what_is_misspelt_or_clashes(methods, code, words):
    active = [*plugins(), offending(**methods)]

    with mock.patch("cms.checks.plugins", return_value=active):
        errors = check_plugins()

    assert [error.id for error in errors] == [code]
    assert words in errors[0].msg


def test_contract_imports_nothing_of_ours():
    ours = {"cms", "pages", "home", "search"}
    imported = {
        value.__module__.partition(".")[0]
        for value in vars(contract).values()
        if hasattr(value, "__module__") and value.__module__ != contract.__name__
    }

    assert imported & ours == set()
