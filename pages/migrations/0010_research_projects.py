from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0009_text_of_pdf_files"),
    ]

    operations = [
        migrations.DeleteModel(
            name="CalendarChange",
        ),
        migrations.AddField(
            model_name="projectpage",
            name="kind",
            field=models.CharField(
                choices=[("project", "project"), ("research", "research project")],
                default="project",
                help_text="Search engines and other programs are told of a research project as such.",
                max_length=8,
                verbose_name="kind",
            ),
        ),
    ]
