from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0002_stems_without_stop_words")]

    operations = [
        migrations.AddField(
            model_name="place",
            name="name",
            field=models.TextField(blank=True),
        ),
    ]
