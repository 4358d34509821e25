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
# # 4 · Backpropagation
#
# *One walk forward, one walk backward, and every weight knows its share of the error.*
#
# The network at the end of this notebook has 109,386 weights and biases. To train it you must know, for every single one of them, whether the error grows or shrinks when it is turned up a little, and how fast; and you must know it more than four thousand times. You could try them one by one. You will, in section 2, and you will see why nobody does it that way. The way out is a walk through the network from its end to its beginning. It gives all 109,386 answers at once, for about the price of three forward passes. A Finnish student, Seppo Linnainmaa, described it in his master's thesis of 1970, on the growth of rounding errors [1, 2]. Four pages in *Nature* made it famous in 1986, under the name *back-propagation* [3]. Nearly everything that neural networks do today was learned this way.
#
# **You will be able to**
#
# - name the four steps of learning and write each of them in NumPy;
# - check any gradient against the definition of the derivative, and say which step `h` to use, and why;
# - say why the step function had to go, and what sigmoid, tanh and ReLU pass back;
# - derive the backward pass of a dense layer and of softmax with cross-entropy, and send gradients through a network of any depth;
# - train a network of your own on pictures of clothes until it names at least 85 % of new ones correctly;
# - write a reverse-mode engine that differentiates any computation at all, and aim a cannon with it.
#
# **You need** the multi-layer perceptron (unit 2), softmax and cross-entropy (unit 3), matrix products, and the chain rule for functions of several variables. All code from earlier units is given.
#
# **Time**: about four hours, in three sittings if you like: sections 1–4, 5–7 and 8–11.

# %% [markdown]
# ## What holds everywhere
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $X$ | `X` | `(n_samples, n_features)` | a batch, one **row** per sample |
# | $W^{(l)}$, $\mathbf b^{(l)}$ | `weights[l]`, `biases[l]` | `(n_inputs, n_units)`, `(n_units,)` | a layer, one **column** per neuron; two lists with one array per layer |
# | $Z^{(l)}$, $A^{(l)}$ | `zs[l]`, `activations[l]` | `(n_samples, n_units)` | what a layer computes before and after its activation |
# | $y$ | `y` | `(n_samples,)` | the right answers: whole numbers 0, 1, …, k − 1 |
# | $J$ | | a number | the cost: the **mean** over the samples of the batch |
# | $\partial J/\partial W$ | `d_W` | like `W` | the derivative of the cost with respect to each entry. `d_` in a name always means this |
# | $\eta$ | `learning_rate` | a number | how large a step learning takes |
#
# Layers are counted from 0 in code. As before, your functions leave their inputs as they found them and return new arrays; and numbers that come as integers must not cost the answer its decimals. Inputs are NumPy arrays, and lists of them where the table says so; what your functions return may be a tuple wherever a list is asked for. Answer where it says `# YOUR CODE HERE`, run the check below it as often as you like, and **guess first** where the text asks you to.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from autograder.check import check
from course_lib import datasets, plots

plots.use_style()

# %% [markdown]
# ## 1 · Four steps
#
# A network learns by repeating four steps:
#
# 1. **Forward pass.** Feed a batch through the network, layer by layer, and *keep* what every layer computed.
# 2. **Measure the error.** One number $J$: how wrong is the answer?
# 3. **Backward pass.** Go from the last layer to the first and find out how much each weight contributed to that number.
# 4. **Tweak the weights.** Change each of them a little, against its derivative.
#
# The smallest network that can do this has one weight: $\hat y = w\,x$, with the cost $J = \frac12(\hat y - y)^2$. Here are all four steps, with $x = 2$ and the right answer $y = 3$. Predict the second line before you run the cell.

# %%
x, y, w, learning_rate = 2.0, 3.0, 0.5, 0.1
for _ in range(5):
    y_hat = w * x  # 1. forward pass
    J = (y_hat - y) ** 2 / 2  # 2. measure the error
    d_y_hat = y_hat - y  # 3. backward pass: first the output's share of the error ...
    d_w = d_y_hat * x  # ... then the weight's, by the chain rule
    print(f"w = {w:.4f}   ŷ = {y_hat:.4f}   J = {J:.4f}   ∂J/∂w = {d_w:+.4f}")
    w = w - learning_rate * d_w  # 4. tweak the weight

# %% [markdown]
# With each step, the gap between $\hat y$ and $y$ shrinks to six tenths of what it was. (The best weight is 1.5. When will it arrive there?) The rest of this notebook is these four comments, with matrices. Steps 1 and 2 you wrote in units 2 and 3; here they are, ready to use: a network with ReLU in its hidden layers and a linear last layer, and the cross-entropy of its softmax, computed from the logits so that nothing overflows.


# %% nbgrader={"grade": false, "grade_id": "given-forward", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    """1 / (1 + exp(-z)) without overflow, for an array of any shape."""
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, small) / (1.0 + small)


def relu(z):
    """max(0, z), entry by entry."""
    return np.maximum(0, z)


def mlp_forward(X, weights, biases):
    """Every layer's Z and A for a batch, as two lists: ReLU in hidden layers, none in the last."""
    zs, activations = [], []
    A = np.asarray(X)
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
        Z = A @ W + b
        A = Z if layer == len(weights) - 1 else relu(Z)
        zs.append(Z)
        activations.append(A)
    return zs, activations


def softmax_crossentropy(z, y):
    """The mean cross-entropy of softmax(z), (n_samples, n_classes), and integer labels y."""
    shifted = z - np.max(z, axis=1, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])


# %% [markdown]
# ## 2 · Nudge and see: the numeric gradient
#
# What *is* the derivative of the cost with respect to a weight? Turn the weight up by a tiny $h$ and see how the cost changes; divide by $h$. That is the definition, up to the limit. It is better to nudge to both sides, the **central difference**:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(\mathbf x + h\,\mathbf e_i) - f(\mathbf x - h\,\mathbf e_i)}{2h} .$$
#
# Here $\mathbf e_i$ is 1 at place $i$ and 0 elsewhere: one entry is nudged, all others stay. So each entry costs two evaluations of $f$. This function knows nothing about networks. It will be the referee of everything that follows.
#
# For example, for $f(\mathbf x) = x_0^2\, x_1$ at $(3, 5)$ the gradient is $(2 x_0 x_1,\; x_0^2) = (30, 9)$.
#
# **Exercise `numeric-gradient` (2 points).** `x` may have any shape (a matrix of weights, too), and the answer has the same. `f` takes an array of that shape and returns one number. `x` may hold integers or float32: nudge a float64 copy of it, or the nudge gets lost. The caller's `x` must be afterwards what it was.


# %% nbgrader={"grade": false, "grade_id": "numeric-gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numeric_gradient(f, x, h=1e-5):
    """The gradient of f at x by central differences.

    f: a function of an array of x's shape; returns one number
    x: where to differentiate, an array of any shape; integers and float32 are welcome
    h: how far to nudge

    Returns a float64 array of x's shape: (f(x + h e_i) - f(x - h e_i)) / (2 h) at entry i.
    x is unchanged afterwards.
    """
    ### BEGIN SOLUTION
    x = np.array(x, dtype=float)  # a copy in float64
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        before = x[i]
        x[i] = before + h
        above = f(x)
        x[i] = before - h
        below = f(x)
        x[i] = before
        gradient[i] = (above - below) / (2 * h)
    return gradient
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-numeric-gradient", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("numeric-gradient", numeric_gradient)

# %% [markdown]
# ### How small is small?
#
# The definition says $h \to 0$. So the smaller, the better? We differentiate $e^x$, whose derivative we know, at 30 places, with your function and with every $h$ from 1 down to $10^{-15}$. Beside it: the one-sided difference $(f(x+h) - f(x))/h$, and your function again on an $e^x$ that was computed in float32, with 7 digits instead of 16.
#
# **Guess first.** Which $h$ is the best one? Will the three curves have their best $h$ at the same place?


# %% tags=["picture"]
def one_sided_gradient(f, x, h):
    """(f(x + h e_i) - f(x)) / h: half as many evaluations."""
    return np.array([(f(x + h * e) - f(x)) / h for e in np.eye(len(x))])


def exp_in_float32(x):
    return np.float64(np.exp(np.float32(x)))


places = np.random.default_rng(0).uniform(0.5, 1.5, size=30)
ways = {
    "one-sided, float64": (one_sided_gradient, np.exp),
    "central, float64": (numeric_gradient, np.exp),
    "central, f in float32": (numeric_gradient, exp_in_float32),
}
step_sizes = 10.0 ** np.arange(0, -15.5, -0.5)
errors = {}
for name, (way, f) in ways.items():
    found = [[way(lambda v, f=f: f(v[0]), np.array([x]), h)[0] for x in places] for h in step_sizes]
    errors[name] = np.median(np.abs(np.array(found) / np.exp(places) - 1), axis=1)

figure, ax = plt.subplots(figsize=(9, 4.6))
plots.gradient_check_error(ax, step_sizes, errors)
plt.show()
for name, values in errors.items():
    whole = slice(None, None, 2)  # whole powers of ten
    print(f"{name:22} the best power of ten: h = {step_sizes[whole][np.argmin(values[whole])]:.0e}")

