"""What the search knows: its index, and what editors and visitors bring to it."""

from datetime import date

from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.documents import get_document_model_string
from wagtail.models import Page

from cms.languages import language_choices
from search.question import Kind

__all__ = [
    "Entry",
    "Place",
    "PromotedResult",
    "SearchedWords",
    "Synonyms",
    "Word",
    "first_of_month",
]


class Entry(models.Model):
    """One possible result in one language, with all its words.

    It can be found only through a place: a page that shows it and that visitors may
    see. All of it can be made again by ``manage.py rebuild_search``.
    """

    kind = models.CharField(max_length=10, choices=Kind)
    language = models.CharField(max_length=12)
    """Of the pages that show it."""
    key = models.CharField(max_length=255)
    """"12" is a page's or document's number; of a person it is the folded name."""
    document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.TextField()
    names = models.TextField(blank=True)
    """People, institutions, rooms, what a file is called."""
    summary = models.TextField(blank=True)
    """Lead, headings and titles of talks."""
    text = models.TextField(blank=True)
    text_language = models.CharField(max_length=12)
    """Whose stems its words have: that of a document can differ from its pages'."""
    vector = SearchVectorField(null=True, editable=False)
    """PostgreSQL's form of all words, by weight; empty on SQLite."""
    title_vector = SearchVectorField(null=True, editable=False)
    """PostgreSQL's form of the words of the title."""

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "kind", "key"], name="search_entry_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Place(models.Model):
    """A page that shows an entry. Whether visitors may see it is asked each time."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="places")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    subject = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    """The page that news are about: they belong to its project."""
    name = models.TextField(blank=True)
    """A person's, as it is written there."""
    detail = models.TextField(blank=True)
    """The institution a person is there for, or what the page calls a document."""
    date = models.DateField(null=True)
    """When a workshop begins or news were published."""
    over_at = models.DateTimeField(null=True)
    """When a workshop ends; far in the future if it is postponed."""
    updated_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("place of an entry of the search")
        verbose_name_plural = _("places of entries of the search")
        constraints = [
            models.UniqueConstraint(fields=["entry", "page"], name="search_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.page_id}"


class Word(models.Model):
    """A folded word that stands in public content, for half a word and for mistakes."""

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=40)
    spelling = models.CharField(max_length=80)
    """As it was written where it was met first, in small letters."""

    class Meta:
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "word"], name="search_word_once"
            )
        ]

    def __str__(self) -> str:
        return self.word


class Synonyms(models.Model):
    """Words that mean the same to visitors: whoever looks for one finds all."""

    language = models.CharField(_("language"), max_length=12, choices=language_choices)
    words = models.TextField(
        _("words"),
        help_text=_(
            "Words or groups of words that mean the same, separated by commas. For "
            "example “council, town council, city council”."
        ),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = pgettext_lazy("several groups", "synonyms")
        ordering = ["language", "words"]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        super().clean()
        if len(self.group) < 2:
            raise ValidationError(
                {"words": _("Enter at least two, separated by commas.")}
            )

    @property
    def group(self) -> tuple[str, ...]:
        """The words one by one, without empty ones."""
        parts = (" ".join(part.split()) for part in self.words.split(","))
        return tuple(part for part in parts if part)


class PromotedResult(models.Model):
    """What editors put on top when certain words are searched."""

    language = models.CharField(_("language"), max_length=12, choices=language_choices)
    words = models.TextField(
        _("searched words"),
        help_text=_(
            "Shown when somebody searches exactly this, in any spelling of umlauts. "
            "Several searches are separated by commas."
        ),
    )
    page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("or document"),
    )
    url = models.URLField(_("or address"), blank=True)
    title = models.CharField(
        _("title"),
        max_length=255,
        blank=True,
        help_text=_("That of the page or document if left empty."),
    )
    description = models.TextField(_("description"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(
        _("order"), default=1, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["language", "order", "words", "pk"]

    def __str__(self) -> str:
        return self.title or str(self.page or self.document or self.url)

    def clean(self) -> None:
        super().clean()
        if sum(map(bool, (self.page_id, self.document_id, self.url))) != 1:
            raise ValidationError(_("Choose a page, a document or an address."))
        if self.url and not self.title:
            raise ValidationError({"title": _("An address needs a title.")})

    @property
    def searches(self) -> tuple[str, ...]:
        """The searches it is shown for, one by one."""
        parts = (" ".join(part.split()) for part in self.words.split(","))
        return tuple(part for part in parts if part)


def first_of_month() -> date:
    return timezone.localdate().replace(day=1)


class SearchedWords(models.Model):
    """How often something was searched in a month. Nothing tells by whom or when."""

    language = models.CharField(max_length=12)
    words = models.CharField(_("searched words"), max_length=100)
    """As ``search.counting`` keeps them: in small letters, with single spaces."""
    month = models.DateField(_("month"), default=first_of_month)
    """Its first day."""
    number = models.PositiveIntegerField(_("searches"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)
    """How many there were the last time."""

    class Meta:
        verbose_name = _("searched words")
        verbose_name_plural = pgettext_lazy("several searches", "searched words")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "words", "month"], name="searched_words_once"
            )
        ]

    def __str__(self) -> str:
        return self.words
