"""Workshops as calendars (RFC 5545, RFC 7986), each page from its `Programme` value.

- ``zones``, ``writing``, ``wording``, ``events``: pure functions from a workshop and
  what was told of it before to an ``icalendar.Calendar`` and its bytes,
- ``facts``, ``states``, ``receivers``: what is remembered of each event, so that
  SEQUENCE is raised when time, place or status changes, and only then,
- ``feeds``, ``views``, ``urls``: what is asked of the database, and the answers,
- ``links``: what pages say about their calendars.
"""
