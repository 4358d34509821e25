"""The worker runs cells as a notebook does, and reports what they show; each cell a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox import CellResult, CellStep, Job, Policy, ProbeStep, Run, run

CELLS = {
    "nothing": "",
    "print": "print('out')\nimport sys\nprint('err', file=sys.stderr)\nprint('again')",
    "result": "1 + 1",
    "no result": "x = 2;",
    "semicolon": "x;",
    "rich": "from IPython.display import HTML, display\ndisplay(HTML('<b>bold</b>'))\nprint(1)",
    "cleared": (
        "from IPython.display import clear_output\nprint('old')\nclear_output()\nprint('new')"
    ),
    "updated": "shown = display('first', display_id=True)\nshown.update('second')",
    "underscore": "_ + 1",
    "error": "def fails(n):\n    return 1 / n\nfails(0)",
    "library error": "import numpy as np\nnp.ones(2) @ np.ones(3)",
    "syntax": "x = 1\ndef f(:\n    pass",
    "indentation": "if True:\nx = 1",
    "magic": "%%capture caught\nprint('kept away')",
    "no magic": "%nosuchmagic",
    "inline": "%matplotlib inline\n%config InlineBackend.figure_format = 'retina'",
    "figure": (
        "import matplotlib, matplotlib.pyplot as plt\n"
        "plt.figure(); plt.show()\nprint(matplotlib.get_backend())"
    ),
    "figures left": "print(plt.get_fignums())",
    "await": "import asyncio\nawait asyncio.sleep(0, 'slept')",
    "input": "input('name? ')",
    "exit": "exit()",
    "system exit": "raise SystemExit(3)",
    "interrupt": "raise KeyboardInterrupt",
    "check": "from autograder.check import check\ncheck('ltu', len)",
    "check module": "import autograder.check as c\nc.check('ltu')",
    "random": "import random; print(random.random(), np.random.rand(), hash('text'))",
    "main": "import __main__; print(__main__.x)",
    "working folder": "import os; print(os.listdir('.'), os.environ.get('MPLBACKEND'))",
    "threads": "print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OMP_NUM_THREADS'])",
    "surrogate": "print('\\ud800')",
    "not text": "import sys; sys.stdout.write(b'bytes')",
    "stdout lost": "sys.stdout = None",
    "stdout back": "print('here again')",
    "warning": "import warnings; warnings.warn('mind')",
    "exception group": "raise ExceptionGroup('many', [ValueError('one')])",
    "traceback is theirs": (
        "class Own(Exception):\n"
        "    def _render_traceback_(self): return ['forged']\n"
        "    def __str__(self): return 'own'\n"
        "raise Own"
    ),
    "library": "from course_lib import plots, datasets\nprint(datasets.__name__, plots.__name__)",
    "references": "import course_lib.perceptron",
    "exercises": "import autograder.exercises",
    "memory": "np.ones(10 ** 12)",
    "last": "print(len(In) > 30, type(Out))",
}
LIBRARY = ("datasets", "plots")


@pytest.fixture(scope="module")
def executed() -> Run:
    steps = tuple(CellStep(n, source) for n, source in enumerate(CELLS.values()))
    probe = ProbeStep("fails", "call", "fails", ((2.0,), (0,)))
    return run(Job((*steps, probe), library=LIBRARY, seed=7), kind="none")


@pytest.fixture
def cell(executed: Run) -> Any:
    """Looks a cell's result up by its name in `CELLS`."""

    def find(name: str) -> CellResult:
        return executed.cells[list(CELLS).index(name)]

    return find


def text(result: CellResult) -> str:
    return "".join(output.get("text", "") for output in result.outputs)


def message(result: CellResult) -> str:
    assert result.error is not None
    return f"{result.error.type}: {result.error.message}"


def test_the_job_comes_to_its_end(executed: Run) -> None:
    assert ("done", "", 0) == (executed.ending, executed.reason, executed.dropped)
    assert executed.running is None


def test_the_peak_of_memory_is_reported(executed: Run) -> None:
    assert 10_000_000 < executed.peak_memory < 2_000_000_000


def test_a_probe_after_the_cells_sees_what_they_defined(executed: Run) -> None:
    first, second = executed.observations["fails"]
    assert ("returned", 0.5) == (first.outcome, first.value)
    assert ("ZeroDivisionError: division by zero", "return 1 / n") == (second.error, second.line)


