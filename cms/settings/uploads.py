"""What may be uploaded: the readers of its settings, and where an upload ends."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import env, read_whole_number

__all__ = [
    "KNOWN_DOCUMENT_TYPES",
    "MEGA",
    "read_contact",
    "read_document_types",
    "read_limit",
]

MEGA = 1_000_000

# Those whose content pages.uploads can tell from what is only called so.
KNOWN_DOCUMENT_TYPES = (
    "csv",
    "docx",
    "epub",
    "odp",
    "ods",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "txt",
    "xlsx",
    "zip",
)


def read_document_types(name: str, default: str) -> list[str]:
    """Return extensions of files, without a dot.

    Raises ImproperlyConfigured for one whose content nobody could check.
    """
    types = [part.strip().lower() for part in env(name, default=default).split(",")]
    if unknown := [part for part in types if part not in KNOWN_DOCUMENT_TYPES]:
        raise ImproperlyConfigured(
            f"{name}={','.join(types)!r}: {unknown[0]!r} is no type whose content can "
            f"be checked. Known are: {', '.join(KNOWN_DOCUMENT_TYPES)}."
        )
    return types


def read_limit(name: str, default: int) -> int:
    """Return a number of millions (megabytes, megapixels) as a plain number."""
    value = read_whole_number(name, default)
    if not value:
        raise ImproperlyConfigured(
            f"{name}=0 would let nothing through. Example: {name}={default}"
        )
    return value * MEGA


def read_contact(name: str, *, needed_by: str = "") -> str:
    """Return where a link leads that asks for help: a mail or a page; "" for none.

    ``needed_by`` names a switch that is on and makes no sense without it.

    Raises ImproperlyConfigured for anything else, and for none where one is needed.
    """
    value: str = env(name, default="")
    is_page = value.startswith(("https://", "/")) and not value.startswith("//")
    is_mail = value.count("@") == 1 and not set(value) & set(" /?<>")
    if not value and not needed_by:
        return ""
    if is_page:
        return value
    if is_mail:
        return f"mailto:{value}"
    raise ImproperlyConfigured(
        f"{name}={value!r} is neither a mail address nor the address of a page. "
        f"Example: {name}=barrierefrei@stadt.example"
        + (f" {needed_by}=true needs one." if needed_by else "")
    )
