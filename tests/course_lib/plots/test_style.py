"""The course's style holds under whatever theme a reader has."""

from __future__ import annotations

import matplotlib as mpl


def test_the_paper_is_white_so_that_a_dark_theme_does_not_break_it():
    assert mpl.rcParams["figure.facecolor"] == mpl.rcParams["savefig.facecolor"] == "white"
