"""Atom feeds (RFC 4287) of news, of a project and of changes of workshops.

- ``entries`` reads from pages what a feed says of them, as values,
- ``writing`` makes a feed of values, ``views`` answers with it,
- ``links`` says where feeds are, for the head of each page.
"""
