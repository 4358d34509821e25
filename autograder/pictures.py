"""Makes PNG pictures small enough for a repository, without changing how they look."""

from __future__ import annotations

import io
import math

from PIL import Image, ImageChops

_LOOKS_THE_SAME = 1.5  # root mean square difference of the channels, of 255
_WORST_PIXEL = 24  # largest difference of one channel of one pixel, of 255


def smaller_png(png: bytes) -> bytes:
    """The shortest of: the picture itself, compressed better, or with a palette of 256 colours.

    The palette is taken only where nobody would see it: the difference is at most 1.5 of 255 in
    the mean and 24 of 255 anywhere. The same picture always gives the same bytes.
    """
    with Image.open(io.BytesIO(png)) as opened:
        picture = _without_alpha(opened.convert("RGBA"))
    versions = [png, _saved(picture)]
    if picture.mode == "RGB":
        palette = picture.quantize(256, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE)
        if _same_looks(picture, palette.convert("RGB")):
            versions.append(_saved(palette))
    return min(versions, key=len)


def _without_alpha(picture: Image.Image) -> Image.Image:
    """RGB where every pixel is opaque, otherwise the picture as it is."""
    opaque = picture.getchannel("A").getextrema() == (255, 255)
    return picture.convert("RGB") if opaque else picture


def _same_looks(one: Image.Image, other: Image.Image) -> bool:
    """Compare two RGB pictures of one size by the histogram of their differences."""
    histogram = ImageChops.difference(one, other).histogram()
    squares = sum(count * (i % 256) ** 2 for i, count in enumerate(histogram))
    worst = max(i % 256 for i, count in enumerate(histogram) if count)
    return math.sqrt(squares / sum(histogram)) <= _LOOKS_THE_SAME and worst <= _WORST_PIXEL


def _saved(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
