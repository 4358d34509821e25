"""Paper to draw on, in the course's style."""

from __future__ import annotations

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from course_lib import plots


@pytest.fixture(autouse=True)
def course_style():
    """Every test draws on paper of its own, in the course's style."""
    with mpl.rc_context():
        mpl.use("agg")
        plots.use_style()
        yield
        plt.close("all")


@pytest.fixture
def ax():
    _, axes = plt.subplots()
    axes.set(xlim=(-2, 3), ylim=(-1, 4))
    return axes


@pytest.fixture
def texts():
    """Finds every piece of text in a figure."""
    return lambda figure: [text.get_text() for text in figure.findobj(mpl.text.Text)]
