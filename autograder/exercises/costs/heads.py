"""Three heads: the gradient of each cost with respect to the pre-activations of its output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import Array, Rng, labels, targets
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import losses as reference
from course_lib.activations import sigmoid, softmax

HEADS = ("linear", "sigmoid", "softmax")
_SIZES = (
    ("more samples than units", 6, 3),
    ("more units than samples", 3, 5),
    ("as many units as samples", 4, 4),
    ("one sample", 1, 4),
    ("a single unit", 5, 1),
)


def _gradient_cases(rng: Rng) -> list[Case]:
    return [case for head in HEADS for case in _cases_of(head, rng)]


def _cases_of(head: str, rng: Rng) -> list[Case]:
    y, z = _drawn(head, rng, 4, 3)
    small = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 0.0], [2.0, 0.0]])
    whole = _drawn(head, rng, 5, 3)[0].astype(int), rng.integers(-3, 4, size=(5, 3))
    cases = [
        Case(f"{head}: a small example", (head, *small), part=head, show=True),
        *(
            Case(f"{head}: {name}", (head, *_drawn(head, rng, n, k)), part=head)
            for name, n, k in _SIZES
        ),
        Case(f"{head}: integer inputs", (head, *whole), part=head),
        Case(
            f"{head}: float32 inputs",
            (head, y.astype(np.float32), z.astype(np.float32)),
            part=head,
        ),
    ]
    return [*cases, *_huge_cases(head)]


def _huge_cases(head: str) -> list[Case]:
    if head == "linear":
        return []
    ends = np.array([[1000.0, -1000.0, 0.0], [-1000.0, 999.0, 1000.0]])
    apart = np.array([[1000.0, 999.0, 998.0], [-1000.0, -999.0, -1000.0]])
    wrong = np.eye(3)[[1, 0]]
    return [
        Case(f"{head}: ±1000 and wrong", (head, wrong, ends), part=head),
        Case(f"{head}: ±1000 and right", (head, np.eye(3)[[0, 2]], ends), part=head),
        Case(f"{head}: one row around 1000, one around -1000", (head, wrong, apart), part=head),
    ]


def _drawn(head: str, rng: Rng, n: int, k: int) -> tuple[Array, Array]:
    """Targets as the head has them (numbers, zeros and ones, one-hot rows), and logits."""
    z = rng.normal(scale=1.5, size=(n, k))
    if head == "linear":
        return rng.normal(scale=2.0, size=(n, k)), z
    if head == "sigmoid":
        return targets(rng, n, k), z
    return np.eye(k)[labels(rng, n, k)], z


Activations = Mapping[str, Callable[[Any], Any]]
ACTIVATIONS: Activations = {"linear": np.asarray, "sigmoid": sigmoid, "softmax": softmax}


def _made(
    error: Callable[[str, Any, Any], Any] = lambda head, y, p: p - y,
    scale: Callable[[Any], float] = len,
    **changed: Callable[[Any], Any],
) -> Callable[..., Any]:
    """The gradient with exchangeable parts, from which the wrong gradients are made.

    `changed` replaces the activation of a head; `scale` is what the error is divided by.
    """
    activations = {**ACTIVATIONS, **changed}

    def gradient(head: str, targets: Any, z: Any) -> Any:
        y, z = np.asarray(targets), np.asarray(z, dtype=float)
        with np.errstate(all="ignore"):
            return error(head, y, activations[head](z)) / scale(z)

    return gradient


def _sloped(head: str, y: Any, p: Any) -> Any:
    return (p - y) * (1 if head == "linear" else p * (1 - p))


def _of_mean_square(head: str, y: Any, p: Any) -> Any:
    return (p - y) * (1 if head == "linear" else 2 * p * (1 - p))


def _through_jacobian(head: str, y: Any, p: Any) -> Any:
    """The squared error of the softmax, through all derivatives of its outputs by its inputs."""
    error = p - y
    return p * (error - np.sum(error * p, axis=1, keepdims=True)) if head == "softmax" else error


def _by_output(head: str, y: Any, p: Any) -> Any:
    """The derivative with respect to the output, which the activation does not reach."""
    if head == "linear":
        return p - y
    return (p - y) / (p * (1 - p)) if head == "sigmoid" else -y / p


def _where_right(head: str, y: Any, p: Any) -> Any:
    return p - y if head == "linear" else y * (p - y)


def _exp_sigmoid(z: Any) -> Any:
    return np.exp(z) / (1 + np.exp(z))


def _shifted(shift: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def ratio(z: Any) -> Any:
        e = np.exp(z - shift(z))
        return e / np.sum(e, axis=1, keepdims=True)

    return ratio


def _flat_softmax(z: Any) -> Any:
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1)


GRADIENT_MISTAKES = (
    Mistake(
        "sum-instead-of-mean",
        _made(scale=lambda z: 1.0),
        "You return the gradient of the summed cost. The cost is a mean over the samples.",
        "Give every sample to your function twice: should each of them pull as hard as before?",
    ),
    Mistake(
        "divided-by-all-entries",
        _made(scale=np.size),
        "You divide by the number of all entries. The cost is a mean over the samples of a sum "
        "over the units.",
        "How many samples are there, and how many units? Which of the two is averaged over?",
    ),
    Mistake(
        "divided-twice",
        _made(scale=lambda z: len(z) ** 2),
        "Your gradient is divided by the number of samples twice.",
        "In how many places does your code divide?",
    ),
    Mistake(
        "divided-by-units",
        _made(scale=lambda z: z.shape[1]),
        "You divide by the number of units in the place of the number of samples.",
        "Which axis of the table counts the samples?",
    ),
    Mistake(
        "error-reversed",
        _made(lambda head, y, p: y - p),
        "Your gradient points downhill: the error has the wrong sign.",
        "If an output is too high, does the cost rise or fall with its z?",
    ),
    Mistake(
        "no-activation",
        _made(sigmoid=np.asarray, softmax=np.asarray),
        "You compare the targets with the pre-activations z; the activation is missing.",
        "What does the network say with this head: z, or something made of it?",
    ),
    Mistake(
        "extra-derivative",
        _made(_sloped),
        "There is a factor too many: the slope of the activation. In these pairs of head and cost "
        "it cancels.",
        "Write both factors of the chain rule side by side. What is the one divided by?",
    ),
    Mistake(
        "squared-error",
        _made(_of_mean_square),
        "You differentiate the squared error for a head that has another cost.",
        "Which cost does the text give to each head? Look at each formula from its beginning.",
        also=(
            _made(_through_jacobian),
            _made(lambda head, y, p: (1 + (head == "softmax")) * _through_jacobian(head, y, p)),
        ),
    ),
    Mistake(
        "factor-two",
        _made(lambda head, y, p: 2 * (p - y)),
        "Your gradient is twice as large as it should be.",
        "What becomes of the ½ in front of the square when it is differentiated?",
    ),
    Mistake(
        "derivative-by-output",
        _made(_by_output),
        "You stop at the derivative with respect to the output; the step from the output to z is "
        "missing.",
        "With respect to what is the gradient asked? Which factor of the chain rule leads there?",
    ),
    Mistake(
        "dropped-term",
        _made(_where_right),
        "Where the target is 0 your gradient is 0: those units learn nothing.",
        "If a unit should say 0 and says 0.9, should its z change?",
    ),
    Mistake(
        "targets-ignored",
        _made(lambda head, y, p: p),
        "The targets have no influence on your gradient.",
        "Where is the error, the difference between what came and what should have come?",
    ),
    Mistake(
        "summed-over-samples",
        lambda head, targets, z: np.sum(_made()(head, targets, z), axis=0),
        "You return one row for the whole batch: the gradients of the samples are put together.",
        "What shape must a gradient with respect to z have?",
    ),
    Mistake(
        "sigmoid-overflows",
        _made(sigmoid=_exp_sigmoid),
        "For large z your sigmoid divides infinity by infinity.",
        "Which form of the sigmoid did you use before, and for which z is it safe?",
        part="sigmoid",
    ),
    Mistake(
        "softmax-for-sigmoid",
        _made(sigmoid=softmax),
        'For the head "sigmoid" you use a softmax: the units compete.',
        "Is each unit a question of its own here, or are they answers to a single one?",
        part="sigmoid",
    ),
    Mistake(
        "sigmoid-for-softmax",
        _made(softmax=sigmoid),
        'For the head "softmax" you use a sigmoid for each unit: the rows do not sum to 1.',
        "How does one output learn of the logits of the other units?",
        part="softmax",
    ),
    Mistake(
        "softmax-along-axis-0",
        _made(softmax=lambda z: softmax(z.T).T),
        "Your softmax runs down the columns: the samples compete with each other.",
        "A batch is rows. Among which numbers of the table is one class to be chosen?",
        part="softmax",
        also=(_made(softmax=lambda z: np.exp(z) / np.sum(np.exp(z), axis=0)),),
    ),
    Mistake(
        "global-maximum",
        _made(softmax=_shifted(np.max)),
        "Your softmax subtracts one maximum of the whole table; a row far below it is divided by "
        "0.",
        "Whose largest exponent must be 0, so that no row's sum can vanish?",
        part="softmax",
    ),
    Mistake(
        "no-max-shift",
        _made(softmax=_shifted(lambda z: 0.0)),
        "For large z the exponentials of your softmax are infinite.",
        "What may be subtracted from a whole row without changing its softmax?",
        part="softmax",
    ),
    Mistake(
        "softmax-twice",
        _made(softmax=lambda z: softmax(softmax(z))),
        "You take the softmax of the softmax.",
        "What range do the numbers have that go into your second one?",
        part="softmax",
    ),
    Mistake(
        "no-keepdims",
        _made(softmax=_flat_softmax),
        "The sums of the rows have lost an axis. NumPy lays them along the columns, or gives up.",
        "Print the shape of what you divide by. Should it be a row or a column?",
        part="softmax",
        also=(
            _made(softmax=_shifted(lambda z: np.max(z, axis=1))),
            _made(softmax=lambda z: _flat_softmax(z - np.max(z, axis=1))),
        ),
    ),
)

OUTPUT_GRADIENTS = Exercise(
    id="output-gradients",
    title="Three heads, one gradient",
    points=3,
    reference=reference.output_gradients,
    arguments=("head", "targets", "z"),
    cases=_gradient_cases,
    # A float32 probability near its target leaves a small error with few digits.
    tolerance=Tolerance(atol=1e-6),
    read_again="Three heads, one gradient",
    mistakes=GRADIENT_MISTAKES,
)
