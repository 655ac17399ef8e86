"""Pictures: decoded once to the end, by nothing but the decoders that are allowed."""

import struct
import zlib
from typing import IO

from django.conf import settings
from django.utils.formats import number_format
from PIL import Image, ImageSequence, UnidentifiedImageError

from cms.settings.uploads import MEGA
from pages.uploads.refusals import (
    DAMAGED,
    MISNAMED,
    SVG,
    TOO_MANY_PIXELS,
    WRONG_TYPE,
    refuse,
)

__all__ = ["check_picture"]

FORMATS = {"jpg": "JPEG"}

# Each decoder has errors of its own for a file that is damaged.
ERRORS = (
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def check_picture(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what is not allowed, is not what it is called, too large, or damaged."""
    allowed = settings.WAGTAILIMAGES_EXTENSIONS
    if extension not in allowed:
        types = ", ".join(one.upper() for one in allowed)
        raise refuse(SVG if extension == "svg" else WRONG_TYPE, name, types=types)
    wanted = FORMATS.get(extension, extension.upper())
    file.seek(0)
    try:
        # Others, like that of PostScript, start programs; none of them is asked.
        with Image.open(file, formats=[wanted]) as image:
            check_pixels(image, name)
            decode(image)
    # In a development mode that makes warnings errors, the first has a second form.
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refuse_pixels(None, name) from error
    except UnidentifiedImageError as error:
        raise refuse(MISNAMED, name, type=extension.upper()) from error
    except ERRORS as error:
        raise refuse(DAMAGED, name) from error


def check_pixels(image: Image.Image, name: str) -> None:
    """Refuse more pixels than allowed, those of all frames of an animation together."""
    area = image.width * image.height
    # Counting frames reads a file to its end; one may be too large already.
    if area <= settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        area *= getattr(image, "n_frames", 1)
    if area > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise refuse_pixels(area, name)


def refuse_pixels(area: int | None, name: str) -> Exception:
    """Return the error; without an area, Pillow refused before it could be told."""
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    shown = ">" if area is None else ""
    return refuse(
        TOO_MANY_PIXELS,
        name,
        pixels=shown + number_format(-(-(area or 2 * limit) // MEGA)),
        limit=number_format(limit // MEGA),
    )


def decode(image: Image.Image) -> None:
    """Decode every frame; raises what its decoder raises if the file is damaged."""
    # A JPEG is read completely and kept small.
    image.draft(None, (1, 1))
    for frame in ImageSequence.Iterator(image):
        frame.load()
