from django.db import migrations, models

import pages.models.media


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_translation_mail"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitedocument",
            name="pdf_check",
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="sitedocument",
            name="accessibility",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not checked"),
                    ("yes", "accessible"),
                    ("no", "not accessible"),
                ],
                default="",
                help_text="What a person found who has tested the file. The automatic check of PDF files finds obstacles, but cannot find that there are none.",
                max_length=3,
                verbose_name="accessibility",
            ),
        ),
        migrations.AlterField(
            model_name="sitedocument",
            name="file",
            field=models.FileField(
                upload_to=pages.models.media.folder_of_file, verbose_name="file"
            ),
        ),
    ]
