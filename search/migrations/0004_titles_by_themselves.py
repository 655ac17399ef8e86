import django.contrib.postgres.search
from django.db import migrations

# PostgreSQL keeps large values in another place, compressed, and fetches them from there
# each time it looks into one. A vector is looked into for the rank of each result.
NEAR = "ALTER TABLE search_entry ALTER COLUMN vector SET STORAGE MAIN"
QUICKLY = """
DO $$ BEGIN
    IF EXISTS (
        SELECT FROM pg_settings
        WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)
    ) THEN
        ALTER TABLE search_entry ALTER COLUMN vector SET COMPRESSION lz4;
    END IF;
END $$
"""
# The words of the title bear the weight A among all words. What is added to the vector
# is nothing, so that it is written again.
WRITE = """
UPDATE search_entry
SET title_vector = ts_filter(vector, '{a}'), vector = vector || CAST('' AS tsvector)
"""
INDEX = "CREATE INDEX search_entry_title ON search_entry USING gin (title_vector)"
FOR_POSTGRESQL = [NEAR, QUICKLY, WRITE, INDEX]
FROM_POSTGRESQL = ["DROP INDEX search_entry_title"]


def add_index(apps, schema_editor):
    execute(schema_editor, FOR_POSTGRESQL)


def remove_index(apps, schema_editor):
    execute(schema_editor, FROM_POSTGRESQL)


def execute(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_names_as_they_are_written")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="title_vector",
            field=django.contrib.postgres.search.SearchVectorField(
                editable=False, null=True
            ),
        ),
        migrations.RunPython(add_index, remove_index),
    ]
