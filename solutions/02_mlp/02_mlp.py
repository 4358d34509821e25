# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 · The multi-layer perceptron
#
# *One neuron draws a line. Three neurons, two of them behind the third, do what no line can.*
#
# Unit 1 ended with a small defeat: no neuron computes XOR. In this unit you will get past it with two neurons more, and you will see *how*: the first layer does not answer the question, it moves the points until the question is easy. Do that several times in a row and you have a deep network. You set all weights by hand or take them as given; how a network finds them itself is the subject of unit 4.
#
# **You will be able to**
#
# - build XOR from three threshold units, and say what each of them contributes;
# - compute a layer of ReLUs, and a whole network layer by layer;
# - say what input, hidden and output layers are, where the biases sit, and how many numbers a network has to learn;
# - write a network as a chain of functions, and evaluate any graph of functions that has no cycles;
# - show, on paper and in numbers, that depth without an activation is worth nothing.
#
# **You need** unit 1: weighted sum, step, a layer as $XW + \mathbf b$. Python functions that take and return functions, dictionaries. No derivatives.
#
# **Time**: about two and a half hours; sections 1–3, 4–7 and 8–9 make three sittings.

# %% [markdown]
# ## How this notebook works
#
# As before: your work goes into the cells with `# YOUR CODE HERE`, the check under each cell tells you what is right and what is not, and the pictures are drawn *with the functions that you wrote*. If a check does not come back, a loop of yours never ends: press the stop button (*interrupt the kernel*). Where you read **Guess first**, do.
#
# These conventions hold, and the checks rely on them:
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $X$ | `X` | `(n_samples, n_features)` | samples, one **row** each |
# | $W$, $\mathbf b$ | `W`, `b` | `(n_inputs, n_units)`, `(n_units,)` | one layer: a **column** of weights and one bias per neuron |
# | $W^{(1)}, W^{(2)}, \dots$ | `weights` | a list of $L$ arrays | the weights of all layers, first layer first |
# | $\mathbf b^{(1)}, \mathbf b^{(2)}, \dots$ | `biases` | a list of $L$ arrays | their biases |
# | $Z$ | `z` | `(n_samples, n_units)` | the weighted sums of a layer, before its activation |
# | $A$ | `a` | `(n_samples, n_units)` | what the layer answers, after its activation |
#
# The **activation** is the function between the two: a step, a sigmoid, and from section 2 on the ReLU.
#
# Your functions leave their inputs as they found them and return new arrays. Numbers may come as integers; the answers must not lose their decimals for that.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from autograder.check import check
from course_lib import datasets, plots

plots.use_style()

# %% nbgrader={"grade": false, "grade_id": "given-step", "locked": true, "schema_version": 3, "solution": false, "task": false}
corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def step(z):
    """The threshold unit's answer: 1 where z >= 0, else 0 (unit 1)."""
    return (np.asarray(z) >= 0).astype(int)


# %% [markdown]
# ## 1 · Two layers solve XOR
#
# XOR says "one or the other, but not both". Read that sentence again: *one or the other* is a gate that a single neuron can compute, *not both* is another, and *but* says that both must hold, which is a third. You know all three from unit 1.
#
# So put two neurons side by side, let each look at $x_1$ and $x_2$, and feed their answers $h_1$ and $h_2$ into a third. The words for this:
#
# - the **input layer** only holds the numbers that come in and computes nothing;
# - a **hidden layer** lies between input and output; nobody outside sees what it answers;
# - the **output layer** gives the answer;
# - **fully connected** means that each neuron of a layer is connected to *every* neuron of the layer before;
# - every layer except the output has a **bias neuron** that is always 1 and feeds all neurons of the next layer. Its connections carry the biases. (Nothing would listen to a bias neuron in the output layer, so there is none.)
#
# Such a network of layers is a **multi-layer perceptron**, MLP for short.
#
# $$\mathbf h = \operatorname{step}\!\left(\mathbf x\, W^{(1)} + \mathbf b^{(1)}\right), \qquad
# \hat y = \operatorname{step}\!\left(\mathbf h\, W^{(2)} + \mathbf b^{(2)}\right)$$
#
# | $x_1$ | $x_2$ | one or the other | not both | XOR |
# | --- | --- | --- | --- | --- |
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 1 | 1 | 1 |
# | 1 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 0 |
#
# **Exercise `xor-network` (2 points).** Give weights with which the network computes XOR. All three neurons are threshold units with step(0) = 1. Many answers are right; any will do. Keep the sums clear of 0, or use numbers that the computer holds exactly (whole numbers, halves, quarters): the sum 0.3 − 0.2 − 0.1, meant to be 0, comes out a tiny bit below 0, and the unit stays silent.


# %% nbgrader={"grade": false, "grade_id": "xor-network", "locked": false, "schema_version": 3, "solution": true, "task": false}
def xor_network():
    """Weights of a network of threshold units, 2 inputs, 2 hidden units, 1 output, for XOR.

    Returns (W1, b1, W2, b2):
    W1: weights of the hidden layer, shape (2, 2), one column per hidden unit
    b1: its biases, shape (2,)
    W2: weights of the output unit, shape (2, 1)
    b2: its bias, shape (1,)
    """
    ### BEGIN SOLUTION
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])  # columns: OR, NAND
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1.0], [1.0]])  # AND
    b2 = np.array([-1.5])
    return W1, b1, W2, b2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-xor-network", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("xor-network", xor_network)

