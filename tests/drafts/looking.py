"""An editor who looks at a preview, and the front end that is shown in it."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.test import Client, RequestFactory

from cms.models import SiteSettings

FRONT_END = "https://front.example/preview/"
SOURCE = re.compile(r'<iframe[^>]*\ssrc="([^"]*)"', re.DOTALL)


def set_front_end(site, address=FRONT_END):
    found, _is_new = SiteSettings.objects.update_or_create(
        site=site, defaults={"front_end_preview": address}
    )
    return found


class Looking:
    """What a person sees who looks at a preview."""

    def __init__(self, response):
        self.response = response
        self.html = response.content.decode()
        found = SOURCE.search(self.html)
        self.address = unescape(found[1]) if found else ""
        query = parse_qs(urlsplit(self.address).query)
        self.parameters = {name: value for name, [value] in query.items()}
        self.token = self.parameters.get("token", "")


def look(person, instance, mode=None):
    """Look at an object as it is in a person's form."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    request = RequestFactory().get("/admin/")
    request.META["HTTP_COOKIE"] = f"{settings.SESSION_COOKIE_NAME}={cookie}"
    vars(instance).pop("front_ends", None)
    mode = instance.default_preview_mode if mode is None else mode
    extra = {"in_preview_panel": True, "is_editing": True}
    return Looking(instance.make_preview_request(request, mode, extra))
