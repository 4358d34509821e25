"""What all pictures share: colours, markers, names of types, and Matplotlib's defaults.

The colours are those of Okabe and Ito (2008), "Color universal design", which colour-blind readers
can tell apart; classes differ in their markers as well.
"""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
from matplotlib.rcsetup import cycler
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Point = tuple[float, float]

INK, GREY, PALE = "#222222", "#666666", "#d9d9d9"
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILLION, PURPLE = "#0072B2", "#D55E00", "#CC79A7"
CLASS_COLORS = (BLUE, VERMILLION)
"""The colour of label 0 and of label 1."""
CLASS_MARKERS = ("o", "^")
CLASS_TINTS = ("#d6e7f3", "#fbe0cb")
UNIT_COLORS = (BLUE, VERMILLION, GREEN, PURPLE)
LINE_STYLES = ("-", "--", ":", "-.")


def use_style() -> None:
    """Set Matplotlib's defaults for the course: white paper, legible letters, safe colours."""
    mpl.rcParams.update(
        {
            "figure.dpi": 90,
            "savefig.dpi": "figure",
            "figure.facecolor": "white",
            "savefig.facecolor": "white",
            "axes.facecolor": "white",
            "figure.constrained_layout.use": True,
            "font.size": 12,
            "axes.titlesize": 12.5,
            "legend.fontsize": 11,
            "legend.framealpha": 0.9,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "lines.linewidth": 2,
            "axes.prop_cycle": cycler(color=[BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY]),
        }
    )