# %% [markdown]
# Here is your network, drawn from your own weights. In the middle, the plane of the inputs with the lines of your two hidden units (they may coincide). On the right, the plane of what *they* answer, with the line of the output unit.
#
# **Guess first.** Four corners go in. At which places of the right-hand plane do they arrive, and can all four places be reached?

# %% tags=["picture"]
W1, b1, W2, b2 = (np.asarray(part, dtype=float) for part in xor_network())
W2, b2 = W2.reshape(2, 1), b2.reshape(1)

figure, axes = plt.subplots(1, 3, figsize=(13, 4.4), width_ratios=(1.6, 1, 1))
plots.network_diagram(axes[0], [W1, W2], [b1, b2], "your network")
plots.gate(
    axes[1],
    "the inputs: two lines",
    lambda x, w, b: step(step(x @ W1 + b1) @ W2 + b2)[0],
    W1[:, 0],
    b1[0],
)
plots.boundary(axes[1], W1[:, 1], b1[1], linestyle="--")
plots.gate(
    axes[2], "the hidden answers: one line", lambda h, w, b: step(h @ w + b), W2[:, 0], b2[0]
)
axes[2].set(xlabel="$h_1$", ylabel="$h_2$")
plt.show()
for x, h in zip(corners, step(corners @ W1 + b1), strict=True):
    print(f"x = {x}  ->  h = {h}  ->  y = {step(h @ W2 + b2)[0]}")

# %% [markdown]
# Follow the printed lines: for the two corners that should answer 1 the hidden layer sends *the same* message (or, with other weights, two messages that lie on one side), and the output unit needs only one line to tell it from the others. A corner of the right-hand plane at which nobody arrives does not matter, whatever the output would say there.
#
# This is the whole secret of the hidden layer: **it does not solve the problem, it moves it to a place where a line is enough.**
#
# That nets of threshold units can compute any table of 0 and 1 was shown already in 1943 [1]. How such a network could *learn* its weights remained open for decades, and the step is to blame: it is flat everywhere, so a small change of a weight usually changes nothing at all, and gives no hint where to go. Hence the next section.

# %% [markdown]
# ## 2 · A layer that passes on how much
#
# A threshold unit tells the next layer *that* the sum reached 0, not by how much. The unit that most networks use today tells both. It is called **rectified linear unit**, ReLU:
#
# $$\operatorname{relu}(z) = \max(0, z) = \begin{cases} z & \text{if } z > 0,\\ 0 & \text{otherwise.}\end{cases}$$
#
# Below 0 it is silent, as before. Above 0 it hands on the sum itself. (Kunihiko Fukushima simulated a network of such units in 1969 [2]; they came into general use after 2010 [3].) For a whole layer and a batch of samples:
#
# $$A = \operatorname{relu}(X W + \mathbf b)$$
#
# For example, $\mathbf x = (1, 2)$ with the columns $(1, 1)$ and $(-1, 2)$ and the biases $0.5$ and $-4$ gives the sums $3.5$ and $-1$, so the answers are $3.5$ and $0$.
#
# **Exercise `hidden-layer` (1 point).** One layer of ReLUs.


# %% nbgrader={"grade": false, "grade_id": "hidden-layer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def hidden_layer(X, W, b):
    """The answers of a layer of rectified linear units: relu(X W + b).

    X: samples, shape (n_samples, n_inputs)
    W: weights, shape (n_inputs, n_units), one column per unit
    b: biases, shape (n_units,)

    Returns an array of shape (n_samples, n_units), nowhere negative.
    """
    ### BEGIN SOLUTION
    return np.maximum(0, np.asarray(X) @ np.asarray(W) + np.asarray(b))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-hidden-layer", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("hidden-layer", hidden_layer)

# %% tags=["picture"]
z = np.linspace(-3, 3, 301)
figure, axes = plt.subplots(1, 2, figsize=(8.6, 3.1), sharex=True)
axes[0].plot(z[z < 0], step(z[z < 0]), "C0")
axes[0].plot(z[z >= 0], step(z[z >= 0]), "C0")
axes[1].plot(z, np.asarray(hidden_layer(z[:, None], np.eye(1), np.zeros(1)))[:, 0], "C1")
for ax, name in zip(axes, ("threshold unit", "ReLU"), strict=True):
    ax.set(xlabel="sum z", ylabel="answer", title=name, ylim=(-0.3, 3.2))
    ax.axvline(0, color="0.6", linewidth=1, linestyle=":")
plt.show()

# %% [markdown]
# ### How a hidden layer bends the plane
#
# Take XOR again, but with clouds of points around the four corners, and this hidden layer of two ReLUs:
#
# $$h_1 = \operatorname{relu}(x_1 - x_2), \qquad h_2 = \operatorname{relu}(x_2 - x_1).$$
#
# **Guess first.** The samples stand on squared paper. What does the layer do to the paper? Where do the points near the diagonal from $(0,0)$ to $(1,1)$ go?

# %% tags=["picture"]
rng = np.random.default_rng(0)
X_clouds = np.repeat(corners, 30, axis=0) + 0.09 * rng.normal(size=(120, 2))
y_clouds = np.repeat([0, 1, 1, 0], 30)
W_fold = np.array([[1.0, -1.0], [-1.0, 1.0]])