# %% [markdown]
# Each curve is a U, because two errors compete.
#
# - **From the right, the error of the formula.** The central difference leaves out a term with $h^2 f'''/6$, the one-sided one a term with $h f''/2$. That is why the first falls two decades per decade of $h$ and the second only one.
# - **From the left, rounding.** A float64 carries about 16 digits. When $f(x+h)$ and $f(x-h)$ agree in the first 12, the difference has 4 left. This error is about $\varepsilon\,|f|/h$, with $\varepsilon \approx 10^{-16}$: it grows as $h$ shrinks.
#
# Where the two are equal, the sum is about smallest: at $h \approx \sqrt[3]{\varepsilon}$, near $10^{-5}$, for the central difference; at $\sqrt{\varepsilon}$, near $10^{-8}$, for the one-sided one. In float32 the best you can get is some five digits, with an $h$ between a thousandth and a hundredth. So a gradient check is done in **float64**, with **central** differences and $h$ near $10^{-5}$; then a right gradient agrees to eight digits or more, and a wrong one does not.
#
# One trap remains: the **kink** of ReLU. If a pre-activation is closer to 0 than $h$, the nudge reaches over the kink, and the difference quotient measures a bit of both sides. At $z = 3\cdot10^{-6}$ the slope of ReLU is 1. What do you measure?

# %% tags=["picture"]
for h in (1e-5, 1e-6):
    measured = numeric_gradient(lambda z: relu(z)[0], np.array([3e-6]), h)
    print(f"slope of ReLU at 0.000003, measured with h = {h:.0e}: {measured[0]:.3f}")

# %% [markdown]
# So when a check disagrees in a *few* entries of a network with ReLUs, look whether a pre-activation is near 0 before you look for a bug. Random weights and random inputs nearly always avoid it.
#
# ### Why not train with it?
#
# Because of the price. Two forward passes *per parameter*, for a single update:

# %% tags=["picture"]
sizes = [784, 128, 64, 10]
n_parameters = sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))
updates = 14 * 313  # 14 epochs of 313 mini-batches: what section 9 does
print(f"parameters:                                  {n_parameters:15,}")
print(f"forward passes for one numeric gradient:     {2 * n_parameters:15,}")
print(f"forward passes for the training of section 9:{2 * n_parameters * updates:14,}")


# %% [markdown]
# The middle number is the one that backpropagation turns into about three.

# %% [markdown]
# ## 3 · Why the step has to go
#
# A network is a chain of functions, and the derivative of a chain is a product. For one path through the network, from a weight to the cost:
#
# $$\frac{\partial J}{\partial w} \;=\; \frac{\partial J}{\partial z_{\text{last}}}\;\cdots\; w_{\text{next}}\;\cdot\;\underbrace{\phi'(z)}_{\text{slope of the activation}}\cdot\; x .$$
#
# Every activation on the way contributes its slope as a *factor*. With the perceptron's step function that factor is 0 wherever there is a slope at all: left of the threshold the output does not change, right of it neither. One zero makes the product zero. No weight below a step learns anything from the error above it, and gradient descent stands still. That is why the multi-layer perceptron had to give up the step before it could be trained. What replaced it:
#
# $$
# \begin{aligned}
# \sigma(z) &= \frac1{1+e^{-z}}, & \sigma'(z) &= \sigma(z)\,\bigl(1-\sigma(z)\bigr),\\[2pt]
# \tanh(z) &= 2\,\sigma(2z) - 1, & \tanh'(z) &= 1 - \tanh^2(z),\\[2pt]
# \operatorname{ReLU}(z) &= \max(0, z), & \operatorname{ReLU}'(z) &= \begin{cases}1 & z > 0,\\ 0 & z \le 0.\end{cases}
# \end{aligned}
# $$
#
# - The **sigmoid** is a step with a soft edge, from 0 to 1.
# - The **hyperbolic tangent** is the same curve, stretched to run from −1 to 1 and squeezed to half the width. Its outputs are centred on 0, and its slope at 0 is 1 instead of ¼.
# - The **rectified linear unit** has a slope of exactly 1 wherever it is active. At 0 it has a kink and no derivative; the course says **ReLU'(0) = 0**.
#
# Two of these derivatives are written with the *output* of the function, which tempts people to write $z(1-z)$ (that is the formula with the wrong thing put in), or to feed the output in as if it were $z$. The check below the next cell will tell.
#
# **Exercise `activation-derivatives` (3 points, one for each function).** `z` is the pre-activation, an array of any shape. The derivatives must be right, and no NaN or infinity, at $z = \pm 1000$, too. `sigmoid` from above may help.


# %% nbgrader={"grade": false, "grade_id": "activation-derivatives", "locked": false, "schema_version": 3, "solution": true, "task": false}
def activation_derivatives(z):
    """The derivatives of sigmoid, tanh and ReLU at the pre-activation z.

    z: numbers of any shape (integers are welcome)

    Returns a dict {"sigmoid": ..., "tanh": ..., "relu": ...} with arrays of z's shape.
    ReLU'(0) = 0. All are finite, also at z = 1000 and z = -1000.
    """
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": (z > 0).astype(float)}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-activation-derivatives", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("activation-derivatives", activation_derivatives)

# %% [markdown]
# **Guess first.** Draw the four derivatives on paper: step, sigmoid, tanh, ReLU. How high is the highest point of each? Which of them come close to 0 far away from the origin, and on which side?

# %% tags=["picture"]
z = np.linspace(-5, 5, 401)
slopes = activation_derivatives(z)
plots.activations_with_slopes(
    z,
    {
        "step": (np.where(z >= 0, 1.0, 0.0), np.zeros_like(z)),
        "sigmoid": (sigmoid(z), slopes["sigmoid"]),
        "tanh": (np.tanh(z), slopes["tanh"]),
        "ReLU": (relu(z), slopes["relu"]),
    },
)
plt.show()
gap = np.max(np.abs(np.tanh(z) - (2 * sigmoid(2 * z) - 1)))
print(f"tanh(z) and 2 σ(2z) − 1 differ by less than 1e-14 everywhere: {gap < 1e-14}")
for name, values in activation_derivatives(np.array([0.5])).items():
    print(f"ten {name} layers in a row, each at z = 0.5: slopes multiply to {values[0] ** 10:.2g}")

# %% [markdown]
# The step's slope is a flat zero (at the jump it has none). Sigmoid passes back a quarter of the error at best; far from the origin sigmoid and tanh both **saturate**, and hardly anything comes through. ReLU lets the error through unchanged or not at all. Ten sigmoids in a row leave less than a millionth. This is the *vanishing gradient*, and unit 6 is about it.

# %% [markdown]
# ## 4 · From the end to the start
#
# The chain rule says *what* to multiply. It does not say *in which order*, and for the price the order is everything. Write the network as a chain $\mathbf x \to \mathbf a_1 \to \mathbf a_2 \to \mathbf z \to J$. Each arrow has a matrix of derivatives, its **Jacobian**, and the derivative of $J$ with respect to $\mathbf x$ is the product of all of them:
#
# $$\underbrace{\frac{\partial J}{\partial \mathbf x}}_{1\times 784} = \underbrace{\frac{\partial J}{\partial \mathbf z}}_{1\times 10}\;\underbrace{\frac{\partial \mathbf z}{\partial \mathbf a_2}}_{10\times 64}\;\underbrace{\frac{\partial \mathbf a_2}{\partial \mathbf a_1}}_{64\times 128}\;\underbrace{\frac{\partial \mathbf a_1}{\partial \mathbf x}}_{128\times 784}.$$
#
# Matrix products may be grouped as you like. **Guess first:** start at the right end (with the input, *forward mode*) or at the left end (with the cost, *reverse mode*), which takes fewer multiplications, and by what factor?


# %% tags=["picture"]
def multiplications(shapes):
    """How many products of numbers it takes to multiply matrices of these shapes, left to right."""
    rows, count = shapes[0][0], 0
    for inner, columns in shapes[1:]:
        count += rows * inner * columns
    return count


chain = [(1, 10), (10, 64), (64, 128), (128, 784)]
reverse = multiplications(chain)
forward = multiplications([(columns, rows) for rows, columns in reversed(chain)])
print(f"from the cost to the input (reverse mode):  {reverse:10,} multiplications")
print(f"from the input to the cost (forward mode):  {forward:10,} multiplications")
print(
    f"the network's forward pass itself:          {784 * 128 + 128 * 64 + 64 * 10:10,} multiplications"
)

# %% [markdown]
# From the cost's side there is always one *row* times a matrix, because the cost is one number. That costs what the forward pass costs. From the other side you drag along 784 columns, one for each input. **Reverse mode**: start with $\partial J/\partial J = 1$ and walk back, carrying only "how much does $J$ change with what stands here?". Forward mode is the better one where there are few inputs and many outputs. A network under training is the extreme opposite: 109,386 inputs (its parameters) and one output.
#
# Nobody ever builds these Jacobians, either. Each layer needs a single skill: *given the derivative with respect to what I put out, what is it with respect to what I took in?* That skill is called `backward`, and for a dense layer it has three lines.

