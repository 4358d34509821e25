"""What becomes of a submission: repaired, never punished, and with our checks and points."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import AutograderError
from autograder.exercises.model import Exercise, Unit, WrittenQuestion
from autograder.submission import (
    Release,
    Sanitised,
    load_release,
    read,
    release_of,
    sanitise,
    without,
)

Notebook = dict[str, Any]

DOUBLE = 'def double_it(x):\n    """Twice x."""\n    {}'
TOTAL = 'def sum_up(x):\n    """The total of x."""\n    {}'
CONCEPTS = 'concepts = {{"q1": None}}\nif None in concepts.values():\n    {}'
BLANK = "# YOUR CODE HERE\n    raise NotImplementedError()"
RIGHT = {
    "double-it": DOUBLE.format("return 2 * x"),
    "sum-up": TOTAL.format("return double_it(sum(x)) / 2"),
    "concepts": 'concepts = {"q1": "a"}',
    "why": "Because of the bias.",
}


def exercise(id: str, points: float) -> Exercise:
    return Exercise(id, id, points, reference=lambda: None, cases=lambda rng: ())


UNIT = Unit(
    name="01_tiny",
    title="A tiny unit",
    exercises=(exercise("double-it", 1), exercise("sum-up", 2), exercise("concepts", 3)),
    written=(WrittenQuestion("why", "Why?", 4),),
)


def cell(id: str, source: str, kind: str = "code", **nbgrader: Any) -> Notebook:
    """A cell of the release; keywords are nbgrader's metadata."""
    metadata: Notebook = {}
    if nbgrader:
        base = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
        metadata = {"nbgrader": {**base, "task": False, "grade_id": id, **nbgrader}}
    made: Notebook = {"cell_type": kind, "id": id, "metadata": metadata, "source": source}
    if kind == "code":
        made |= {"execution_count": None, "outputs": []}
    return made


def answer(id: str, source: str) -> Notebook:
    return cell(id, source, solution=True)


def check(id: str, points: float) -> Notebook:
    name = id.replace("-", "_")
    source = f'check("{id}", {name})'
    return cell(f"check-{id}", source, grade=True, locked=True, points=points)


