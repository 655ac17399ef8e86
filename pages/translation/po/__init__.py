"""Texts as gettext PO files, for translators with tools of their own.

``exporting`` writes the files, ``files`` reads them whatever a tool has made of them,
``importing`` decides on each text (``decisions``) and saves the good ones at once.

Each entry carries in its context the translation it belongs to and the place there,
and in a comment the state of the translated text at the time. So one file can hold
several pages, and nobody overwrites what somebody else has written in the meantime.
"""
