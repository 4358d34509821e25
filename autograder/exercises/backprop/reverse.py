"""Reverse mode on a graph of numbers.

Of a student's walk, a graph in which two huge effects cancel shows at once whether it carries every
path by itself; that is why the notebook's cases need no more than 2^10 paths. Grading has 2^60.
"""

from __future__ import annotations

import numpy as np

from autograder.course import PUBLIC_SEED
from autograder.exercises.backprop import graphs
from autograder.exercises.backprop.drawing import Rng
from autograder.exercises.backprop.walks import (
    add,
    along_every_path,
    assign,
    breadth_first,
    by_counting,
    by_counting_in_turn,
    carried_by_list,
    depth_first,
    depth_first_marked_late,
    derivative_ignored,
    descending_preorder,
    edges,
    leave,
    leaves_by_path,
    leaves_only,
    nodes_value,
    on_every_visit,
    one_level,
    parents_reversed,
    parents_value,
    summed,
    swept,
    upstream_ignored,
)
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import autodiff as reference


def _cases(rng: Rng) -> list[Case]:
    rungs = 10 if _is_public(rng) else 60
    return [
        Case("x y + x for x = 3 and y = 2", (graphs.small_example(),), show=True),
        Case("a neuron", (graphs.neuron(rng),)),
        Case("five nodes in a row", (graphs.chain(5, float(rng.uniform(0.5, 0.9))),)),
        Case("a node that is used many times", (graphs.fan(rng, 6),)),
        Case("the same parent twice", (graphs.power(rng),)),
        Case("a short way and a long one", (graphs.detour(rng, 4, long_way_first=False),)),
        Case("a long way and a short one", (graphs.detour(rng, 4, long_way_first=True),)),
        Case("a woven graph", (graphs.woven(rng, 3, 9),)),
        Case("a larger woven graph", (graphs.woven(rng, 5, 12),)),
        Case("two huge effects that cancel", (graphs.cancelling(),)),
        Case("a node in the middle of a computation", (graphs.middle(rng),)),
        Case("a single node", (graphs.leaf_alone(),)),
        Case("3,500 nodes in a row", (graphs.chain(3_500),)),
        Case("4,000 nodes in a row, then forks behind forks", (graphs.ladder(rungs, 4_000),)),
    ]


def _is_public(rng: Rng) -> bool:
    """Whether these are the notebook's cases, where every answer must come back soon."""
    public = np.random.default_rng(PUBLIC_SEED)
    return int(rng.integers(2**62)) == int(public.integers(2**62))


