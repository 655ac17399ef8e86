"""From Wagtail's and Django's many signals to one event, ``content_changed``.

Wagtail's own signals leave gaps: no signal for a page whose parent got a new slug, for
a restriction, for a new alias; ``page_published`` for a page that is only scheduled;
several signals for one publication. So this package does not repeat them. It compares
what visitors could see before a transaction with what they can see after it:

- ``receivers`` notes each object that is about to change, with its state until then,
- ``transaction`` keeps the notes until the commit and forgets what is rolled back,
- ``pages`` and ``objects`` compare, and say in one change per object what happened.

Of several things that happened to one object in one transaction the strongest is told:
deleted, unpublished, published for the first time, moved, access, published again,
changed. What cancels out (published and unpublished, created and deleted) is not told,
nor is what happens to drafts.

Not noticed is what sends no signal: ``QuerySet.update``, ``bulk_create``, SQL.
"""

from cms.publishing.receivers import connect

__all__ = ["connect"]
