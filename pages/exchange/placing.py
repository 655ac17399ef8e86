"""Puts pages where they belong: makes room, creates, moves, and names the start."""

from uuid import uuid4

from wagtail.models import Page, Site

from pages.exchange.entries import Entry
from pages.exchange.tree import FinalTree

__all__ = ["default_site", "make_room", "move_pages", "parent_page", "point_site"]


def parent_page(entry: Entry, tree: FinalTree) -> Page:
    """Return the page below which an entry belongs, as it is in the database now."""
    above = tree.place(entry).above
    pk = above and (above.entry.pk if above.entry else above.pk)
    page: Page = Page.objects.get(pk=pk) if pk else Page.get_first_root_node()
    return page


def make_room(tree: FinalTree) -> None:
    """Free the slugs that pages will give up, so that others can take them at once.

    Two pages may exchange theirs. What is written here reaches no visitor and no
    redirect: addresses change when the pages are saved.
    """
    if tree.welcome is not None:
        free_slug(tree.welcome.pk)
    slugs = dict(Page.objects.filter(depth__gt=1).values_list("pk", "slug"))
    wanted = {place.slug for place in tree.places.values()}
    for entry in tree.top_down():
        if entry.pk is None:
            continue
        slug = slugs[entry.pk]
        if slug != tree.place(entry).slug and slug in wanted:
            free_slug(entry.pk)


def free_slug(pk: int) -> None:
    Page.objects.filter(pk=pk).update(slug=f"moving-{uuid4()}")


def move_pages(tree: FinalTree) -> list[Entry]:
    """Move pages to their parents, from the top down; return those that moved."""
    moved = []
    for entry in tree.top_down():
        page = Page.objects.get(pk=entry.pk)
        target = parent_page(entry, tree)
        if page.path[: -Page.steplen] != target.path:
            page.move(target, pos="last-child")
            moved.append(entry)
    return moved


def default_site() -> Site | None:
    site: Site | None = Site.objects.filter(is_default_site=True).first()
    return site


def point_site(tree: FinalTree, locale: str) -> None:
    """Have the default site begin at the imported start page, if the site is new.

    Removes the welcome page of a new Wagtail.
    """
    tops = [e for e in tree.top_down() if e.parent is None and e.locale == locale]
    if not tops:
        return
    site = default_site()
    home = Page.objects.get(pk=tops[0].pk)
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    elif tree.welcome is not None:
        site.root_page = home
        site.save()
        Page.objects.get(pk=tree.welcome.pk).delete()
