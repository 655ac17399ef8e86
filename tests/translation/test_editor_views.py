"""The panel above the translation editor and its buttons."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation

from pages.translation.editor_panel import seen_versions
from pages.translation.writer import NOTHING, version_of
from tests import factories
from tests.translation.at_work import Desk, segment_of
from tests.translation.translating import (
    edit,
    english_of,
    publish,
    published,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db

BUTTONS = (
    "publish",
    "submit",
    "confirm",
    "confirm_machine",
    "use_suggestion",
    "use_exact_matches",
)


@pytest.fixture
def workshop(home):
    publish_home(home)
    return factories.workshop(
        home, "Werkstatt", lead="Bringen Sie Zeit mit.", intro="<p>Um elf Uhr.</p>"
    )


def publish_home(home):
    translate(home)
    publish(home)


@pytest.fixture
def translator(workshop, settings):
    """May change English pages, and submit them for approval."""
    settings.TRANSLATORS_PUBLISH = False
    return Desk("Ada")


@pytest.fixture
def moderator(workshop):
    """May publish."""
    return Desk("Max", group="Moderators")


def opened(desk, page):
    """The editor of the English version, as that person sees it."""
    address = reverse("wagtailadmin_pages:edit", args=[english_of(page).pk])
    return Seen(desk.client.get(address))


def press_shown(desk, button, page):
    """Open the editor and press a button there."""
    return desk.press(button, translation_of(page), seen=mark(desk, button, page))


def mark(desk, button, page):
    """What a button of the editor says that the person has looked at."""
    address = reverse(f"translation_{button}", args=[translation_of(page).pk])
    form = opened(desk, page).html.select_one(f'form[action="{address}"]')
    return form.select_one("[name=seen]")["value"]


class Seen:
    """What a page of the admin says."""

    def __init__(self, answer):
        assert answer.status_code == 200
        self.html = BeautifulSoup(answer.content, "html.parser")

    def words(self, selector):
        return [
            re.sub(r"\s+", " ", found.get_text(" ")).strip()
            for found in self.html.select(selector)
        ]

    @property
    def state(self):
        return self.words("#translation-state")[0]

    @property
    def tasks(self):
        return self.words(".translation-panel__tasks li")

    @property
    def buttons(self):
        return self.words(".translation-panel__buttons button")

    @property
    def messages(self):
        # Wagtail's own script shows its link only if there is a form with mistakes.
        found = [
            words.removesuffix(" Go to the first error")
            for words in self.words(".messages li")
        ]
        return list(filter(None, found))


# --- Where the translation is -------------------------------------------------


def test_panel_of_a_begun_translation(translator, workshop):
    start(workshop)

    seen = opened(translator, workshop)

    assert seen.state == "This translation is not public yet."
    assert seen.tasks == ["3 texts are open."]
    assert seen.buttons == ["Submit for approval"]


def test_panel_of_a_current_translation(moderator, workshop):
    published(workshop)

    seen = opened(moderator, workshop)

    assert (seen.state, seen.tasks) == ("This translation is up to date.", [])
    assert seen.buttons == ["Publish in English"]


def test_panel_of_a_translation_that_is_behind(moderator, workshop):
    published(edit(workshop, price="frei"))
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    seen = opened(moderator, workshop)

    assert re.fullmatch(
        r"This translation reflects the version of .+, \d+:\d\d [ap]m; the original "
        r"was changed on .+, \d+:\d\d [ap]m\.",
        seen.state,
    )
    assert seen.tasks == ["1 text is open."]
    assert seen.buttons == [
        "Publish in English",
        "Yes, the earlier texts are still valid",
    ]


@pytest.mark.parametrize(("hours", "colons"), [(2, 2), (30, 0)])
def test_panel_tells_versions_of_one_day_apart(
    moderator, workshop, time_machine, hours, colons
):
    time_machine.move_to("2018-02-22T09:00:00Z", tick=False)
    workshop = edit(workshop, price="frei")
    published(workshop)
    time_machine.shift(hours * 3600)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    state = opened(moderator, workshop).state

    assert state.count(":") == colons


def test_panel_counts_machine_texts(moderator, workshop):
    published(workshop)
    row = StringTranslation.objects.get(data="EN Werkstatt")
    row.translation_type = "machine"
    row.save()

    seen = opened(moderator, workshop)

    assert "1 text was translated by a machine; please check it." in seen.tasks


def test_panel_says_when_the_original_is_offline(moderator, workshop):
    published(workshop)
    workshop.unpublish()

    seen = opened(moderator, workshop)

    assert seen.state == "The original is offline, and so is its translation."
    assert seen.buttons == []


def test_panel_of_a_snippet(moderator, home):
    funding = factories.funding(notice="Gefördert von allen.")
    start(funding)
    english = english_of(funding)

    address = reverse("wagtailsnippets_pages_funding:edit", args=[english.pk])
    seen = Seen(moderator.client.get(address))

    assert seen.tasks == ["1 text is open."]
    assert seen.buttons == ["Publish in English"]


def test_editor_knows_the_versions_of_what_it_shows(translator, workshop):
    props = {
        "segments": [
            {"type": "string", "id": 1, "editUrl": "/a/"},
            {"type": "string", "id": 2, "editUrl": "/b/"},
            {"type": "synchronised_value", "id": 1, "editUrl": "/c/"},
            {"type": "related_object", "id": 1},
        ],
        "initialStringTranslations": [{"segment_id": 1, "data": "One"}],
        "initialOverrides": [{"segment_id": 1, "data": 7}],
    }

    assert seen_versions(props) == {
        "/a/": version_of("One"),
        "/b/": NOTHING,
        "/c/": version_of("7"),
    }


# --- Publishing and submitting -------------------------------------------------


def test_moderator_publishes(moderator, workshop):
    start(workshop)
    translate(workshop)

    seen = Seen(moderator.press("publish", translation_of(workshop)))

    assert english_of(workshop).live
    assert seen.messages == ["“EN Werkstatt” is published in English."]
    assert seen.state == "This translation is up to date."


def test_open_texts_are_told_when_published(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    seen = Seen(moderator.press("publish", translation_of(workshop)))

    assert seen.messages[1].startswith("1 text is still open.")
    assert english_of(workshop).lead == "EN Bringen Sie Zeit mit."


def test_untranslated_title_is_not_published(moderator, workshop):
    start(workshop)

    seen = Seen(moderator.press("publish", translation_of(workshop)))

    assert seen.messages == ["Translate the title first. All your texts are saved."]
    assert not english_of(workshop).live


def test_translator_cannot_publish(translator, workshop):
    start(workshop)
    translate(workshop)

    answer = translator.press("publish", translation_of(workshop))

    assert answer.status_code == 403
    assert "may submit this translation" in answer.content.decode()
    assert not english_of(workshop).live


def test_translator_submits(translator, workshop):
    start(workshop)
    translate(workshop)

    seen = Seen(translator.press("submit", translation_of(workshop)))

    english = english_of(workshop)
    assert (english.live, english.workflow_in_progress) == (False, True)
    assert seen.messages == ["The translation is submitted for approval."]


def test_stranger_presses_no_button(workshop):
    stranger = Desk("Eva")
    start(workshop)
    translate(workshop)
    GroupPagePermission.objects.all().delete()

    answers = [stranger.press(button, translation_of(workshop)) for button in BUTTONS]

    assert {answer.status_code for answer in answers} == {403}
    assert not english_of(workshop).live


@pytest.mark.parametrize("button", BUTTONS)
def test_reading_an_address_of_a_button_does_nothing(moderator, workshop, button):
    start(workshop)
    address = reverse(f"translation_{button}", args=[translation_of(workshop).pk])

    assert moderator.client.get(address).status_code == 405


@pytest.mark.parametrize("button", ["publish", "confirm"])
def test_translation_of_an_offline_page_is_not_published(moderator, workshop, button):
    published(workshop)
    workshop.unpublish()

    seen = Seen(moderator.press(button, translation_of(workshop)))

    (sentence,) = seen.messages
    assert sentence.startswith("Not published: the original is offline.")
    assert not english_of(workshop).live


def test_deleted_original_is_told_in_place_of_the_editor(moderator, workshop):
    published(workshop)
    translation = translation_of(workshop)
    workshop.delete()

    answer = moderator.press("publish", translation)

    assert answer.status_code == 410
    assert "3 translated texts are kept." in answer.content.decode()
    assert not english_of(workshop).live


def test_button_of_a_deleted_translation_is_told(moderator, workshop):
    published(workshop)
    translation = translation_of(workshop)
    english_of(workshop).delete()

    answer = moderator.press("publish", translation)

    assert answer.status_code == 403
    assert "This translation has been deleted." in answer.content.decode()


def test_menu_of_the_editor_publishes_our_way(moderator, workshop):
    """The editor's own button "Publish in English" keeps the old text, too."""
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")
    address = reverse("wagtailadmin_pages:edit", args=[english_of(workshop).pk])

    answer = moderator.client.post(
        address, {"action": "publish", "next": address}, follow=True
    )

    assert Seen(answer).messages[0] == "“EN Werkstatt” is published in English."
    assert english_of(workshop).lead == "EN Bringen Sie Zeit mit."