# %% [markdown]
# ## 5 · Back through one layer
#
# A dense layer computes $Z = XW + \mathbf b$. From above comes the **upstream gradient** $\partial J/\partial Z$, one number for each sample and unit; in code `d_Z`. Wanted: the same for $X$, $W$ and $\mathbf b$. Take one entry at a time. $Z_{ij} = \sum_k X_{ik}W_{kj} + b_j$, so $W_{kj}$ reaches $J$ through column $j$ of $Z$, once for every sample $i$, each time with the factor $X_{ik}$. All paths add up:
#
# $$
# \frac{\partial J}{\partial W_{kj}} = \sum_i X_{ik}\,\frac{\partial J}{\partial Z_{ij}},\qquad
# \frac{\partial J}{\partial b_j} = \sum_i \frac{\partial J}{\partial Z_{ij}},\qquad
# \frac{\partial J}{\partial X_{ik}} = \sum_j \frac{\partial J}{\partial Z_{ij}}\,W_{kj} .
# $$
#
# Each of these sums is a matrix product, or a sum along an axis. Which index disappears? That index must be the inner one of the product. And the shapes decide the rest: with 5 samples, 3 inputs and 2 units, `d_Z` is `(5, 2)`; `d_W` must come out as `(3, 2)`, `d_b` as `(2,)` and `d_X` as `(5, 3)`. There is hardly more than one way to fit the pieces together.
#
# Read the first formula in words, too: *a weight's derivative is the value that came in, times the error that came back*, added up over the samples. It is the same "input times error" as in unit 1.
#
# **Exercise `dense-backward` (3 points).** The cost is a mean over the batch, but its $1/n$ is already in `d_Z`. So divide by nothing here.


# %% nbgrader={"grade": false, "grade_id": "dense-backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dense_backward(d_Z, X, W):
    """The backward pass of a dense layer Z = X W + b.

    d_Z: upstream gradient dJ/dZ, shape (n_samples, n_units); any factor 1/n is already in it
    X: what the layer got as its input, shape (n_samples, n_inputs)
    W: its weights, shape (n_inputs, n_units)

    Returns (d_X, d_W, d_b): dJ/dX like X, dJ/dW like W, and dJ/db of shape (n_units,).
    """
    ### BEGIN SOLUTION
    d_Z, X, W = np.asarray(d_Z), np.asarray(X), np.asarray(W)
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-dense-backward", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("dense-backward", dense_backward)

# %% [markdown]
# You need not trust the indices: you own a referee. To make one number of $Z$, we weight its entries with random numbers $R$ and add them up: $J = \sum_{ij} R_{ij} Z_{ij}$. Then $\partial J/\partial Z = R$. (With all weights equal to 1, several wrong answers would pass. Random upstream gradients let hardly any through.)


# %%
def agreement(ours, numeric):
    """How well a gradient agrees with a measured one, relative to the largest entry."""
    ours, numeric = np.asarray(ours, dtype=float), np.asarray(numeric, dtype=float)
    error = np.max(np.abs(ours - numeric)) / max(np.max(np.abs(numeric)), 1e-12)
    return "agree to 8 digits or more" if error < 1e-8 else f"DIFFER, relative error {error:.1e}"


# %% tags=["picture"]
rng = np.random.default_rng(1)
X, W, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=2)
R = rng.normal(size=(5, 2))
d_X, d_W, d_b = dense_backward(R, X, W)
print("d_X", agreement(d_X, numeric_gradient(lambda v: np.sum(R * (v @ W + b)), X)))
print("d_W", agreement(d_W, numeric_gradient(lambda v: np.sum(R * (X @ v + b)), W)))
print("d_b", agreement(d_b, numeric_gradient(lambda v: np.sum(R * (X @ W + v)), b)))

# %% [markdown]
# And the price? Forward, the layer took one matrix product; backward, it took two of the same size. So the whole gradient costs about as much as three forward passes, however many weights there are.
#
# ## 6 · Where the error starts
#
# The walk begins at the logits $Z$ of the last layer. With softmax, $p_{ij} = e^{z_{ij}} / \sum_m e^{z_{im}}$, and the mean cross-entropy
#
# $$J = -\frac1n\sum_{i=1}^n \log p_{i,y_i} = \frac1n\sum_{i=1}^n\Bigl(\log\sum_m e^{z_{im}} \;-\; z_{i,y_i}\Bigr),$$
#
# differentiate the right-hand form: the logarithm of the sum gives $e^{z_{ij}}/\sum_m e^{z_{im}} = p_{ij}$, and the last term gives 1 at the place of the right class. So
#
# $$\frac{\partial J}{\partial z_{ij}} = \frac{1}{n}\,\bigl(p_{ij} - [\,j = y_i\,]\bigr).$$
#
# In each row: the predicted probabilities, minus 1 at the right answer, over $n$. This is unit 3's $(\hat y - y)/n$, and no derivative of the softmax is left to multiply with: it is in there already. Each row sums to 0. Why must it?
#
# **Exercise `softmax-crossentropy-backward` (2 points).** Right, and finite, at logits of ±1000, too.


# %% nbgrader={"grade": false, "grade_id": "softmax-crossentropy-backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax_crossentropy_backward(z, y):
    """The gradient of the mean cross-entropy of softmax(z) with respect to the logits z.

    z: logits, shape (n_samples, n_classes)
    y: integer labels 0 ... n_classes - 1, shape (n_samples,)

    Returns dJ/dz, shape (n_samples, n_classes), the mean's factor 1/n_samples included.
    """
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(z)), y] -= 1
    return p / len(z)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-softmax-crossentropy-backward", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("softmax-crossentropy-backward", softmax_crossentropy_backward)

# %% [markdown]
# ## 7 · All the way back
#
# Now string the pieces together. With $L$ layers, ReLU in the hidden ones:
#
# 1. **Forward**: `mlp_forward` gives all $Z^{(l)}$ and $A^{(l)}$. Keep them.
# 2. **At the end**: $\partial J/\partial Z^{(L)}$ from `softmax_crossentropy_backward`.
# 3. **For each layer, from the last to the first**: `dense_backward` gives its $\partial J/\partial W$, its $\partial J/\partial\mathbf b$, and the derivative with respect to *its input*. That input was the layer below's output $A = \operatorname{ReLU}(Z)$. So multiply, entry by entry, with $\operatorname{ReLU}'(Z)$ of the layer below, and you have the layer below's $\partial J/\partial Z$. Go on.
#
# Three questions to ask yourself on the way. What is the input of the first layer? Which layer's $Z$ belongs into the ReLU'? And with which weights does the error pass back: those of the forward pass, or new ones?
#
# **Exercise `mlp-backward` (3 points).** For networks of any depth, a single layer included.


# %% nbgrader={"grade": false, "grade_id": "mlp-backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mlp_backward(X, y, weights, biases):
    """All gradients of the mean softmax cross-entropy of a network with ReLU hidden layers.

    X: a batch, shape (n_samples, n_features)
    y: integer labels, shape (n_samples,)
    weights, biases: lists with one array per layer, (n_inputs, n_units) and (n_units,)

    Returns (d_weights, d_biases): lists of arrays, shaped like weights and biases. ReLU'(0) = 0.
    """
    ### BEGIN SOLUTION
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [X, *activations[:-1]]
    d_weights, d_biases = [], []
    d_Z = softmax_crossentropy_backward(zs[-1], y)
    for layer in reversed(range(len(weights))):
        d_X, d_W, d_b = dense_backward(d_Z, inputs[layer], weights[layer])
        d_weights.insert(0, d_W)
        d_biases.insert(0, d_b)
        if layer > 0:
            d_Z = d_X * (zs[layer - 1] > 0)
    return d_weights, d_biases
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-mlp-backward", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("mlp-backward", mlp_backward)

# %% [markdown]
# The referee again, on a network of three layers. Each line compares an array of yours with one that was measured by nudging.


# %%
def replaced(arrays, index, new):
    """The same list, with another array at one place."""
    return [new if i == index else array for i, array in enumerate(arrays)]


def cost(X, y, weights, biases):
    """Steps 1 and 2: forward pass, then the mean cross-entropy."""
    return softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y)


def check_gradient(gradient, X, y, weights, biases):
    """Compare gradient(X, y, weights, biases), array by array, with central differences."""
    d_weights, d_biases = gradient(X, y, weights, biases)
    for i in range(len(weights)):
        d_W = numeric_gradient(
            lambda v, i=i: cost(X, y, replaced(weights, i, v), biases), weights[i]
        )
        d_b = numeric_gradient(
            lambda v, i=i: cost(X, y, weights, replaced(biases, i, v)), biases[i]
        )
        print(
            f"  layer {i}:  d_W {agreement(d_weights[i], d_W)};  d_b {agreement(d_biases[i], d_b)}"
        )


