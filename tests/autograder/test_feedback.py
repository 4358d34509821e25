"""A feedback page tells one student everything that helps, safely, and nothing else."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from autograder import feedback
from autograder.exercises.model import Unit
from autograder.results import STATUSES, Result, Status
from autograder.verdict import Diagnosis, Failure, Part, Verdict
from autograder.wording import STATUS_WORDS

QUESTION = "perceptron-written"


def _soup(result: Result, unit: Unit) -> Any:
    return BeautifulSoup(feedback.page(result, unit), "html.parser")


def _article(page: Any, exercise: str) -> Any:
    return page.find(id=f"ex-{exercise}")


def _text(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def _failed(*failures: Failure, diagnosis: Diagnosis | None = None, cases: int = 14) -> Verdict:
    part = Part("all", 0.0, 1.0, cases, failures, diagnosis)
    return Verdict("ltu", "The linear threshold unit", 0.0, 1.0, (part,))


def _wrong(case: str = "one row", **texts: str) -> Failure:
    return Failure(case, "value", "The value differs.", **texts)


def test_the_score_is_at_the_top(make_result: Any, unit: Unit) -> None:
    page = _soup(make_result("ada", _failed(_wrong())), unit)

    assert "28 of 29 points" in _text(page.find(class_="score"))
    assert "up to 4 more" in _text(page.find(class_="score"))


def test_every_exercise_is_shown_in_the_order_of_the_course(make_result: Any, unit: Unit) -> None:
    page = _soup(make_result(), unit)

    titles = [heading.get_text() for heading in page.select("article h3")]
    expected = [exercise.title for exercise in unit.exercises] + [unit.written[0].title]
    assert expected == titles


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_explained(
    status: Status, stopped_results: list[Result], make_result: Any, unit: Unit
) -> None:
    results = {result.status: result for result in [*stopped_results, make_result()]}

    page = _text(_soup(results[status], unit))

    assert STATUS_WORDS[status].student in page
    assert results[status].reason in page


def test_repairs_are_listed(make_result: Any, unit: Unit) -> None:
    page = _soup(make_result(repairs=("The check cell of ltu was put back.",)), unit)

    assert "The check cell of ltu was put back." in _text(page)


def test_a_failure_shows_the_case_the_input_and_what_came_back(
    make_result: Any, unit: Unit
) -> None:
    failure = _wrong(inputs="x = [1, 2]", got="3.0")

    text = _text(_article(_soup(make_result("ada", _failed(failure)), unit), "ltu"))

    assert "Went wrong on 1 of 14 cases." in text
    assert "Case one row : The value differs." in text
    assert "Input x = [1, 2] Came back 3.0" in text


def test_an_expected_value_is_shown_only_where_the_judge_gave_one(
    make_result: Any, unit: Unit
) -> None:
    shown, hidden = _wrong("worked example", expected="1.5"), _wrong("hidden")

    with_it = _article(_soup(make_result("ada", _failed(shown)), unit), "ltu")
    without = _article(_soup(make_result("ada", _failed(hidden)), unit), "ltu")

    assert "Expected 1.5" in _text(with_it)
    assert "Expected" not in _text(without)


def test_a_mistake_is_explained_with_its_hint(make_result: Any, unit: Unit) -> None:
    diagnosis = Diagnosis("strict", "You use > where >= belongs.", "What is step(0)?")

    article = _article(
        _soup(make_result("ada", _failed(_wrong(), diagnosis=diagnosis)), unit), "ltu"
    )

    assert "You use > where >= belongs. Hint. What is step(0)?" in _text(article)


def test_what_to_read_again_is_named_where_something_is_wrong(make_result: Any, unit: Unit) -> None:
    page = _soup(make_result("ada", _failed(_wrong())), unit)

    assert "To read again: When does a neuron fire?" in _text(_article(page, "ltu"))
    assert "To read again" not in _text(_article(page, "add-bias"))


def test_parts_that_passed_and_parts_that_did_not_are_told_apart(
    make_result: Any, unit: Unit
) -> None:
    parts = (Part("AND", 1.0, 1.0, 1), Part("OR", 0.0, 1.0, 1, (_wrong(),)))
    verdict = Verdict("logic-gates", "Gates", 1.0, 3.0, parts)

    text = _text(_article(_soup(make_result("ada", verdict), unit), "logic-gates"))

    assert "partly right 1 / 3" in text
    assert "AND: right, 1 / 1" in text
    assert "OR: 0 / 1" in text


def test_many_failures_are_named_but_not_all_shown(make_result: Any, unit: Unit) -> None:
    failures = [_wrong(f"case {number}", got="0") for number in range(8)]

    article = _article(_soup(make_result("ada", _failed(*failures)), unit), "ltu")

    assert feedback.SHOWN_FAILURES == len(article.select(".failure"))
    assert "Also: case 3, case 4, case 5, case 6, case 7." in _text(article)


def test_one_exception_on_every_case_is_told_once(make_result: Any, unit: Unit) -> None:
    failures = [Failure(f"case {n}", "raised", "it raised `KeyError`", "x = 1") for n in range(5)]

    article = _article(_soup(make_result("ada", _failed(*failures)), unit), "ltu")

    assert 1 == len(article.select(".failure"))
    assert "The same on: case 1, case 2, case 3, case 4." in _text(article)


def test_an_answer_that_was_stopped_is_not_counted_by_case(make_result: Any, unit: Unit) -> None:
    failures = [Failure(f"case {n}", "stopped", "it ran longer than 10 s") for n in range(5)]

    text = _text(_article(_soup(make_result("ada", _failed(*failures)), unit), "ltu"))

    assert "it ran longer than 10 s" in text
    assert "case" not in text


def test_names_between_backticks_are_set_as_code(make_result: Any, unit: Unit) -> None:
    failure = Failure("one row", "missing", "`ltu` is <b>not</b> defined")

    article = _article(_soup(make_result("ada", _failed(failure)), unit), "ltu")

    assert "ltu" == article.select_one(".failure code").get_text()
    assert "ltu is <b>not</b> defined" in _text(article)


def test_an_unanswered_exercise_counts_no_cases(make_result: Any, unit: Unit) -> None:
    failure = Failure("", "unanswered", "The answer cell is still empty.")

    article = _article(_soup(make_result("ada", _failed(failure)), unit), "ltu")

    assert "not answered" in _text(article)
    assert "cases" not in _text(article)
    assert "Your answer" not in _text(article)


def test_the_students_own_code_is_shown(make_result: Any, unit: Unit) -> None:
    result = make_result(answers={"ltu": "def ltu(x, w, b):\n    return x<b"})

    article = _article(_soup(result, unit), "ltu")

    assert "def ltu(x, w, b):\n    return x<b" == article.find("code").get_text().strip()


def test_a_written_answer_is_shown_and_left_to_a_person(make_result: Any, unit: Unit) -> None:
    article = _article(_soup(make_result(written={QUESTION: "Because."}), unit), QUESTION)

    assert "graded by hand ? / 4" in _text(article)
    assert "Because." in _text(article)


def test_a_written_question_without_an_answer_says_so(make_result: Any, unit: Unit) -> None:
    article = _article(_soup(make_result(written={QUESTION: "YOUR ANSWER HERE"}), unit), QUESTION)

    assert "You have not written anything here." in _text(article)
    assert "0 / 4" in _text(article)


def test_verdicts_of_what_was_never_run_are_not_shown(make_result: Any, unit: Unit) -> None:
    page = _soup(make_result(status="unreadable", reason="the file is empty"), unit)

    assert [] == page.select("article")


@pytest.mark.parametrize("status", ["unreadable", "missing"])
def test_a_page_without_verdicts_lists_no_exercises(
    status: str, stopped_results: list[Result], unit: Unit
) -> None:
    result = next(result for result in stopped_results if result.status == status)

    page = _soup(result, unit)

    assert "0 of 29 points" in _text(page)
    assert [] == page.select("article")


def test_hostile_text_makes_no_element(hostile_result: Result, unit: Unit) -> None:
    page = _soup(hostile_result, unit)

    assert [] == page.find_all(["script", "img", "textarea", "iframe", "object", "link", "form"])
    assert 1 == len(page.find_all("style"))
    attributes = {name for element in page.find_all() for name in element.attrs}
    assert [] == [name for name in attributes if name.startswith("on") or name == "style"]


def test_hostile_text_is_still_readable(hostile_result: Result, unit: Unit) -> None:
    text = _text(_article(_soup(hostile_result, unit), QUESTION))

    assert "</script></style></textarea><script>alert('x')</script>" in text
    assert "⟨U+202E⟩gnirts desrever⟨U+202C⟩ ␀ \ufffd red {{ 7*7 }}" in text


def test_a_page_can_be_written_whatever_is_in_it(
    hostile_result: Result, unit: Unit, tmp_path: Path
) -> None:
    (path,) = feedback.write([hostile_result], [unit], tmp_path / "feedback")

    assert tmp_path / "feedback" == path.parent.parent
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_pages_lie_in_a_folder_per_student(make_result: Any, unit: Unit, tmp_path: Path) -> None:
    paths = feedback.write([make_result("ada"), make_result("ben")], [unit], tmp_path)

    assert ["ada/01_perceptron.html", "ben/01_perceptron.html"] == [
        path.relative_to(tmp_path).as_posix() for path in paths
    ]


def test_a_page_holds_nothing_of_another_student(
    make_result: Any, unit: Unit, tmp_path: Path
) -> None:
    ben = make_result("ben-1815", answers={"ltu": "bens_secret = 1"}, written={QUESTION: "by ben"})

    ada_page, _ = feedback.write([make_result("ada"), ben], [unit], tmp_path)

    text = ada_page.read_text(encoding="utf-8")
    assert [] == [word for word in ("ben-1815", "bens_secret", "by ben") if word in text]


def test_writing_again_gives_the_same_bytes(small_class: list[Result], unit: Unit) -> None:
    first = [feedback.page(result, unit) for result in small_class]

    assert first == [feedback.page(result, unit) for result in small_class]


def test_the_page_stays_small_when_the_student_prints_a_lot(make_result: Any, unit: Unit) -> None:
    huge = "x = 1\n" * 10**5
    failure = Failure("one row", "raised", huge, huge, huge, huge)
    result = make_result("ada", _failed(failure), reason=huge, answers={"ltu": huge})

    assert len(feedback.page(result, unit)) < 500_000


def test_headings_do_not_skip_a_level(small_class: list[Result], unit: Unit) -> None:
    for result in small_class:
        levels = [int(h.name[1]) for h in _soup(result, unit).find_all(["h1", "h2", "h3", "h4"])]
        assert 1 == levels[0]
        assert 1 == levels.count(1)
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_has_a_language_landmarks_and_targets_for_its_links(
    make_result: Any, unit: Unit
) -> None:
    page = _soup(make_result(), unit)

    ids = [element["id"] for element in page.find_all(id=True)]
    assert "en" == page.html["lang"]
    assert [1, 1, 1] == [len(page.select(s)) for s in ("main", "body > header", "body > footer")]
    assert len(ids) == len(set(ids))
    assert [] == [a["href"] for a in page.select('a[href^="#"]') if a["href"][1:] not in ids]
    labels = [element["aria-labelledby"] for element in page.select("[aria-labelledby]")]
    assert set(labels) <= set(ids)


def test_a_browser_shows_hostile_text_without_running_or_loading_anything(
    hostile_result: Result, unit: Unit, browser: Browser, tmp_path: Path
) -> None:
    (path,) = feedback.write([hostile_result], [unit], tmp_path)
    happened: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("console", lambda message: happened.append(message.text))
    page.on("request", lambda request: happened.append(request.url))

    page.goto(path.as_uri())

    assert [path.as_uri()] == happened
    assert "sans-serif" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off_on_a_phone(
    width: int, hostile_result: Result, unit: Unit, browser: Browser, tmp_path: Path
) -> None:
    (path,) = feedback.write([hostile_result], [unit], tmp_path)
    page = browser.new_page(viewport={"width": width, "height": 800})

    page.goto(path.as_uri())

    assert width >= page.evaluate("document.documentElement.scrollWidth")
    page.close()
