"""An address of its own, once per language."""

from django.http import HttpResponse
from django.utils.translation import get_language


def board(request):
    return HttpResponse(f"board in {get_language()}")