# %% tags=["picture"]
rng = np.random.default_rng(4)
small = [4, 6, 5, 3]
weights = [rng.normal(size=shape) for shape in pairwise(small)]
biases = [rng.normal(size=n) for n in small[1:]]
X, y = rng.normal(size=(7, 4)), rng.integers(0, 3, size=7)
check_gradient(mlp_backward, X, y, weights, biases)

# %% [markdown]
# ### Watch it flow
#
# Here is one sample on its way through a small network, and its error on the way back. In the first drawing, a circle shows what a unit puts out. In the others, a circle shows $\partial J/\partial z$ of the unit, and a line shows $\partial J/\partial w$ of the connection: orange means that *more* of it would raise the cost, blue (and dashed) that it would lower it, and the thicker the line, the stronger. Dotted circles are ReLUs that are switched off by this sample. The right answer is the bottom output, and the network is sure of the middle one.
#
# **Guess first.** Three of the hidden units are switched off. Which lines in the backward drawings will be missing altogether: those that lead *into* such a unit, or those that lead *out* of it?

# %% tags=["picture"]
rng = np.random.default_rng(12)
flow_sizes = [3, 5, 4, 3]
flow_weights = [rng.normal(size=shape) for shape in pairwise(flow_sizes)]
flow_biases = [np.full(n, 0.1) for n in flow_sizes[1:]]
one_sample, its_label = np.array([[1.0, -0.5, 0.8]]), np.array([2])
zs, activations = mlp_forward(one_sample, flow_weights, flow_biases)
d_weights, d_biases = mlp_backward(one_sample, its_label, flow_weights, flow_biases)
# with a single sample, a unit's dJ/db is its dJ/dz
plots.backward_flow(one_sample[0], [z[0] for z in zs], flow_weights, d_weights, d_biases)
plt.show()

# %% [markdown]
# Both, for different reasons. A closed ReLU passes no error on, so nothing that leads *into* it gets a gradient: factor $\operatorname{ReLU}'(z) = 0$. And it puts out 0, so the weights that lead *out* of it have no gradient either: factor $x = 0$. For this sample, the unit is not there. For another sample it may be.

# %% [markdown]
# ## 8 · Tweak the weights
#
# ### One step down
#
# The gradient points uphill, so every parameter goes a little the other way: $p \leftarrow p - \eta\,\partial J/\partial p$.
#
# **Exercise `sgd-step` (1 point).** `params` is any list of arrays (weights, or biases), `grads` the matching derivatives. Return a *new* list of *new* arrays.


# %% nbgrader={"grade": false, "grade_id": "sgd-step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sgd_step(params, grads, learning_rate):
    """One step of gradient descent for a list of parameters.

    params: list of arrays of any shapes
    grads: list of arrays of the same shapes, dJ/dp for each p
    learning_rate: eta, a number

    Returns a new list with p - learning_rate * g for each pair; the arrays in params stay unchanged.
    """
    ### BEGIN SOLUTION
    return [
        np.asarray(p) - learning_rate * np.asarray(g) for p, g in zip(params, grads, strict=True)
    ]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-sgd-step", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("sgd-step", sgd_step)

# %% [markdown]
# ### A handful at a time
#
# The cost is a mean over all samples, 10,000 in our case. Must every step look at all of them? No more than a poll must ask every voter. A random handful gives an estimate of the gradient that is right *on average* and costs 300 times less, so that you can afford 300 steps instead of one. That is **stochastic gradient descent**: Herbert Robbins and Sutton Monro showed in 1951 that such noisy steps find their goal if they become smaller over time in the right way [4]. The handful is called a **mini-batch**, one round through all samples an **epoch**.
#
# In each epoch every sample is used once, in a fresh random order. Two things go wrong easily. Shuffle `X` and `y` separately, and every picture gets somebody else's label. And when the batch size does not divide the number of samples, the last batch is shorter; it must not be lost.
#
# **Exercise `minibatches` (2 points).** Return a list of pairs, or write a generator with `yield`. Draw the order from `rng` and from nothing else. A batch size larger than the number of samples gives one batch with all of them.


# %% nbgrader={"grade": false, "grade_id": "minibatches", "locked": false, "schema_version": 3, "solution": true, "task": false}
def minibatches(X, y, batch_size, rng):
    """One epoch of mini-batches: every sample once, in an order drawn from rng.

    X: samples, shape (n_samples, n_features), or (n_samples, height, width) for a stack of images
    y: labels, shape (n_samples,); y[i] belongs to X[i]
    batch_size: how many samples in each batch; the last one may be shorter
    rng: a np.random.Generator

    Returns a list of pairs (X_batch, y_batch), or anything else to loop over that gives them.
    """
    ### BEGIN SOLUTION
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        batch = order[start : start + batch_size]
        yield X[batch], y[batch]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-minibatches", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("minibatches", minibatches)

# %% [markdown]
# How good is such an estimate? We shall measure it on pictures of clothes: Fashion-MNIST [5], as in unit 1, but with all ten classes.

# %% tags=["picture"]
(train_images, y_train), (test_images, y_test) = datasets.load_fashion_mnist()
y_train, y_test = y_train.astype(int), y_test.astype(int)
mean_image = train_images.mean(axis=0).ravel() / 255.0
X_train = train_images.reshape(-1, 784) / 255.0 - mean_image  # each pixel from its own mean
X_test = test_images.reshape(-1, 784) / 255.0 - mean_image
X_some, y_some = X_train[:2_000], y_train[:2_000]


# %% [markdown]
# ### Where to start
#
# Learning needs a start. The recipe of the slides is: **small random weights, biases at zero or slightly above**. Random, so that the units of a layer differ (section 10 shows what happens otherwise). Small, so that no unit saturates and no logit is huge. How small? Here we draw the weights from a normal distribution with standard deviation $\sqrt{2/n_{\text{in}}}$; unit 6 derives that number. A bias slightly above zero, say 0.1, lets more ReLUs be active at the start; whether that helps, section 10 will measure.
#
# Now to the quality of the estimate. We take a network that has learned nothing yet and 2,000 pictures, compute the gradient over all of them, and then the angle between it and the gradients of mini-batches. 0° is perfect, and two random directions in 109,386 dimensions stand at 90° to each other. **Guess first:** how far off is a batch of 1, of 32, of 256?


# %% nbgrader={"grade": false, "grade_id": "given-initial", "locked": true, "schema_version": 3, "solution": false, "task": false}
def initial_parameters(layer_sizes, rng, bias=0.0):
    """Small random weights and constant biases for a network [n_inputs, ..., n_outputs]."""
    weights = [
        rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))
        for n_in, n_out in pairwise(layer_sizes)
    ]
    return weights, [np.full(n_out, bias) for n_out in layer_sizes[1:]]


# %% tags=["picture"]
def flat(gradient):
    """All entries of all arrays in one long vector."""
    return np.concatenate([np.ravel(array) for arrays in gradient for array in arrays])


