from django.db import migrations, models

import cms.theme.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="sitesettings",
            options={"verbose_name": "name, logo and theme"},
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="accent",
            field=cms.theme.fields.ColourField(
                blank=True,
                default="",
                help_text="For links, buttons and lines. It has to be dark enough to be read on white. Without one, the website is blue.",
                max_length=7,
                verbose_name="colour",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="accent_dark",
            field=cms.theme.fields.ColourField(
                blank=True,
                default="",
                help_text="For readers whose device shows light text on dark ground. Without one, a lighter shade of the colour above is used.",
                max_length=7,
                verbose_name="colour on dark ground",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="has_band",
            field=models.BooleanField(
                default=False,
                help_text="Otherwise the header is as light or dark as the page.",
                verbose_name="header in the colour of the website",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="typeface",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Fira Sans (comes with this website)"),
                    ("system", "Sans serif of the reader's device"),
                    ("serif", "Serif, like a book (Charter, Cambria, Georgia)"),
                ],
                default="",
                help_text="None of them is fetched from another server.",
                max_length=16,
                verbose_name="typeface",
            ),
        ),
    ]