def released() -> Notebook:
    picture = cell("picture", "plot(double_it)")
    picture["metadata"]["tags"] = ["picture"]
    return {
        "cells": [
            cell("title", "# A tiny unit", "markdown"),
            cell("setup", "import math", locked=True),
            cell("task-1", "Double it.", "markdown"),
            answer("double-it", DOUBLE.format(BLANK)),
            check("double-it", 1),
            picture,
            cell("given-data", "data = [1, 2, 3]", locked=True),
            answer("sum-up", TOTAL.format(BLANK)),
            check("sum-up", 2),
            answer("concepts", CONCEPTS.format(BLANK)),
            check("concepts", 3),
            cell("question", "Why is that so?", "markdown"),
            cell("why", "YOUR ANSWER HERE", "markdown", grade=True, solution=True, points=4),
            cell("end", "The end.", "markdown"),
        ],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


RELEASE = release_of(released(), UNIT)


def solved() -> Notebook:
    notebook = released()
    for made in notebook["cells"]:
        made["source"] = RIGHT.get(made["id"], made["source"])
    return notebook


class Student:
    """A solved notebook under the hands of a student."""

    def __init__(self, notebook: Notebook | None = None) -> None:
        self.notebook = solved() if notebook is None else notebook
        self.cells: list[Notebook] = self.notebook["cells"]

    def index(self, id: str) -> int:
        return next(i for i, made in enumerate(self.cells) if made["id"] == id)

    def __getitem__(self, id: str) -> Notebook:
        return self.cells[self.index(id)]

    def delete(self, id: str) -> Notebook:
        return self.cells.pop(self.index(id))

    def add(self, source: str, behind: str, kind: str = "code") -> None:
        self.cells.insert(self.index(behind) + 1, cell("x", source, kind))

    def copy(self, id: str, behind: str, source: str | None = None) -> None:
        """Copy and paste as JupyterLab does it: the metadata travel, the id is new."""
        made = copy.deepcopy(self[id]) | {"id": "copy"}
        if source is not None:
            made["source"] = source
        self.cells.insert(self.index(behind) + 1, made)

    def move(self, id: str, behind: str) -> None:
        made = self.delete(id)
        self.cells.insert(self.index(behind) + 1, made)

    def hand_in(self) -> Sanitised:
        return sanitise(read(json.dumps(self.notebook).encode()), UNIT, RELEASE)


@pytest.fixture
def student() -> Student:
    return Student()


def plan(sanitised: Sanitised) -> list[str]:
    """The steps in short: sources of cells, and exercises in brackets."""
    return [
        step["source"] if step["kind"] == "cell" else f"[{step['exercise']}]"
        for step in sanitised.steps
    ]


HONEST_PLAN = [
    "import math",
    RIGHT["double-it"],
    "[double-it]",
    "data = [1, 2, 3]",
    RIGHT["sum-up"],
    "[sum-up]",
    RIGHT["concepts"],
    "[concepts]",
]


def grade_ids(sanitised: Sanitised) -> list[str]:
    metadata = [made["metadata"].get("nbgrader", {}) for made in sanitised.notebook["cells"]]
    return [m["grade_id"] for m in metadata if m]


def test_an_honest_notebook_runs_as_it_is(student: Student) -> None:
    sanitised = student.hand_in()
    assert sanitised.repairs == ()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.answers == {key: RIGHT[key] for key in ("double-it", "sum-up", "concepts")}
    assert sanitised.written == {"why": RIGHT["why"]}
    assert sanitised.untouched == frozenset()


def test_the_notebook_of_an_honest_submission_is_the_student_s(student: Student) -> None:
    kept = student.hand_in().notebook
    assert [made["source"] for made in kept["cells"]] == [c["source"] for c in student.cells]
    assert [made["metadata"].get("nbgrader") for made in kept["cells"]] == [
        made["metadata"].get("nbgrader") for made in student.cells
    ]


def test_an_empty_notebook_runs_its_placeholders_and_answers_nothing() -> None:
    sanitised = Student(released()).hand_in()
    assert sanitised.repairs == ()
    assert sanitised.answers == {}
    assert sanitised.written == {}
    assert {3, 7, 9} == sanitised.untouched
    assert [DOUBLE.format(BLANK), "[double-it]"] == plan(sanitised)[1:3]


def test_a_notebook_of_something_else_gets_one_sentence() -> None:
    sanitised = Student({"cells": [cell("a", "print(1)")]}).hand_in()
    assert sanitised.repairs == (
        "No cell of 01_tiny was found in this notebook; is it the right file?",
    )
    assert ["[double-it]", "[sum-up]", "[concepts]"] == [
        step for step in plan(sanitised) if step.startswith("[")
    ]


def test_an_empty_list_of_cells_still_probes_every_exercise() -> None:
    sanitised = sanitise({"cells": []}, UNIT, RELEASE)
    assert plan(sanitised) == [
        "import math",
        "[double-it]",
        "data = [1, 2, 3]",
        "[sum-up]",
        "[concepts]",
    ]


def test_cells_of_the_student_run_in_their_place(student: Student) -> None:
    student.add("helper = 1", behind="setup")
    student.add("later = 2", behind="end")
    expected = ["import math", "helper = 1", *HONEST_PLAN[1:], "later = 2"]
    assert plan(student.hand_in()) == expected


def test_a_helper_between_answer_and_check_runs_before_the_probe(student: Student) -> None:
    student.add("factor = 2", behind="double-it")
    assert plan(student.hand_in())[1:4] == [RIGHT["double-it"], "factor = 2", "[double-it]"]


def test_markdown_never_runs(student: Student) -> None:
    student.add("1 / 0", behind="setup", kind="markdown")
    student.add("1 / 0", behind="setup", kind="raw")
    assert plan(student.hand_in()) == HONEST_PLAN


def test_pictures_are_left_out(student: Student) -> None:
    assert "plot(double_it)" not in plan(student.hand_in())


def test_a_picture_that_the_student_changed_runs(student: Student) -> None:
    student["picture"]["source"] = "def plot(f): ...\nplot(double_it)"
    assert student["picture"]["source"] in plan(student.hand_in())


CHANGES: dict[str, Callable[[Student], object]] = {
    "changed": lambda s: s["check-double-it"].update(source="2.0"),
    "emptied": lambda s: s["check-double-it"].update(source=""),
    "deleted": lambda s: s.delete("check-double-it"),
    "doubled": lambda s: s.copy("check-double-it", behind="end"),
    "moved to the end": lambda s: s.move("check-double-it", behind="end"),
    "moved above the answer": lambda s: s.move("check-double-it", behind="title"),
    "turned into text": lambda s: s["check-double-it"].update(cell_type="markdown"),
    "given other points": lambda s: s["check-double-it"]["metadata"]["nbgrader"].update(points=99),
    "without metadata": lambda s: s["check-double-it"].update(metadata={}),
    "with junk metadata": lambda s: s["check-double-it"].update(metadata={"nbgrader": [1]}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_check_cell_is_ours_whatever_happened_to_it(
    student: Student, change: Callable[[Student], object]
) -> None:
    change(student)
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    kept = [c for c in sanitised.notebook["cells"] if c["source"].startswith('check("double-it"')]
    assert kept == [check("double-it", 1)]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("changed", "The check cell of double-it had been changed; the course's own was used."),
        ("deleted", "The check cell of double-it was missing; it was put back."),
        ("doubled", "The check cell of double-it stood there more than once; one was used."),
        (
            "moved to the end",
            "The check cell of double-it did not stand at its place; it was put back.",
        ),
        (
            "turned into text",
            "The check cell of double-it had been changed; the course's own was used.",
        ),
        (
            "without metadata",
            "1 cell was without the course's label or had a wrong one; recognised by the text.",
        ),
    ],
)
def test_a_repaired_check_cell_is_reported(student: Student, change: str, sentence: str) -> None:
    CHANGES[change](student)
    if change == "without metadata":
        student["check-double-it"]["id"] = "other"
    assert student.hand_in().repairs == (sentence,)


def test_a_changed_copy_of_a_check_cell_is_the_student_s_own(student: Student) -> None:
    student.copy("check-double-it", behind="check-double-it", source="double_it(3)")
    sanitised = student.hand_in()
    assert plan(sanitised) == [*HONEST_PLAN[:3], "double_it(3)", *HONEST_PLAN[3:]]
    assert sanitised.repairs == ()


def test_the_answer_in_the_check_cell_is_found(student: Student) -> None:
    student["double-it"]["source"] = DOUBLE.format(BLANK)
    student["check-double-it"]["source"] = RIGHT["double-it"] + '\ncheck("double-it", double_it)'
    sanitised = student.hand_in()
    assert sanitised.answers["double-it"] == student["check-double-it"]["source"]
    assert "The answer to double-it was found in another cell than its own." in sanitised.repairs


LOCKED: dict[str, Callable[[Student], object]] = {
    "changed": lambda s: s["given-data"].update(source="data = None"),
    "broken": lambda s: s["given-data"].update(source="data = ["),
    "deleted": lambda s: s.delete("given-data"),
    "moved below its use": lambda s: s.move("given-data", behind="end"),
    "moved above the setup": lambda s: s.move("given-data", behind="title"),
    "turned into text": lambda s: s["given-data"].update(cell_type="raw"),
}


@pytest.mark.parametrize("change", LOCKED.values(), ids=LOCKED.keys())
def test_a_given_cell_is_put_back(student: Student, change: Callable[[Student], object]) -> None:
    change(student)
    sanitised = student.hand_in()
    steps = plan(sanitised)
    assert steps.count("data = [1, 2, 3]") == 1
    assert (
        steps.index("import math") < steps.index("data = [1, 2, 3]") < steps.index(RIGHT["sum-up"])
    )
    assert len(sanitised.repairs) == 1
    assert "data = None" not in steps


def test_a_doubled_given_cell_runs_once(student: Student) -> None:
    student.copy("given-data", behind="end")
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.repairs == (
        "The given cell given-data stood there more than once; one was used.",
    )


def test_a_setup_below_the_answers_moves_above_all_of_them(student: Student) -> None:
    student.move("setup", behind="end")
    assert plan(student.hand_in()) == HONEST_PLAN


def test_an_import_added_to_the_setup_still_counts(student: Student) -> None:
    student["setup"]["source"] = "import math, functools"
    sanitised = student.hand_in()
    assert plan(sanitised)[:2] == ["import math, functools", "import math"]
    assert sanitised.repairs == (
        "The given cell setup had been changed; the course's own was used.",
    )


def test_a_given_cell_may_stand_higher_than_released(student: Student) -> None:
    student.move("given-data", behind="setup")
    sanitised = student.hand_in()
    assert plan(sanitised)[:2] == ["import math", "data = [1, 2, 3]"]
    assert sanitised.repairs == ()


def test_of_two_answers_both_run_and_the_probe_follows_the_last(student: Student) -> None:
    better = RIGHT["double-it"].replace("2 * x", "x + x")
    student.copy("double-it", behind="sum-up", source=better)
    sanitised = student.hand_in()
    steps = plan(sanitised)
    assert steps.index(RIGHT["double-it"]) < steps.index(better) == steps.index("[double-it]") - 1
    assert sanitised.answers["double-it"] == RIGHT["double-it"] + "\n\n" + better
    assert "2 cells answer double-it; all of them ran, in their order." in sanitised.repairs


@pytest.mark.parametrize("behind", ["setup", "double-it", "end"])
def test_an_untouched_copy_never_overrides_a_real_answer(student: Student, behind: str) -> None:
    untouched = DOUBLE.format(BLANK).replace("# YOUR CODE HERE\n", "\n")
    student.copy("double-it", behind=behind, source=untouched)
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.repairs == ("An empty copy of the answer cell of double-it was left out.",)


def test_an_untouched_copy_under_another_label_overrides_nothing_either(student: Student) -> None:
    untouched = DOUBLE.format(BLANK).replace("# YOUR CODE HERE\n", "\n")
    student.copy("sum-up", behind="end", source=untouched)
    assert plan(student.hand_in()) == HONEST_PLAN


def test_an_answer_in_a_cell_of_one_s_own_counts(student: Student) -> None:
    student["double-it"]["source"] = DOUBLE.format(BLANK)
    student.add(RIGHT["double-it"], behind="double-it")
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.answers["double-it"] == RIGHT["double-it"]
    assert sanitised.repairs == ("The answer to double-it was found in another cell than its own.",)


def test_an_answer_below_its_check_is_probed_where_it_stands(student: Student) -> None:
    student["double-it"]["source"] = DOUBLE.format(BLANK)
    student.add(RIGHT["double-it"], behind="end")
    assert plan(student.hand_in())[-2:] == [RIGHT["double-it"], "[double-it]"]


def test_a_later_experiment_does_not_replace_the_answer(student: Student) -> None:
    student.add(DOUBLE.format("return None"), behind="end")
    sanitised = student.hand_in()
    assert sanitised.answers["double-it"] == RIGHT["double-it"]
    assert plan(sanitised)[:3] == HONEST_PLAN[:3]


def test_everything_in_one_cell_answers_everything(student: Student) -> None:
    for key in ("double-it", "sum-up", "concepts"):
        student[key]["source"] = released()["cells"][student.index(key)]["source"]
    everything = "\n".join(RIGHT[key] for key in ("double-it", "sum-up", "concepts"))
    student["double-it"]["source"] = everything
    sanitised = student.hand_in()
    assert plan(sanitised) == [
        *("import math", "data = [1, 2, 3]", everything, "[double-it]", "[sum-up]", "[concepts]")
    ]
    assert sanitised.answers == dict.fromkeys(RIGHT.keys() - {"why"}, everything)
    assert sorted(grade_ids(sanitised)) == sorted(RELEASE.by_grade_id)


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_an_answer_turned_into_text_is_code_again(student: Student, kind: str) -> None:
    student["double-it"]["cell_type"] = kind
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.repairs == ("The answer cell of double-it had become text; it is code again.",)


def test_an_attempt_put_aside_as_text_stays_text(student: Student) -> None:
    student.copy("double-it", behind="double-it", source=DOUBLE.format("return 3 * x"))
    student["copy"]["cell_type"] = "raw"
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.answers["double-it"] == RIGHT["double-it"]


def test_an_answer_of_one_s_own_goes_before_an_attempt_put_aside(student: Student) -> None:
    student["double-it"].update(cell_type="markdown", source=DOUBLE.format("return 3 * x"))
    student.add(RIGHT["double-it"], behind="double-it")
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.answers["double-it"] == RIGHT["double-it"]


def test_a_deleted_answer_cell_comes_back_but_does_not_run(student: Student) -> None:
    student.delete("double-it")
    sanitised = student.hand_in()
    assert plan(sanitised) == [step for step in HONEST_PLAN if step != RIGHT["double-it"]]
    assert sanitised.repairs == ("The answer cell of double-it was missing.",)
    assert grade_ids(sanitised) == list(RELEASE.by_grade_id)


def test_a_broken_answer_costs_only_itself(student: Student) -> None:
    student["double-it"]["source"] = "def double_it(x:\n  return"
    sanitised = student.hand_in()
    assert sanitised.answers["double-it"] == "def double_it(x:\n  return"
    assert len(plan(sanitised)) == len(HONEST_PLAN)


def test_a_cleared_answer_cell_is_no_answer(student: Student) -> None:
    student["double-it"]["source"] = "# later"
    sanitised = student.hand_in()
    assert "double-it" not in sanitised.answers
    assert "[double-it]" in plan(sanitised)


def test_answers_pasted_into_each_other_s_cells_are_told_apart(student: Student) -> None:
    one, other = student["double-it"], student["sum-up"]
    one["source"], other["source"] = other["source"], one["source"]
    sanitised = student.hand_in()
    assert sanitised.answers["double-it"] == RIGHT["double-it"]
    assert sanitised.answers["sum-up"] == RIGHT["sum-up"]
    assert plan(sanitised).index("[double-it]") == plan(sanitised).index(RIGHT["double-it"]) + 1


def test_swapped_labels_change_nothing(student: Student) -> None:
    one, other = student["double-it"], student["sum-up"]
    one["metadata"], other["metadata"] = other["metadata"], one["metadata"]
    one["id"], other["id"] = "a", "b"
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.answers["double-it"] == RIGHT["double-it"]


def test_without_any_metadata_and_ids_everything_is_recognised(student: Student) -> None:
    for made in student.cells:
        del made["metadata"], made["id"]
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.written == {"why": RIGHT["why"]}
    assert sanitised.answers == {key: RIGHT[key] for key in ("double-it", "sum-up", "concepts")}
    assert grade_ids(sanitised) == list(RELEASE.by_grade_id)


def test_ids_are_enough_to_recognise_cells(student: Student) -> None:
    for made in student.cells:
        del made["metadata"]
    student["double-it"]["source"] = "double_it = lambda x: 2 * x"
    sanitised = student.hand_in()
    assert sanitised.answers["double-it"] == "double_it = lambda x: 2 * x"
    assert len(sanitised.steps) == len(HONEST_PLAN)


def test_reordered_answers_keep_the_student_s_order(student: Student) -> None:
    student.move("double-it", behind="sum-up")
    steps = plan(student.hand_in())
    assert steps.index(RIGHT["sum-up"]) < steps.index(RIGHT["double-it"])
    assert steps.index("[double-it]") == steps.index(RIGHT["double-it"]) + 1


def test_magics_hide_no_definition(student: Student) -> None:
    source = "%%time\n" + RIGHT["double-it"]
    student["double-it"].update(source=source, metadata={}, id="z")
    assert "double-it" in student.hand_in().answers


def test_a_written_answer_turned_into_code_does_not_run(student: Student) -> None:
    student["why"]["cell_type"] = "code"
    sanitised = student.hand_in()
    assert plan(sanitised) == HONEST_PLAN
    assert sanitised.written == {"why": RIGHT["why"]}
    assert sanitised.repairs == ("The answer to why had become code; it is text again.",)


def test_a_written_answer_in_two_cells_is_kept_whole(student: Student) -> None:
    student.copy("why", behind="end", source="And more.")
    sanitised = student.hand_in()
    assert sanitised.written == {"why": "Because of the bias.\n\nAnd more."}
    assert grade_ids(sanitised).count("why") == 1


def test_a_deleted_written_answer_comes_back_empty(student: Student) -> None:
    student.delete("why")
    sanitised = student.hand_in()
    assert sanitised.written == {}
    assert sanitised.notebook["cells"][12]["source"] == "YOUR ANSWER HERE"


def test_a_picture_in_a_written_answer_is_kept(student: Student) -> None:
    student["why"]["attachments"] = {"sketch.png": {"image/png": "iVBORw0KGgo="}}
    kept = student.hand_in().notebook["cells"][12]
    assert kept["attachments"] == {"sketch.png": {"image/png": "iVBORw0KGgo="}}


def test_nothing_of_the_student_s_metadata_survives(student: Student) -> None:
    student.notebook["metadata"] = {"kernelspec": {"name": "evil"}, "evil": 1}
    student.add("x = 1", behind="setup")
    student["x"]["metadata"] = {"nbgrader": {"grade_id": "bonus", "grade": True, "points": 50}}
    sanitised = student.hand_in()
    assert "evil" not in json.dumps(sanitised.notebook)
    assert "bonus" not in json.dumps(sanitised.notebook)
    assert sanitised.notebook["metadata"] == released()["metadata"]


def test_without_a_guilty_cell_the_rest_remains(student: Student) -> None:
    sanitised = student.hand_in()
    (guilty,) = sanitised.answer_cells["double-it"]
    rest = without(sanitised, guilty)
    assert plan(rest) == [step for step in HONEST_PLAN if step != RIGHT["double-it"]]
    assert len(plan(sanitised)) == len(HONEST_PLAN)


def test_without_a_guilty_probe_the_rest_remains(student: Student) -> None:
    sanitised = student.hand_in()
    guilty = next(s["index"] for s in sanitised.steps if s["kind"] == "probe")
    assert "[double-it]" not in plan(without(sanitised, guilty))


def test_without_refuses_an_index_that_no_step_has(student: Student) -> None:
    with pytest.raises(ValueError, match="no step has index 99"):
        without(student.hand_in(), 99)


def test_a_hostile_expression_does_not_reach_the_parser_s_limits(student: Student) -> None:
    for hostile in (
        "(" * 10_000,
        "-" * 40_000 + "1",
        "a" + ".b" * 20_000,
        "x = 1\n" * 50_000,
        "\\d'\\d'",
    ):
        student.add(f"# double_it\n{hostile}", behind="setup")
    assert student.hand_in().answers["double-it"] == RIGHT["double-it"]


CHANGE = st.sampled_from(["delete", "copy", "shuffle", "retype", "strip", "blank", "garble"])


def vandalise(notebook: Notebook, change: str, dice: random.Random) -> None:
    cells = notebook["cells"]
    if change == "shuffle":
        dice.shuffle(cells)
    if not cells:
        return
    made = dice.choice(cells)
    if change == "delete":
        cells.remove(made)
    elif change == "copy":
        cells.insert(dice.randrange(len(cells)), copy.deepcopy(made))
    elif change == "retype":
        made["cell_type"] = dice.choice(["code", "markdown", "raw"])
    elif change == "strip":
        made["metadata"] = {}
    elif change == "blank":
        made["source"] = ""
    elif change == "garble":
        made["source"] = dice.choice(cells)["source"] + dice.choice(["", " ", "\n(", "\nx = 1"])


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(CHANGE, max_size=25), dice=st.randoms(use_true_random=False))
def test_whatever_was_done_to_a_notebook_it_is_whole_again(
    changes: list[str], dice: random.Random
) -> None:
    notebook = solved()
    for change in changes:
        vandalise(notebook, change, dice)
    sanitised = sanitise(read(json.dumps(notebook).encode()), UNIT, RELEASE)
    nbformat.validate(nbformat.from_dict(copy.deepcopy(sanitised.notebook)))
    assert sorted(grade_ids(sanitised)) == sorted(RELEASE.by_grade_id)
    steps = plan(sanitised)
    assert sorted(s for s in steps if s[0] == "[") == ["[concepts]", "[double-it]", "[sum-up]"]
    assert steps.index("import math") < steps.index("data = [1, 2, 3]")
    for key, index in sanitised.answer_cells.items():
        assert steps.index(f"[{key}]") > 0
        assert sanitised.notebook["cells"][index[-1]]["source"] in steps
    indices = [step["index"] for step in sanitised.steps]
    assert sorted(set(indices)) == indices


def test_a_release_without_an_exercise_is_refused() -> None:
    notebook = released()
    notebook["cells"] = [made for made in notebook["cells"] if made["id"] != "check-sum-up"]
    with pytest.raises(AutograderError, match=r"disagree on: check cell 'sum-up' \(2\)"):
        release_of(notebook, UNIT)


def test_a_release_with_other_points_is_refused() -> None:
    notebook = released()
    notebook["cells"][4]["metadata"]["nbgrader"]["points"] = 5
    with pytest.raises(AutograderError, match="disagree on: check cell 'double-it'"):
        release_of(notebook, UNIT)


def test_a_missing_release_says_how_to_make_it(tmp_path: Any) -> None:
    with pytest.raises(AutograderError, match="make it with: autograder release"):
        load_release(tmp_path / "01_tiny.ipynb", UNIT)


def test_a_release_is_read_from_its_file(tmp_path: Any) -> None:
    path = tmp_path / "01_tiny.ipynb"
    path.write_text(json.dumps(released()), encoding="utf-8")
    loaded = load_release(path, UNIT)
    assert isinstance(loaded, Release)
    assert RELEASE == loaded
