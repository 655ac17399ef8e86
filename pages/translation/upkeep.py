"""Goes over originals and makes their translations true to them again.

They follow by themselves. This is for what went wrong: a failure that was logged, a
restored backup, a change by SQL.
"""

import logging
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from pages.progress import Progress
from pages.translation.failures import Failure, reason
from pages.translation.following import follow
from pages.translation.placing import place_translations
from pages.translation.privacy import mirror_privacy, translations_of
from pages.translation.progress import count_progress, instance_of
from pages.translation.withdrawing import withdraw

__all__ = ["count_all", "repair_all"]

logger = logging.getLogger(__name__)


def repair_all(progress: Progress) -> tuple[int, list[Failure]]:
    """Let all translations follow, each original in a transaction of its own.

    Returns how many translations changed, and what could not be done.
    """
    changed = 0
    failures: list[Failure] = []
    for source in progress.over(translated_sources(), _("Original")):
        original = instance_of(source, source.locale_id)
        try:
            changed += repair(source, original)
        except Exception as error:
            logger.exception("The translations of “%s” did not follow it.", original)
            failures.append(Failure(original or source, reason(error)))
    return changed, failures


def translated_sources() -> list[TranslationSource]:
    """Return the originals, the directory before the pages that refer to it.

    Those are left out whose plugin is gone, and with it the model.
    """
    sources = TranslationSource.objects.filter(translations__isnull=False).distinct()
    models = {
        source: source.specific_content_type.model_class()
        for source in sources.select_related("specific_content_type")
    }
    known = [source for source, model in models.items() if model is not None]
    return sorted(known, key=lambda source: issubclass(models[source], Page))


@transaction.atomic
def repair(source: TranslationSource, original: Any) -> int:
    if original is None or not getattr(original, "live", True):
        return take_offline(source)
    if isinstance(original, Page):
        place_translations(original)
        for target in translations_of(original):
            mirror_privacy(original, target)
    return follow(original)


def take_offline(source: TranslationSource) -> int:
    """Take translations offline whose original is not public or deleted."""
    count = 0
    for translation in source.translations.all():
        target = instance_of(source, translation.target_locale_id)
        if isinstance(target, Page) and target.live:
            withdraw(target)
            count += 1
    return count


def count_all(progress: Progress) -> int:
    """Count again what is left to do on each translation; returns their number."""
    sources = translated_sources()
    rows = Translation.objects.filter(source__in=sources).select_related("source")
    translations = list(rows)
    for translation in progress.over(translations, _("Translation")):
        count_progress(translation)
    return len(translations)
