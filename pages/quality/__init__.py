"""What is wrong with the content: found by plain functions, kept in a table.

- ``content`` reads an object: its headings, pictures, links, addresses.
- ``known`` looks up, for many objects at once, what these refer to.
- ``checks`` are functions from a subject to problems. ``registry`` knows them all.
- ``refreshing`` compares what they say with the table, and changes the table.
- ``receivers`` does that whenever something is published, changed or deleted.
- ``report`` shows the table.
"""
