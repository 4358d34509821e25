"""Students of unit 01 whose code breaks something, by accident or on purpose."""

from __future__ import annotations

from collections.abc import Iterable

from samples.answerbook import Answer
from samples.notebook import append, insert
from samples.student import Student
from samples.unit_01.material import CELLS

_NUMERIC = (
    "weighted-sum",
    "ltu",
    "add-bias",
    "perceptron-layer",
    "hebb-update",
    "perceptron-update",
    "train-perceptron",
    "sigmoid-neuron",
    "neuron-gradient",
    "train-neuron",
)

_MARKDOWN = """\
<script>alert("markdown")</script><img src=x onerror=alert(1)> [click](javascript:alert(1))
$\\href{javascript:alert(1)}{x}$ </textarea></div><style>* { display: none }</style>
=cmd|' /C calc'!A0 \u202e txet desrever \u202c \x00 {{ 7 * 7 }} {% raw %}"""


def _each(exercises: Iterable[str], result: str, mistake: str = "") -> dict[str, Answer]:
    """Every exercise answered by a function that gives back `result`, which is worth nothing.

    `{name}` in `result` stands for the name of the function.
    """
    answers = {}
    for exercise in exercises:
        name = exercise.replace("-", "_")
        source = f"def {name}(*args, **kwargs):\n    return {result.format(name=name)}"
        answers[exercise] = Answer(source, mistake=mistake)
    return answers


def _stolen(exercises: Iterable[str]) -> dict[str, Answer]:
    """Every exercise answered by what `stolen` finds: in the sandbox, a function that gives 0."""
    return _each(exercises, 'stolen("{name}")(*args, **kwargs)', "constant-answer")


ACCIDENTS = (
    Student(
        "wang",
        "a syntax error in one answer",
        {"weighted-sum": "syntax-error"},
        status="graded-with-errors",
    ),
    Student(
        "williams",
        "an exception in a cell of the student's own",
        edits=(insert(CELLS["division"], before="neuron-gradient"),),
        status="graded-with-errors",
    ),
    Student(
        "wilson",
        "an endless loop in a cell of the student's own, which catches every exception",
        edits=(insert(CELLS["endless"], before="add-bias"),),
        status="timed-out",
    ),
    Student(
        "wolf",
        "an endless loop below one answer, and one inside another",
        {"train-neuron": "trains-while-defined", "train-perceptron": "never-ends"},
        status="timed-out",
    ),
    Student(
        "wong",
        "`os._exit` and a segmentation fault in cells of the student's own",
        edits=(
            insert(CELLS["leaves"], before="ltu"),
            insert(CELLS["segfault"], before="sigmoid-neuron"),
        ),
        status="crashed",
    ),
    Student(
        "wright",
        "kills the process below an answer",
        {"ltu": "kills"},
        status="crashed",
    ),
    Student(
        "yamada",
        "`os._exit` inside an answer",
        {"perceptron-layer": "leaves-the-process"},
        status="crashed",
    ),
    Student(
        "yang",
        "`os._exit` below an answer",
        {"perceptron-layer": "leaves-the-cell"},
        status="crashed",
    ),
    Student(
        "young",
        "asks for terabytes below an answer, which is defined by then and counts",
        {"train-neuron": "needs-too-much"},
        status="out-of-memory",
    ),
    Student(
        "zhao",
        "fills the memory piece by piece in a cell of the student's own, and keeps it",
        edits=(insert(CELLS["progressive"], before="ltu"),),
        status="out-of-memory",
    ),
    Student(
        "zhou",
        "warnings, from a cell and from an answer, and text on stderr",
        {"sigmoid-neuron": "with-warning"},
        edits=(insert(CELLS["chatter"], before="weighted-sum"),),
    ),
    Student(
        "ziegler",
        "megabytes of output, from a cell and from an answer",
        {"sigmoid-neuron": "floods"},
        edits=(insert(CELLS["flood"], before="ltu"),),
    ),
    Student(
        "zimmermann",
        "waits for input, which nobody gives",
        edits=(insert(CELLS["asks"], before="weighted-sum"),),
        status="graded-with-errors",
    ),
    Student(
        "zola",
        "a shell command",
        edits=(insert(CELLS["shell"], before="weighted-sum"),),
        status="graded-with-errors",
    ),
)

HOSTILE = (
    Student(
        "mallory",
        "answers with objects that are equal to everything",
        _each((*_NUMERIC, "logic-gates"), "Equal()"),
        edits=(insert(CELLS["equal"], before="weighted-sum"),),
    ),
    Student(
        "mordred",
        "answers with arrays of a class for which every function of NumPy says yes",
        _each(_NUMERIC, "np.zeros(3).view(Chameleon)"),
        edits=(insert(CELLS["chameleon"], before="weighted-sum"),),
    ),
    Student(
        "morgana",
        "replaces functions of NumPy and Python and `check`; the answers are wrong",
        {
            "weighted-sum": "no-bias",
            "ltu": "inverted-step",
            "hebb-update": "old-weights-lost",
            "neuron-gradient": "sum-instead-of-mean",
        },
        edits=(insert(CELLS["patches"], before="weighted-sum"),),
    ),
    Student(
        "moriarty",
        "imports the references, or else answers 0",
        _stolen(_NUMERIC),
        edits=(insert(CELLS["imports-references"], before="weighted-sum"),),
    ),
    Student(
        "raffles",
        "reads the references from files, or else answers 0",
        _stolen(_NUMERIC),
        edits=(insert(CELLS["reads-references"], before="weighted-sum"),),
    ),
    Student(
        "ripley",
        "looks for the references in memory and in the callers' frames, or else answers 0",
        _stolen(_NUMERIC),
        edits=(insert(CELLS["looks-around"], before="weighted-sum"),),
    ),
    Student(
        "lupin",
        "asks the network for three answers",
        _stolen(["hebb-update", "neuron-gradient", "train-neuron"]),
        edits=(insert(CELLS["asks-the-network"], before="hebb-update"),),
    ),
    Student(
        "fantomas",
        "writes files wherever possible, forks, and starts a program",
        edits=(
            insert(CELLS["writes-files"], before="weighted-sum"),
            insert(CELLS["forks"], before="ltu"),
        ),
    ),
    Student(
        "bobby-tables",
        "text that is hostile for HTML, CSV and SQL wherever text can stand",
        {
            "weighted-sum": "hostile-error",
            "ltu": "hostile-text",
            "logic-gates": "hostile-keys",
            "hebb-update": "hostile-type",
        },
        written=_MARKDOWN,
        edits=(
            insert(_MARKDOWN, "weighted-sum", "markdown"),
            insert(CELLS["hostile-text"], before="ltu"),
            append(CELLS["hostile-output"]),
        ),
    ),
)
