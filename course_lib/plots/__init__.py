"""The pictures of the course, drawn in one style that colour-blind readers can read, too.

Every picture shows what the caller's functions answer; nothing here computes a neuron, a rule or
a gradient of its own. The modules import one another and nothing else of the course: the sandbox
shows a unit this package, but not the references.
"""

from course_lib.plots.bias import lifted, threshold_on_a_line
from course_lib.plots.film import animate_boundary
from course_lib.plots.gates import gate, truth_tables, xor_without_a_line
from course_lib.plots.layers import layer_diagram, layer_regions
from course_lib.plots.neuron import neuron_and_ltu
from course_lib.plots.plane import boundary, classes, decision_regions, probability_map, ring
from course_lib.plots.style import CLASS_COLORS, use_style
from course_lib.plots.training import (
    accuracy_curves,
    conditioning,
    loss_curves,
    mistakes_by_order,
    mistakes_per_epoch,
)
from course_lib.plots.updates import record_updates
from course_lib.plots.weights import cost_landscape, weights_as_image

__all__ = [
    "CLASS_COLORS",
    "accuracy_curves",
    "animate_boundary",
    "boundary",
    "classes",
    "conditioning",
    "cost_landscape",
    "decision_regions",
    "gate",
    "layer_diagram",
    "layer_regions",
    "lifted",
    "loss_curves",
    "mistakes_by_order",
    "mistakes_per_epoch",
    "neuron_and_ltu",
    "probability_map",
    "record_updates",
    "ring",
    "threshold_on_a_line",
    "truth_tables",
    "use_style",
    "weights_as_image",
    "xor_without_a_line",
]