stages = {
    "what goes in": lambda X: X,
    "after the hidden layer": lambda X: hidden_layer(X, W_fold, np.zeros(2)),
}
plots.bent_planes(stages, X_clouds, y_clouds, cut=([1.0, 1.0], -0.5), names=("0", "1"))
plt.show()
hidden = np.asarray(hidden_layer(X_clouds, W_fold, np.zeros(2)))
print(
    f"right with one line in the new plane: {np.mean((hidden.sum(axis=1) >= 0.5) == y_clouds):.0%}"
)

# %% [markdown]
# The paper is folded along the diagonal and pressed onto the two axes: each point keeps only its distance from the diagonal (times the root of 2), and on which side of it it was. Both clouds of 0 end up in the corner, and one line cuts them off. With ReLUs the network did not need an *and* and an *or*; it bent the plane.

# %% [markdown]
# ## 3 · A chain of functions
#
# A layer is a function: samples in, answers out. A network of three layers is one function after the other,
#
# $$\hat{\mathbf y} = f^{(3)}\bigl(f^{(2)}\bigl(f^{(1)}(\mathbf x)\bigr)\bigr),$$
#
# where the number in brackets is the number of the layer, not a power. The length of the chain is the **depth** of the network, and this is where *deep* learning has its name from [4]. Mind the order: in the formula the first layer stands on the right, next to $\mathbf x$; in a list of layers it stands on the left.
#
# **Exercise `compose` (2 points).** Make one function out of a list of functions. What comes back must be a *function* that can be applied to any `x`; it may be a function that you define inside `compose`. For example, `compose([double, plus_one])(5)` is 11, and with the two exchanged it is 12. And the empty list? If nothing is applied, `x` stays what it is.


# %% nbgrader={"grade": false, "grade_id": "compose", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compose(functions):
    """The chain x -> f_k(... f_2(f_1(x))).

    functions: a list [f_1, f_2, ..., f_k] of functions of one argument; f_1 is applied first

    Returns a function of one argument. For the empty list it returns its argument unchanged.
    The list stays as it is.
    """

    ### BEGIN SOLUTION
    def chain(x):
        for function in functions:
            x = function(x)
        return x

    return chain
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-compose", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("compose", compose)

# %% [markdown]
# ### Two moons
#
# Two half-moons that reach into each other: no line separates them. Here is a network with two hidden layers of two ReLUs each. Its weights were found by training (unit 4) and rounded to one decimal. With `compose` you can stop the chain after any layer and look at what the samples have become.
#
# **Guess first.** One of the two moons will end up mostly *on the axes* of the second picture. Which one, and what does that mean for its samples?

# %% tags=["picture"]
from sklearn.datasets import make_moons

X_moons, y_moons = make_moons(200, noise=0.08, random_state=0)
moon_weights = [
    np.array([[-1.1, 1.4], [0.9, 1.0]]),
    np.array([[-1.4, -5.1], [-3.6, 1.0]]),
    np.array([[1.0], [0.8]]),
]
moon_biases = [np.array([1.4, -0.4]), np.array([3.3, -0.1]), np.array([-0.3])]

layers = [
    lambda X: hidden_layer(X, moon_weights[0], moon_biases[0]),
    lambda X: hidden_layer(X, moon_weights[1], moon_biases[1]),
    lambda X: np.asarray(X) @ moon_weights[2] + moon_biases[2],
]
stages = {
    "what goes in": compose([]),
    "after hidden layer 1": compose(layers[:1]),
    "after hidden layer 2": compose(layers[:2]),
}
plots.bent_planes(stages, X_moons, y_moons, cut=(moon_weights[2], moon_biases[2]), names=("0", "1"))
plt.show()
answers = np.asarray(compose(layers)(X_moons))[:, 0]
for number in (1, 2):
    silent = np.asarray(compose(layers[:number])(X_moons)) == 0
    for label, color in enumerate(("blue", "orange")):
        some, both = silent[y_moons == label].any(axis=1), silent[y_moons == label].all(axis=1)
        print(
            f"layer {number}, {color}: {some.mean():4.0%} on an axis, {both.mean():4.0%} at the origin"
        )
print(f"right: {np.mean((answers >= 0) == y_moons):.0%} of {len(y_moons)}")

# %% [markdown]
# A point on an axis is one for which a unit is silent; at the origin both are. Layer 1 has pressed most of the orange moon onto the two axes, while most of the blue one keeps both units busy. Layer 2 presses on, and the whole blue moon becomes a *single point*, the origin: for all its samples both units are silent. (The paper, too, is nearly gone. What is pressed together can never be told apart again, so a network had better press together what belongs together.) The last layer is an ordinary neuron, and a line is all that it needs. This is the network as a drawing:

# %% tags=["picture"]
figure, ax = plt.subplots(figsize=(10.5, 4.6))
plots.network_diagram(ax, moon_weights, moon_biases, "two moons: two hidden layers, depth 3")
plt.show()

# %% [markdown]
# ### Folded paper: what depth is good for
#
# Fold a sheet of paper twice, cut once with scissors, unfold: four cuts. Layers can do that, too. The layer `fold` below takes $(x_1, x_2)$ to $(|x_1| - s,\ |x_2| - s)$, which is what you get by folding the sheet along both axes and moving it back to the middle. It consists of four ReLUs, because $|x| = \operatorname{relu}(x) + \operatorname{relu}(-x)$. After the folds, one neuron makes one straight cut.
#
# **Guess first.** With one fold the cut appears four times. How many straight edges do you expect after three folds?