def test_an_empty_cell_shows_nothing(cell: Any) -> None:
    assert CellResult(0, None, ()) == cell("nothing")


def test_what_is_printed_is_recorded_in_order(cell: Any) -> None:
    streams = [(output["name"], output["text"]) for output in cell("print").outputs]
    assert [("stdout", "out\n"), ("stderr", "err\n"), ("stdout", "again\n")] == streams


def test_the_last_value_is_a_result(cell: Any) -> None:
    (output,) = cell("result").outputs
    assert ("execute_result", {"text/plain": "2"}) == (output["output_type"], output["data"])


@pytest.mark.parametrize("name", ["no result", "semicolon"])
def test_a_semicolon_hides_the_result(cell: Any, name: str) -> None:
    assert () == cell(name).outputs


def test_the_last_result_has_a_name(cell: Any) -> None:
    assert cell("underscore").error is None


def test_rich_output_is_recorded(cell: Any) -> None:
    display, stream = cell("rich").outputs
    assert ("display_data", "<b>bold</b>") == (display["output_type"], display["data"]["text/html"])
    assert "1\n" == stream["text"]


def test_cleared_output_is_gone(cell: Any) -> None:
    assert "new\n" == text(cell("cleared"))


def test_an_update_of_a_display_adds_nothing(cell: Any) -> None:
    assert 1 == len(cell("updated").outputs)


def test_an_error_says_type_text_and_line(cell: Any) -> None:
    assert "ZeroDivisionError: division by zero" == message(cell("error"))
    assert "return 1 / n" == cell("error").error.line


def test_an_error_is_an_output_with_the_students_own_lines(cell: Any) -> None:
    (output,) = cell("error").outputs
    assert ("error", "ZeroDivisionError") == (output["output_type"], output["ename"])
    assert [
        "Traceback (most recent call last):",
        "  in the cell, line 3",
        "    fails(0)",
        "  in fails, line 2",
        "    return 1 / n",
        "ZeroDivisionError: division by zero",
    ] == output["traceback"]


def test_an_error_inside_a_library_names_the_students_line(cell: Any) -> None:
    assert "np.ones(2) @ np.ones(3)" == cell("library error").error.line


def test_a_syntax_error_names_its_line(cell: Any) -> None:
    assert "SyntaxError: invalid syntax (line 2)" == message(cell("syntax"))
    assert "def f(:" == cell("syntax").error.line


def test_a_wrong_indentation_is_an_error(cell: Any) -> None:
    assert cell("indentation").error.type == "IndentationError"


def test_magics_work(cell: Any) -> None:
    assert cell("magic").error is None
    assert () == cell("magic").outputs


def test_an_unknown_magic_is_an_error(cell: Any) -> None:
    assert "IPython.core.error.UsageError" == cell("no magic").error.type


def test_inline_figures_are_asked_for_in_vain_but_without_error(cell: Any) -> None:
    assert cell("inline").error is None


def test_figures_are_drawn_without_a_window_or_a_warning(cell: Any) -> None:
    assert "agg\n" == text(cell("figure")).lower()


def test_figures_are_closed_after_each_cell(cell: Any) -> None:
    assert "[]\n" == text(cell("figures left"))


def test_await_works_at_the_top_level(cell: Any) -> None:
    (output,) = cell("await").outputs
    assert "'slept'" == output["data"]["text/plain"]


def test_input_gets_a_clear_answer(cell: Any) -> None:
    assert "EOFError: input() gets no answer while a notebook is graded" == message(cell("input"))


def test_exit_ends_nothing(cell: Any) -> None:
    assert cell("exit").error is None


@pytest.mark.parametrize(
    ("name", "error"), [("system exit", "SystemExit"), ("interrupt", "KeyboardInterrupt")]
)
def test_what_would_end_a_program_is_an_error(cell: Any, name: str, error: str) -> None:
    assert error == cell(name).error.type


@pytest.mark.parametrize("name", ["check", "check module"])
def test_check_can_be_imported_and_does_nothing(cell: Any, name: str) -> None:
    assert (None, ()) == (cell(name).error, cell(name).outputs)


