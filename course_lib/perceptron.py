"""One layer of neurons, from the threshold unit to the neuron that learns by gradient descent.

Conventions: X is (n_samples, n_features), W is (n_inputs, n_units) with one column per neuron,
b is (n_units,) or one number for a single neuron, labels are 0 and 1. Numbers of any numeric
dtype (and lists of them) are accepted, the arithmetic is float64, and no argument is modified.
Shapes that do not fit raise ValueError.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_lib.activations import sigmoid, step
from course_lib.losses import binary_crossentropy

__all__ = [
    "add_bias",
    "hebb_update",
    "logic_gates",
    "ltu",
    "neuron_gradient",
    "perceptron_layer",
    "perceptron_update",
    "sigmoid_neuron",
    "train_neuron",
    "train_perceptron",
    "weighted_sum",
]

FloatArray = NDArray[np.float64]


def weighted_sum(x: ArrayLike, w: ArrayLike, b: float) -> float:
    """What reaches the cell body: z = w . x + b.

        z = w_1 x_1 + w_2 x_2 + ... + w_m x_m + b

    Each synapse multiplies its input by its weight; the bias b is minus the threshold, moved to
    the other side of the comparison: w . x >= theta is the same as w . x - theta >= 0.

    Args:
        x: one sample, (n_features,).
        w: weights, (n_features,). With no features at all, z = b.
        b: bias, one number.

    Returns:
        z as a float.

    Example:
        >>> weighted_sum([1, 2], [0.5, -1.0], 3)
        1.5
    """
    return float(_float64(w) @ _float64(x) + b)


def ltu(x: ArrayLike, w: ArrayLike, b: float) -> int:
    """The linear threshold unit: 1 if w . x + b >= 0, else 0.

    McCulloch and Pitts (1943) gave the neuron its threshold and its all-or-none output, with
    excitatory synapses that all count alike and inhibitory ones that veto. Real-valued weights,
    one for each input, are what the perceptron (Rosenblatt 1958) then learns.

    Args:
        x: one sample, (n_features,).
        w: weights, (n_features,).
        b: bias, one number.

    Returns:
        0 or 1, an int; exactly on the threshold (z = 0) the unit fires.

    Source:
        W. S. McCulloch and W. Pitts (1943), "A logical calculus of the ideas immanent in nervous
        activity", Bulletin of Mathematical Biophysics 5, 115-133.

    Example:
        >>> ltu([1, 1], [1, 1], -2), ltu([1, 0], [1, 1], -2)
        (1, 0)
    """
    return int(step(weighted_sum(x, w, b)))


def logic_gates() -> dict[str, tuple[FloatArray, float]]:
    """Weights and bias with which one threshold unit computes AND, OR and NAND of two bits.

    Each gate asks one question of the number of ones, x_1 + x_2:

        AND   at least 2?   x_1 + x_2 - 1.5 >= 0
        OR    at least 1?   x_1 + x_2 - 0.5 >= 0
        NAND  at most 1?    1.5 - x_1 - x_2 >= 0   (AND with every sign turned)

    Putting the threshold half-way between the counts leaves a margin on both sides; many other
    weights work as well. None work for XOR: no line separates its ones from its zeros.

    Returns:
        {"AND": (w, b), "OR": (w, b), "NAND": (w, b)}, w float64 of shape (2,), b a float.

    Source:
        M. Minsky and S. Papert (1969), "Perceptrons", MIT Press, on what one unit cannot do.

    Example:
        >>> w, b = logic_gates()["NAND"]
        >>> [ltu(x, w, b) for x in ([0, 0], [0, 1], [1, 0], [1, 1])]
        [1, 1, 1, 0]
    """
    return {
        "AND": (np.array([1.0, 1.0]), -1.5),
        "OR": (np.array([1.0, 1.0]), -0.5),
        "NAND": (np.array([-1.0, -1.0]), 1.5),
    }


def add_bias(X: ArrayLike) -> FloatArray:
    """Put a column of ones in front of X: the bias as the weight of an input that is always 1.

        w . x + b = (b, w_1, ..., w_m) . (1, x_1, ..., x_m)

    so a theorem (or a program) for units without bias also serves units that have one.

    Args:
        X: (n_samples, n_features).

    Returns:
        (n_samples, 1 + n_features), float64, a new array; for no samples (0, 1 + n_features).

    Example:
        >>> add_bias([[2, 3], [4, 5]])
        array([[1., 2., 3.],
               [1., 4., 5.]])
    """
    X = _float64(X)
    return np.hstack([np.ones((len(X), 1)), X])


def perceptron_layer(X: ArrayLike, W: ArrayLike, b: ArrayLike) -> NDArray[np.int64]:
    """A layer of threshold units side by side, every one seeing every input: step(X W + b).

    Row i of the result holds what each unit says of sample i. X W takes the dot product of every
    row of X (a sample) with every column of W (a neuron); b is added to each row.

    Args:
        X: (n_samples, n_features).
        W: (n_features, n_units).
        b: (n_units,).

    Returns:
        (n_samples, n_units) of 0 and 1, int64; (0, n_units) for no samples.

    Source:
        F. Rosenblatt (1958), "The perceptron: a probabilistic model for information storage and
        organization in the brain", Psychological Review 65, 386-408.

    Example:
        >>> perceptron_layer([[0, 1], [1, 1]], W=[[1, 1], [1, 1]], b=[-1.5, -0.5])  # AND, OR
        array([[0, 1],
               [1, 1]])
    """
    return step(_float64(X) @ _float64(W) + _float64(b))


def hebb_update(W: ArrayLike, x: ArrayLike, y: ArrayLike, learning_rate: float) -> FloatArray:
    """Hebb's rule: a synapse grows when the cells on both of its sides are active together.

        w_ij <- w_ij + eta x_i y_j

    For all synapses at once the products x_i y_j form the outer product of x and y. Nothing in
    the rule says what the neuron *should* have answered, and for activities >= 0 no weight ever
    shrinks: that is why learning to be right needs the error in `perceptron_update`.

    Hebb wrote the principle in words; the formula is the simplest that says it.

    Args:
        W: weights, (n_inputs, n_units).
        x: what the inputs were, (n_inputs,), one sample.
        y: what the neurons answered, (n_units,).
        learning_rate: eta.

    Returns:
        The new weights, (n_inputs, n_units), float64.

    Source:
        D. O. Hebb (1949), "The Organization of Behavior", Wiley, page 62.

    Example:
        >>> hebb_update([[0, 0], [0, 0]], x=[1, 2], y=[1, 0], learning_rate=0.5)
        array([[0.5, 0. ],
               [1. , 0. ]])
    """
    return _float64(W) + learning_rate * np.outer(_float64(x), _float64(y))


def perceptron_update(
    w: ArrayLike, b: float, x: ArrayLike, y: float, learning_rate: float
) -> tuple[FloatArray, float]:
    """Rosenblatt's rule for one sample: change nothing when right, step towards it when wrong.

        y_hat = step(w . x + b)
        w <- w + eta (y - y_hat) x
        b <- b + eta (y - y_hat)

    The error y - y_hat is 0, +1 (should have fired: turn w towards x) or -1 (should have been
    silent: turn w away from x). After a wrong answer z = w . x + b has moved by
    eta (y - y_hat) (||x||^2 + 1), always in the right direction. The bias moves like the weight
    of an input that is 1, once a sample, not once a feature.

    y_hat is the output of the step. With a sigmoid in its place, the same formula would be
    stochastic gradient descent on the cross-entropy: another rule (see `neuron_gradient`).

    Args:
        w: weights, (n_features,).
        b: bias, one number.
        x: one sample, (n_features,).
        y: its label, 0 or 1.
        learning_rate: eta.

    Returns:
        The new (w, b): float64 array of shape (n_features,), float.

    Source:
        F. Rosenblatt (1962), "Principles of Neurodynamics", Spartan Books: the error-correction
        procedure for the perceptron of 1958.

    Example:
        >>> perceptron_update([0, 0], 0, x=[2, 1], y=0, learning_rate=0.5)
        (array([-1. , -0.5]), -0.5)
    """
    change = float(learning_rate) * (float(y) - ltu(x, w, b))
    return _float64(w) + change * _float64(x), float(b) + change


def train_perceptron(
    X: ArrayLike, y: ArrayLike, learning_rate: float = 1.0, max_epochs: int = 100
) -> tuple[FloatArray, float, list[int]]:
    """Learn from zeros, sample by sample, until a whole epoch passes without a mistake.

    If some line separates the classes, this ends, and it is known how soon (Novikoff 1962).
    Write s_i = +1 or -1 for the label and put the bias into the weights (see `add_bias`): let u
    be a unit vector with s_i u . x_i >= gamma > 0 for all i, and R the greatest ||x_i||. After
    the k-th mistake, each having added eta s_i x_i at a moment when s_i w . x_i <= 0,

        u . w   >=  k eta gamma       every mistake adds at least eta gamma
        ||w||^2 <=  k eta^2 R^2       every mistake adds 2 eta s_i w . x_i <= 0 and eta^2 ||x_i||^2

    and since u . w <= ||w||,  k gamma <= sqrt(k) R,  that is  k <= (R / gamma)^2.

    Neither the number of samples nor eta appears: starting from zeros, eta only scales w and b
    (apart from rounding). If no line separates the classes, as in XOR, the weights never settle
    and `max_epochs` ends it.

    Args:
        X: (n_samples, n_features), visited in this order in every epoch.
        y: labels 0 or 1, (n_samples,).
        learning_rate: eta > 0.
        max_epochs: the most epochs to run.

    Returns:
        (w, b, mistakes): w float64 (n_features,), b a float, and the number of wrong predictions
        in each epoch, each counted at the visit, before that sample's update. A last entry of 0
        says that (w, b) classify every sample correctly. No samples: zeros and mistakes == [0].

    Source:
        A. B. J. Novikoff (1962), "On convergence proofs on perceptrons", Proceedings of the
        Symposium on the Mathematical Theory of Automata 12, 615-622.

    Example:
        >>> train_perceptron([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1])  # OR
        (array([1., 1.]), -1.0, [2, 2, 1, 0])
    """
    X, y = _samples_and_labels(X, y)
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y, strict=True):
            wrong += int(ltu(x_i, w, b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, learning_rate)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


def sigmoid_neuron(X: ArrayLike, w: ArrayLike, b: float) -> FloatArray:
    """The neuron with a continuous output: p = sigmoid(X w + b), for every row of X.

    p is read as the probability that the label is 1. It is 1/2 on the same line on which the
    threshold unit with these weights jumps.

    Args:
        X: (n_samples, n_features).
        w: weights, (n_features,).
        b: bias, one number.

    Returns:
        (n_samples,) float64 in [0, 1], finite for every finite X w + b; (0,) for no samples.

    Example:
        >>> sigmoid_neuron([[0, 0], [1000, 0]], w=[1, 1], b=0)
        array([0.5, 1. ])
    """
    return sigmoid(_float64(X) @ _float64(w) + b)


def neuron_gradient(X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> tuple[FloatArray, float]:
    """Gradient of the mean binary cross-entropy of a sigmoid neuron: an error times an input.

    With z = X w + b, p = sigmoid(z) and J = -(1/n) sum_i [y_i log p_i + (1 - y_i) log(1 - p_i)],
    follow the chain from the cost back to the weights:

        dJ/dp_i  = (1/n) (p_i - y_i) / (p_i (1 - p_i))    derivative of the two logarithms
        dp_i/dz_i = p_i (1 - p_i)                         slope of the sigmoid
        dJ/dz_i  = (1/n) (p_i - y_i)                      the product: the slope cancels
        dz_i/dw_j = X_ij,   dz_i/db = 1

        dJ/dw = X^T (p - y) / n,   dJ/db = mean(p - y)

    The slope of the sigmoid, nearly 0 for a neuron that is certain, is gone: a neuron that is
    certain and wrong still learns at full speed. That is why cross-entropy goes with the sigmoid.

    This is the gradient of J without the clipping that `binary_crossentropy` needs for its
    logarithms, so it is right, and finite, for |z| = 1000 too.

    Args:
        X: (n_samples, n_features).
        y: labels 0 or 1, (n_samples,).
        w: weights, (n_features,).
        b: bias, one number.

    Returns:
        (dw, db): float64 array of shape (n_features,), float.

    Raises:
        ValueError: there are no samples (a mean over nothing), or not one label a sample.

    Source:
        C. M. Bishop (2006), "Pattern Recognition and Machine Learning", equation 4.91 (there as
        a sum over the samples).

    Example:
        >>> neuron_gradient([[1, 2], [3, 4]], y=[0, 1], w=[0, 0], b=0)
        (array([-0.5, -0.5]), 0.0)
    """
    X, y = _samples_and_labels(X, y)
    if len(y) == 0:
        raise ValueError("the gradient of a mean over an empty batch is not defined")
    error = sigmoid_neuron(X, w, b) - y
    return X.T @ error / len(y), float(error.mean())


def train_neuron(
    X: ArrayLike, y: ArrayLike, learning_rate: float = 0.1, epochs: int = 100
) -> tuple[FloatArray, float, list[float]]:
    """Gradient descent on the cross-entropy of one sigmoid neuron: logistic regression.

        w <- w - eta dJ/dw
        b <- b - eta dJ/db

    once an epoch, with the gradient of the whole batch, starting at zeros (where every p is 1/2
    and the cost is log 2). J is convex in (w, b), so there is no worse minimum to get caught in:
    a small enough eta lowers the cost at every step. If a line separates the classes there is
    no minimum at all: the cost tends to 0 while the weights grow without end.

    Args:
        X: (n_samples, n_features).
        y: labels 0 or 1, (n_samples,).
        learning_rate: eta > 0.
        epochs: number of updates.

    Returns:
        (w, b, losses): w float64 (n_features,), b a float, and `losses[k]`, the mean binary
        cross-entropy before the k-th update (k counts from 0); len(losses) == epochs.

    Raises:
        ValueError: there are no samples (and epochs > 0), or not one label a sample.

    Source:
        D. R. Cox (1958), "The regression analysis of binary sequences", Journal of the Royal
        Statistical Society B 20, 215-242, for the model.

    Example:
        >>> w, b, losses = train_neuron([[-1], [1]], [0, 1], learning_rate=1.0, epochs=3)
        >>> [round(loss, 4) for loss in losses]
        [0.6931, 0.4741, 0.3477]
    """
    X, y = _samples_and_labels(X, y)
    eta = float(learning_rate)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(binary_crossentropy(y, sigmoid_neuron(X, w, b)))
        dw, db = neuron_gradient(X, y, w, b)
        w, b = w - eta * dw, b - eta * db
    return w, b, losses


def _float64(values: ArrayLike) -> FloatArray:
    """Numbers of any kind as float64; the array itself (not a copy) if that is what it is."""
    return np.asarray(values, dtype=np.float64)


def _samples_and_labels(X: ArrayLike, y: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """X and y as float64, if X is a table with one label a row; NumPy would broadcast the rest."""
    X, y = _float64(X), _float64(y)
    if X.ndim != 2 or y.shape != (len(X),):
        raise ValueError(f"expected one label for each row of X, got {X.shape} and {y.shape}")
    return X, y