def test_menu_of_the_editor_publishes_nothing_for_translators(translator, workshop):
    start(workshop)
    translate(workshop)
    address = reverse("wagtailadmin_pages:edit", args=[english_of(workshop).pk])

    answer = translator.client.post(address, {"action": "publish"})

    assert answer.status_code == 403
    assert not english_of(workshop).live


def test_preview_keeps_the_old_text_where_the_german_changed(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")
    address = reverse(
        "wagtail_localize:preview_translation", args=[translation_of(workshop).pk]
    )

    answer = moderator.client.get(address)

    assert "EN Bringen Sie Zeit mit." in answer.content.decode()


# --- Still valid ----------------------------------------------------------------


def test_confirmed_texts_are_published_without_changing_a_word(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    seen = Seen(press_shown(moderator, "confirm", workshop))

    english = english_of(workshop)
    assert english.lead == "EN Bringen Sie Zeit mit."
    assert (
        english.text_version == type(workshop).objects.get(pk=workshop.pk).text_version
    )
    assert seen.messages == ["“EN Werkstatt” is published in English."]
    assert seen.state == "This translation is up to date."


def test_confirming_says_how_many_texts_remain_open(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.", price="10 Euro")

    seen = Seen(press_shown(moderator, "confirm", workshop))

    assert seen.messages[1].startswith("1 text is still open.")
    assert seen.tasks == ["1 text is open."]


def test_translator_confirms_and_submits(translator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    seen = Seen(press_shown(translator, "confirm", workshop))

    assert seen.messages == ["The translation is submitted for approval."]
    assert english_of(workshop).workflow_in_progress


def test_machine_texts_are_confirmed(moderator, workshop):
    published(workshop)
    row = StringTranslation.objects.get(data="EN Werkstatt")
    row.translation_type = "machine"
    row.save()

    seen = Seen(press_shown(moderator, "confirm_machine", workshop))

    row.refresh_from_db()
    assert row.translation_type == "manual"
    assert seen.messages == ["1 text is confirmed."]


def test_what_nobody_has_looked_at_is_not_confirmed(moderator, workshop):
    published(workshop)
    workshop = edit(workshop, lead="Bringen Sie viel Zeit mit.")
    looked_at = mark(moderator, "confirm", workshop)
    edit(workshop, lead="Bleiben Sie zu Hause.")

    seen = Seen(moderator.press("confirm", translation_of(workshop), seen=looked_at))

    (message,) = seen.messages
    assert message == (
        "Nothing was recorded: the original has changed since you opened this page. "
        "Here you see its present text; please look at it again."
    )
    assert seen.tasks == ["1 text is open."]
    assert english_of(workshop).text_version == 1


def test_nothing_is_confirmed_by_whoever_has_looked_at_nothing(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    seen = Seen(moderator.press("confirm", translation_of(workshop)))

    assert seen.messages[0].startswith("Nothing was recorded")
    assert seen.tasks == ["1 text is open."]


def test_machine_text_that_nobody_has_read_is_not_confirmed(moderator, workshop):
    published(workshop)
    row = StringTranslation.objects.get(data="EN Werkstatt")
    row.translation_type = "machine"
    row.save()
    looked_at = mark(moderator, "confirm_machine", workshop)
    StringTranslation.objects.filter(data="EN Bringen Sie Zeit mit.").update(
        translation_type="machine"
    )

    seen = Seen(
        moderator.press("confirm_machine", translation_of(workshop), seen=looked_at)
    )

    row.refresh_from_db()
    assert row.translation_type == "machine"
    assert seen.messages[0].startswith("Nothing was confirmed: the texts of the")


# --- Suggestions ----------------------------------------------------------------


def test_suggestion_shows_what_changed_in_the_german(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")

    seen = opened(moderator, workshop)

    assert seen.words("#translation-suggestions summary") == [
        "Suggestions for 1 open text"
    ]
    assert seen.words(".translation-suggestions h4")[0].startswith("Lead")
    assert seen.words(".translation-suggestions ins") == ["viel"]
    assert seen.words(".translation-suggestions__text") == ["EN Bringen Sie Zeit mit."]
    assert seen.words(".translation-suggestions__origin") == [
        "Text at this place until now, 89 % alike"
    ]


def test_used_suggestion_is_saved_and_marked_as_such(moderator, workshop):
    published(workshop)
    edit(workshop, lead="Bringen Sie viel Zeit mit.")
    translation = translation_of(workshop)
    lead = segment_of(translation, "lead")

    answer = moderator.press(
        "use_suggestion",
        translation,
        segment=lead.pk,
        text="EN Bringen Sie Zeit mit.",
        seen=NOTHING,
    )

    row = StringTranslation.objects.get(translation_of=lead.string_id)
    assert (row.data, row.tool_name, row.translation_type) == (
        "EN Bringen Sie Zeit mit.",
        "translation memory",
        "manual",
    )
    assert row.last_translated_by == moderator.user
    assert answer.redirect_chain[-1][0].endswith(f"/edit/#text-{lead.pk}")
    assert Seen(answer).words("#translation-suggestions") == []


def test_suggestion_does_not_overwrite_what_somebody_has_just_saved(
    translator, moderator, workshop
):
    start(workshop)
    translation = translation_of(workshop)
    lead = segment_of(translation, "lead")
    translator.save(lead, "Allow some time.")

    answer = moderator.press(
        "use_suggestion", translation, segment=lead.pk, text="Other.", seen=NOTHING
    )

    assert Seen(answer).messages[0].startswith("Not saved: Ada Roth changed this text")
    assert StringTranslation.objects.get(context=lead.context_id).data == (
        "Allow some time."
    )


@pytest.mark.parametrize("segment", ["", "x", "999999"])
def test_suggestion_for_no_text_is_told(moderator, workshop, segment):
    start(workshop)

    answer = moderator.press(
        "use_suggestion", translation_of(workshop), segment=segment, text="Text"
    )

    assert "the original has changed here" in Seen(answer).messages[0]


def test_all_exact_matches_are_used_at_once(moderator, workshop, home):
    published(workshop)
    copy = factories.workshop(
        home, "Zweite", lead=workshop.lead, intro=str(workshop.intro)
    )
    start(copy)

    seen = Seen(moderator.press("use_exact_matches", translation_of(copy)))

    assert seen.messages == ["2 texts were taken from the translation memory."]
    assert translation_of(copy).work.open_strings == 1
    assert seen.tasks == ["1 text is open."]
