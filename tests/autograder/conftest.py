"""A class that was graded: results of every kind, with the text that hostile students hand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, sync_playwright

from autograder.exercises.model import Case, Exercise, Unit, WrittenQuestion
from autograder.results import Result, Status
from autograder.verdict import Diagnosis, Failure, Part, Verdict

ResultMaker = Callable[..., Result]
CHROMIUM = Path("/usr/bin/chromium")

# identifier, title, points, where to read again
EXERCISES = (
    ("weighted-sum", "The weighted sum of a neuron", 1.0, "One neuron, one number"),
    ("ltu", "The linear threshold unit", 1.0, "When does a neuron fire?"),
    ("logic-gates", "Weights for AND, OR and NAND", 3.0, "Logic with one neuron"),
    ("add-bias", "The bias as an input that is always 1", 1.0, "The bias neuron"),
    ("perceptron-layer", "A layer of threshold units", 2.0, "Many neurons at once"),
    ("hebb-update", "Hebb's rule", 2.0, "Fire together, wire together"),
    ("perceptron-update", "One step of Rosenblatt's rule", 2.0, "Learning from a mistake"),
    ("train-perceptron", "Training a perceptron", 3.0, "Learning from a mistake"),
    ("sigmoid-neuron", "The sigmoid neuron", 2.0, "From a step to a slope"),
    ("neuron-gradient", "The gradient of the cross-entropy", 3.0, "Which way is down?"),
    ("train-neuron", "Gradient descent for one neuron", 3.0, "Which way is down?"),
    ("perceptron-concepts", "Concept check", 6.0, "the section that the question names"),
)
GATES = ("AND", "OR", "NAND")
QUESTION = "perceptron-written"
RIGHT = {
    "weighted-sum": "def weighted_sum(x, w, b):\n    return np.dot(w, x) + b\n",
    "neuron-gradient": (
        "def neuron_gradient(X, y, w, b):\n"
        "    p = sigmoid_neuron(X, w, b)  # as above\n"
        "    return X.T @ (p - y) / len(y), np.mean(p - y)\n"
    ),
}
HOSTILE = (
    "</script></style></textarea><script>alert('x')</script><img src=x onerror=alert(1)>"
    " \u202egnirts desrever\u202c \x00 \ud800 \x1b[31mred\x1b[0m {{ 7*7 }} & \"quoted\" '='"
)
REASONS: dict[Status, str] = {
    "graded": "",
    "graded-with-errors": "cell 12: NameError: name 'wieghts' is not defined",
    "timed-out": "cell 21 (train-perceptron) ran longer than 10 s",
    "out-of-memory": "cell 9 (perceptron-layer) asked for more than 1 GB",
    "crashed": "cell 4 (ltu) ended the process with exit code 3",
    "unreadable": "the file is no JSON: line 1, column 1",
    "missing": "no notebook was handed in",
}


def _never(*args: object) -> None:
    raise AssertionError("results are shown without calling a reference")


def _no_cases(rng: np.random.Generator) -> list[Case]:
    raise AssertionError(f"results are shown without drawing a case from {rng}")


def _title(exercise: str) -> str:
    return next(title for name, title, _, _ in EXERCISES if name == exercise)


def _points(exercise: str) -> float:
    return next(points for name, _, points, _ in EXERCISES if name == exercise)


def passed(exercise: str) -> Verdict:
    points = _points(exercise)
    names = GATES if exercise == "logic-gates" else ("all",)
    share = points / len(names)
    parts = tuple(Part(name, share, share, 14) for name in names)
    return Verdict(exercise, _title(exercise), points, points, parts)


def failed(exercise: str, *failures: Failure, diagnosis: Diagnosis | None = None) -> Verdict:
    points = _points(exercise)
    part = Part("all", 0.0, points, 14, failures or (_wrong_value(),), diagnosis)
    return Verdict(exercise, _title(exercise), 0.0, points, (part,))


def partly(exercise: str = "logic-gates") -> Verdict:
    table = "(0, 0), (0, 1), (1, 0), (1, 1)"
    failure = Failure("the whole table", "value", "1 of 4 outputs differs.", table, "[1, 1, 0, 0]")
    diagnosis = Diagnosis(
        "and-for-nand", "This is close to NAND, but (0, 1) comes out wrong.", "Draw the line."
    )
    gates = tuple(Part(name, 1.0, 1.0, 1) for name in GATES[:2])
    return Verdict(
        exercise,
        _title(exercise),
        2.0,
        3.0,
        (*gates, Part("NAND", 0.0, 1.0, 1, (failure,), diagnosis)),
    )


def unanswered(exercise: str) -> Verdict:
    return failed(exercise, Failure("", "unanswered", "The answer cell is still empty."))


def _wrong_value() -> Failure:
    return Failure(
        "one row",
        "value",
        "The value differs.",
        "X = array([[0.3, -1.2]]), y = array([1])",
        "array([-0.18, 0.72])",
    )


FORGOT_N = Diagnosis(
    "not-divided-by-n",
    "Your gradient is the sum over the samples; the cost is their mean, so it is n times too big.",
    "What happens to the gradient when every sample is there twice?",
)


@pytest.fixture
def unit() -> Unit:
    """The first unit as far as results need it; its references cannot be called."""
    exercises = tuple(
        Exercise(name, title, points, _never, _no_cases, read_again=again)
        for name, title, points, again in EXERCISES
    )
    question = WrittenQuestion(QUESTION, "Why one line is not enough", 4.0)
    return Unit(
        "01_perceptron", "From the biological neuron to the perceptron", exercises, (question,)
    )


@pytest.fixture
def make_result() -> ResultMaker:
    """Makes a result: everything right, except for the verdicts and fields that are given."""

    def make(student: str = "s01", *verdicts: Verdict, **fields: object) -> Result:
        given = {verdict.exercise: verdict for verdict in verdicts}
        names = [name for name, *_ in EXERCISES]
        return Result(
            **{
                "student": student,
                "unit": "01_perceptron",
                "status": "graded",
                "reason": "",
                "seconds": 0.25,
                "verdicts": tuple(given.get(name, passed(name)) for name in names),
                "answers": {name: RIGHT.get(name, "pass\n") for name in names},
                "written": {QUESTION: "XOR cannot be separated by one line."},
                **fields,
            }  # type: ignore[arg-type]  # keyword arguments of mixed type
        )

    return make


@pytest.fixture
def hostile_result(make_result: ResultMaker) -> Result:
    """A result in which every text that a student controls attacks whoever shows it."""
    failure = Failure(HOSTILE, "raised", HOSTILE, HOSTILE, HOSTILE)
    return make_result(
        HOSTILE,
        failed("ltu", failure),
        status="graded-with-errors",
        reason=HOSTILE,
        repairs=(HOSTILE,),
        answers={name: HOSTILE for name, *_ in EXERCISES},
        written={QUESTION: HOSTILE},
    )


@pytest.fixture
def stopped_results(make_result: ResultMaker) -> list[Result]:
    """One submission of each status that is not simply graded."""
    stop = failed("ltu", Failure("one row", "stopped", "The cell was stopped."))
    some = {"verdicts": (stop, *(passed(name) for name, *_ in EXERCISES if name != "ltu"))}
    none: dict[str, object] = {"verdicts": (), "answers": {}, "written": {}}
    return [
        make_result(status, status=status, reason=reason, **(none if status in _NOTHING else some))
        for status, reason in REASONS.items()
        if status != "graded"
    ]


_NOTHING = ("unreadable", "missing")


@pytest.fixture
def small_class(
    make_result: ResultMaker, stopped_results: list[Result], hostile_result: Result
) -> list[Result]:
    """Some thirty students: most are fine, some made mistakes, some need a person."""
    rng = np.random.default_rng(1)
    students = []
    for number in range(24):
        skill = rng.uniform(0.2, 1.0)
        verdicts = [_of(name, skill, rng) for name, *_ in EXERCISES]
        repairs = ("The check cell of ltu was deleted; it was put back.",) if number == 7 else ()
        answers = {
            name: RIGHT.get(name, f"# by student {number}\npass\n") for name, *_ in EXERCISES
        }
        made = make_result(f"s{number:02d}", *verdicts, repairs=repairs, answers=answers)
        students.append(made)
    return [*students, *stopped_results, hostile_result]


def _of(exercise: str, skill: float, rng: np.random.Generator) -> Verdict:
    if rng.uniform() < skill:
        return passed(exercise)
    if exercise == "logic-gates":
        return partly()
    if rng.uniform() < 0.25:
        return unanswered(exercise)
    return failed(exercise, diagnosis=FORGOT_N if exercise == "neuron-gradient" else None)


@pytest.fixture(scope="module")  # not longer: it runs an event loop, which others need, too
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window; the tests that look at pages need it."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed (.ci/run installs it)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()
