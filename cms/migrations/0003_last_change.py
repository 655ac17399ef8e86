from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_theme"),
    ]

    operations = [
        migrations.CreateModel(
            name="LastChange",
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
                ("at", models.DateTimeField(editable=False)),
            ],
            options={
                "verbose_name": "last change",
                "verbose_name_plural": "last change",
            },
        ),
    ]
