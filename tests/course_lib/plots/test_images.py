"""Sheets of images."""

from __future__ import annotations

import numpy as np

from course_lib import plots


def test_each_image_has_its_place_and_each_row_its_name(texts):
    image = np.arange(6).reshape(2, 3)
    figure = plots.image_sheet({"first": [image, image], "second": [image]})
    shown = [ax for ax in figure.axes if ax.images]
    assert len(shown) == 3
    assert {"first", "second"} <= set(texts(figure))


def test_all_images_share_one_scale_of_grey():
    dark, bright = np.full((2, 2), 0.25), np.full((2, 2), 4)
    figure = plots.image_sheet({"a": [dark], "b": [bright]})
    assert {ax.images[0].get_clim() for ax in figure.axes} == {(0.0, 4.0)}


def test_captions_stand_above_their_images():
    image = [[0, 1]]
    figure = plots.image_sheet({"a": [image, image]}, {"a": ["left", "right"]})
    assert [ax.get_title() for ax in figure.axes] == ["left", "right"]


def test_images_without_ink_can_be_drawn():
    figure = plots.image_sheet({"empty": [np.zeros((2, 2))]})
    assert figure.axes[0].images[0].get_clim() == (0.0, 1.0)
