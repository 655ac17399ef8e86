"""What wagtail-localize does not do: keep translations true to their originals.

wagtail-localize cuts an original into strings and keeps what translators make of each
(the editor is its own). This package decides what a translation says:

- ``snapshots`` cuts an original again when it has changed,
- ``texts`` finds for each string of today the translation of yesterday,
- ``writing`` writes facts and texts onto a translation,
- ``following`` does that whenever an original is published, hidden, moved or deleted,
- ``publishing`` when a translator publishes, ``starting`` when a translation begins.

And who may do that: ``permissions`` knows the languages of a person, ``guards`` stand
before the views of wagtail-localize, ``snippets`` and ``tree`` before Wagtail's own.

Facts follow at once. Texts that nobody has translated never look as if somebody had.
"""
