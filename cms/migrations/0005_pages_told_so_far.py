"""What is public now was public before there was an outbox, so it is no news."""

from django.db import migrations

STEP = 4


def remember(apps, schema_editor):
    page = apps.get_model("wagtailcore", "Page")
    restriction = apps.get_model("wagtailcore", "PageViewRestriction")
    told_page = apps.get_model("cms", "ToldPage")
    hidden = set(restriction.objects.values_list("page__path", flat=True))
    rows = page.objects.filter(live=True, depth__gt=1).values_list("pk", "path")
    # Their addresses are learned later: they depend on code, which changes.
    told_page.objects.bulk_create(
        (told_page(page_id=pk) for pk, path in rows if not is_below(path, hidden)),
        batch_size=500,
        ignore_conflicts=True,
    )


def is_below(path, hidden):
    return any(path[:end] in hidden for end in range(STEP, len(path) + 1, STEP))


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0004_outbox"),
        ("wagtailcore", "0040_page_draft_title"),
    ]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
