"""Whatever people write goes out in a PO file and comes back as it was."""

import polib
import pytest
from django.db import transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from wagtail_localize.strings import StringValue

from pages.translation.checking import check, is_refused
from pages.translation.po.files import read_po
from pages.translation.snapshots import take_snapshot
from tests.translation.exchange import begun, exported, imported, stored, translator

SIGNS = (
    '\\ \\n \\" " \n \r \t \v \f \x1c \x85 \u2028 \u00a0 #~ msgid "" < & {} % ä 漢 😀'
)
TEXTS = st.lists(
    st.sampled_from(SIGNS.split(" ")) | st.just(" ") | st.text(max_size=8), max_size=12
).map(lambda parts: "".join(parts).replace("\x00", ""))
HTML = TEXTS.map(lambda text: StringValue.from_plaintext(text).data)


@given(st.lists(st.tuples(HTML, HTML, HTML), min_size=1, max_size=4))
def test_any_text_survives_in_a_file(texts):
    po = polib.POFile(wrapwidth=0)
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for number, (german, former, english) in enumerate(texts):
        po.append(
            polib.POEntry(
                msgctxt=f"{number}",
                msgid=f"{number}{german}",
                previous_msgid=former,
                msgstr=english,
            )
        )

    found = read_po(str(po).encode())

    assert [(e.msgid, e.previous_msgid, e.msgstr) for e in found] == [
        (f"{number}{german}", former, english)
        for number, (german, former, english) in enumerate(texts)
    ]


@pytest.fixture
def workshop(home):
    return begun(home)


@pytest.fixture
def user(home, django_user_model):
    return translator(django_user_model)


@pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning")
@pytest.mark.django_db
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
    ],
)
@given(german=TEXTS, english=HTML)
def test_any_translation_comes_back_as_it_was(workshop, user, german, english):
    with transaction.atomic():
        workshop.lead = german
        workshop.save()
        take_snapshot(workshop)
        po = exported(workshop)
        entry = next((e for e in po if e.msgctxt.endswith(":lead")), None)
        assume(entry and not is_refused(check(entry.msgid, english)))
        entry.msgstr = english

        first, second = imported(po, user), imported(exported(workshop), user)

        assert (first.saved, second.saved, second.unchanged) == (1, 0, 1)
        assert list(stored(workshop).values()) == [english]
        transaction.set_rollback(True)