rng = np.random.default_rng(0)
weights, biases = initial_parameters([784, 128, 64, 10], rng)
whole = flat(mlp_backward(X_some, y_some, weights, biases))
for batch_size in (1, 32, 256, 2_000):
    angles = []
    for _, batch in zip(range(20), minibatches(X_some, y_some, batch_size, rng), strict=False):
        part = flat(mlp_backward(*batch, weights, biases))
        cosine = part @ whole / np.linalg.norm(part) / np.linalg.norm(whole)
        angles.append(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
    print(f"batch of {batch_size:5,}: {np.mean(angles):5.1f}° from the gradient over all 2,000")

# %% [markdown]
# A single picture points only 9° better than chance. Yet nine degrees are enough to get downhill, and the step costs a two-thousandth of the work. From 32 to 256 pictures, eight times the work, the error (the tangent of the angle) falls to about a third, not to an eighth: as in any poll, the error of an average falls with the *square root* of the number of samples.
#
# ### The whole loop
#
# All four steps, over and over:
#
# 1. For each epoch, go through the mini-batches of a fresh shuffle (`rng` is handed on to `minibatches` each time).
# 2. For each batch: forward, error, backward (`mlp_backward` does all three), then `sgd_step` for the weights and for the biases.
# 3. After the last batch of an epoch, note the mean cross-entropy over **all** samples with the weights as they are now.
#
# **Exercise `train-mlp` (3 points).** The arrays in `weights` and `biases` are where training starts, and they must stay as they are. After `epochs` epochs return the **last** parameters, and a list of `epochs` costs.


# %% nbgrader={"grade": false, "grade_id": "train-mlp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    """Train a network with mini-batch stochastic gradient descent.

    X: samples, shape (n_samples, n_features)
    y: integer labels, shape (n_samples,)
    weights, biases: where to start, lists with one array per layer; they stay unchanged
    learning_rate, batch_size, epochs: numbers
    rng: a np.random.Generator; shuffles the samples anew in each epoch

    Returns (weights, biases, losses): the parameters after the last update, and a list of
    `epochs` numbers: losses[k] is the mean cross-entropy over ALL samples after epoch k + 1.
    """
    ### BEGIN SOLUTION
    losses = []
    for _ in range(epochs):
        for X_batch, y_batch in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_batch, y_batch, weights, biases)
            weights = sgd_step(weights, d_weights, learning_rate)
            biases = sgd_step(biases, d_biases, learning_rate)
        zs, _ = mlp_forward(X, weights, biases)
        losses.append(float(softmax_crossentropy(zs[-1], np.asarray(y))))
    return weights, biases, losses
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-train-mlp", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("train-mlp", train_mlp)

# %% [markdown]
# Does the size of the handful matter? Here are three runs over the 2,000 pictures, from the same start, with the same learning rate, for the same ten epochs: so each run looks at each picture ten times. **Guess first:** which batch size gets furthest?


# %%
def accuracy(X, y, weights, biases):
    """The share of samples whose largest logit is the right one."""
    zs, _ = mlp_forward(X, weights, biases)
    return np.mean(np.argmax(zs[-1], axis=1) == y)


# %% tags=["picture"]
start = initial_parameters([784, 64, 10], np.random.default_rng(0))
curves = {}
for batch_size in (2_000, 200, 20):
    rng = np.random.default_rng(1)
    w, b, losses = train_mlp(X_some, y_some, *start, 0.1, batch_size, 10, rng)
    curves[f"batch of {batch_size:,}"] = losses
    steps = 10 * 2_000 // batch_size
    print(
        f"batch of {batch_size:5,}: {steps:5,} steps, cost {losses[-1]:.3f}, "
        f"{accuracy(X_test, y_test, w, b):.1%} of the 2,000 test pictures right"
    )
figure, ax = plt.subplots(figsize=(8, 3.8))
plots.epoch_curves(ax, curves, "mean cross-entropy")
plt.show()

# %% [markdown]
# The same work in all three, since each looks at every picture ten times. But the small batches take 100 times as many steps. Each of them points only roughly downhill, and at the start that is all it takes. This holds for an equal number of *epochs* on one processor; hardware that computes a batch of 200 as fast as one of 20 changes the bill.

# %% [markdown]
# ## 9 · Clothes
#
# Everything is in place. 10,000 pictures of clothes to learn from, ten classes, 784 pixels, a network 784–128–64–10 that you have written yourself, and 2,000 pictures it will not see in training. Ten epochs with $\eta = 0.1$, then four with $\eta = 0.01$: near the goal the noisy steps must become smaller, as Robbins and Monro said. This takes some seconds; some minutes, perhaps, if your functions use loops.
#
# **Guess first.** Somebody who guesses at random gets 10 %. What share will your network get?

# %% tags=["picture"]
plan = [0.1] * 10 + [0.01] * 4  # the learning rate of each epoch
rng = np.random.default_rng(0)
weights, biases = initial_parameters([784, 128, 64, 10], rng)
history = {"loss": [], "training": [], "test": []}
for learning_rate in plan:
    weights, biases, losses = train_mlp(
        X_train, y_train, weights, biases, learning_rate, 32, 1, rng
    )
    history["loss"] += losses
    history["training"].append(accuracy(X_train, y_train, weights, biases))
    history["test"].append(accuracy(X_test, y_test, weights, biases))

plots.training_history(history, goal=0.85, change=10)
plt.show()
for epoch in (1, 5, 10, 14):
    print(
        f"epoch {epoch:2}:  cost {history['loss'][epoch - 1]:.3f}   training pictures right "
        f"{history['training'][epoch - 1]:.1%}   test pictures right {history['test'][epoch - 1]:.1%}"
    )
print(f"\nyour network names {history['test'][-1]:.1%} of 2,000 new pictures correctly")
print("the goal of 85 % is", "reached" if history["test"][-1] >= 0.85 else "not reached")

# %% [markdown]
# At $\eta = 0.1$ the test curve jumps up and down, by up to about two percentage points from one epoch to the next; with smaller steps it settles. And see how the two accuracies part: the network goes on learning its own training pictures by heart. Unit 5 is about that gap.
#
# What does it still get wrong? Here are the mistakes that it was most sure of. Would you have known?

# %% tags=["picture"]
zs, _ = mlp_forward(X_test, weights, biases)
p = np.exp(zs[-1] - zs[-1].max(axis=1, keepdims=True))
p /= p.sum(axis=1, keepdims=True)
said = p.argmax(axis=1)
wrong = np.flatnonzero(said != y_test)
surest = wrong[np.argsort(-p[wrong, said[wrong]])][:10]
names = datasets.FASHION_MNIST_CLASSES
plots.image_sheet(
    {"": test_images[surest]},
    {"": [f"says {names[said[i]]},\nis {names[y_test[i]]}" for i in surest]},
)
plt.show()

# %% [markdown]
# ### One step further back: to the pixels
#
# Nothing forces the walk to end at the first layer's weights. The input has a derivative, too: *how would the cost change if this pixel were a bit darker?* In training we change the weights and keep the picture. Let us do it the other way round: keep the weights, and change each pixel by the same tiny amount, up or down, whichever *raises* the cost [6]. For a single sample, $\partial J/\partial\mathbf b$ of the first layer is its $\partial J/\partial\mathbf z$, so one product with $W$ takes us to the pixels.
#
# **Guess first.** Each pixel has 256 grey levels. How many of the 2,000 test pictures are still named correctly after a change of 4 levels per pixel? And after a *random* change of the same size?


# %% tags=["picture"]
def pixel_gradient(x, label):
    """The derivative of the cost of one picture with respect to its pixels."""
    _, d_biases = mlp_backward(x[None, :], np.array([label]), weights, biases)
    return np.asarray(weights[0]) @ np.asarray(d_biases[0])


uphill = np.sign([pixel_gradient(x, label) for x, label in zip(X_test, y_test, strict=True)])
coin = np.random.default_rng(5).choice([-1.0, 1.0], size=X_test.shape)
ink = X_test + mean_image  # between 0 and 1 again


def nudged(direction, levels):
    """All test pictures, each pixel changed by some grey levels, but never beyond black or white."""
    return np.clip(ink + levels / 255 * direction, 0, 1) - mean_image


print("grey levels   against the network   at random")
for levels in (0, 1, 2, 4, 8, 16):
    shares = [accuracy(nudged(way, levels), y_test, weights, biases) for way in (uphill, coin)]
    print(f"{levels:11} {shares[0]:17.1%} {shares[1]:14.1%}")

fooled = mlp_forward(nudged(uphill, 8), weights, biases)[0][-1].argmax(axis=1)
chosen = np.flatnonzero((said == y_test) & (fooled != y_test))[:7]
changed = 255 * (nudged(uphill, 8)[chosen] + mean_image).reshape(-1, 28, 28)
plots.image_sheet(
    {"as it is": test_images[chosen], "8 levels of 255\nup or down": changed},
    {
        "as it is": [names[k] for k in said[chosen]],
        "8 levels of 255\nup or down": [names[k] for k in fooled[chosen]],
    },
)
plt.show()

# %% [markdown]
# Random noise of that size does nothing. The same amount of ink, placed where the gradient says, ruins the network, and you can hardly see it. 784 tiny changes that all pull the same way add up. Such pictures are called **adversarial examples**; how to make networks that are not fooled is an open question.

# %% [markdown]
# ## 10 · Now break it
#
# Each of these takes one thing away. Guess before you run.
#
# **1. Without random weights.** The same small network, 784–64–10, ten epochs on 2,000 pictures, from six different starts. How many *different* hidden units are there in the end, and how good is it?

# %% tags=["picture"]
shapes = [(784, 64), (64, 10)]
ours = initial_parameters([784, 64, 10], np.random.default_rng(0))
zeros = [np.zeros(64), np.zeros(10)]
starts = {
    "all zero": ([np.zeros(s) for s in shapes], zeros),
    "zero weights, biases 0.1": ([np.zeros(s) for s in shapes], [b + 0.1 for b in zeros]),
    "all weights 0.01": ([np.full(s, 0.01) for s in shapes], zeros),
    "random, our recipe": ours,
    "our recipe, biases 0.1": (ours[0], [b + 0.1 for b in ours[1]]),
    "random, 5 times as large": ([5 * W for W in ours[0]], zeros),
}
print("start                         different units   first cost   last cost   test right")
for name, start in starts.items():
    first = cost(X_some, y_some, *start)
    w, b, losses = train_mlp(X_some, y_some, *start, 0.1, 32, 10, np.random.default_rng(1))
    different = len(np.unique(np.round(np.asarray(w[0]), 9), axis=1).T)
    right = accuracy(X_test, y_test, w, b)
    print(f"{name:29} {different:15} {first:12.2f} {losses[-1]:11.3f} {right:12.1%}")

# %% [markdown]
# - **All zero**: nothing but the output biases ever moves. The hidden outputs are 0, so the last layer's weights get no gradient; and those weights are 0, so no error gets past them. After ten epochs the network answers the same to every picture.
# - **Zero weights, biases 0.1** and **all weights 0.01**: there is a gradient, but it is the same for all 64 hidden units. They compute the same, they get the same error, they make the same step: 64 copies of one neuron, for ever. That is why the weights must be *random*: to break the symmetry.
# - **5 times too large**: this network starts out dead certain of nonsense, with a cost near 16, where not knowing anything costs $\log 10 \approx 2.3$. It does learn the 2,000 training pictures, even better than ours, but it learns them one by one: on new pictures it is five percentage points worse. That is why they must be *small*.
# - **Biases 0.1**: in this experiment the slides' advice makes no difference that we can see, neither good nor bad.
#
# **2. With the step function.** Here we do not even need a backward pass: the referee measures the gradient of a small network of three layers, with 24, 30 and 15 weights, once for each activation. In which layers will the network with steps have a gradient at all?

# %% tags=["picture"]
rng = np.random.default_rng(4)
step_weights = [rng.normal(size=shape) for shape in pairwise(small)]
step_biases = [rng.normal(size=n) for n in small[1:]]
X_7, y_7 = rng.normal(size=(7, 4)), rng.integers(0, 3, size=7)


def cost_with(activation, weights):
    """The cost of a small network whose hidden units have this activation."""
    A = X_7
    for W, b in zip(weights[:-1], step_biases[:-1], strict=True):
        A = activation(A @ W + b)
    return softmax_crossentropy(A @ weights[-1] + step_biases[-1], y_7)


activations_to_try = {
    "step": lambda z: np.where(z >= 0, 1.0, 0.0),
    "sigmoid": sigmoid,
    "ReLU": relu,
}
print("            entries of the gradient that are not 0, layer by layer")
for name, activation in activations_to_try.items():
    alive = []
    for i in range(3):
        d_W = numeric_gradient(
            lambda v, i=i, f=activation: cost_with(f, replaced(step_weights, i, v)), step_weights[i]
        )
        alive.append(f"{np.count_nonzero(np.abs(d_W) > 1e-9):3} of {np.size(d_W)}")
    print(f"{name:10}", "".join(f"{text:>14}" for text in alive))

# %% [markdown]
# With steps, only the last layer's weights have a derivative that is not 0: between them and the cost there is no step. All others can be nudged without any effect. (The other zeros, in both rows, belong to units that are off for all seven samples, or to two units that are never on together.) The sigmoid lets something through everywhere.
#
# **3. A learning rate 100 times as large.** In unit 1 this did nothing to the perceptron. And here?


# %% tags=["picture"]
def shown(number):
    """A cost in a few letters."""
    return "nan" if np.isnan(number) else "over 10^100" if number > 1e100 else f"{number:.2f}"


print("         cost after epoch 1           2           5          10   test right")
for eta in (0.1, 10.0):
    with np.errstate(all="ignore"):
        w, b, losses = train_mlp(X_some, y_some, *ours, eta, 32, 10, np.random.default_rng(1))
        right = accuracy(X_test, y_test, w, b)
    costs = "".join(f"{shown(losses[epoch - 1]):>12}" for epoch in (1, 2, 5, 10))
    print(f"η = {eta:4}       {costs} {right:12.1%}")

# %% [markdown]
# Each step jumps across the valley and lands higher on the other side, where the slope is steeper, so the next step is longer still. After one epoch of 63 steps the cost has more than a hundred digits; soon it overflows, infinity minus infinity is `nan`, and `nan` is for ever. When you see `nan` in your own training, divide the learning rate by ten before you do anything else.
#
# **4. Without shuffling.** The 2,000 pictures sorted by class: first all T-shirts, then all trousers, and so on to the ankle boots. Each batch now holds (nearly) one class only. **Guess first:** what has the network learned after three epochs?


# %%
def descend(X, y, weights, biases, gradient, epochs, watch):
    """Mini-batches of 32 in the order in which the samples lie, with any gradient function."""
    seen = []
    for start in range(0, epochs * len(X), 32):
        batch = np.arange(start, min(start + 32, epochs * len(X))) % len(X)
        d_weights, d_biases = gradient(X[batch], y[batch], weights, biases)
        weights = sgd_step(weights, d_weights, 0.1)
        biases = sgd_step(biases, d_biases, 0.1)
        seen.append(watch(weights, biases))
    return weights, biases, seen


# %% tags=["picture"]
by_class = np.argsort(y_some, kind="stable")
lying_mixed = np.random.default_rng(0).permutation(len(y_some))
curves = {}
for name, order in {"mixed": lying_mixed, "sorted by class": by_class}.items():
    w, b, seen = descend(
        X_some[order],
        y_some[order],
        *ours,
        mlp_backward,
        3,
        lambda w, b: accuracy(X_test[:500], y_test[:500], w, b),
    )
    curves[name] = seen
    answers = mlp_forward(X_test, w, b)[0][-1].argmax(axis=1)
    print(
        f"{name:16} after 3 epochs: {accuracy(X_test, y_test, w, b):.1%} right, "
        f"{np.mean(answers == 9):.0%} of all answers are 'ankle boot'"
    )
figure, ax = plt.subplots(figsize=(9, 3.6))
plots.update_curves(ax, curves, "test pictures right", epoch=len(curves["mixed"]) / 3)
plt.show()

# %% [markdown]
# A batch of T-shirts says only one thing: answer "T-shirt". Then come the trousers, and say only "trousers". The gradient of such a batch is no estimate of the whole gradient any more, and each class overwrites what the one before has taught. Two in ten answers are "ankle boot", the class that came last, although only one picture in ten is. Many files are sorted, and nobody tells you. Shuffle.
#
# **5. A network that learns is no proof.** Now three wrong gradients. In the first, the biases are forgotten. In the second, the first layer's gradient is divided by the batch size a second time. In the third, the error never arrives at the first layer. **Guess first:** how much worse are these networks after ten epochs than the right one? Could you tell from the curve that something is wrong?


# %% tags=["picture"]
def no_bias_gradient(X, y, weights, biases):
    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    return d_weights, [np.zeros_like(d) for d in d_biases]


def divided_twice(X, y, weights, biases):
    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    first = np.asarray(d_weights[0]) / len(y), np.asarray(d_biases[0]) / len(y)
    return [first[0], *d_weights[1:]], [first[1], *d_biases[1:]]


def first_layer_cut_off(X, y, weights, biases):
    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    first = 0 * np.asarray(d_weights[0]), 0 * np.asarray(d_biases[0])
    return [first[0], *d_weights[1:]], [first[1], *d_biases[1:]]


for gradient in (mlp_backward, no_bias_gradient, divided_twice, first_layer_cut_off):
    w, b, _ = descend(X_some, y_some, *ours, gradient, 10, lambda w, b: None)
    print(
        f"{gradient.__name__:20} cost {cost(X_some, y_some, w, b):.3f}, "
        f"{accuracy(X_test, y_test, w, b):.1%} of the test pictures right"
    )
for gradient in (no_bias_gradient, divided_twice):
    print(f"\nthe gradient check of {gradient.__name__}:")
    check_gradient(gradient, X_7, y_7, step_weights, step_biases)

# %% [markdown]
# All of them learn. The costs fall, the accuracies look like accuracies, and the first one is as good as the right one. A network is good at making do: even with a first layer that stays as random as it was born, the layer on top finds something to read in it. That is why wrong gradients live for years in real programs. No curve shows them. The referee does, and it even says in which layer to look: in the second case, the 0.86 is 6/7, and the check used seven samples. Something was divided by 7 once too often.

# %% [markdown]
# ## 11 · Any graph at all: reverse mode
#
# `mlp_backward` knows one kind of network. Change the cost, tie two weights together, put a loop in, and you derive everything anew. Unless the computer does it. Every computation, however long, is made of small pieces whose derivatives are known: sums, products, powers, exponentials. If each number *remembers from which numbers it came*, the chain rule can be run backwards through the memory.
#
# The next cell defines such numbers. A `Node` holds a `value`; the `parents` it was computed from; its `local_derivatives`, one for each parent; and a place for the answer, `grad`. Python's operators build the graph by themselves: `c = a * b` makes a node with the parents `(a, b)` and the local derivatives `(b.value, a.value)`.


# %% nbgrader={"grade": false, "grade_id": "given-node", "locked": true, "schema_version": 3, "solution": false, "task": false}
class Node:
    """A number that remembers from which numbers it was computed.

    value: the number
    parents: tuple of the nodes it was computed from; one may occur twice
    local_derivatives: tuple, d self / d parent for each of them
    grad: where the backward pass writes d output / d self
    """

    def __init__(self, value, parents=(), local_derivatives=()):
        self.value = float(value)
        self.parents = tuple(parents)
        self.local_derivatives = tuple(local_derivatives)
        self.grad = 0.0

    def __repr__(self):
        return f"Node({self.value:.6g})"

    def __add__(self, other):
        other = as_node(other)
        return Node(self.value + other.value, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_node(other)
        return Node(self.value * other.value, (self, other), (other.value, self.value))

    def __pow__(self, exponent):  # the exponent is a plain number
        slope = exponent * self.value ** (exponent - 1)
        return Node(self.value**exponent, (self,), (slope,))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -as_node(other)

    def __rsub__(self, other):
        return as_node(other) + -self

    def __truediv__(self, other):
        return self * as_node(other) ** -1.0

    def __rtruediv__(self, other):
        return as_node(other) * self**-1.0

    __radd__ = __add__
    __rmul__ = __mul__

    def exp(self):
        value = np.exp(self.value)
        return Node(value, (self,), (value,))

    def log(self):
        return Node(np.log(self.value), (self,), (1.0 / self.value,))

    def relu(self):
        return Node(max(0.0, self.value), (self,), (1.0 if self.value > 0 else 0.0,))


def as_node(number):
    """A Node as it is; a plain number as a Node without parents."""
    return number if isinstance(number, Node) else Node(number)


# %%
a, b = Node(2.0), Node(5.0)
c = a * b + b
print("c =", c, "  its parents:", c.parents, "  local derivatives:", c.local_derivatives)

# %% [markdown]
# Now walk back. Begin with `output.grad = 1`, since $\partial\,\text{output}/\partial\,\text{output} = 1$. A node that knows its own `grad` gives each parent a contribution: `grad` times the local derivative. Three things must be right.
#
# - **Paths add up.** A number that is used twice (*fan-out*) gets contributions from both uses, also when the same node stands twice among the parents, as in `e * e`.
# - **The order.** A node may give on only what is *complete*: all nodes that were computed from it must have had their turn before. (Take the output first, then always a node all of whose users are done. Unit 2's `evaluate-graph` ran in the opposite direction.) So every node is handled **once**. Following each path on its own is right on paper, too, but a graph of 60 doublings has $2^{60}$ paths.
# - **Depth.** A loop of thousands of turns makes a chain of thousands of nodes. A function that calls itself for each parent hits Python's recursion limit at about 1,000. A list of things to do has no such limit.
#
# **Exercise `autodiff-backward` (3 points).** Write $\partial\,\text{output}/\partial\,\text{node}$ into `.grad` of the output and of every node that it depends on, whatever was there before. Use only the four attributes; change nothing but `.grad`. Nothing need be returned.


# %% nbgrader={"grade": false, "grade_id": "autodiff-backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def autodiff_backward(output):
    """Reverse-mode differentiation: writes d output / d node into .grad of every node.

    output: a node; it and all its ancestors have .value, .parents (a tuple of nodes, one may
        occur twice), .local_derivatives (a tuple, d node / d parent), and .grad

    Sets output.grad to 1. Whatever stood in any .grad before is forgotten. Graphs may have
    thousands of nodes in a chain, and very many paths.
    """
    ### BEGIN SOLUTION
    uses = {}  # how many users of a node have yet to give their contribution
    to_visit, known = [output], {id(output)}
    while to_visit:
        node = to_visit.pop()
        node.grad = 0.0
        for parent in node.parents:
            uses[id(parent)] = uses.get(id(parent), 0) + 1
            if id(parent) not in known:
                known.add(id(parent))
                to_visit.append(parent)

    output.grad = 1.0
    complete = [output]
    while complete:
        node = complete.pop()
        for parent, derivative in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * derivative
            uses[id(parent)] -= 1
            if uses[id(parent)] == 0:
                complete.append(parent)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-autodiff-backward", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("autodiff-backward", autodiff_backward)

# %% [markdown]
# Here is the graph of one ReLU neuron with a squared error, as your function fills it in. Black on the way forward, orange on the way back. Check one or two by hand.

# %% tags=["picture"]
w, x, b, y = Node(1.5), Node(2.0), Node(-1.0), Node(3.0)
product = w * x
z = product + b
a = z.relu()
e = a + y * -1.0
J = e * e
autodiff_backward(J)
minus_y = e.parents[1]
plots.computation_graph(
    {
        "w": (w, (0, 2)),
        "x": (x, (0, 1)),
        "b": (b, (1, 0.5)),
        "w·x": (product, (1, 1.5)),
        "z = w·x + b": (z, (2, 1)),
        "a = relu(z)": (a, (3, 1)),
        "−y": (minus_y, (3, 0)),
        "e = a − y": (e, (4, 0.7)),
        "J = e·e": (J, (5, 0.7)),
    }
)
plt.show()

# %% [markdown]
# ### One engine for everything
#
# Does it agree with what you derived by hand? We build a whole network out of single nodes, softmax and cross-entropy included. Nobody told the engine any formula of sections 5 to 7.


# %% tags=["picture"]
def nodes_of(array):
    """An array of numbers as nested lists of nodes."""
    return [nodes_of(row) for row in array] if np.ndim(array) else Node(array)


def network_of_nodes(X, y, weights, biases):
    """The mean softmax cross-entropy of a ReLU network, number by number."""
    total = Node(0.0)
    for x, label in zip(X, y, strict=True):
        a = [Node(value) for value in x]
        for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
            z = [sum((v * W[k][j] for k, v in enumerate(a)), b[j]) for j in range(len(b))]
            a = z if layer == len(weights) - 1 else [value.relu() for value in z]
        total = total + sum(value.exp() for value in a).log() - a[label]
    return total / len(X)


def gradients_of(nodes):
    """The same nested lists with .grad in place of the nodes."""
    return [gradients_of(n) if isinstance(n, list) else n.grad for n in nodes]


node_weights = [nodes_of(W) for W in step_weights]
node_biases = [nodes_of(b) for b in step_biases]
J = network_of_nodes(X_7, y_7, node_weights, node_biases)
autodiff_backward(J)
d_weights, d_biases = mlp_backward(X_7, y_7, step_weights, step_biases)
print(
    f"cost: {J.value:.10f} with nodes, {cost(X_7, y_7, step_weights, step_biases):.10f} with matrices"
)
for i in range(3):
    d_W, d_b = gradients_of(node_weights[i]), gradients_of(node_biases[i])
    measured = numeric_gradient(
        lambda v, i=i: cost(X_7, y_7, replaced(step_weights, i, v), step_biases), step_weights[i]
    )
    print(
        f"layer {i}: engine and mlp_backward {agreement(d_W, d_weights[i])}; biases {agreement(d_b, d_biases[i])}"
    )
    print(f"         engine and numeric_gradient {agreement(d_W, measured)}")

# %% [markdown]
# Three ways, one answer: by nudging, by the formulas for layers, and by a machine that knows nothing but sums, products and powers. The engine is far slower than the matrices, since it handles one number at a time. PyTorch, TensorFlow and JAX do just this with whole arrays as nodes; their `backward` for a matrix product is your `dense_backward`.
#
# ### Through a loop, and through 1,152,921,504,606,846,976 paths
#
# **Guess first.** Newton's method finds $\sqrt s$ by repeating $r \leftarrow (r + s/r)/2$. The loop below never mentions the derivative of a square root. What will the engine say it is? (If this cell does not come back, your function walks every path on its own. Interrupt the kernel and read the second point above once more.)

# %% tags=["picture"]
s = Node(2.0)
r = Node(1.0)
for _ in range(6):
    r = (r + s / r) / 2
autodiff_backward(r)
print(f"√2 by Newton's loop:  {r.value:.12f}")
print(f"its derivative:       {s.grad:.12f}   and 1/(2√2) is {1 / np.sqrt(8):.12f}")

x = Node(1.0)
doubled = x
for _ in range(60):
    doubled = doubled + doubled
autodiff_backward(doubled)
print(f"60 doublings:         {x.grad:,.0f} paths from x to the end, {60 + 1} nodes")

x = Node(1.0)
grown = x
for _ in range(20_000):
    grown = grown * (1 + 1 / 20_000)
autodiff_backward(grown)
print(f"20,000 growth steps:  {x.grad:.6f}   (e is {np.e:.6f})")

# %% [markdown]
# ### Aim a cannon
#
# Last, a problem without any network. A ball flies against air drag and a head wind; the computer moves it forward in 200 small steps. With which velocity must it start to be at the target after two seconds? There is no formula for that. But the flight is a computation, so it has a derivative: *differentiate the simulation*, and step downhill. The same Python function runs on plain numbers (for the referee) and on nodes (for the engine).


# %% tags=["picture"]
def flight(vx, vy, seconds=2.0, steps=200):
    """The places of a ball that starts at (0, 0), with drag and a head wind of 3 m/s."""
    x, y, dt, path = 0.0, 0.0, seconds / steps, []
    for _ in range(steps):
        against = vx + 3.0  # its speed through the air
        speed = (against * against + vy * vy) ** 0.5
        vx = vx - 0.05 * speed * against * dt
        vy = vy - (9.81 + 0.05 * speed * vy) * dt
        x, y = x + vx * dt, y + vy * dt
        path.append((x, y))
    return path


TARGET = (14.0, 3.0)


def miss(vx, vy):
    """The squared distance from the target after two seconds."""
    x, y = flight(vx, vy)[-1]
    return (x - TARGET[0]) ** 2 + (y - TARGET[1]) ** 2


aim, paths = np.array([4.0, 6.0]), []
for _ in range(31):
    vx, vy = Node(aim[0]), Node(aim[1])
    J = miss(vx, vy)
    autodiff_backward(J)
    if not paths:
        measured = numeric_gradient(lambda v: miss(*v), aim)
        print(
            f"first gradient: engine and numeric_gradient {agreement([vx.grad, vy.grad], measured)}"
        )
    paths.append((np.array(flight(*aim)), np.sqrt(J.value), aim))
    aim = aim - 0.3 * np.array([vx.grad, vy.grad])

figure, ax = plt.subplots(figsize=(10.5, 4))
for k, style in ((0, ":"), (1, "-."), (3, "--"), (30, "-")):
    label = f"after {k} step{'s' * (k != 1)}:\nmisses by {paths[k][1]:.2f} m"
    ax.plot(*paths[k][0].T, linestyle=style, label=label)
ax.plot(*TARGET, "*", color="#222222", markersize=16)
ax.annotate("target", TARGET, xytext=(0, -20), textcoords="offset points", ha="center")
ax.set(
    xlabel="distance (m)", ylabel="height (m)", title="where the ball is in its first two seconds"
)
ax.legend(loc="center left", bbox_to_anchor=(1.02, 0.5))
plt.show()
_, distance, found = paths[-1]
print("start velocity:", np.round(found, 2), "m/s;  misses by", f"{distance:.3f} m")

# %% [markdown]
# The ball is now where it should be, in a wind that no formula of yours knows of. Backpropagation is not about neurons. It is a way of asking any computation: *what should I have put in?*

# %% [markdown]
# ## What to remember
#
# - **Four steps**: forward pass, measure the error, backward pass, tweak the weights; over and over.
# - **Backward**: start with $\partial J/\partial J = 1$ at the end, go against the arrows, multiply along each path, add where paths meet. One walk gives all derivatives, for about the price of three forward passes.
# - **Dense layer**: $\partial J/\partial W = X^\top\,\partial J/\partial Z$, sum over the samples for $\mathbf b$, $\partial J/\partial X = \partial J/\partial Z\; W^\top$. **Softmax with cross-entropy**: $(p - y)/n$. **ReLU**: let through what was positive.
# - **The step had to go**, since its slope is 0. Sigmoid passes back a quarter at most, tanh and ReLU up to all of it.
# - **Check every gradient** with central differences, in float64, with $h$ near $10^{-5}$ and random numbers. A network that learns proves nothing.
# - **Start** from small random weights; **shuffle** each epoch; make the steps smaller towards the end.

# %% [markdown]
# ## Concept check
#
# Six questions, one right answer each (6 points).
#
# **q1.** A network has 100,000 weights and biases and one number as its cost. Why is its gradient computed by backpropagation and not by central differences?
#
# - a) Central differences give only the sign of a slope, not its size.
# - b) Backpropagation gives the whole gradient for about the work of three forward passes; central differences need 200,000 of them.
# - c) Central differences cannot see through a hidden layer.
# - d) Backpropagation needs no forward pass at all.
#
# **q2.** Why does the step function have to go from the hidden layers before a network can learn by gradient descent?
#
# - a) It jumps at 0, and backpropagation needs a derivative at every single point.
# - b) Its outputs 0 and 1 tell the next layer too little.
# - c) A network of step units cannot compute XOR.
# - d) Its slope is 0 wherever it has one, so everything that is passed back through it is multiplied by 0.
#
# **q3.** You start an MLP with ReLU hidden layers from weights **and** biases that are all exactly 0, and train it with softmax and cross-entropy. What does it learn?
#
# - a) Only how frequent the classes are: nothing but the biases of the output layer ever changes.
# - b) The same as from small random weights, only more slowly at first.
# - c) All weights change, but the units of a layer stay copies of one another.
# - d) Nothing: the first gradient is `nan`, because 0 is divided by 0.
#
# **q4.** You check a gradient with central differences. When you lower $h$ from $10^{-5}$ to $10^{-12}$, the agreement gets *worse*. Why?
#
# - a) The gradient has a mistake, and only a small $h$ can show it.
# - b) A smaller $h$ gives the curvature of $f$ more weight.
# - c) $f(x + h)$ and $f(x - h)$ then agree in nearly all their digits; what is left of their difference is mostly rounding, and it is divided by a tiny number.
# - d) A float64 cannot hold $10^{-12}$, so $h$ is rounded to 0.
#
# **q5.** $f = a\cdot b + a$ at $a = 3$, $b = 4$. What does reverse mode write into `a.grad`?
#
# - a) 4: the path through the product counts, since it is the longer one.
# - b) 5: the contributions of both paths add up.
# - c) 1: the contribution that arrives last replaces the ones before it.
# - d) 4: the contributions of the two paths, 4 and 1, are multiplied.
#
# **q6.** On the way back you update the weights of each layer as soon as its gradient is known, and only then pass the error on to the layer below. What is wrong with that?
#
# - a) Nothing; it saves memory.
# - b) The gradient of the last layer comes out wrong.
# - c) Every bias is updated twice.
# - d) The error for the layers below passes through the new weights, so their gradients belong neither to the old network nor to the new one.
#
# Write your letters into the dictionary, in place of `None`: `"q1": "a"`, and so on. Leave everything from `if` on as it is: it only complains while an answer is missing.

# %% nbgrader={"grade": false, "grade_id": "backprop-concepts", "locked": false, "schema_version": 3, "solution": true, "task": false}
backprop_concepts = {
    "q1": None,
    "q2": None,
    "q3": None,
    "q4": None,
    "q5": None,
    "q6": None,
}
if None in backprop_concepts.values():
    ### BEGIN SOLUTION
    backprop_concepts = {"q1": "b", "q2": "d", "q3": "a", "q4": "c", "q5": "b", "q6": "d"}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "check-backprop-concepts", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check("backprop-concepts", backprop_concepts)

# %% [markdown]
# ## Written question (4 points)
#
# A friend has written backpropagation for a network 784–100–10 with ReLU. The cost falls from 2.30 to 0.95, and 71 % of the test pictures are right. "So my gradient is correct", he says, "but the network seems to be too small." Advise him in five to ten sentences:
#
# 1. Why does the falling cost not prove that the gradient is correct?
# 2. How could he find out? Say what he should compare, on which data and weights, in which precision and with which $h$, and what he should see if all is well.
# 3. He does it. The gradients of the last layer agree to nine digits, those of the first layer do not. Name two different mistakes that would look like this.
# 4. "Then I shall simply train with the gradient of the check", he says, "that one is right." What do you answer?
#
# This one is read by a person. Give reasons; formulas are welcome but not necessary.

# %% [markdown] nbgrader={"grade": true, "grade_id": "backprop-written", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# <!-- ### BEGIN SOLUTION -->
# *A model answer, with the points in brackets.*
#
# Many directions lead downhill: any step that makes an angle of less than 90° with minus the gradient lowers the cost if it is small enough. And a network makes do with what still works. In section 10 a first layer that never learned anything still gave 71 %, since the last layer, whose gradient was right, learned to read random features. **(1)**
#
# He should compare each array of the gradient with central differences, entry by entry, relative to the size of the entries. For that he takes a tiny network with the same code and layers of different widths, random weights and a handful of random samples, in float64, with $h$ near $10^{-5}$, where the error of the formula and the rounding error are both small. If all is well, the two agree to about eight digits or more in every array; a few deviating entries can come from a ReLU whose pre-activation is nearer to 0 than $h$. **(1)**
#
# The last layer is right, so the forward pass, the softmax and its gradient, and the sums over the samples there are right. The mistake must be on the way down. Possible: the factor ReLU' is missing, or is taken of the wrong layer's $Z$; the error is multiplied with the wrong weights, for example with weights that had been updated already; the upstream gradient is divided by $n$ again; the first layer's input is mixed up. (Two of these or others as good.) **(1)**
#
# The check needs two forward passes for each parameter. This network has 784 · 100 + 100 + 100 · 10 + 10 = 79,510 parameters, so one step would cost 159,020 forward passes instead of about three. And for all that work its gradient would be less exact than that of a correct backward pass. **(1)**
# <!-- ### END SOLUTION -->

# %% [markdown]
# ## Sources
#
# 1. S. Linnainmaa (1970). *The representation of the cumulative rounding error of an algorithm as a Taylor expansion of the local rounding errors* (in Finnish). Master's thesis, University of Helsinki.
# 2. A. Griewank (2012). Who invented the reverse mode of differentiation? *Documenta Mathematica*, Extra Volume ISMP, 389–400.
# 3. D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986). Learning representations by back-propagating errors. *Nature* 323, 533–536.
# 4. H. Robbins and S. Monro (1951). A stochastic approximation method. *Annals of Mathematical Statistics* 22(3), 400–407.
# 5. H. Xiao, K. Rasul and R. Vollgraf (2017). Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747. Images under the MIT licence.
# 6. I. J. Goodfellow, J. Shlens and C. Szegedy (2015). Explaining and harnessing adversarial examples. *International Conference on Learning Representations*. arXiv:1412.6572.
