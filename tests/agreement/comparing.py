"""Asks every output for its programme and compares it with the one value."""

from django.urls import reverse
from django.utils.translation import override

from pages.calendars import wording
from tests.agreement.calendar import as_told, read_calendar
from tests.agreement.linked_data import read_linked_data
from tests.agreement.page import read_page
from tests.agreement.pdf import as_printed, read_pdf
from tests.agreement.rows import as_named, expected
from tests.agreement.text import read_text


def get(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content


def disagreements(client, page):
    """What an output tells otherwise than the programme: missing and invented rows."""
    language = page.locale.language_code
    with override(language):
        page.mark_foreign_words()
        outputs = dict(outputs_of(client, page))
    return {
        name: (wanted - told, told - wanted)
        for name, (wanted, told) in outputs.items()
        if wanted != told
    }


def outputs_of(client, page):
    programme, day = page.programme, page.local_start.date().isoformat()
    code = page.short_link.code
    written = expected(programme, computed_ends=False)
    html = get(client, page.url).decode()
    yield "page", (written, set(read_page(html, day)))
    text = get(client, reverse("programme_text", args=[code])).decode()
    yield "text", (written, set(read_text(text, day)))
    pdf = get(client, reverse("programme_pdf", args=[code]))
    yield "PDF", (set(map(as_printed, written)), set(read_pdf(pdf, day)))
    sessions = expected(programme, computed_ends=True, breaks=False)
    yield "JSON-LD", (set(map(as_named, sessions)), set(read_linked_data(html)))
    timed = expected(programme, computed_ends=True, untimed=False)
    content = get(client, reverse("calendar_programme", args=[page.translation_key]))
    told = read_calendar(
        content, wording.summary(page, ""), wording.place_in_words(page)
    )
    yield "calendar", (set(map(as_told, timed)), set(told))