# %% tags=["picture"]
def fold(size):
    """A function that folds a sheet along both axes and moves it back by `size`."""
    W_in = np.array([[1.0, -1.0, 0.0, 0.0], [0.0, 0.0, 1.0, -1.0]])
    W_out = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    return lambda X: np.asarray(hidden_layer(X, W_in, np.zeros(4))) @ W_out - size


def cut(X):
    """One neuron behind all the folds."""
    return np.asarray(X) @ np.array([1.0, 0.6]) + 0.15


folds = [fold(2.0), fold(1.0), fold(0.5)]
panels = {
    f"{k} folds" if k != 1 else "1 fold": compose([*folds[:k], cut]) for k in range(len(folds) + 1)
}
plots.unfolded(panels, span=4.0)
plt.show()

# %% [markdown]
# One edge without a fold, then 4, 16, and 64 after three folds: one in each of the 64 squares into which the folds divide the sheet. Each fold multiplies the pattern by four, at the price of four more ReLUs. A network that is not deep but *wide* pays more: $n$ ReLUs in a single hidden layer draw $n$ lines, and $n$ lines cut the plane into at most $1 + n + \frac{n(n-1)}{2}$ pieces [5]. Compare, for the same number of units:

# %% tags=["picture"]
print("folds   units   squares after folding   pieces of one layer, at most")
for k in (1, 2, 3, 4, 6, 8, 10):
    n = 4 * k
    print(f"{k:5}{n:8}{4**k:24,}{1 + n + n * (n - 1) // 2:31,}")

# %% [markdown]
# Up to three folds the wide network is ahead. From four on it is left behind, and hopelessly so from ten. This counting argument is due to Guido Montúfar and colleagues [6]. It says what deep networks *can* draw with few units, for functions that repeat themselves like a folded sheet. It does not say that training finds such weights, nor that your data look like that.

# %% [markdown]
# ## 4 · The forward pass
#
# To use a network is to send samples through it, layer by layer: the **forward pass**.
#
# $$A^{(0)} = X, \qquad Z^{(l)} = A^{(l-1)} W^{(l)} + \mathbf b^{(l)}, \qquad
# A^{(l)} = \begin{cases}\operatorname{relu}\!\left(Z^{(l)}\right) & \text{in the hidden layers, } l < L,\\ Z^{(l)} & \text{in the output layer, } l = L.\end{cases}$$
#
# The output layer is **linear**: no ReLU there, since a network that may not answer with a negative number would be a strange thing. (Which activation fits the output of which task is the subject of unit 3.)
#
# **Exercise `mlp-forward` (3 points).** Return *all* sums and *all* activations, not only the last: learning (unit 4) will need them. $X$ is not among the activations. The last activation equals the last sum. A network of one layer has no hidden layer.


# %% nbgrader={"grade": false, "grade_id": "mlp-forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mlp_forward(X, weights, biases):
    """The forward pass of a network with ReLUs in the hidden layers and a linear output layer.

    X: samples, shape (n_samples, n_features)
    weights: a list of L arrays, each of shape (n_inputs, n_units) of its layer; L is at least 1
    biases: a list of L arrays, each of shape (n_units,)

    Returns (zs, activations): two lists of L arrays of shape (n_samples, n_units). zs holds the
    sums before the activation, activations what the layers answer. X is in neither of them.
    """
    ### BEGIN SOLUTION
    zs, activations = [], []
    a = np.asarray(X)
    for number, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = a @ np.asarray(W) + np.asarray(b)
        a = z if number == len(weights) else np.maximum(0, z)
        zs.append(z)
        activations.append(a)
    return zs, activations
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-mlp-forward", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("mlp-forward", mlp_forward)

# %% [markdown]
# ### Now break it: take the activation out
#
# What if the layers hand on $Z$ itself? Two layers are then
#
# $$\bigl(X W^{(1)} + \mathbf b^{(1)}\bigr) W^{(2)} + \mathbf b^{(2)} = X \underbrace{W^{(1)} W^{(2)}}_{W} + \underbrace{\mathbf b^{(1)} W^{(2)} + \mathbf b^{(2)}}_{\mathbf b} ,$$
#
# which is *one* layer with the weights $W$ and the biases $\mathbf b$. The same holds for any number of layers. Let us see it in numbers, with five layers and random weights. **Guess first:** by how much will the deep linear network and the single layer differ?

# %% tags=["picture"]
rng = np.random.default_rng(7)
sizes = [4, 6, 5, 7, 6, 3]
weights = [rng.normal(size=pair) for pair in pairwise(sizes)]
biases = [rng.normal(size=n_units) for n_units in sizes[1:]]
X = rng.normal(size=(1000, 4))

deep_and_linear = X
for W, b in zip(weights, biases, strict=True):  # each layer as a network of its own: linear
    deep_and_linear = np.asarray(mlp_forward(deep_and_linear, [W], [b])[0][0])

W_one, b_one = np.eye(4), np.zeros(4)
for W, b in zip(weights, biases, strict=True):
    W_one, b_one = W_one @ W, b_one @ W + b
one_layer = X @ W_one + b_one
deep_with_relu = np.asarray(mlp_forward(X, weights, biases)[1][-1])

