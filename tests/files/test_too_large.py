"""A gigabyte of zeros fills neither the memory nor the disk."""

import json
import os
import sys
from subprocess import run

import pytest
from django.conf import settings
from django.urls import reverse

from tests.files.ways import upload

# A process of its own, whose memory nobody else has used.
PROGRAM = """
import json, os, resource
import django
from django.core.files import temp as tempfile
django.setup()
from django.core.handlers.wsgi import WSGIRequest

kept = {}
original = tempfile.NamedTemporaryFile

def measured(*args, **kwargs):
    file = original(*args, **kwargs)
    kept["path"] = file.name
    return file

tempfile.NamedTemporaryFile = measured
size = 1_000_000_000
start = (
    b'--b\\r\\nContent-Disposition: form-data; name="file"; filename="zeros.pdf"\\r\\n'
    b"Content-Type: application/pdf\\r\\n\\r\\n"
)
end = b"\\r\\n--b--\\r\\n"

class Body:
    # What a browser sends, made as it is read.
    sent = 0
    readline = None
    def read(self, amount=-1):
        total = len(start) + size + len(end)
        amount = min(amount, total - self.sent)
        at, self.sent = self.sent, self.sent + amount
        if at >= len(start) and self.sent <= len(start) + size:
            return bytes(amount)
        whole = start + bytes(min(size, 70_000)) + end
        if at < len(start):
            return whole[at:at + amount]
        tail = b"\\0" * 70_000 + end
        left = total - at
        return tail[len(tail) - left:len(tail) - left + amount]

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
request = WSGIRequest({
    "REQUEST_METHOD": "POST", "PATH_INFO": "/", "wsgi.input": Body(),
    "CONTENT_TYPE": "multipart/form-data; boundary=b",
    "CONTENT_LENGTH": str(len(start) + size + len(end)),
})
file = request.FILES["file"]
from pages.uploads.fields import DocumentField
from django.core.exceptions import ValidationError
from django.utils.translation import override
with override("en"):
    try:
        DocumentField().clean(file)
    except ValidationError as error:
        sentence = error.messages
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({
    "sentence": sentence,
    "grown": after - before,
    "on_disk": os.path.getsize(kept["path"]) if os.path.exists(kept["path"]) else 0,
}))
"""


def test_gigabyte_of_zeros_is_refused_and_not_kept():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}

    finished = run(
        [sys.executable, "-c", PROGRAM],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.stderr == ""
    measured = json.loads(finished.stdout)

    assert measured["sentence"] == [
        "“zeros.pdf” was not stored: it has 1000.00 MB, at most 50 MB are allowed."
    ]
    assert measured["grown"] < 60_000  # kilobytes
    assert measured["on_disk"] <= 50_000_000


@pytest.mark.parametrize(("app", "limit"), [("wagtaildocs", 50), ("wagtailimages", 20)])
def test_browser_knows_the_limit_as_it_was_set(english, app, limit):
    html = english.get(reverse(f"{app}:add_multiple")).content.decode()

    assert f"The file was not stored: at most {limit} MB are allowed." in html


def test_text_without_end_is_a_bad_request(english):
    answer = english.post(reverse("wagtaildocs:add"), {"title": "a" * 3_000_000})

    assert answer.status_code == 400


def test_files_without_number_are_a_bad_request(english):
    files = {f"file{number}": upload("a.pdf", b"") for number in range(101)}

    answer = english.post(reverse("wagtaildocs:add"), files)

    assert answer.status_code == 400