def test_random_numbers_are_the_same_on_every_run(cell: Any) -> None:
    source = "import random, numpy as np; print(random.random(), np.random.rand(), hash('text'))"
    again = run(Job((CellStep(0, source),), seed=7), kind="none")
    fresh = run(Job((CellStep(0, source),), seed=7), kind="none")
    assert text(again.cells[0]) == text(fresh.cells[0])
    assert text(again.cells[0]) != ""


def test_another_seed_gives_other_random_numbers() -> None:
    job = [Job((CellStep(0, "import random; print(random.random())"),), seed=s) for s in (1, 2)]
    first, second = (text(run(one, kind="none").cells[0]) for one in job)
    assert first != second


def test_main_is_the_notebook(cell: Any) -> None:
    assert "2\n" == text(cell("main"))


def test_the_working_folder_is_empty_and_the_environment_fixed(cell: Any) -> None:
    assert "[] Agg\n" == text(cell("working folder"))


def test_numeric_libraries_use_one_thread(cell: Any) -> None:
    assert "1 1\n" == text(cell("threads"))


def test_half_a_surrogate_pair_is_printed_as_an_escape(cell: Any) -> None:
    assert "\\ud800\n" == text(cell("surrogate"))


def test_only_text_can_be_printed(cell: Any) -> None:
    assert "TypeError: write() argument must be str, not bytes" == message(cell("not text"))


def test_a_lost_stdout_is_back_in_the_next_cell(cell: Any) -> None:
    assert "here again\n" == text(cell("stdout back"))


def test_a_warning_is_shown_and_is_no_error(cell: Any) -> None:
    assert cell("warning").error is None
    assert "UserWarning: mind" in text(cell("warning"))


def test_an_exception_group_is_an_error(cell: Any) -> None:
    assert "ExceptionGroup: many (1 sub-exception)" == message(cell("exception group"))


def test_an_exception_does_not_choose_how_it_is_shown(cell: Any) -> None:
    (output,) = cell("traceback is theirs").outputs
    assert "Own: own" == output["traceback"][-1]
    assert "Own: own" == message(cell("traceback is theirs"))


def test_the_modules_that_the_job_names_can_be_imported(cell: Any) -> None:
    assert cell("library").error is None
    assert "course_lib.datasets course_lib.plots\n" == text(cell("library"))


@pytest.mark.parametrize("name", ["references", "exercises"])
def test_nothing_else_of_the_course_can_be_imported_even_without_a_jail(
    cell: Any, name: str
) -> None:
    assert "ModuleNotFoundError" == cell(name).error.type


def test_too_much_memory_is_told_apart(cell: Any) -> None:
    assert message(cell("memory")).startswith("MemoryError: Unable to allocate")


def test_the_history_of_the_notebook_is_there(cell: Any) -> None:
    assert "True <class 'dict'>\n" == text(cell("last"))


def test_too_much_to_keep_is_an_observation() -> None:
    big = "import numpy as np\ndef answer(n): return np.ones(500_000)"
    probe = ProbeStep("answer", "call", "answer", tuple((n,) for n in range(20)))
    done = run(Job((CellStep(0, big), probe)), Policy(memory=1 << 30), kind="none")
    assert done.ending == "done"
    errors = {seen.error for seen in done.observations["answer"]}
    assert {"ValueError: the answers are too much to keep"} == errors


def test_the_value_probe_reads_what_is_there() -> None:
    probe = ProbeStep("q", "value", "q", ((), ()))
    done = run(Job((CellStep(0, "q = {'q1': 'a'}"), probe)), kind="none")
    assert [{"q1": "a"}] * 2 == [seen.value for seen in done.observations["q"]]


def test_a_module_beside_the_notebook_can_be_imported() -> None:
    cells = (CellStep(0, "%%writefile mine.py\nx = 1"), CellStep(1, "import mine\nmine.x"))
    assert run(Job(cells), kind="none").cells[1].error is None


def test_a_file_beside_the_notebook_shadows_nothing() -> None:
    cells = (
        CellStep(0, "open('numpy.py', 'w').write('1 / 0'); open('json.py', 'w').write('1 / 0')"),
        CellStep(1, "import numpy, json, numpy.fft"),
    )
    assert run(Job(cells), kind="none").cells[1].error is None


def test_nothing_is_left_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = run(Job((CellStep(0, "open('notes', 'w').write('x')"),)), kind="none")
    assert (None, []) == (done.cells[0].error, list(tmp_path.iterdir()))