print(f"largest output of the single layer: {np.abs(one_layer).max():.0f}")
same = np.abs(deep_and_linear - one_layer).max() < 1e-9
print(f"five linear layers differ from the single layer by less than 1e-9: {same}")
with_relu = np.abs(deep_with_relu - one_layer).max()
print(f"five layers with ReLUs differ from the single layer by up to {with_relu:.0f}")

# %% [markdown]
# By nothing but rounding. Five layers, with all their weights, are a complicated way to write down one matrix with 12 weights and 3 biases. **Depth counts only with something non-linear between the layers.** With the ReLUs in place the network is a different function altogether.
#
# ## 5 · How many numbers are that?
#
# Every hidden and output neuron has one weight for each neuron of the layer before, and one for that layer's bias neuron. Count the connections in the drawing of the moons network: 6 + 6 + 3 = 15.
#
# **Exercise `count-parameters` (1 point).** Given the layer sizes, from the inputs to the outputs, how many weights and biases are there in all? For `[2, 2, 2, 1]` it is 15.


# %% nbgrader={"grade": false, "grade_id": "count-parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_parameters(layer_sizes):
    """The number of weights and biases of a fully connected network.

    layer_sizes: a list [n_inputs, n_hidden, ..., n_outputs] with at least two whole numbers,
        bias neurons not counted

    Returns a whole number.
    """
    ### BEGIN SOLUTION
    return sum((n + 1) * k for n, k in pairwise(layer_sizes))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-count-parameters", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("count-parameters", count_parameters)

# %% [markdown]
# **Guess first.** An image of 28 × 28 pixels has 784 inputs, and there are ten kinds of clothes to tell apart. Which of these networks has the most parameters, and in which layer do nearly all of them sit?

# %% tags=["picture"]
for sizes in ([784, 10], [784, 128, 10], [784, 128, 128, 128, 10], [784, 1000, 10]):
    first = count_parameters(sizes[:2])
    total = count_parameters(sizes)
    print(f"{sizes!s:27}{total:9,} parameters, {first / total:4.0%} of them in the first layer")

# %% [markdown]
# Width costs more than depth: two more layers of 128 add 33,024 numbers, while one layer of 1,000 instead of 128 adds 693,240. And the first layer, which sees all pixels, holds most of them. (Networks for images share weights between places for that reason, but that is another course.)
#
# ## 6 · From outputs to a class
#
# A network that tells ten classes apart has ten outputs. It decides for the class whose output is the largest.
#
# **Exercise `predict-classes` (1 point).** Return, for each sample, the *index* of its largest output: a whole number from 0 on. If several are equally large, the first one counts. You may use `mlp_forward`.


