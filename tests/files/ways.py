"""The ways by which a file comes into the site, driven as a browser drives them.

Each returns the status and what the person is told: "" if the file was taken.
"""

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from tests import factories

BOUNDARY = "boundary7"


def upload(name, content):
    return SimpleUploadedFile(name, content)


def values(**more):
    root = Collection.get_first_root_node()
    return {"title": "Titel", "collection": root.pk, "tags": "", **more}


def of_form(response):
    if response.status_code == 302:
        return 302, ""
    return response.status_code, messages(response.content)


def messages(html):
    """What a form says of its fields, in the language of who reads it."""
    found = BeautifulSoup(html, "html.parser").select(".error-message")
    return " ".join(message.get_text(" ", strip=True) for message in found)


def single(client, app, name, content):
    place = reverse(f"{app}:add")
    return of_form(client.post(place, values(file=upload(name, content))))


def replacing(client, app, name, content):
    make = factories.document if app == "wagtaildocs" else factories.image
    place = reverse(f"{app}:edit", args=[make().pk])
    return of_form(client.post(place, values(file=upload(name, content))))


def multiple(client, app, name, content):
    place = reverse(f"{app}:add_multiple")
    given = values(**{"files[]": upload(name, content)})
    answer = client.post(place, given, headers={"X-Requested-With": "XMLHttpRequest"})
    return answer.status_code, answer.json().get("error_message", "")


def chooser(client, app, name, content):
    """The tab “Upload” of the window in which one chooses a file for a page."""
    prefix = {"wagtaildocs": "document", "wagtailimages": "image"}[app]
    names = {f"{prefix}-chooser-upload-{key}": value for key, value in values().items()}
    names[f"{prefix}-chooser-upload-file"] = upload(name, content)
    answer = client.post(reverse(f"{app}_chooser:create"), names)
    step = answer.json()
    if step["step"] == "chosen":
        return answer.status_code, ""
    return answer.status_code, messages(step["htmlFragment"])


WAYS = (single, multiple, replacing, chooser)


def raw(client, app, header, content):
    """A single upload whose header names the file just so."""
    fields = "".join(
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; "
        f'name="{key}"\r\n\r\n{value}\r\n'
        for key, value in values().items()
    )
    start = (
        f"{fields}--{BOUNDARY}\r\nContent-Disposition: form-data; "
        f'name="file"; filename="{header}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = start.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return client.generic("POST", reverse(f"{app}:add"), body, content_type=kind)


def portrait(client, app, name, content):
    """A person's own picture, in the account."""
    given = {
        "name_email-first_name": "Jo",
        "name_email-last_name": "Doe",
        "name_email-email": "jo@stadt.example",
        "locale-preferred_language": "en",
        "locale-current_time_zone": "Europe/Berlin",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "avatar-avatar": upload(name, content),
    }
    return of_form(client.post(reverse("wagtailadmin_account"), given))
