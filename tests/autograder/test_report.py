"""The class report counts what is there, names who needs a person, and is safe to open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from autograder import feedback, report
from autograder.analysis import analyse
from autograder.exercises.model import Unit
from autograder.results import STATUSES, Result
from autograder.verdict import Diagnosis, Failure, Part, Verdict
from autograder.wording import NEEDS_A_PERSON, STATUS_WORDS, outcome

NAME = "01_perceptron"
QUESTION = "perceptron-written"


def _ltu(mistake: str = "", *, passed: bool = False, kind: Any = "value") -> Verdict:
    failures = () if passed else (Failure("one row", kind, "The value differs."),)
    diagnosis = Diagnosis(mistake, f"You did {mistake}.") if mistake else None
    part = Part("all", float(passed), 1.0, 14, failures, diagnosis)
    return Verdict("ltu", "The linear threshold unit", float(passed), 1.0, (part,))


def _soup(results: list[Result], unit: Unit) -> Any:
    page = report.page(report.summary(results, [unit]), "feedback")
    return BeautifulSoup(page, "html.parser")


def _text(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def test_statuses_are_counted_all_seven(small_class: list[Result], unit: Unit) -> None:
    counted = analyse(small_class, unit).statuses

    assert list(STATUSES) == list(counted)
    assert (24, 2, 1) == (counted["graded"], counted["graded-with-errors"], counted["missing"])


def test_submissions_that_could_not_be_run_are_left_out_of_the_statistics(
    small_class: list[Result], unit: Unit
) -> None:
    found = analyse(small_class, unit)

    assert (31, 29) == (found.submissions, found.run)
    assert {29} == {item.n for item in found.exercises}
    assert found.scores is not None
    expected = np.mean([result.score for result in small_class if result.verdicts])
    assert expected == pytest.approx(found.scores.mean)


def test_verdicts_of_what_was_never_run_do_not_count(make_result: Any, unit: Unit) -> None:
    found = analyse([make_result("ada", status="unreadable", reason="no JSON")], unit)

    assert (1, 0) == (found.submissions, found.run)


def test_the_outcomes_of_an_exercise_add_up(small_class: list[Result], unit: Unit) -> None:
    for item in analyse(small_class, unit).exercises:
        assert item.n == item.passed + item.partly + item.wrong + item.unanswered


def test_pass_rate_and_mean_points(make_result: Any, unit: Unit) -> None:
    results = [make_result("ada"), make_result("ben", _ltu()), make_result("cleo", _ltu("strict"))]

    item = next(item for item in analyse(results, unit).exercises if item.id == "ltu")

    assert (1 / 3, 1 / 3) == (item.pass_rate, item.mean_points)


def test_nobody_handed_in(unit: Unit) -> None:
    found = analyse([], unit)

    assert (0, None, ()) == (found.submissions, found.scores, found.mistakes)
    assert {0.0} == {item.pass_rate for item in found.exercises}


def test_a_mistake_is_counted_once_per_submission(make_result: Any, unit: Unit) -> None:
    diagnosis = Diagnosis("strict", "You use >.")
    failure = (Failure("one row", "value", "The value differs."),)
    twice = tuple(Part(name, 0.0, 1.0, 1, failure, diagnosis) for name in ("AND", "OR"))
    verdict = Verdict("logic-gates", "Gates", 0.0, 3.0, twice)

    (mistake,) = analyse([make_result("ada", verdict)], unit).mistakes

    assert ("strict", 1, 1.0) == (mistake.mistake, mistake.count, mistake.share)


def test_mistakes_are_ordered_by_how_many_made_them(make_result: Any, unit: Unit) -> None:
    made = ["strict", "sign", "strict", "sign", "strict", ""]
    results = [make_result(f"s{n}", _ltu(mistake)) for n, mistake in enumerate(made)]
    results.append(make_result("right"))

    first, second = analyse(results, unit).mistakes

    assert ("strict", 3, 3 / 7, 3 / 6) == (
        first.mistake,
        first.count,
        first.share,
        first.share_of_failed,
    )
    assert "sign" == second.mistake


def test_the_example_of_a_mistake_is_short_and_anonymous(make_result: Any, unit: Unit) -> None:
    long = make_result("ada", _ltu("strict"), answers={"ltu": "def ltu():\n    return 1\n" * 9})
    short = make_result("ben-1815", _ltu("strict"), answers={"ltu": "x = 'ben-1815'  # Ben\n"})
    without = make_result("cleo", _ltu("strict"), answers={})

    (mistake,) = analyse([long, short, without], unit).mistakes

    assert "x = '…'" == mistake.example


def test_who_needs_a_person_and_why(
    stopped_results: list[Result], make_result: Any, unit: Unit
) -> None:
    repaired = make_result("repaired", repairs=("The check cell was put back.",))

    cases = analyse([*stopped_results, make_result("fine"), repaired], unit).attention

    assert [*NEEDS_A_PERSON, "graded"] == [case.status for case in cases]
    assert all(case.reason or case.repairs for case in cases)


def test_answers_to_grade_by_hand_are_counted(make_result: Any, unit: Unit) -> None:
    blank = make_result("ben", written={QUESTION: " "})

    assert {QUESTION: 1} == analyse([make_result("ada"), blank], unit).to_grade_by_hand


def test_the_order_of_grading_leaves_the_report_unchanged(
    small_class: list[Result], unit: Unit
) -> None:
    assert report.summary(small_class, [unit]) == report.summary(small_class[::-1], [unit])


def test_outcomes_tell_partly_wrong_and_unanswered_apart() -> None:
    verdicts = [_ltu(passed=True), _ltu(), _ltu(kind="unanswered"), _ltu(kind="missing")]

    assert ["right", "wrong", "unanswered", "unanswered"] == [outcome(v) for v in verdicts]


def test_page_and_json_are_written(small_class: list[Result], unit: Unit, tmp_path: Path) -> None:
    path = report.write(small_class, [unit], tmp_path / "grading")

    data = json.loads((tmp_path / "grading" / "report.json").read_text(encoding="ascii"))
    assert tmp_path / "grading" / "report.html" == path
    assert (1, NAME, 31) == (
        data["format"],
        data["units"][0]["unit"],
        len(data["units"][0]["students"]),
    )


def test_the_page_says_what_each_status_means_and_what_to_do(
    small_class: list[Result], unit: Unit
) -> None:
    text = _text(_soup(small_class, unit))

    for words in STATUS_WORDS.values():
        assert words.instructor in text


def test_the_drawing_has_labelled_axes_and_says_its_numbers(
    small_class: list[Result], unit: Unit
) -> None:
    svg = _soup(small_class, unit).find("svg", role="img")

    labels = [text.get_text() for text in svg.find_all("text")]
    assert {"score (points of 29)", "submissions"} <= set(labels)
    assert "27 to 30 points: 10." in _text(svg.find("desc"))


def test_an_undefined_discrimination_is_an_empty_cell(make_result: Any, unit: Unit) -> None:
    page = _soup([make_result("ada"), make_result("ben")], unit)

    cells = page.select("table.sortable:not(.students) td:last-child")
    assert {""} == {cell.get_text() for cell in cells}


def test_every_student_has_a_row_and_a_link_to_the_feedback(
    small_class: list[Result], unit: Unit, tmp_path: Path
) -> None:
    pages = feedback.write(small_class, [unit], tmp_path / "feedback")
    page = report.write(small_class, [unit], tmp_path).read_text(encoding="utf-8")

    links = [a["href"] for a in BeautifulSoup(page, "html.parser").select(".students a")]
    assert len(small_class) == len(links)
    assert {path.relative_to(tmp_path).as_posix() for path in pages} == set(links)


def test_without_a_feedback_folder_there_are_no_links(
    small_class: list[Result], unit: Unit
) -> None:
    page = report.page(report.summary(small_class, [unit]))

    assert [] == BeautifulSoup(page, "html.parser").select(".students a")


def test_several_units_have_a_section_each(make_result: Any, unit: Unit) -> None:
    second = Unit("02_mlp", "The multi-layer perceptron", unit.exercises[:1])
    other = make_result("ada", unit="02_mlp", verdicts=make_result().verdicts[:1])

    page = report.page(report.summary([make_result("ada"), other], [unit, second]))

    soup = BeautifulSoup(page, "html.parser")
    assert [f"#{NAME}", "#02_mlp"] == [a["href"] for a in soup.select("nav a")]
    assert [NAME, "02_mlp"] == [section["id"] for section in soup.select("section.unit")]


def test_an_empty_class_has_a_report_that_says_so(unit: Unit) -> None:
    assert "No submissions were graded." in _text(_soup([], unit))


def test_a_class_where_nothing_could_be_run_has_a_report(
    stopped_results: list[Result], unit: Unit
) -> None:
    unreadable = [result for result in stopped_results if not result.verdicts]

    text = _text(_soup(unreadable, unit))

    assert "Unreadable" in text
    assert "Exercise by exercise" not in text


def test_hostile_text_makes_no_element(hostile_result: Result, unit: Unit) -> None:
    page = _soup([hostile_result], unit)

    assert 1 == len(page.find_all("script"))
    assert [] == page.find_all(["img", "textarea", "iframe"])
    attributes = {name for element in page.find_all() for name in element.attrs}
    assert [] == [name for name in attributes if name.startswith("on") or name == "style"]


def test_a_thousand_students_fit(make_result: Any, unit: Unit) -> None:
    page = _soup([make_result(f"s{number:04d}") for number in range(1000)], unit)

    assert 1000 == len(page.select(".students tbody tr"))


def test_ids_are_unique_and_every_drawing_is_named_or_hidden(
    small_class: list[Result], unit: Unit
) -> None:
    page = _soup(small_class, unit)

    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for svg in page.find_all("svg"):
        assert svg.get("aria-hidden") == "true" or svg.get("role") == "img"


def _scores(page: Any) -> list[float]:
    cells = page.locator(".students tbody tr td:nth-child(3)").all_inner_texts()
    return [float(cell) for cell in cells]


def test_a_click_on_a_heading_sorts_the_students(
    small_class: list[Result], unit: Unit, browser: Browser, tmp_path: Path
) -> None:
    path = report.write(small_class, [unit], tmp_path)
    page = browser.new_page()
    page.goto(path.as_uri())

    page.get_by_role("button", name="Score").click()
    rising = _scores(page)
    page.get_by_role("button", name="Score").click()
    falling = _scores(page)

    assert sorted(rising) == rising
    assert rising[::-1] == falling
    assert "descending" == page.locator(".students th[aria-sort]").get_attribute("aria-sort")
    page.close()


def test_the_table_is_there_without_script(
    small_class: list[Result], unit: Unit, browser: Browser, tmp_path: Path
) -> None:
    path = report.write(small_class, [unit], tmp_path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(path.as_uri())

    assert len(small_class) == page.locator(".students tbody tr").count()
    assert 0 == page.get_by_role("button").count()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_browser_shows_the_report_without_complaint_at_any_width(
    width: int, small_class: list[Result], unit: Unit, browser: Browser, tmp_path: Path
) -> None:
    path = report.write(small_class, [unit], tmp_path)
    happened: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("console", lambda message: happened.append(message.text))
    page.on("pageerror", lambda error: happened.append(str(error)))

    page.goto(path.as_uri())

    assert [] == happened
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    page.close()
