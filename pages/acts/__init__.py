"""Cancelling, postponing and moving online: one act, said in all languages, undoable.

- ``kinds`` says what each act changes in a workshop, ``wording`` proposes its texts,
- ``publishing`` makes it public beside a draft that stays a draft,
- ``acting`` does the act, ``undoing`` takes it back, ``records`` is what both know.
"""
