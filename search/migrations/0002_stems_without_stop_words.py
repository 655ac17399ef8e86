from django.db import migrations

# PostgreSQL's own configurations leave out words that a question still has, and then
# not all of its words can match. Which words say nothing is decided by us alone.
LANGUAGES = [
    *("danish", "dutch", "english", "finnish", "french", "german", "hungarian"),
    *("italian", "norwegian", "portuguese", "romanian", "spanish", "swedish"),
    "turkish",
]
ADD = """
CREATE TEXT SEARCH DICTIONARY search_{0}_stem (TEMPLATE = snowball, LANGUAGE = {0});
CREATE TEXT SEARCH CONFIGURATION search_{0} (COPY = pg_catalog.{0});
ALTER TEXT SEARCH CONFIGURATION search_{0}
    ALTER MAPPING REPLACE {0}_stem WITH search_{0}_stem;
"""
REMOVE = """
DROP TEXT SEARCH CONFIGURATION search_{0};
DROP TEXT SEARCH DICTIONARY search_{0}_stem;
"""


def add(apps, schema_editor):
    execute(schema_editor, ADD)


def remove(apps, schema_editor):
    execute(schema_editor, REMOVE)


def execute(schema_editor, statement):
    if schema_editor.connection.vendor == "postgresql":
        for language in LANGUAGES:
            schema_editor.execute(statement.format(language))


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index_and_what_editors_bring")]

    operations = [migrations.RunPython(add, remove)]