AUTODIFF_BACKWARD = Exercise(
    id="autodiff-backward",
    title="Reverse mode on any graph",
    points=3,
    reference=reference.autodiff_backward,
    arguments=("output",),
    returns=("the list of the gradients in all nodes",),
    cases=_cases,
    probe="effect",
    read_again="Any graph at all",
    mistakes=(
        Mistake(
            "gradients-not-reset",
            swept(reset=leave),
            "What stood in the gradients before your walk is still in them: they are not reset.",
            "What does an addition start from when the function is called a second time?",
            also=(
                along_every_path(reset=False),
                on_every_visit(False, add, "recursive"),
                on_every_visit(False, add, "queue"),
                on_every_visit(False, add, "stack"),
                swept(reset=leave, order=breadth_first),
            ),
        ),
        Mistake(
            "assigned-not-added",
            swept(pass_on=assign),
            "Where a node is used more than once, the contribution that comes last replaces those "
            "before it. They must be added up.",
            "A change of such a node reaches the output in several ways. What becomes of the "
            "effects?",
            also=(
                swept(pass_on=assign, order=by_counting),
                swept(pass_on=assign, order=by_counting_in_turn),
                swept(pass_on=assign, order=parents_reversed),
                swept(pass_on=assign, order=breadth_first),
                swept(pass_on=assign, order=depth_first),
                on_every_visit(True, assign, "recursive"),
                on_every_visit(True, assign, "queue"),
                on_every_visit(True, assign, "stack"),
            ),
        ),
        Mistake(
            "along-every-path",
            along_every_path(reset=True),
            "You walk along every path by itself. The sums are right, but paths double at every "
            "fork: sixty forks in a row, and the walk never ends.",
            "Could a node wait until all contributions have arrived, and pass on their sum once?",
            also=(carried_by_list,),
        ),
        Mistake(
            "passed-on-more-than-once",
            on_every_visit(True, add, "recursive"),
            "A node that is reached several times passes everything on each time, also what it had "
            "passed on before. Effects are counted twice.",
            "How often may a node hand its gradient down, and when is that gradient complete?",
            also=(on_every_visit(True, add, "queue"), on_every_visit(True, add, "stack")),
        ),
        Mistake(
            "passed-on-too-early",
            swept(order=breadth_first),
            "A node passes its gradient on when it is reached for the first time. By then not all "
            "contributions have arrived.",
            "Which nodes must have been visited before it is a node's turn?",
            also=(
                swept(order=depth_first),
                swept(order=depth_first_marked_late),
                swept(order=descending_preorder),
            ),
        ),
        Mistake(
            "upstream-ignored",
            swept(pass_on=upstream_ignored),
            "You add the local derivatives alone. What arrives at a node from above has no "
            "influence.",
            "By the chain rule, with what must a local derivative be multiplied?",
        ),
        Mistake(
            "local-derivative-ignored",
            swept(pass_on=derivative_ignored),
            "Every node hands its gradient down as it is, without the local derivative.",
            "If a node is 5 times its parent, how does the output change with the parent?",
        ),
        Mistake(
            "values-for-derivatives",
            swept(pass_on=parents_value),
            "You multiply with values where the local derivatives belong.",
            "Which attribute of a node says how it changes with its parents?",
            also=(swept(pass_on=nodes_value),),
        ),
        Mistake(
            "summed-along-the-path",
            swept(pass_on=summed),
            "Along a path you add the derivatives. There they are multiplied; between paths they "
            "are added.",
            "If y is 3 times x and z is 5 times y, how does z change with x?",
        ),
        Mistake(
            "start-missing",
            swept(begin=lambda output: 0.0),
            "The gradient of the output itself is not set, so there is nothing to pass on.",
            "What is the derivative of the output with respect to itself?",
            also=(swept(begin=lambda output: output.grad or 99.0),),
        ),
        Mistake(
            "starts-with-value",
            swept(begin=lambda output: output.value),
            "You start with the value of the output; all gradients are too large by that factor.",
            "What is the derivative of the output with respect to itself?",
        ),
        Mistake(
            "repeated-parent-once",
            swept(edges=lambda node: dict(edges(node)).items()),
            "When a node has the same parent twice, only one of the two counts.",
            "Is there a set or a dictionary of parents in your function? What becomes of a square?",
            also=(
                swept(edges=lambda node: dict(list(edges(node))[::-1]).items()),
                swept(edges=lambda node: dict.fromkeys(edges(node))),
            ),
        ),
        Mistake(
            "one-level-only",
            one_level(reset=True),
            "Only the direct parents of the output get a gradient.",
            "And the parents of the parents? Over which nodes must the walk go?",
            also=(one_level(reset=False),),
        ),
        Mistake(
            "leaves-only",
            leaves_only(inner_reset=True, output_set=True),
            "Only the inputs have a gradient in the end; the nodes between them and the output "
            "should keep theirs.",
            "In which nodes should a derivative be written?",
            also=(
                leaves_only(inner_reset=True, output_set=False),
                leaves_only(inner_reset=False, output_set=True),
                leaves_only(inner_reset=False, output_set=False),
                leaves_by_path(inner_reset=True),
                leaves_by_path(inner_reset=False),
            ),
        ),
    ),
)
