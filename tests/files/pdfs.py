"""PDF files made by hand: whole, locked, cut off, tagged or not, and bombs."""

import zlib
from hashlib import md5

from pages.pdf.checking import check
from tests import factories

PADDING = bytes.fromhex(
    "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a"
)
IDENTITY = b"0123456789abcdef"
# All is allowed but what ISO 32000-1 has at bit 10: taking out text for assistance.
NO_SCREEN_READERS = (0xFFFFFFFF ^ (1 << 9)) - (1 << 32)
ALL_ALLOWED = -4

TEXT = b"BT /F1 12 Tf 20 50 Td (Hello) Tj ET"
BOX = b"0 0 50 50 re f"


def stream(content, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (
        len(content),
        entries,
        content,
    )


def written(objects, trailer=b""):
    """A file of these objects, the first of which is the catalog."""
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def pdf(*contents, catalog=b"", trailer=b"", more=(), entries=b""):
    """A file with a page for each content stream; without any, one page of text."""
    contents = contents or (TEXT,)
    pages = [4 + 2 * number for number in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page, content in zip(pages, contents, strict=True):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (page + 1),
            stream(content, entries),
        ]
    return written([*objects, *more], trailer)


def accessible_pdf(*contents, title=b"Ein Titel", language=b"de-DE"):
    """Tagged, with title, language and a bookmark; a machine finds no obstacle."""
    number = 4 + 2 * (len(contents) or 1)
    catalog = b"/MarkInfo << /Marked true >> /Lang (%s) /Outlines %d 0 R" % (
        language,
        number + 1,
    )
    more = [
        b"<< /Title (%s) >>" % title,
        b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 1 >>"
        % (number + 2, number + 2),
        b"<< /Title (Anfang) /Parent %d 0 R /Dest [4 0 R /Fit] >>" % (number + 1),
    ]
    trailer = b"/Info %d 0 R" % number
    return pdf(*contents, catalog=catalog, more=more, trailer=trailer)


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    output = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        output.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(output)


def repeatedly(key, data):
    for number in range(20):
        data = rc4(bytes(byte ^ number for byte in key), data)
    return data


def digest(data, times=51):
    for _number in range(times):
        data = md5(data, usedforsecurity=False).digest()
    return data


def padded(password):
    return (password + PADDING)[:32]


def locked_pdf(password=b"geheim", allowed=ALL_ALLOWED):
    """Encrypted (ISO 32000-1, 7.6.3, revision 3); opens freely without a password."""
    owner = repeatedly(digest(padded(b"owner")), padded(password))
    rights = allowed.to_bytes(4, "little", signed=True)
    key = digest(padded(password) + owner + rights + IDENTITY)
    user = repeatedly(key, digest(PADDING + IDENTITY, 1)) + bytes(16)
    salted = digest(key + (5).to_bytes(3, "little") + bytes(2), 1)
    lock = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P %d /O <%s> /U <%s> >>" % (
        allowed,
        owner.hex().encode(),
        user.hex().encode(),
    )
    trailer = b"/Encrypt 6 0 R /ID [<%s> <%s>]" % ((IDENTITY.hex().encode(),) * 2)
    return pdf(rc4(salted, TEXT), trailer=trailer, more=[lock])


def squeezed(size):
    """So many blanks, compressed twice."""
    squeeze = zlib.compressobj(9)
    parts = [squeeze.compress(b" " * 1_000_000) for _number in range(size // 1_000_000)]
    return zlib.compress(b"".join([*parts, squeeze.flush()]), 9)


def page_bomb(size):
    """A PDF that opens, and whose page grows without measure."""
    return pdf(squeezed(size), entries=b"/Filter [/FlateDecode /FlateDecode]")


def opening_bomb(size):
    """A PDF whose table of objects grows when it is opened (ISO 32000-1, 7.5.8)."""
    entries = (
        b"/Type /XRef /Size 2000000000 /W [1 2 1] /Root 1 0 R "
        b"/Filter [/FlateDecode /FlateDecode]"
    )
    body = b"%PDF-1.7\n1 0 obj\n" + stream(squeezed(size), entries) + b"\nendobj\n"
    return body + b"startxref\n9\n%%EOF\n"


def checked(content, **values):
    """A document in the site, which has been checked."""
    document = factories.document("Plan", "plan.pdf", content, **values)
    check(document)
    return document
