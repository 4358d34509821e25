"""A film plays without ffmpeg, scripts or anything from elsewhere, and ends where it should."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from course_lib import plots
from course_lib.perceptron import perceptron_update

SVG = "{http://www.w3.org/2000/svg}"
POINTS = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 2.5], [3.0, 3.0]])
LABELS = np.array([0, 0, 1, 1])


def picture_of(film):
    """The SVG text inside a film's HTML."""
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', film._repr_html_())
    return base64.b64decode(found[1]).decode("ascii")


def small_film(**options):
    steps = plots.record_updates(perceptron_update, POINTS, LABELS)
    return plots.animate_boundary(steps, POINTS, LABELS, **options)


def test_a_film_is_the_same_bytes_every_time():
    assert small_film()._repr_html_() == small_film()._repr_html_()


def test_films_of_different_data_have_different_names():
    other = plots.animate_boundary(
        plots.record_updates(perceptron_update, POINTS + 1, LABELS), POINTS + 1, LABELS
    )
    names = {re.search(r'id="(film-\w+)"', f._repr_html_())[1] for f in (small_film(), other)}
    assert len(names) == 2


def test_a_film_says_in_plain_text_how_many_updates_it_has():
    steps = plots.record_updates(perceptron_update, POINTS, LABELS)
    assert repr(small_film()) == f"BoundaryFilm({len(steps) - 1} updates)"


def test_the_picture_of_a_film_moves_without_any_script():
    picture = ET.fromstring(picture_of(small_film()))
    assert picture.tag == f"{SVG}svg"
    assert picture.find(f".//{SVG}animateTransform[@type='rotate']") is not None
    assert picture.find(f".//{SVG}script") is None


def test_a_film_needs_nothing_from_elsewhere():
    page = small_film()._repr_html_() + picture_of(small_film())
    addresses = set(re.findall(r"https?://[^\"' )]+", page))
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_all_moments_of_a_film_lie_in_order_between_its_ends():
    picture = ET.fromstring(picture_of(small_film()))
    animated = [*picture.iter(f"{SVG}animate"), *picture.iter(f"{SVG}animateTransform")]
    assert animated
    for animation in animated:
        times = [float(time) for time in animation.get("keyTimes").split(";")]
        assert times == sorted(times)
        assert times[0] == 0.0
        assert times[-1] <= 1.0
        assert len(times) == len(animation.get("values").split(";"))


def test_the_boundary_of_a_film_never_spins_round():
    picture = ET.fromstring(picture_of(small_film()))
    turn = picture.find(f".//{SVG}animateTransform[@type='rotate']")
    angles = [float(angle) for angle in turn.get("values").split(";")]
    assert max(abs(np.diff(angles))) <= 180


def test_the_film_ends_with_the_boundary_where_the_weights_put_it():
    film = small_film(xlim=(0, 4), ylim=(0, 4))
    picture = ET.fromstring(picture_of(film))
    at = picture.find(f".//{SVG}animateTransform[@type='translate']").get("values").split(";")[-1]
    x, y = (float(number) for number in at.split(","))
    end = plots.record_updates(perceptron_update, POINTS, LABELS)[-1]
    point = np.array([(x - 64) / (720 - 64 - 14) * 4, (470 - 56 - y) / (470 - 62 - 56) * 4])
    assert end.w @ point + end.b == pytest.approx(0, abs=0.02)


def test_before_training_everything_lies_on_the_firing_side():
    picture = ET.fromstring(picture_of(small_film()))
    x = float(picture.find(f".//{SVG}g[@class='at']").get("transform")[10:].split(",")[0])
    assert x < 0


def test_exactly_one_caption_is_visible_at_the_start():
    picture = ET.fromstring(picture_of(small_film()))
    captions = [text for text in picture.iter(f"{SVG}text") if text.get("class") == "caption"]
    seen = [text.text for text in captions if text.get("visibility") != "hidden"]
    assert seen == [
        "before training",
        "start: all weights are zero, so every sample is taken for label 1",
    ]


def test_names_from_outside_are_escaped():
    page = small_film(names=("<b>", 'A & "B"'), xlabel="<script>")._repr_html_()
    assert "<b>" not in page
    assert "<b>" not in picture_of(small_film(names=("<b>", "x")))
    assert ET.fromstring(picture_of(small_film(xlabel="<script>"))) is not None


def test_letters_beyond_ascii_survive():
    picture = ET.fromstring(picture_of(small_film(names=("Adélie", "Gentoo"))))
    assert any("Adélie" in (text.text or "") for text in picture.iter(f"{SVG}text"))


def test_a_film_of_three_hundred_samples_stays_below_100_kilobytes():
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(300, 2)), rng.integers(0, 2, 300)
    steps = plots.record_updates(perceptron_update, X, y)[:40]
    assert len(plots.animate_boundary(steps, X, y)._repr_html_()) < 100_000


def test_a_film_of_one_still_can_be_shown():
    start = plots.record_updates(perceptron_update, POINTS, LABELS)[:1]
    film = plots.animate_boundary(start, POINTS, LABELS)
    assert repr(film) == "BoundaryFilm(0 updates)"
    ET.fromstring(picture_of(film))


def test_samples_that_are_all_the_same_still_get_a_window():
    same = np.ones((2, 2))
    film = plots.animate_boundary(
        plots.record_updates(perceptron_update, same, [1, 1]), same, [1, 1]
    )
    assert "nan" not in picture_of(film)


def test_a_film_without_steps_is_refused():
    with pytest.raises(ValueError, match="at least one step"):
        plots.animate_boundary([], POINTS, LABELS)


def test_a_film_of_samples_with_three_features_is_refused():
    X = np.ones((2, 3))
    steps = plots.record_updates(perceptron_update, X, [0, 1], max_epochs=1)
    with pytest.raises(ValueError, match="two features"):
        plots.animate_boundary(steps, X, [0, 1])
