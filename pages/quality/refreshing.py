"""Brings the table of findings up to date with some objects, or with all."""

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from pages.models.quality import CheckedObject, ExternalAddress, Finding
from pages.progress import Progress
from pages.quality.known import digest_of
from pages.quality.registry import KINDS, Problem, Subject, problems_of
from pages.quality.subjects import (
    Key,
    all_keys,
    content_type_of,
    key_of,
    subjects,
)

__all__ = ["refresh", "refresh_all"]

logger = logging.getLogger(__name__)

PORTION = 100


def refresh_all(progress: Progress, task: str) -> int:
    """Check everything; return how many findings there are."""
    keys = all_keys()
    portions = [keys[at : at + PORTION] for at in range(0, len(keys), PORTION)]
    for portion in progress.over(portions, task):
        refresh(portion)
    forget_all_but(keys)
    ExternalAddress.objects.filter(users=None).delete()
    return Finding.objects.filter(kind__in=KINDS).count()


def refresh(keys: Sequence[Key]) -> None:
    """Check some objects; forget of what is not public any more.

    One that cannot be checked is logged and left as it was, the others are checked.
    """
    try:
        refresh_together(keys)
    except Exception:
        if len(keys) == 1:
            logger.exception("%s %s was not checked.", *keys[0])
            return
        for key in keys:
            refresh([key])


def refresh_together(keys: Sequence[Key]) -> None:
    """Check some objects, or raise if any of them cannot be checked.

    The number of queries depends on the number of models, not on that of objects.
    """
    # What is stored does not depend on who happens to save something.
    with override(settings.LANGUAGE_CODE):
        found = {key_of(one.instance): one for one in subjects(keys)}
        problems = {key: list(problems_of(one)) for key, one in found.items()}
        titles = {key: str(one.instance)[:255] for key, one in found.items()}
    noted = {
        key for key, one in found.items() if problems[key] or one.content.addresses
    }
    with transaction.atomic():
        rows = rows_of(keys)
        gone = [row.pk for key, row in rows.items() if key not in noted]
        if gone:
            CheckedObject.objects.filter(pk__in=gone).delete()
        rows = save_rows(
            {key: row for key, row in rows.items() if key in noted},
            {key: found[key] for key in noted},
            titles,
        )
        save_findings({rows[key].pk: problems[key] for key in noted})
        save_addresses({rows[key].pk: found[key] for key in noted})


def rows_of(keys: Iterable[Key]) -> dict[Key, CheckedObject]:
    numbers: dict[int, set[int]] = {}
    labels: dict[int, str] = {}
    for label, pk in keys:
        kind = content_type_of(label).pk
        numbers.setdefault(kind, set()).add(pk)
        labels[kind] = label
    return {
        (labels[kind], row.object_id): row
        for kind, pks in numbers.items()
        for row in CheckedObject.objects.select_for_update().filter(
            content_type=kind, object_id__in=pks
        )
    }


def save_rows(
    rows: dict[Key, CheckedObject], found: dict[Key, Subject], titles: dict[Key, str]
) -> dict[Key, CheckedObject]:
    new = {
        key: new_row(key, one, titles[key])
        for key, one in found.items()
        if key not in rows
    }
    # Another process may just have written the same one.
    CheckedObject.objects.bulk_create(new.values(), ignore_conflicts=True)
    renamed = [row for key, row in rows.items() if row.title != titles[key]]
    for key, row in rows.items():
        row.title = titles[key]
    CheckedObject.objects.bulk_update(renamed, ["title"])
    return {**rows, **(rows_of(new) if new else {})}


def new_row(key: Key, subject: Subject, title: str) -> CheckedObject:
    label, pk = key
    instance: Any = subject.instance
    return CheckedObject(
        content_type=content_type_of(label),
        object_id=pk,
        page_id=pk if isinstance(instance, Page) else None,
        locale_id=getattr(instance, "locale_id", None),
        title=title,
    )


def save_findings(problems: dict[int, list[Problem]]) -> None:
    """Replace the findings of rows, but keep those that are still true: their date."""
    stored = {
        (row.subject_id, row.kind, row.place, repr(sorted(row.data.items()))): row
        for row in Finding.objects.filter(subject__in=problems)
    }
    wanted = {
        (pk, one.kind, one.place, repr(sorted(one.data.items()))): one
        for pk, found in problems.items()
        for one in found
    }
    outdated = [row.pk for key, row in stored.items() if key not in wanted]
    if outdated:
        Finding.objects.filter(pk__in=outdated).delete()
    now = timezone.now()
    Finding.objects.bulk_create(
        Finding(
            subject_id=key[0],
            kind=one.kind,
            place=one.place,
            data=one.data,
            found_at=now,
        )
        for key, one in wanted.items()
        if key not in stored
    )


def save_addresses(found: dict[int, Subject]) -> None:
    """Note which addresses of other websites stand in which object."""
    used = {
        (pk, digest_of(address.url)): address.url
        for pk, subject in found.items()
        for address in subject.content.addresses
    }
    urls = {digest: url for (_pk, digest), url in used.items()}
    ExternalAddress.objects.bulk_create(
        (ExternalAddress(digest=digest, url=url) for digest, url in urls.items()),
        ignore_conflicts=True,
    )
    rows = ExternalAddress.objects.filter(digest__in=urls)
    keys = dict(rows.values_list("digest", "pk"))
    through = CheckedObject.addresses.through
    wanted = {(pk, keys[digest]) for pk, digest in used}
    links = through.objects.filter(checkedobject__in=found)
    stored = {(row.checkedobject_id, row.externaladdress_id): row.pk for row in links}
    outdated = [pk for pair, pk in stored.items() if pair not in wanted]
    if outdated:
        through.objects.filter(pk__in=outdated).delete()
    through.objects.bulk_create(
        (
            through(checkedobject_id=pk, externaladdress_id=address)
            for pk, address in sorted(wanted - stored.keys())
        ),
        ignore_conflicts=True,
    )


def forget_all_but(keys: Iterable[Key]) -> None:
    """Delete what is known of objects that no signal told us of."""
    live = {(content_type_of(label).pk, pk) for label, pk in set(keys)}
    rows = CheckedObject.objects.values_list("pk", "content_type", "object_id")
    gone = [pk for pk, kind, number in rows if (kind, number) not in live]
    for at in range(0, len(gone), PORTION):
        CheckedObject.objects.filter(pk__in=gone[at : at + PORTION]).delete()
    Finding.objects.exclude(kind__in=KINDS).delete()
