"""The weekly mail about what is left to translate."""

from datetime import date, timedelta
from io import StringIO
from smtplib import SMTPException

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from pages.models import WorkMail
from pages.roles import create_roles
from pages.translation.mail import monday
from tests import factories
from tests.translation.translating import published

pytestmark = pytest.mark.django_db


def send(**options):
    said = StringIO()
    with override("en"):
        call_command("send_translation_work", stdout=said, **options)
    return said.getvalue().strip()


def person(name, group="Translators", language="en", wanted=True, **values):
    values = {"email": f"{name}@example.org", **values}
    user = User.objects.create_user(name, **values)
    user.groups.set(Group.objects.filter(name=group))
    UserProfile.objects.create(user=user, preferred_language=language)
    WorkMail.objects.create(user=user, is_wanted=wanted)
    return user


@pytest.fixture
def site(home):
    published(home)
    create_roles()
    return home


@pytest.fixture
def work(site):
    """A page that nobody has translated."""
    return factories.standard(site, "Impressum")


def test_mail_says_how_much_is_left_and_where(work):
    person("thea", first_name="Thea", last_name="Toss")

    said = send()

    [message] = mail.outbox
    assert said == "1 mail was sent."
    assert message.to == ["thea@example.org"]
    assert message.subject == "Werkstatt: 1 translation is waiting"
    assert message.body.splitlines() == [
        "Hello Thea Toss,",
        "",
        "this is left to translate:",
        "",
        "English",
        "1 translation is waiting: 1 missing",
        "http://testserver/admin/translation-work/en/",
        "",
        (
            "You get this mail once a week, as long as there is something to do. You "
            "can switch it off in your account, under “Notifications”:"
        ),
        "http://testserver/admin/account/",
        "",
    ]


def test_mail_is_in_the_language_of_the_person(work):
    person("timo", language="de")

    send()

    [message] = mail.outbox
    assert message.subject == "Werkstatt: 1 Übersetzung wartet"
    assert "Englisch\n1 Übersetzung wartet: 1 fehlt\n" in message.body


def test_person_without_a_choice_gets_it_in_the_source_language(work):
    person("timo", language="")

    send()

    assert mail.outbox[0].subject == "Werkstatt: 1 Übersetzung wartet"


def test_name_is_written_as_it_is(work):
    person("thea", first_name="Thea & <Timo>")

    send()

    assert mail.outbox[0].body.startswith("Hello Thea & <Timo>,")


def test_each_language_of_a_person_has_its_lines(work):
    Locale.objects.create(language_code="fr")
    person("mona", group="Moderators")

    send()

    addresses = [
        line for line in mail.outbox[0].body.splitlines() if "translation-work" in line
    ]
    assert addresses == [
        "http://testserver/admin/translation-work/en/",
        "http://testserver/admin/translation-work/fr/",
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"wanted": False},
        {"is_active": False},
        {"email": ""},
        {"group": "Nobody"},
    ],
)
def test_who_does_not_want_it_or_cannot_translate_gets_none(work, values):
    person("thea", **values)

    assert send() == "0 mails were sent."
    assert mail.outbox == []


def test_nothing_to_do_is_no_mail(site):
    person("thea")

    send()

    assert mail.outbox == []
    assert WorkMail.objects.get().last_sent_on is None


def test_second_run_of_a_week_sends_nothing(work):
    person("thea")

    said = [send(), send()]

    assert said == ["1 mail was sent.", "0 mails were sent."]
    assert len(mail.outbox) == 1


def test_second_run_reaches_who_has_asked_since(work):
    person("thea")
    send()
    person("timo")
    send()

    assert [message.to for message in mail.outbox] == [
        ["thea@example.org"],
        ["timo@example.org"],
    ]


def test_forced_run_sends_again(work):
    person("thea")

    said = [send(), send(force=True)]

    assert said == ["1 mail was sent.", "1 mail was sent."]


def test_next_week_is_another_mail(work):
    person("thea")
    send()
    this_monday = monday(timezone.localdate())
    WorkMail.objects.update(last_sent_on=this_monday - timedelta(days=1))

    assert send() == "1 mail was sent."


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2031, 3, 3), date(2031, 3, 3)),
        (date(2031, 3, 9), date(2031, 3, 3)),
        (date(2031, 3, 10), date(2031, 3, 10)),
    ],
)
def test_week_begins_on_monday(day, first):
    assert monday(day) == first


def test_mail_that_fails_stops_no_other_and_is_tried_again(work, monkeypatch):
    def refuse(message):
        if message.to == ["anna@example.org"]:
            raise SMTPException("mailbox unavailable")
        return original(message)

    original = EmailMessage.send
    person("anna")
    person("thea")

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", refuse)
        with pytest.raises(CommandError, match=r"anna@example\.org"):
            send()
    first_run = [message.to for message in mail.outbox]
    send()

    assert first_run == [["thea@example.org"]]
    assert [message.to for message in mail.outbox] == [
        ["thea@example.org"],
        ["anna@example.org"],
    ]


def test_address_that_is_none_stops_no_other(work):
    person("anna", first_name="Anna", email="Anna Müller")
    person("thea")

    with pytest.raises(CommandError, match="Anna <Anna Müller>"):
        send()

    assert [message.to for message in mail.outbox] == [["thea@example.org"]]
