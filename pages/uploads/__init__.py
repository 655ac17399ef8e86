"""What is uploaded: refused with one sentence unless it is what its name says.

``fields`` are the form fields of files, ``forms`` what Wagtail's views build theirs on:
whether one file is added or many, replaced, or uploaded beside a page. The import of
content uses the same fields.
"""
