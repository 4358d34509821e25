"""Grading submissions of unit 01 for real: every ending, and nothing lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.classroom import Work
from autograder.course import Course, Limits
from autograder.engine import Grader, grade_all
from autograder.results import Result
from autograder.store import Store

ROOT = Path(__file__).parents[2]
UNIT = "01_perceptron"
RELEASE = json.loads((ROOT / "notebooks" / UNIT / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
RIGHT = {
    "weighted-sum": "def weighted_sum(x, w, b):\n    return float(x @ w + b)",
    "ltu": "def ltu(x, w, b):\n    return int(x @ w + b >= 0)",
    "add-bias": "def add_bias(X):\n    return np.insert(X.astype(float), 0, 1, axis=1)",
}

HandIn = Callable[..., Work]


@pytest.fixture
def hand_in(tmp_path: Path) -> HandIn:
    """Writes a submission with these answers (sources by exercise) and extra cells in front."""

    def write(student: str = "ada", extra: tuple[str, ...] = (), **changed: str) -> Work:
        answers = RIGHT | {name.replace("_", "-"): source for name, source in changed.items()}
        notebook = json.loads(json.dumps(RELEASE))
        for cell in notebook["cells"]:
            key = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if key in answers:
                cell["source"] = answers[key]
        notebook["cells"][3:3] = [own_cell(source) for source in extra]
        path = tmp_path / student / UNIT / f"{UNIT}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        return Work(student, UNIT, path)

    return write


def own_cell(source: str) -> dict[str, Any]:
    code = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    return {**code, "source": source}


@pytest.fixture(scope="module")
def grader() -> Grader:
    limits = Limits(cell_seconds=3.0, submission_seconds=40.0)
    return Grader(Course(ROOT, limits=limits), seed=7)


def scores(result: Result) -> dict[str, float]:
    return {verdict.exercise: verdict.points for verdict in result.verdicts if verdict.points}


def test_right_answers_are_graded(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in())
    assert (result.status, result.reason) == ("graded", "")
    assert scores(result) == {"weighted-sum": 1.0, "ltu": 1.0, "add-bias": 1.0}


def test_the_same_submission_gets_the_same_verdicts(hand_in: HandIn, grader: Grader) -> None:
    work = hand_in(ltu="def ltu(x, w, b):\n    return int(x @ w + b > 0)")
    assert grader.grade(work).verdicts == grader.grade(work).verdicts


@pytest.mark.parametrize(
    ("source", "status", "reason"),
    [
        ("while True: pass", "timed-out", "3 s"),
        ("import os; os._exit(3)", "crashed", ""),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "crashed", ""),
    ],
    ids=["hangs", "exits", "kills itself"],
)
def test_a_cell_that_ends_badly_costs_its_own_exercise(
    hand_in: HandIn, grader: Grader, source: str, status: str, reason: str
) -> None:
    result = grader.grade(hand_in(ltu=f"{source}\n{RIGHT['ltu']}"))
    assert result.status == status
    assert reason in result.reason
    assert scores(result) == {"weighted-sum": 1.0, "add-bias": 1.0}
    ltu = result.verdicts[1]
    assert (ltu.exercise, ltu.failures[0].kind) == ("ltu", "stopped")


def test_a_function_that_hangs_costs_its_own_exercise(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in(ltu="def ltu(x, w, b):\n    while True: pass"))
    assert result.status == "timed-out"
    assert scores(result) == {"weighted-sum": 1.0, "add-bias": 1.0}
    assert "`ltu`, when it was called" in result.reason


def test_too_much_memory_costs_the_cell_that_asked_for_it(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in(extra=("hog = np.ones((1 << 34,))",)))
    assert result.status == "out-of-memory"
    assert scores(result) == {"weighted-sum": 1.0, "ltu": 1.0, "add-bias": 1.0}


def test_an_answer_beside_a_memory_hog_is_judged(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in(ltu=f"{RIGHT['ltu']}\nhog = np.ones((1 << 34,))"))
    assert result.status == "out-of-memory"
    assert scores(result) == {"weighted-sum": 1.0, "ltu": 1.0, "add-bias": 1.0}


def test_what_comes_after_a_memory_hog_finds_the_memory_free(
    hand_in: HandIn, grader: Grader
) -> None:
    hog = "hog = []\nwhile True:\n    hog.append(np.empty(1 << 20))"
    roomy = "def add_bias(X):\n    np.empty(1 << 26)\n    return np.insert(X * 1.0, 0, 1, axis=1)"
    result = grader.grade(hand_in(extra=(hog,), add_bias=roomy))
    assert result.status == "out-of-memory"
    assert scores(result) == {"weighted-sum": 1.0, "ltu": 1.0, "add-bias": 1.0}


def test_an_exception_in_a_cell_costs_nothing_else(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in(extra=("1 / 0",)))
    assert (result.status, result.reason) == (
        "graded-with-errors",
        "a cell raised ZeroDivisionError: division by zero",
    )
    assert len(scores(result)) == 3


def test_a_syntax_error_is_told_to_its_exercise(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in(ltu="def ltu(x, w, b)\n    return 1"))
    failure = result.verdicts[1].failures[0]
    assert failure.kind == "raised"
    assert "SyntaxError" in failure.message
    assert "def ltu(x, w, b)" in failure.message


def test_many_cells_that_hang_end_within_the_limit(hand_in: HandIn, grader: Grader) -> None:
    hanging = ("while True: pass",) * 8
    result = grader.grade(hand_in(extra=hanging))
    assert result.status == "timed-out"
    assert result.max_score == 29.0


def test_a_file_that_is_no_notebook_is_unreadable(hand_in: HandIn, grader: Grader) -> None:
    work = hand_in()
    assert work.path is not None
    work.path.write_bytes(b"")
    result = grader.grade(work)
    assert (result.status, result.score, result.max_score) == ("unreadable", 0.0, 29.0)
    assert result.reason
    assert result.verdicts[0].message == result.reason


def test_nothing_handed_in_is_missing(grader: Grader) -> None:
    result = grader.grade(Work("ada", UNIT, None))
    assert (result.status, result.score, result.max_score) == ("missing", 0.0, 29.0)


def test_the_kept_notebook_shows_what_the_student_saw(hand_in: HandIn, grader: Grader) -> None:
    result = grader.grade(hand_in(extra=("print('hello from a student')",)))
    assert "hello from a student" in json.dumps(result.notebook)


def test_what_is_printed_while_probing_is_withheld(hand_in: HandIn, grader: Grader) -> None:
    source = "def ltu(x, w, b):\n    print('hidden', x)\n    return int(x @ w + b >= 0)"
    result = grader.grade(hand_in(ltu=source))
    assert scores(result)["ltu"] == 1.0
    assert "hidden" not in json.dumps([c.get("outputs") for c in result.notebook["cells"]])  # type: ignore[index]


class TestGradeAll:
    """A class: in order, resumable, never stopped by one submission."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        return Store(tmp_path / "results")

    def test_one_broken_submission_does_not_stop_the_class(
        self, hand_in: HandIn, grader: Grader, store: Store
    ) -> None:
        works = [hand_in("ada"), hand_in("ben"), hand_in("cy")]
        assert works[1].path is not None
        works[1].path.write_text("<html>")
        results = grade_all(works, grader, store, jobs=2)
        assert [(r.student, r.status) for r in results] == [
            ("ada", "graded"),
            ("ben", "unreadable"),
            ("cy", "graded"),
        ]

    def test_unchanged_submissions_are_not_executed_again(
        self, hand_in: HandIn, grader: Grader, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        works = [hand_in("ada")]
        first = grade_all(works, grader, store)
        monkeypatch.setattr(Grader, "execute", _no_run)
        assert grade_all(works, grader, store) == first

    def test_a_changed_submission_is_executed_again(
        self, hand_in: HandIn, grader: Grader, store: Store
    ) -> None:
        grade_all([hand_in("ada")], grader, store)
        (result,) = grade_all([hand_in("ada", ltu="ltu = 1")], grader, store)
        assert "ltu" not in scores(result)

    def test_another_seed_executes_again(
        self, hand_in: HandIn, grader: Grader, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        works = [hand_in("ada")]
        grade_all(works, grader, store)
        monkeypatch.setattr(Grader, "execute", _no_run)
        with pytest.raises(AssertionError, match="executed again"):
            grade_all(works, Grader(grader.course, seed=8), store)

    def test_an_interruption_loses_nothing_that_was_done(
        self, hand_in: HandIn, grader: Grader, store: Store
    ) -> None:
        works = [hand_in(name) for name in ("ada", "ben", "cy")]

        def interrupt(result: Result, reused: bool) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            grade_all(works, grader, store, progress=interrupt)
        done = len(list(store.results()))
        assert done >= 1
        reused: list[bool] = []
        results = grade_all(works, grader, store, progress=lambda r, again: reused.append(again))
        assert [r.status for r in results] == ["graded"] * 3
        assert sum(reused) == done


def _no_run(*args: Any, **kwargs: Any) -> Any:
    raise AssertionError("executed again")
