import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

import cms.languages
import search.models

# On PostgreSQL words are found in the column "vector", parts of words by trigrams.
FOR_POSTGRESQL = [
    "CREATE INDEX search_entry_vector ON search_entry USING gin (vector)",
    "CREATE INDEX search_word_parts ON search_word USING gin (word gin_trgm_ops)",
]
# On SQLite they stand as stems in a table of FTS5, under the numbers of the entries.
FOR_SQLITE = [
    """CREATE VIRTUAL TABLE search_stems USING fts5(
        title, names, summary, text, tokenize = 'unicode61 remove_diacritics 0')""",
]
FROM_POSTGRESQL = ["DROP INDEX search_word_parts", "DROP INDEX search_entry_vector"]
FROM_SQLITE = ["DROP TABLE search_stems"]


def add_index(apps, schema_editor):
    execute(schema_editor, {"postgresql": FOR_POSTGRESQL, "sqlite": FOR_SQLITE})


def remove_index(apps, schema_editor):
    execute(schema_editor, {"postgresql": FROM_POSTGRESQL, "sqlite": FROM_SQLITE})


def execute(schema_editor, statements):
    for statement in statements.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pages", "0006_reviews_and_quality"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Synonyms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=cms.languages.language_choices,
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Words or groups of words that mean the same, separated by commas. For example “council, town council, city council”.",
                        verbose_name="words",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ["language", "words"],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("page", "Pages"),
                            ("workshop", "Workshops"),
                            ("news", "News"),
                            ("person", "People"),
                            ("document", "Documents"),
                        ],
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                ("key", models.CharField(max_length=255)),
                ("title", models.TextField()),
                ("names", models.TextField(blank=True)),
                ("summary", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("text_language", models.CharField(max_length=12)),
                (
                    "vector",
                    django.contrib.postgres.search.SearchVectorField(
                        editable=False, null=True
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pages.sitedocument",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of the search",
                "verbose_name_plural": "entries of the search",
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("detail", models.TextField(blank=True)),
                ("date", models.DateField(null=True)),
                ("over_at", models.DateTimeField(null=True)),
                ("updated_on", models.DateField(null=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="search.entry",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.page",
                    ),
                ),
            ],
            options={
                "verbose_name": "place of an entry of the search",
                "verbose_name_plural": "places of entries of the search",
            },
        ),
        migrations.CreateModel(
            name="PromotedResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=cms.languages.language_choices,
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Shown when somebody searches exactly this, in any spelling of umlauts. Several searches are separated by commas.",
                        verbose_name="searched words",
                    ),
                ),
                ("url", models.URLField(blank=True, verbose_name="or address")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="That of the page or document if left empty.",
                        max_length=255,
                        verbose_name="title",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True, max_length=300, verbose_name="description"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="order",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pages.sitedocument",
                        verbose_name="or document",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "promoted result",
                "verbose_name_plural": "promoted results",
                "ordering": ["language", "order", "words", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchedWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                (
                    "words",
                    models.CharField(max_length=100, verbose_name="searched words"),
                ),
                (
                    "month",
                    models.DateField(
                        default=search.models.first_of_month, verbose_name="month"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(default=0, verbose_name="searches"),
                ),
                (
                    "results",
                    models.PositiveIntegerField(default=0, verbose_name="results"),
                ),
            ],
            options={
                "verbose_name": "searched words",
                "verbose_name_plural": "searched words",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("language", "words", "month"),
                        name="searched_words_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                ("word", models.CharField(max_length=40)),
                ("spelling", models.CharField(max_length=80)),
            ],
            options={
                "verbose_name": "word of the search",
                "verbose_name_plural": "words of the search",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("language", "word"), name="search_word_once"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("language", "kind", "key"), name="search_entry_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("entry", "page"), name="search_place_once"
            ),
        ),
        TrigramExtension(),
        migrations.RunPython(add_index, remove_index),
    ]
