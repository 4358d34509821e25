"""The drawing of the neuron names its parts, and is small enough for a notebook."""

from __future__ import annotations

import io

from course_lib import plots


def test_the_neuron_stands_over_the_unit_with_its_parts_named(texts):
    names = " ".join(texts(plots.neuron_and_ltu()))
    for part in ("dendrites", "cell body", "axon", "synapse", "weights", "bias"):
        assert part in names


def test_the_largest_drawing_stays_below_100_kilobytes():
    png = io.BytesIO()
    plots.neuron_and_ltu().savefig(png, format="png")
    assert len(png.getvalue()) < 100_000