# %% nbgrader={"grade": false, "grade_id": "predict-classes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_classes(X, weights, biases):
    """The class that a network decides for: the index of the largest output of each sample.

    X: samples, shape (n_samples, n_features)
    weights, biases: lists of L arrays, as in mlp_forward

    Returns an array of shape (n_samples,) of whole numbers; of equally large outputs the first.
    """
    ### BEGIN SOLUTION
    _, activations = mlp_forward(X, weights, biases)
    return np.argmax(activations[-1], axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-predict-classes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("predict-classes", predict_classes)

# %% [markdown]
# ### Clothes, with a hidden layer that nobody trained
#
# Fashion-MNIST [12] again, this time with all its ten kinds of clothes. Where do the weights come from, when we cannot train yet? Rosenblatt's machine of 1960 gives an idea: its middle layer was wired by a plugboard and then left alone; only the last layer learned (unit 1). So draw the 784,000 weights of a hidden layer of 1,000 ReLUs **at random**, and compute only the output layer, for which there is a formula: the weights with the smallest squared error between outputs and right answers (least squares, held small by a little penalty). This trick has been found several times, and has a funny name, *random kitchen sinks* [7].
#
# **Guess first.** Ten classes, so a blind guess is right in 10 % of the cases. How often will a network be right whose hidden layer knows nothing about clothes? And then we break it: how often without the ReLUs, everything else as before?

# %% tags=["picture"]
(train_images, train_labels), (test_images, test_labels) = datasets.load_fashion_mnist()
X_train, X_test = (images.reshape(-1, 784) / 255.0 for images in (train_images, test_images))
targets = np.eye(10)[train_labels]


def best_output_layer(hidden):
    """Weights and biases with the least squared error (and small weights) for these answers."""
    hidden = np.asarray(hidden)
    mean = hidden.mean(axis=0)
    centred = hidden - mean
    penalty = 1e-4 * len(hidden) * np.eye(len(mean))
    W = np.linalg.solve(centred.T @ centred + penalty, centred.T @ (targets - targets.mean(axis=0)))
    return W, targets.mean(axis=0) - mean @ W


def right_on_new(network):
    """The share of the new images that a network (weights, biases) classifies rightly."""
    return np.mean(np.asarray(predict_classes(X_test, *network)) == test_labels)


W_out, b_out = best_output_layer(X_train)
print(f"share that is right, of {len(test_labels):,} new images:")
print(f"  no hidden layer at all        {right_on_new(([W_out], [b_out])):.1%}")
for n_units in (64, 1000):
    rng = np.random.default_rng(0)
    W = rng.normal(size=(784, n_units)) * np.sqrt(2 / 784)
    b = -X_train.mean(axis=0) @ W  # so that each unit's sum is 0 on average
    W_out, b_out = best_output_layer(hidden_layer(X_train, W, b))
    clothes = [W, W_out], [b, b_out]
    W_out, b_out = best_output_layer(X_train @ W + b)
    linear = [W @ W_out], [b @ W_out + b_out]  # two linear layers are one
    print(f"  {n_units:5,} random ReLUs            {right_on_new(clothes):.1%}")
    print(f"  {n_units:5,} units without the ReLU  {right_on_new(linear):.1%}")

# %% tags=["picture"]
names = (
    "T-shirt",
    "trouser",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "boot",
)
said = np.asarray(predict_classes(X_test, *clothes))
chosen = np.r_[np.flatnonzero(said == test_labels)[:6], np.flatnonzero(said != test_labels)[:6]]
figure, axes = plt.subplots(2, 6, figsize=(11, 5.2))
for ax, k in zip(axes.flat, chosen, strict=True):
    ax.imshow(test_images[k], cmap="gray_r")
    ax.set(xticks=[], yticks=[], title=f"says {names[int(said[k])]}")
    ax.set_xlabel("right" if said[k] == test_labels[k] else f"is a {names[test_labels[k]]}")
plt.show()

# %% [markdown]
# With 1,000 units a random bend is better than none: the ReLUs are worth almost three points, although nobody chose their directions. Without them the hidden layer is useless, as section 4 said: the network falls back to what a single linear layer reaches, to within a fraction of a point. With 64 units the comparison turns round: 64 random directions throw away much of the image, the ReLUs silence a part of what is left, and both networks are worse than one without a hidden layer. A hidden layer helps if it is wide enough, or if its directions are *chosen*. In unit 4 the hidden layer will learn as well, and do better with far fewer units.

# %% [markdown]
# ## 7 · What a hidden layer can draw
#
# Each ReLU has a line on which its sum is 0. On one side it is silent, on the other it grows. Several of them cut the plane into pieces, and in every piece the same units are active. **Guess first.** One line makes two pieces. How many do 2, 3 and 8 lines make, at most? And what does the output, a weighted sum of the units, look like *inside* a piece?

# %% tags=["picture"]
W_lines = np.array(
    [[-0.4, 0.7, -0.7, -0.9, -0.4, -0.9, -1.0, -0.1], [0.9, 0.7, 0.7, 0.4, -0.9, -0.5, 0.0, 1.0]]
)
b_lines = np.array([-0.4, 1.1, 0.0, 0.8, -0.3, -0.4, 0.0, -0.3])
v_lines = np.array([1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0])
figure, pieces = plots.relu_pieces(hidden_layer, W_lines, b_lines, v_lines, sizes=(1, 2, 3, 8))
plt.show()
print("pieces:", *pieces, "  at most:", *(1 + n + n * (n - 1) // 2 for n in (1, 2, 3, 8)))

# %% [markdown]
# Above, the pieces; the darker, the more units are active. Below, lines of equal output: straight and evenly spaced inside a piece, so the output there is a tilted plane, and bent where they cross a unit's line. A network with one hidden layer of ReLUs is a **surface folded from flat pieces**.
#
# With enough pieces, any continuous surface can be followed as closely as you like over a bounded region. That is the *universal approximation theorem*: first proved for sigmoids [8, 9], then for every continuous activation that is not a polynomial [10]. It promises that suitable weights exist. How many units they take, and whether training finds them, it does not say.

# %% [markdown]
# ## 8 · Any graph without cycles
#
# A chain is the simplest way to connect functions, not the only one. In section 4 each layer needed the answers of the layer before, weights and biases; the cost that we will need in unit 3 looks at the output *and* at the right answer; some networks have links that skip a layer (unit 11). All of these are **directed acyclic graphs**: nodes with a function each, arrows from what a node needs (its **parents**) to the node, and no way along the arrows that leads back to where it started.
#
# We write such a graph as a dictionary: for each node a pair of its function and the *list of the names of its parents*, in the order in which the function wants them. Names that are no nodes are inputs. Here is a network with a link from the samples straight to the output:

# %% tags=["picture"]
skipping = {
    "cost": (lambda out, t: np.mean((out - t) ** 2), ["out", "t"]),
    "out": (lambda deep, wide: deep + wide, ["deep", "wide"]),
    "deep": (lambda h, W2: h @ W2, ["h", "W2"]),
    "h": (lambda z: np.maximum(0, z), ["z"]),
    "z": (lambda x, W1: x @ W1, ["x", "W1"]),
    "wide": (lambda x, W3: x @ W3, ["x", "W3"]),
}
plots.graph_diagram(skipping)
plt.show()

# %% [markdown]
# In which order can the nodes be computed? A node is ready when all its parents have values. So: compute all nodes that are ready; this makes others ready; go on until none is left. An order in which parents come before their children is called **topological** [11]. (The columns of the picture are one, read from left to right.) If nodes are left and none is ready, the graph has a **cycle**: some nodes wait for each other, and there is no order.
#
# **Exercise `evaluate-graph` (3 points).** Compute the value of every node. Three things to mind: the dictionary may list the nodes in *any* order; each node is computed only *once*, however many children it has; and a cycle must end in a `ValueError`. You may use Python's `graphlib` (its `CycleError` is a `ValueError`) or do it yourself.


# %% nbgrader={"grade": false, "grade_id": "evaluate-graph", "locked": false, "schema_version": 3, "solution": true, "task": false}
def evaluate_graph(graph, inputs):
    """The values of all nodes of a directed acyclic graph of functions.

    graph: a dictionary, name -> (function, parents); parents is a list of names, and the
        function is called with their values in that order (without parents: with nothing)
    inputs: a dictionary, name -> value; every parent is a node of the graph or one of these

    Returns a new dictionary with the value of every input and every node. Numbers and arrays may
    occur as values. Raises ValueError if the graph has a cycle.
    """
    ### BEGIN SOLUTION
    values = dict(inputs)
    waiting = dict(graph)
    while waiting:
        ready = [
            name for name, (_, parents) in waiting.items() if all(p in values for p in parents)
        ]
        if not ready:
            raise ValueError(f"a cycle among {', '.join(waiting)}")
        for name in ready:
            function, parents = waiting.pop(name)
            values[name] = function(*(values[parent] for parent in parents))
    return values
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-evaluate-graph", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("evaluate-graph", evaluate_graph)

# %% [markdown]
# Now the graph with numbers: five samples with three features go in. Under each name, its value or the shape of its value. **Guess first:** which shape has `h`, if `W1` is 3 × 4?

# %% tags=["picture"]
rng = np.random.default_rng(3)
given = {
    "x": rng.normal(size=(5, 3)),
    "t": rng.normal(size=(5, 2)),
    "W1": rng.normal(size=(3, 4)),
    "W2": rng.normal(size=(4, 2)),
    "W3": rng.normal(size=(3, 2)),
}
plots.graph_diagram(skipping, evaluate_graph(skipping, given))
plt.show()

# %% [markdown]
# ### Now break it: three ways to go wrong
#
# (a) Compute the nodes in the order of the dictionary. (b) Add an arrow from `cost` back to `z`. (c) Forget what was computed: start at the end and ask each parent for its value, again and again. For (c) we take a ladder, in which each node has the node before as *both* of its parents. **Guess first:** how many function calls does a ladder of 20 rungs take?

# %% tags=["picture"]
try:
    name, (function, parents) = next(iter(skipping.items()))
    function(*(given[parent] for parent in parents))
except KeyError as error:
    print(f"(a) {name} cannot be computed: {error} has no value yet")

try:
    evaluate_graph({**skipping, "z": (lambda x, W1, c: x @ W1 + c, ["x", "W1", "cost"])}, given)
except ValueError:
    print("(b) ValueError: there is a cycle")


def calls_without_memory(rungs):
    """How many functions are called for the last rung, if each asks both parents anew."""
    return 0 if rungs == 0 else 1 + 2 * calls_without_memory(rungs - 1)


calls = []
ladder = {
    f"r{k}": (lambda a, b: (calls.append(1), a + b)[1], [f"r{k - 1}"] * 2 if k else ["x", "x"])
    for k in range(20)
}
value = evaluate_graph(ladder, {"x": 3})["r19"]
print(
    f"(c) value {value:,} after {len(calls)} calls; without memory {calls_without_memory(20):,} calls"
)

# %% [markdown]
# There are 1,048,576 ways from the last rung down to `x`, and only 20 nodes. Each node once: in unit 4 the same idea, run backwards, will give all derivatives of a network for about the price of one forward pass. It is the reason why networks with millions of weights can be trained at all.
#
# ## 9 · What to remember
#
# - **Hidden layers move the problem** to a place where a line is enough. Input layer, hidden layers, output layer; a bias neuron in every layer but the output; all neighbours connected.
# - **ReLU** is silent below 0 and passes on how much above it. A layer of ReLUs bends the plane; a network of them is a surface of flat pieces.
# - **A network is a chain of functions**; the length of the chain is its depth. More generally it is a graph without cycles, computed in topological order, each node once.
# - **Without an activation, depth is worth nothing**: a product of matrices is a matrix.
# - A layer from $n$ to $k$ neurons has $(n + 1)\,k$ parameters. The largest output is the class.

# %% [markdown]
# ## Concept check
#
# Six questions, one right answer each (6 points).
#
# **q1.** You take all activations out of a network with five layers, so that each layer hands on its sums. What can the network still compute?
#
# - a) Nothing: all its outputs become 0.
# - b) Only what a single layer can compute.
# - c) More than a single linear layer, since it is deeper.
# - d) What a single linear layer without biases can compute.
#
# **q2.** How many parameters has a fully connected network with the layer sizes [3, 5, 2]?
#
# - a) 25
# - b) 35
# - c) 42
# - d) 32
#
# **q3.** Why do two hidden threshold units help to compute XOR?
#
# - a) They move the four corners to places that one line can separate.
# - b) They let the output unit draw a curve in the plane of the inputs.
# - c) They give the output unit more samples to decide from.
# - d) They make the network learn faster than a single neuron.
#
# **q4.** What must hold for a graph of functions, so that all its nodes can be computed?
#
# - a) Each node uses only the value of the node directly before it.
# - b) Each node has at most one child.
# - c) No way along the arrows leads from a node back to itself.
# - d) The nodes are listed so that parents stand before their children.
#
# **q5.** A network has two inputs, one hidden layer of ReLUs and a linear output. What does its output look like over the plane of the inputs?
#
# - a) Constant in each piece, with jumps at the units' lines.
# - b) A tilted plane in each piece, with bends at the units' lines.
# - c) A smoothly curved surface.
# - d) A surface of as many flat pieces as there are hidden units.
#
# **q6.** A hidden ReLU answers 0 to a sample. What do you know about this unit?
#
# - a) Its sum $z$ for this sample is exactly 0.
# - b) All its weights are 0.
# - c) Its bias is negative.
# - d) Its sum $z$ for this sample is 0 or negative; how far below 0 is lost.
#
# Write your letters into the dictionary, in place of `None`: `"q1": "a"`, and so on. Leave everything from `if` on as it is: it only complains while an answer is missing.

# %% nbgrader={"grade": false, "grade_id": "mlp-concepts", "locked": false, "schema_version": 3, "solution": true, "task": false}
mlp_concepts = {
    "q1": None,
    "q2": None,
    "q3": None,
    "q4": None,
    "q5": None,
    "q6": None,
}
if None in mlp_concepts.values():
    ### BEGIN SOLUTION
    mlp_concepts = {"q1": "b", "q2": "d", "q3": "a", "q4": "c", "q5": "b", "q6": "d"}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "check-mlp-concepts", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check("mlp-concepts", mlp_concepts)

# %% [markdown]
# ## Written question (4 points)
#
# A friend has built a network with three layers for pictures of clothes, 784 inputs, hidden layers of 300 and 100, and 10 outputs. Somebody else trained it for her. It is no better than a network without hidden layers, although it has more than 30 times as many parameters. "I forgot the ReLUs", she says, "but surely three layers are still better than one?" Answer her in five to ten sentences:
#
# 1. What can her network compute, and why?
# 2. How could she convince herself by an experiment with her own weights?
# 3. She puts the ReLUs in and trains again. What can the hidden layers now do to the samples that they could not do before? And why is there no ReLU behind the output layer?
#
# This one is read by a person. Give reasons; formulas are welcome but not necessary.

# %% [markdown] nbgrader={"grade": true, "grade_id": "mlp-written", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# <!-- ### BEGIN SOLUTION -->
# *A model answer, with the points in brackets.*
#
# Her network computes what one linear layer computes, and nothing else. Each layer multiplies by a matrix and adds a vector, so three of them give $X W^{(1)} W^{(2)} W^{(3)}$ plus a constant vector; the product of the three matrices is one matrix of 784 × 10. The additional parameters are only another way of writing it. **(1)**
#
# She can multiply her three weight matrices, push the biases through in the same way, and compare the outputs of this single layer with those of her network on some images: they agree to rounding. (Another way: double the distance of a sample from another one; the outputs of a linear network move twice as far, those of a network with ReLUs in general do not. One experiment is enough.) **(1)**
#
# With ReLUs each hidden unit is silent on one side of its hyperplane, so a layer can fold the space of the samples and lay parts of it onto each other. What no hyperplane could separate may be separable afterwards, and the output becomes a surface of many flat pieces in place of one. **(1)**
#
# Behind the output layer a ReLU would cut off all negative outputs: classes with negative outputs could no longer be compared with each other, and where all ten are negative nothing would be left to decide with. A network that predicts numbers could never predict a negative one. **(1)**
# <!-- ### END SOLUTION -->

# %% [markdown]
# ## Sources
#
# 1. W. S. McCulloch and W. Pitts (1943). A logical calculus of the ideas immanent in nervous activity. *Bulletin of Mathematical Biophysics* 5, 115–133.
# 2. K. Fukushima (1969). Visual feature extraction by a multilayered network of analog threshold elements. *IEEE Transactions on Systems Science and Cybernetics* 5(4), 322–333.
# 3. V. Nair and G. E. Hinton (2010). Rectified linear units improve restricted Boltzmann machines. *ICML 27*, 807–814.
# 4. I. Goodfellow, Y. Bengio and A. Courville (2016). *Deep Learning*. MIT Press; chapter 6 writes a network as a chain of functions and calls its length the depth.
# 5. J. Steiner (1826). Einige Gesetze über die Theilung der Ebene und des Raumes. *Journal für die reine und angewandte Mathematik* 1, 349–364.
# 6. G. Montúfar, R. Pascanu, K. Cho and Y. Bengio (2014). On the number of linear regions of deep neural networks. *Advances in Neural Information Processing Systems* 27, 2924–2932. (Their construction folds by half, as here.)
# 7. A. Rahimi and B. Recht (2008). Weighted sums of random kitchen sinks: replacing minimization with randomization in learning. *Advances in Neural Information Processing Systems* 21, 1313–1320.
# 8. G. Cybenko (1989). Approximation by superpositions of a sigmoidal function. *Mathematics of Control, Signals, and Systems* 2, 303–314.
# 9. K. Hornik, M. Stinchcombe and H. White (1989). Multilayer feedforward networks are universal approximators. *Neural Networks* 2(5), 359–366.
# 10. M. Leshno, V. Ya. Lin, A. Pinkus and S. Schocken (1993). Multilayer feedforward networks with a nonpolynomial activation function can approximate any function. *Neural Networks* 6(6), 861–867.
# 11. A. B. Kahn (1962). Topological sorting of large networks. *Communications of the ACM* 5(11), 558–562. (The way of section 8, for plans of construction works.)
# 12. H. Xiao, K. Rasul and R. Vollgraf (2017). Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747. Images under the MIT licence.
