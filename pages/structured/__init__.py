"""What a page is, in the words of schema.org, for search engines and other programs.

Pure functions from values to dictionaries; times and people come from the ``Programme``
value that the page itself is written from.

- ``parts`` people, organisations, places, grants, and links to other parts,
- ``event``, ``collections``, ``article`` what a page of each type is about, and
  ``programme`` the sessions of an event, ``former`` the dates that it once had,
- ``graph`` puts them together and writes them into the page.
"""
