"""Forms of facts that translators chose, as wagtail-localize stores them."""

from wagtail_localize.models import SegmentOverride

from pages.translation.snapshots import Snapshot

__all__ = ["drop_outdated_overrides"]


def drop_outdated_overrides(snapshot: Snapshot) -> None:
    """Forget the forms of facts that have changed: a fact is what the original says.

    An English room name would otherwise outlive the room. Addresses are no facts.
    """
    now = snapshot.forms
    outdated = [
        path
        for path, value in snapshot.forms_before.items()
        if path != "slug" and now.get(path) != value
    ]
    if outdated:
        SegmentOverride.objects.filter(
            context__object_id=snapshot.source.object_id, context__path__in=outdated
        ).delete()
