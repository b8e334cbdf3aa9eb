"""Raster images brought to what paper and window can show: upright PNG or JPEG, RGB or grey."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from liaison.errors import UserError
from liaison.i18n import N_, _

MOST_BYTES: Final = 20 * 2**20
MOST_PIXELS: Final = 40_000_000
_FORMATS: Final = ("PNG", "JPEG")
_ORIENTATION: Final = 0x0112
_QUALITY: Final = 90
_BAND: Final = 256
_UNREADABLE: Final = N_("“{name}” cannot be read as a PNG or JPEG image; choose another file.")


def upright(content: bytes, name: str) -> tuple[bytes, int, int]:
    """Give an image file as one that is safe to draw, with its width and height in pixels.

    Palettes, CMYK and 16-bit greys become RGB or grey, a turned photograph stands upright; what
    needs none of that stays byte for byte. Raises UserError naming the file where it is too
    large or cannot be read.
    """
    refuse_large(len(content), name)
    image = _opened(content, name)
    turned = ImageOps.exif_transpose(image) if _turns(image) else image
    plain = _plain(turned)
    if plain is not image:
        content = written(plain, image.format or "PNG")
    return content, plain.width, plain.height


def refuse_large(size: int, name: str) -> None:
    """Raise UserError naming the file where it has more bytes than an image may have."""
    if size > MOST_BYTES:
        raise UserError(
            _("“{name}” is larger than {most} MB; choose a smaller image.").format(
                name=name, most=MOST_BYTES // 2**20
            )
        )


def fitted(content: bytes, width: int, height: int) -> Image.Image | None:
    """Give the image of a file made smaller to a number of pixels; None where it is that small."""
    image = Image.open(BytesIO(content))
    if image.width <= width or image.height <= height:
        return None
    return image.resize((max(width, 1), max(height, 1)), Image.Resampling.LANCZOS)


def written(image: Image.Image, form: str) -> bytes:
    """Write an image as "JPEG" or "PNG"."""
    file = BytesIO()
    if form == "JPEG":
        image.save(file, form, quality=_QUALITY)
    else:
        image.save(file, form)
    return file.getvalue()


def _opened(content: bytes, name: str) -> Image.Image:
    """Open an image and read all of it, within limits."""
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise UserError(
                _("“{name}” has more than {most} million pixels; choose a smaller image.").format(
                    name=name, most=MOST_PIXELS // 1_000_000
                )
            )
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UserError(_(_UNREADABLE).format(name=name)) from error
    except Image.DecompressionBombError as error:
        raise UserError(_(_UNREADABLE).format(name=name)) from error
    return image


def _turns(image: Image.Image) -> bool:
    """Say whether the file asks for its image to be turned."""
    return bool(image.getexif().get(_ORIENTATION, 1) != 1)


def _grey(image: Image.Image) -> Image.Image:
    """Bring 16-bit greys to 8 bits, a band at a time: whole they would take a lot of memory."""
    grey = Image.new("L", image.size)
    for top in range(0, image.height, _BAND):
        band = image.crop((0, top, image.width, min(top + _BAND, image.height))).convert("I")
        grey.paste(band.point(lambda value: value * (1 / 256) + 0).convert("L"), (0, top))
    return grey


def _plain(image: Image.Image) -> Image.Image:
    """Bring an image to RGB, RGBA or 8-bit grey."""
    if image.mode in {"RGB", "L"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return _grey(image)
    see_through = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    return image.convert("RGBA" if see_through else "RGB")
