"""Sheets of small images, so that many can be looked at together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike


def image_sheet(
    rows: Mapping[str, Sequence[ArrayLike]], captions: Mapping[str, Sequence[str]] | None = None
) -> Figure:
    """Rows of images on a common grey scale, the name of each row at its left.

    Args:
        rows: for each name its images, each (height, width); rows may differ in length.
        captions: for some names what to write above each image of the row.
    """
    captions = captions or {}
    columns = max(len(images) for images in rows.values())
    height = 1.28 * len(rows) + 0.25 * len(captions)
    figure, axes = plt.subplots(len(rows), columns, figsize=(1.2 * columns, height), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    arrays = {name: [np.asarray(image, float) for image in some] for name, some in rows.items()}
    white = max((image.max() for some in arrays.values() for image in some), default=1.0) or 1.0
    for line, (name, images) in zip(axes, arrays.items(), strict=True):
        for ax, image in zip(line, images, strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray_r", vmin=0, vmax=white, interpolation="nearest")
            ax.set(xticks=[], yticks=[])
            ax.spines[:].set(visible=True, linewidth=0.5)
        for ax, caption in zip(line, captions.get(name, ()), strict=False):
            ax.set_title(caption, fontsize=10.5)
        line[0].set_ylabel(name, rotation=0, ha="right", va="center", labelpad=8)
    return figure
