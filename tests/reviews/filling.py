"""The two forms in which people plan looks: that of the page, and the button's."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.translation.people import browser

__all__ = ["edit", "fields_of", "form_of", "people_offered", "review"]

INPUTS = "input[name^=review_], input[name^=initial-review_]"


def form_of(page, **values):
    """What the form of a simple page sends."""
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": page.lead,
            "body": streamfield([]),
            "page_documents": inline_formset([]),
            "page_contacts": inline_formset([]),
            "change_notes": inline_formset([]),
            "comments": inline_formset([]),
            **values,
        }
    )


def edit(user, page, opened=None, **values):
    """Save the form of a page, as somebody has opened it before."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = opened or fields_of(user, page)
    accept = values.pop("accept", "text/html")
    data = form_of(page, **{**opened, **values})
    return browser(user).post(address, data, headers={"Accept": accept})


def fields_of(user, page):
    """What the form sends about reviews if nobody touches it."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = BeautifulSoup(browser(user).get(address).content, "html.parser")
    fields = {one["name"]: one.get("value", "") for one in html.select(INPUTS)}
    chosen = html.select_one("[name=review_person] option[selected]")
    return {**fields, "review_person": chosen["value"] if chosen else ""}


def people_offered(user, address):
    html = BeautifulSoup(browser(user).get(address).content, "html.parser")
    options = html.select("[name$=person] option")
    return [one.text.strip() for one in options if one["value"]]


def review(user, page, **values):
    address = reverse("page_review", args=[page.pk])
    return browser(user).post(address, values)
