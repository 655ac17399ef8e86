"""The mail about pages that somebody should look at again."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPException

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from pages.models import PageReview
from tests import factories

pytestmark = pytest.mark.django_db


def send():
    said = StringIO()
    with override("en"):
        call_command("send_review_reminders", stdout=said)
    return said.getvalue().strip()


def due(home, person, title="Impressum", days=0, **values):
    """A page whose look is due since so many days."""
    page = factories.standard(home, title, **values)
    day = timezone.localdate() - timedelta(days=days)
    return PageReview.objects.create(page=page, person=person, due_on=day)


def test_mail_lists_all_due_pages_with_their_forms(home, person):
    eva = person("eva", first_name="Eva", last_name="O'Neill & Söhne")
    first = due(home, eva, "Impressum", days=2)
    second = due(home, eva, "Datenschutz")
    due(home, eva, "Später", days=-1)

    said = send()

    [message] = mail.outbox
    admin = "http://testserver/admin"
    assert said == "1 mail was sent."
    assert message.to == ["eva@example.org"]
    assert message.subject == "Werkstatt: 2 pages should be looked at again"
    assert message.body.startswith("Hello Eva O'Neill & Söhne,")
    assert [line for line in message.body.splitlines() if line.startswith("http")] == [
        f"{admin}/pages/{first.page_id}/edit/",
        f"{admin}/pages/{second.page_id}/edit/",
        f"{admin}/reports/reviews/",
    ]


def test_mail_is_in_the_language_of_the_person(home, person):
    due(home, person("eva", language="de"))

    send()

    [message] = mail.outbox
    assert message.subject == "Werkstatt: 1 Seite sollte wieder angesehen werden"


def test_each_person_gets_one_mail(home, person):
    for name in ("eva", "udo"):
        for number in range(3):
            due(home, person(f"{name}{number}") if number > 1 else None, name)
    two = person("zoe")
    due(home, two, "Eins")
    due(home, two, "Zwei")

    send()

    assert [message.to for message in mail.outbox] == [
        ["eva2@example.org"],
        ["udo2@example.org"],
        ["zoe@example.org"],
    ]


def test_second_run_on_a_day_sends_nothing(home, person):
    due(home, person("eva"))

    assert [send(), send()] == ["1 mail was sent.", "0 mails were sent."]


@pytest.mark.parametrize(("days", "mails"), [(1, 0), (6, 0), (7, 1)])
def test_page_that_stays_due_is_told_again_after_a_week(home, person, days, mails):
    review = due(home, person("eva"), days=30)
    review.reminded_on = timezone.localdate() - timedelta(days=days)
    review.save()

    send()

    assert len(mail.outbox) == mails


def test_page_that_falls_due_in_the_week_is_told_alone(home, person):
    eva = person("eva")
    due(home, eva, "Gestern gesagt", days=1)
    PageReview.objects.update(reminded_on=timezone.localdate() - timedelta(days=1))
    due(home, eva, "Heute fällig")

    send()

    [message] = mail.outbox
    assert "Heute fällig" in message.body
    assert "Gestern gesagt" not in message.body


@pytest.mark.parametrize("values", [{"is_active": False}, {"email": ""}])
def test_who_cannot_read_it_gets_no_mail(home, person, values):
    due(home, person("eva", **values))

    assert send() == "0 mails were sent."


def test_page_that_is_not_public_is_no_matter(home, person):
    due(home, person("eva"), live=False)

    assert send() == "0 mails were sent."


def test_mail_that_fails_stops_no_other_and_is_tried_again(home, person, monkeypatch):
    due(home, person("anna"))
    due(home, person("eva"))
    original = EmailMessage.send

    def refuse(message):
        if message.to == ["anna@example.org"]:
            raise SMTPException("mailbox unavailable")
        return original(message)

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", refuse)
        with pytest.raises(CommandError, match=r"anna@example\.org"):
            send()
    first_run = [message.to for message in mail.outbox]
    send()

    assert first_run == [["eva@example.org"]]
    assert [message.to for message in mail.outbox[1:]] == [["anna@example.org"]]


def test_address_that_is_none_stops_no_other(home, person):
    wrong = person("anna", first_name="Anna", email="Anna Müller")
    due(home, wrong)
    due(home, person("eva"))

    with pytest.raises(CommandError, match="Anna <Anna Müller>"):
        send()

    assert [message.to for message in mail.outbox] == [["eva@example.org"]]
    assert PageReview.objects.get(person=wrong).reminded_on is None


def test_who_may_not_edit_the_page_is_told_nothing_of_it(home, person):
    eva = person("eva")
    due(home, eva, "Geheim")
    eva.groups.clear()
    eva.user_permissions.add(Permission.objects.get(codename="access_admin"))

    assert send() == "0 mails were sent."


def test_who_cannot_open_the_admin_gets_no_mail(home, person):
    due(home, person("eva"))
    Group.objects.get(name="Editors").permissions.clear()

    assert send() == "0 mails were sent."


def test_alias_is_told_of_by_its_original(home, person):
    review = due(home, person("eva"))
    alias = review.page.specific.create_alias(parent=home, update_slug="alias")
    PageReview.objects.update(page=alias)

    assert send() == "0 mails were sent."


@pytest.mark.parametrize("amount", [1, 9])
def test_mail_asks_as_much_for_any_number_of_pages(home, person, amount):
    eva = person("eva")
    for number in range(amount):
        due(home, eva, f"Seite {number}")

    with CaptureQueriesContext(connection) as asked:
        send()

    assert len(mail.outbox) == 1
    assert len(asked) == 8
