"""A PDF as heavy as the flyer of the reference page."""

import os
from io import BytesIO

import pypdfium2

A4 = (595, 842)


def flyer(pages=4, size=1_330_000):
    """A PDF with so many empty pages and, nearly, so many bytes."""
    ballast = os.urandom(size)  # which no compression makes lighter
    pdf = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        pdf.new_page(*A4).close()
    pdf.new_attachment("ballast.bin").set_data(ballast)
    content = BytesIO()
    pdf.save(content)
    pdf.close()
    return content.getvalue()
