"""The pictures of the course, drawn in one style that colour-blind readers can read, too.

Every picture shows what the caller's functions answer; nothing here computes a neuron, a rule or
a gradient of its own. The modules import one another and nothing else of the course: the sandbox
shows a unit this package, but not the references.
"""

from course_lib.plots.backflow import backward_flow
from course_lib.plots.bending import bent_planes, unfolded
from course_lib.plots.bias import lifted, threshold_on_a_line
from course_lib.plots.computation import computation_graph
from course_lib.plots.dag import graph_diagram
from course_lib.plots.film import animate_boundary
from course_lib.plots.fits import fit_errors, polynomial_fits
from course_lib.plots.gates import gate, truth_tables, xor_without_a_line
from course_lib.plots.gradcheck import gradient_check_error
from course_lib.plots.images import image_sheet
from course_lib.plots.landscapes import between, cost_grid, cost_surfaces, descent_map
from course_lib.plots.layers import layer_diagram, layer_regions
from course_lib.plots.learning import epoch_curves, training_history, update_curves
from course_lib.plots.methods import method_scores
from course_lib.plots.neuron import neuron_and_ltu
from course_lib.plots.outputs import (
    gaussian_output,
    lowest_points,
    output_bars,
    saturation,
    shares_and_probability,
)
from course_lib.plots.penalties import norm_arrows, penalty_geometry, weight_histograms
from course_lib.plots.pieces import relu_pieces
from course_lib.plots.plane import boundary, classes, decision_regions, probability_map, ring
from course_lib.plots.slopes import activations_with_slopes
from course_lib.plots.starts import last_costs, random_starts
from course_lib.plots.stopping import overfitting_curves, stopping_point
from course_lib.plots.style import CLASS_COLORS, use_style
from course_lib.plots.subnetworks import subnetworks
from course_lib.plots.training import (
    accuracy_curves,
    conditioning,
    loss_curves,
    mistakes_by_order,
    mistakes_per_epoch,
)
from course_lib.plots.updates import record_updates
from course_lib.plots.weights import cost_landscape, weights_as_image
from course_lib.plots.wiring import network_diagram

__all__ = [
    "CLASS_COLORS",
    "accuracy_curves",
    "activations_with_slopes",
    "animate_boundary",
    "backward_flow",
    "bent_planes",
    "between",
    "boundary",
    "classes",
    "computation_graph",
    "conditioning",
    "cost_grid",
    "cost_landscape",
    "cost_surfaces",
    "decision_regions",
    "descent_map",
    "epoch_curves",
    "fit_errors",
    "gate",
    "gaussian_output",
    "gradient_check_error",
    "graph_diagram",
    "image_sheet",
    "last_costs",
    "layer_diagram",
    "layer_regions",
    "lifted",
    "loss_curves",
    "lowest_points",
    "method_scores",
    "mistakes_by_order",
    "mistakes_per_epoch",
    "network_diagram",
    "neuron_and_ltu",
    "norm_arrows",
    "output_bars",
    "overfitting_curves",
    "penalty_geometry",
    "polynomial_fits",
    "probability_map",
    "random_starts",
    "record_updates",
    "relu_pieces",
    "ring",
    "saturation",
    "shares_and_probability",
    "stopping_point",
    "subnetworks",
    "threshold_on_a_line",
    "training_history",
    "truth_tables",
    "unfolded",
    "update_curves",
    "use_style",
    "weight_histograms",
    "weights_as_image",
    "xor_without_a_line",
]
