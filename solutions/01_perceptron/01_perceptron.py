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
# # 1 · The perceptron
#
# *From the cell in your head to a machine that learns from its mistakes.*
#
# In July 1958 the New York Times reported on a computer that nobody had told what "left" and "right" are: after some fifty cards with a mark on one side or the other it could tell them apart by itself [1]. What it ran was called a *perceptron*. By the end of this notebook you will have built one, seen it succeed, proved when it must succeed, and met the tiny problem that made many people give up on it.
#
# **You will be able to**
#
# - say what a neuron does, and which part of it each symbol of the artificial neuron stands for;
# - compute the output of one neuron, and of a whole layer of them, with NumPy;
# - set weights by hand for AND, OR and NAND, and prove that no weights exist for XOR;
# - train with Hebb's rule, with Rosenblatt's rule and with the gradient of the cross-entropy, and say how these three differ;
# - predict when training stops, and how many mistakes it can take at most.
#
# **You need** Python functions and loops; NumPy arrays, their shapes, and `@`; the dot product; for the last third, derivatives with the chain rule. Nothing about neurons.
#
# **Time**: about three hours, in three sittings if you like: sections 1–4, 5–8 and 9–13.

# %% [markdown]
# ## How this notebook works
#
# Your work goes into the cells with `# YOUR CODE HERE`. Replace that line and the `raise NotImplementedError()` under it. Under each such cell stands a **check**: run it as often as you like; it says what is right, or on which input your answer goes wrong and what may be behind it. If a check does not come back, your loop never ends: press the stop button (*interrupt the kernel*). Running all cells at once stops, kindly, at the first exercise that is still open. Cells between the exercises draw pictures *with the functions that you wrote*, so work from top to bottom.
#
# Before a picture you will often read **Guess first**. Do. A guess that turns out wrong teaches more than a picture that you nod at.
#
# These conventions hold everywhere, and the checks rely on them:
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $\mathbf{x}$ | `x` | `(n_features,)` | one sample |
# | $X$ | `X` | `(n_samples, n_features)` | many samples, one **row** each |
# | $\mathbf{w}$, $b$ | `w`, `b` | `(n_features,)`, a number | weights and bias of one neuron |
# | $W$, $\mathbf{b}$ | `W`, `b` | `(n_inputs, n_units)`, `(n_units,)` | a layer, one **column** of weights per neuron |
# | $y$ | `y` | `(n_samples,)` | the right answers (*labels*): 0 or 1 (only in section 5, on Hebb's rule, the outputs) |
# | $\hat y$, $p$ | `y_hat`, `p` | like $y$ | what the neuron answers: 0 or 1, or a number between them |
# | $\eta$ ("eta") | `learning_rate` | a number | how large a step learning takes |
#
# Your functions must leave their inputs as they found them: make new arrays, change none. And any of these numbers may come as integers. The answer must not lose its decimals for that, as it does when you write 0.5 into an array of integers.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import nnls

from autograder.check import check
from course_lib import datasets, plots

plots.use_style()

# %% [markdown]
# ## 1 · What does a neuron do?
#
# Your brain holds about 86 billion neurons [2]. Those in its cortex are connected to others at some 7,000 to 8,000 places each [3]. What one of them does sounds almost too simple:
#
# - **Dendrites**, a tree of fine branches, receive signals from other neurons.
# - The **cell body** gathers them. Some signals excite the cell, others inhibit it. What arrives within some milliseconds adds up to one electrical voltage.
# - When the voltage passes a **threshold**, the cell **fires**: a short pulse of about a millisecond. There is no half pulse. The cell fires or it does not.
# - The pulse runs along the **axon**, which can be a millimetre long or, from your spine to your toe, a metre. Many axons are wrapped in **myelin**, which makes the pulse travel faster.
# - At its end the axon branches. Each branch ends at a **synapse**, the contact with the next cell, where the pulse releases a chemical messenger. A synapse can be strong or weak, and *that can change*. As far as we know, this is where most of what we learn is kept.
#
# One neuron is not clever. A *network* of them is: the output of one is an input of thousands of others, layer upon layer. In 1943 Warren McCulloch and Walter Pitts asked what the simplest imaginable neurons could compute when they are wired together [4]. Their answer surprised people: everything that can be said with *and*, *or* and *not*. Here is the neuron, and above all what we keep of it.

# %% tags=["picture"]
plots.neuron_and_ltu()
plt.show()

# %% [markdown]
# What we keep is a caricature, as an aeroplane is of a bird. A real neuron speaks in the timing and the rhythm of its pulses, its dendrites compute on their own, and it never waits for a clock. But aeroplanes do fly.
#
# ### The linear threshold unit: the weighted sum
#
# The $n$ inputs are numbers $x_1, \dots, x_n$. Each passes a synapse of strength $w_j$, its **weight**: positive excites, negative inhibits, zero means no connection. The cell body adds up
#
# $$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b = \mathbf{w}\cdot\mathbf{x} + b .$$
#
# The **bias** $b$ says how ready the neuron is to fire with no input at all. It is the threshold, seen from the other side: "$\mathbf{w}\cdot\mathbf{x}$ reaches the threshold $\theta$" is the same as "$\mathbf{w}\cdot\mathbf{x} + b \ge 0$ with $b = -\theta$".
#
# For example, $\mathbf{x} = (2, 3)$, $\mathbf{w} = (1, -2)$ and $b = 5$ give $z = 1\cdot 2 - 2\cdot 3 + 5 = 1$.
#
# **Exercise `weighted-sum` (1 point).** Return $z$ as a single number.


# %% nbgrader={"grade": false, "grade_id": "weighted-sum", "locked": false, "schema_version": 3, "solution": true, "task": false}
def weighted_sum(x, w, b):
    """The net input z = w·x + b of one neuron.

    x: one sample, shape (n_features,)
    w: weights, shape (n_features,)
    b: bias, a number

    Returns z, a single number (not an array of shape (1,)).
    """
    ### BEGIN SOLUTION
    return np.dot(w, x) + b
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-weighted-sum", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("weighted-sum", weighted_sum)

# %% [markdown]
# ### The linear threshold unit: to fire or not to fire
#
# The **linear threshold unit** (LTU) fires when its net input is not negative:
#
# $$\hat y = \operatorname{step}(z), \qquad
# \operatorname{step}(z) = \begin{cases} 1 & \text{if } z \ge 0,\\ 0 & \text{if } z < 0.\end{cases}$$
#
# Mind the boundary: **step(0) = 1** in the whole course. Other books choose 0 or ½ there; what matters is to choose once.
#
# **Exercise `ltu` (1 point).** Return 1 if the neuron fires on `x`, else 0. You may use the function that you have just written.


# %% nbgrader={"grade": false, "grade_id": "ltu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ltu(x, w, b):
    """The output of a linear threshold unit: 1 if w·x + b >= 0, else 0. So step(0) = 1.

    x: one sample, shape (n_features,)
    w: weights, shape (n_features,)
    b: bias, a number

    Returns 1 or 0.
    """
    ### BEGIN SOLUTION
    return 1 if weighted_sum(x, w, b) >= 0 else 0
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-ltu", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("ltu", ltu)

# %% [markdown]
# ### What a neuron sees
#
# With two inputs, a sample is a point of the plane, and your neuron gives each point of the plane an answer. Where does the answer change? Where $\mathbf{w}\cdot\mathbf{x} + b = 0$, which is the equation of a straight line: the **decision boundary**.
#
# **Guess first.** Take the neuron with $\mathbf{w} = (1, 2)$, $b = -2$. What happens to its line and to the side on which it fires if you (a) raise $b$ to 2, (b) change $\mathbf{w}$ to $(2, -1)$, (c) multiply $\mathbf{w}$ and $b$ by 10, (d) multiply both by $-1$?

# %% tags=["picture"]
neurons = {
    "w = (1, 2),  b = −2": (np.array([1, 2]), -2),
    "(a)  b raised to 2": (np.array([1, 2]), 2),
    "(b)  w turned to (2, −1)": (np.array([2, -1]), -2),
    "(c)  all times 10": (np.array([10, 20]), -20),
    "(d)  all times −1": (np.array([-1, -2]), 2),
}
figure, axes = plt.subplots(1, 5, figsize=(13, 3.1), sharex=True, sharey=True)
for ax, (title, (w, b)) in zip(axes, neurons.items(), strict=True):
    ax.set(xlim=(-3.2, 3.2), ylim=(-3.2, 3.2), aspect="equal", xlabel="$x_1$", title=title)
    plots.decision_regions(ax, lambda x, w=w, b=b: ltu(x, w, b))
    plots.boundary(ax, w, b, arrow=True)
axes[0].set_ylabel("$x_2$")
plt.show()

# %% [markdown]
# Orange: the neuron fires. The arrow shows the direction of $\mathbf{w}$.
#
# - $\mathbf{w}$ stands at a right angle to the line and points to the side where the neuron fires.
# - $b$ shifts the line without turning it. Its distance from the origin is $|b| / \lVert\mathbf{w}\rVert$.
# - Multiplying $\mathbf{w}$ and $b$ by the same positive number changes no decision: (c) looks like the original. Remember this one; it comes back twice.
# - Changing all signs swaps the sides. (Except exactly on the line: there step(0) = 1 either way.)

# %% [markdown]
# ## 2 · Logic with neurons
#
# McCulloch and Pitts spoke of logic, so let us ask for logic. Read 1 as *true* and 0 as *false*:
#
# | $x_1$ | $x_2$ | AND | OR | NAND | XOR |
# | --- | --- | --- | --- | --- | --- |
# | 0 | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 1 | 0 | 0 |
#
# **Exercise `logic-gates` (3 points, one per gate).** Find weights and a bias for AND, OR and NAND so that an LTU gives the column of the table. There are many right answers; any will do. Draw the four points on paper and ask where the line should run. NAND is the opposite of AND: which of the pictures above is about that, and why does a neuron with $z = 0$ on one of the points need care?


# %% nbgrader={"grade": false, "grade_id": "logic-gates", "locked": false, "schema_version": 3, "solution": true, "task": false}
def logic_gates():
    """Weights and biases with which an LTU computes AND, OR and NAND of two inputs 0 or 1.

    Returns a dict with the keys "AND", "OR" and "NAND". Each value is a pair (w, b):
    w holds two numbers, b is a number. For example {"AND": ([0.0, 0.0], 0.0), ...}.
    """
    ### BEGIN SOLUTION
    return {
        "AND": ([1.0, 1.0], -1.5),
        "OR": ([1.0, 1.0], -0.5),
        "NAND": ([-1.0, -1.0], 1.5),
    }
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-logic-gates", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("logic-gates", logic_gates)

# %% tags=["picture"]
figure, axes = plt.subplots(1, 3, figsize=(10, 3.5), sharey=True)
gates = logic_gates()
for ax, name in zip(axes, ("AND", "OR", "NAND"), strict=True):
    w, b = gates[name]
    plots.gate(ax, name, ltu, w, b)
plt.show()

# %% [markdown]
# ### The one that does not work
#
# Now find weights for XOR, "one or the other, but not both". Give it a minute.
#
# **Guess first.** Let us draw 5,000 neurons at random and count how many of the four rows of XOR each gets right. What will the largest count be? And (harder) the smallest?

# %%
corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
random_neurons = np.random.default_rng(1).normal(size=(5_000, 3))


def tables_of(neurons):
    """The truth tables that some neurons (w1, w2, b) compute, each with the neurons that do it."""
    found = {}
    for *w, b in neurons:
        table = tuple(int(ltu(corner, np.array(w), b)) for corner in corners)
        found.setdefault(table, []).append((w, b))
    return found


# %% tags=["picture"]
found = tables_of(random_neurons)
xor = (0, 1, 1, 0)
rows_right = {sum(a == t for a, t in zip(table, xor, strict=True)) for table in found}
print(f"rows of XOR right: in the worst neuron {min(rows_right)}, in the best {max(rows_right)}")
print(f"different truth tables among 5,000 neurons: {len(found)} of 16")

# %% [markdown]
# Never four. That is no bad luck, and five lines prove it. Suppose that $w_1, w_2, b$ did compute XOR. The four rows of its table say
#
# $$
# \begin{aligned}
# (0,0)\mapsto 0:&\quad b < 0 &\qquad (1,1)\mapsto 0:&\quad w_1 + w_2 + b < 0\\
# (0,1)\mapsto 1:&\quad w_2 + b \ge 0 &\qquad (1,0)\mapsto 1:&\quad w_1 + b \ge 0
# \end{aligned}
# $$
#
# Add the two of the upper line: $w_1 + w_2 + 2b < 0$. Add the two of the lower line: $w_1 + w_2 + 2b \ge 0$. Both cannot be true, so no such neuron exists. ∎
#
# (Why is "none right" impossible too? A neuron that gets every row of XOR wrong would compute its opposite, and the same proof, with all signs changed, forbids that one. So with one wrong row we must live, and one right row we always have.)
#
# The picture of the proof: both answers "1" are on one side of the line, so everything between them is, too; both answers "0" are on the other side, with everything between *them*. But the two diagonals cross in the middle. On which side is the middle?

# %% tags=["picture"]
three_right = [
    neuron
    for table, neurons in tables_of(random_neurons).items()
    if np.sum(np.equal(table, (0, 1, 1, 0))) == 3
    for neuron in neurons[:3]
]
plots.xor_without_a_line(three_right)
plt.show()

# %% [markdown]
# Of the 16 ways to fill a table of four rows, one neuron can compute those for which a line exists. Here are all 16: fourteen with a line, the clearest that turned up among our random neurons, and two without.

# %% tags=["picture"]
plots.truth_tables(tables_of(random_neurons))
plt.show()

# %% [markdown]
# Data for which a separating line (in higher dimensions: a plane, a hyperplane) exists are called **linearly separable**. With two inputs 14 tables of 16 are. That sounds like nearly all. It is not: with three inputs it is 104 of 256, with four 1,882 of 65,536 [5]. In 1969 Marvin Minsky and Seymour Papert worked out in a famous book what perceptrons cannot do [6]; many who read it, or had heard of it, concluded that neural networks were a dead end. The way out is to feed the outputs of some neurons into another one. Which of your three gates could you combine to get XOR? Unit 2 begins there.

# %% [markdown]
# ## 3 · A bias is a weight, too
#
# The bias is the odd one out: it has no input. We can give it one. Invent an input $x_0$ that is always 1, as if a neuron that always fires were connected to ours, and call its weight $w_0 = b$:
#
# $$z = \underbrace{w_0 \cdot 1}_{b} + w_1 x_1 + \dots + w_n x_n = \tilde{\mathbf{w}}\cdot\tilde{\mathbf{x}},
# \qquad \tilde{\mathbf{x}} = (1, x_1, \dots, x_n),\quad \tilde{\mathbf{w}} = (b, w_1, \dots, w_n).$$
#
# This is the **bias neuron**. It makes formulas shorter, and one proof below possible.
#
# **Exercise `add-bias` (1 point).** Put a column of ones **in front** of a table of samples.


# %% nbgrader={"grade": false, "grade_id": "add-bias", "locked": false, "schema_version": 3, "solution": true, "task": false}
def add_bias(X):
    """Put the bias input x_0 = 1 in front of every sample.

    X: samples, shape (n_samples, n_features)

    Returns a new array of shape (n_samples, 1 + n_features); its first column is all ones.
    X itself stays as it is. A table with no rows gives one with no rows.
    """
    ### BEGIN SOLUTION
    X = np.asarray(X)
    return np.column_stack([np.ones(len(X)), X])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-add-bias", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("add-bias", add_bias)

# %% [markdown]
# What does the extra input do to the geometry? Take samples with *one* feature, say lengths, and a neuron that fires from length 3 on: $w = 1$, $b = -3$. On the left, the number line with the threshold at 3. On the right, the same samples after `add_bias`: they have been lifted onto the line $x_0 = 1$, and the boundary has become a line **through the origin**.

# %% tags=["picture"]
lengths = np.array([[0.6], [1.4], [2.1], [2.6], [3.4], [4.1], [4.5], [5.3]])
answers = np.array([int(ltu(x, np.array([1.0]), -3.0)) for x in lengths])

figure, (ax_line, ax_plane) = plt.subplots(1, 2, figsize=(10.5, 3.8))
plots.threshold_on_a_line(ax_line, lengths[:, 0], answers, threshold=3.0)
plots.lifted(ax_plane, add_bias(lengths), answers, w=[-3.0, 1.0])
plt.show()

# %% [markdown]
# ### Now break it: no bias
#
# **Guess first.** With $b = 0$ every boundary runs through the origin. Of the 14 truth tables that a neuron with two inputs can compute, how many survive?

# %% tags=["picture"]
with_bias = tables_of(random_neurons)
without_bias = tables_of(random_neurons * [1, 1, 0])
print(f"truth tables reached with a bias:    {len(with_bias)}")
print(f"truth tables reached without a bias: {len(without_bias)}")
print("answers to (0, 0) without a bias:   ", {table[0] for table in without_bias})

# %% [markdown]
# All that are left answer 1 to $(0, 0)$: there $z = 0$ whatever the weights, and step(0) = 1. Of the 14, seven do that. AND and OR are among the lost. So is NAND, for another reason: $(0,1)$ and $(1,0)$ ask for $w_2 \ge 0$ and $w_1 \ge 0$, but $(1,1)$ asks for $w_1 + w_2 < 0$. Hence six, not seven.
#
# ## 4 · The perceptron: one layer of threshold units
#
# A **perceptron** is a *layer* of LTUs: every neuron sees every input, each has weights of its own, and the bias neuron, which outputs 1 whatever happens, is connected to all of them. The name and the idea are Frank Rosenblatt's [7]. (His machine of 1960 had 400 light sensors as an eye, 512 units in the middle, wired by a plugboard and then left alone, and 8 output neurons [8]. What we call a perceptron today is the last part, the one that learned.)

# %% tags=["picture"]
plots.layer_diagram(n_inputs=2, n_units=3)
plt.show()

# %% [markdown]
# Neuron $j$ computes $z_j = \sum_i x_i\, w_{ij} + b_j$. Write the weights of neuron $j$ into **column** $j$ of a matrix $W$, and a whole batch of samples, one per row of $X$, is done at once:
#
# $$Z = X W + \mathbf{b}, \qquad \hat Y = \operatorname{step}(Z).$$
#
# | | $X$ | $W$ | $XW$ | $\mathbf{b}$ | $Z$, $\hat Y$ |
# | --- | --- | --- | --- | --- | --- |
# | shape | `(n_samples, n_inputs)` | `(n_inputs, n_units)` | `(n_samples, n_units)` | `(n_units,)` | `(n_samples, n_units)` |
#
# NumPy adds $\mathbf{b}$ to every row. $W_{ij}$ is the weight *from* input $i$ *to* neuron $j$.
#
# **Exercise `perceptron-layer` (2 points).** One line can do it; a loop may.


# %% nbgrader={"grade": false, "grade_id": "perceptron-layer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def perceptron_layer(X, W, b):
    """The outputs of a layer of linear threshold units for a batch of samples.

    X: samples, shape (n_samples, n_inputs)
    W: weights, shape (n_inputs, n_units), one column per neuron
    b: biases, shape (n_units,)

    Returns an array of shape (n_samples, n_units) that holds 0 or 1; step(0) = 1.
    """
    ### BEGIN SOLUTION
    return (np.asarray(X) @ np.asarray(W) + np.asarray(b) >= 0).astype(int)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-perceptron-layer", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("perceptron-layer", perceptron_layer)

# %% [markdown]
# **Guess first.** Three neurons draw three lines through the plane. Their answers together are a code of three bits. How many of the 8 codes can occur?

# %% tags=["picture"]
W = np.array([[1.0, -1.0, 0.2], [0.6, 0.8, -1.0]])  # three columns: three neurons
b = np.array([0.8, 0.8, 0.8])
figure, codes = plots.layer_regions(lambda X: perceptron_layer(X, W, b), W, b)
plt.show()
print(f"{len(codes)} of 8 codes occur:", *sorted(codes))

# %% [markdown]
# Three lines cut the plane into seven pieces at most, so at least one code is always missing. (Which piece would "000" be here? The triangle in the middle is on the firing side of all three lines, and no place is on the silent side of all three.)
#
# ## 5 · Hebb's rule
#
# So far you set the weights. Brains have nobody to do that. In 1949 Donald Hebb made a suggestion [9]:
#
# > When an axon of cell A is near enough to excite a cell B and repeatedly or persistently takes part in firing it, some growth process or metabolic change takes place in one or both cells such that A's efficiency, as one of the cells firing B, is increased.
#
# Carla Shatz later put it in six words: *cells that fire together wire together* [10]. As a formula, for the weight from input $i$ to neuron $j$:
#
# $$w_{ij} \leftarrow w_{ij} + \eta\, x_i\, y_j$$
#
# where $x_i$ is the input, $y_j$ the **output of the neuron**, 0 or 1, and $\eta$ the learning rate. (Only in this section $y$ is the output. Everywhere else it is the right answer, which Hebb's rule does not know.) If either is 0, the weight stays. Nobody says what the right output would have been: Hebb's rule has no teacher.
#
# **Exercise `hebb-update` (2 points).** One update for one sample. For inputs of 0 and 1 it is easily said: raise the weights between those who fire. But the inputs may be any numbers.


# %% nbgrader={"grade": false, "grade_id": "hebb-update", "locked": false, "schema_version": 3, "solution": true, "task": false}
def hebb_update(W, x, y, learning_rate):
    """One step of Hebb's rule: w_ij + learning_rate * x_i * y_j.

    W: weights, shape (n_inputs, n_units)
    x: one sample, shape (n_inputs,)
    y: the outputs of the neurons, 0 or 1, shape (n_units,)
    learning_rate: eta, a number

    Returns the new weights, a new array of shape (n_inputs, n_units). W stays as it is.
    """
    ### BEGIN SOLUTION
    return np.asarray(W) + learning_rate * np.outer(x, y)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-hebb-update", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("hebb-update", hebb_update)

# %% [markdown]
# ### Pavlov's dog
#
# A dog drools when it gets food. Ring a bell each time, and after a while it drools at the bell alone. One neuron, "drool", with two inputs, *food* and *bell*, starts with the weights 1 and 0 and the bias $-0.5$. In trials 1–5 there are bell and food, from trial 6 on only the bell.
#
# **Guess first.** With $\eta = 0.2$: does the dog drool in trial 6? And in trial 20, after it has heard the bell in vain fourteen times?

# %% tags=["picture"]
W = np.array([[1.0], [0.0]])  # food, bell
history = []
for trial in range(1, 21):
    x = np.array([1.0, 1.0]) if trial <= 5 else np.array([0.0, 1.0])
    drools = np.asarray(perceptron_layer(x[None, :], W, np.array([-0.5])))[0]
    W = np.asarray(hebb_update(W, x, drools, learning_rate=0.2))
    history.append((W[0, 0], W[1, 0], drools[0]))

plots.conditioning(history, first_without_food=6, threshold=0.5)
plt.show()
print(
    "the bell's weight after trials 5, 10, 20:", *(f"{history[k - 1][1]:.1f}" for k in (5, 10, 20))
)

# %% [markdown]
# The dog learns, and then it cannot stop. Each time the bell makes it drool, the drooling strengthens the bell's weight. A real dog gives up after a while; Hebb's rule as written here only knows how to grow, and nothing in it could tell the neuron that its answer was *wrong*. For that we need a teacher.
#
# ## 6 · Rosenblatt's rule
#
# Now each sample comes with its right answer $y$. Rosenblatt's idea: keep Hebb's product, but put the **error** $y - \hat y$ in the place of the output.
#
# $$\mathbf{w} \leftarrow \mathbf{w} + \eta\,(y - \hat y)\,\mathbf{x}, \qquad
# b \leftarrow b + \eta\,(y - \hat y), \qquad \hat y = \operatorname{step}(\mathbf{w}\cdot\mathbf{x}+b).$$
#
# The bias changes as the weight of an input that is always 1 would. There are only three cases:
#
# | $y$ | $\hat y$ | $y-\hat y$ | what happens |
# | --- | --- | --- | --- |
# | 0 or 1 | the same | 0 | nothing: no mistake, no change |
# | 1 | 0 | +1 | should have fired: move the weights *towards* $\mathbf{x}$ |
# | 0 | 1 | −1 | should have kept quiet: move the weights *away* from $\mathbf{x}$ |
#
# Does that help? For the very sample on which it erred, the net input after the update is $z + \eta\,(y-\hat y)\,(\lVert\mathbf{x}\rVert^2 + 1)$: it has moved in the right direction, always. (Perhaps not far enough, and perhaps at the cost of another sample. We shall see.)
#
# **Exercise `perceptron-update` (2 points).** One update for one sample. Labels are 0 or 1.


# %% nbgrader={"grade": false, "grade_id": "perceptron-update", "locked": false, "schema_version": 3, "solution": true, "task": false}
def perceptron_update(w, b, x, y, learning_rate):
    """One step of Rosenblatt's rule for one sample.

    w: weights, shape (n_features,)
    b: bias, a number
    x: one sample, shape (n_features,)
    y: its label, 0 or 1
    learning_rate: eta, a number

    Returns the pair (w, b) after the update: a new array of shape (n_features,), and a number.
    If the prediction step(w·x + b) is right, both have their old values. step(0) = 1.
    """
    ### BEGIN SOLUTION
    error = y - ltu(x, w, b)
    return np.asarray(w) + learning_rate * error * np.asarray(x), b + learning_rate * error
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-perceptron-update", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("perceptron-update", perceptron_update)

# %% [markdown]
# **Guess first.** Left: a perceptron that gets the ringed point wrong (it should fire there). How will the line move for $\eta = 0.2$, and how for $\eta = 1$?

# %% tags=["picture"]
points = np.array([[1.0, 2.0], [2.2, 1.6], [-1.2, -0.6], [-2.2, 0.6], [0.2, -1.6], [-0.4, 1.6]])
labels = np.array([1, 1, 0, 0, 0, 1])
w, b, wrong = np.array([1.6, -0.4]), -0.3, 5

figure, axes = plt.subplots(1, 3, figsize=(11.5, 4.1), sharex=True, sharey=True)
for ax, eta in zip(axes, (0.0, 0.2, 1.0), strict=True):
    new_w, new_b = perceptron_update(w, b, points[wrong], labels[wrong], eta)
    new_w = np.asarray(new_w)
    title = "before" if eta == 0 else f"after one update, $\\eta$ = {eta}"
    ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xlabel="$x_1$", title=title)
    plots.decision_regions(ax, lambda x, w=new_w, b=new_b: ltu(x, w, b))
    plots.classes(ax, points, labels, ("should be quiet", "should fire"))
    plots.ring(ax, points[wrong])
    plots.boundary(ax, new_w, new_b, arrow=True)
axes[0].set_ylabel("$x_2$")
axes[0].legend(loc="upper left")
plt.show()

# %% [markdown]
# On the left two points are wrong: the ringed one, and the blue one at the bottom, which should be quiet. With $\eta = 0.2$ the line turns and shifts towards the ringed point, but not far enough. The net input there rises from −1.58 to −0.84, and −0.84 is still wrong. With $\eta = 1$ it rises to 2.14: right. That the other point comes right, too, is luck: the update did not look at it.
#
# ### Learning until nothing is wrong
#
# One mistake mended may break another sample. So go through the samples **again and again**. One pass through all samples is an **epoch**. The recipe, to the letter, because the check follows it to the letter:
#
# 1. Start with all weights and the bias at **zero**.
# 2. In each epoch visit the samples **in the order given**, first row first.
# 3. At each sample predict, **count** a mistake if the prediction is wrong, *then* update, before you go to the next.
# 4. After each epoch note its number of mistakes in a list.
# 5. Stop after the first epoch **without a mistake** (its 0 is the last number in the list), or after `max_epochs` epochs.
#
# **Exercise `train-perceptron` (3 points).** Use what you have: `ltu` and `perceptron_update`.


# %% nbgrader={"grade": false, "grade_id": "train-perceptron", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    """Train one perceptron with Rosenblatt's rule, from zero weights and zero bias.

    X: samples, shape (n_samples, n_features), visited from the first row to the last;
        any numbers, whole or not
    y: labels 0 or 1, shape (n_samples,)
    learning_rate: eta, any positive number
    max_epochs: the largest number of passes through the data, at least 1

    Returns (w, b, mistakes): the final weights, shape (n_features,); the final bias, a number;
    and a list with the number of wrong predictions in each epoch, each counted at the visit,
    before that sample's update. Training stops after the first epoch without a mistake (so that
    the list ends in 0), or after max_epochs.
    """
    ### BEGIN SOLUTION
    w, b, mistakes = np.zeros(np.shape(X)[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for sample, label in zip(np.asarray(X), np.asarray(y), strict=True):
            wrong += int(ltu(sample, w, b) != label)
            w, b = perceptron_update(w, b, sample, label, learning_rate)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-train-perceptron", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("train-perceptron", train_perceptron)

# %% [markdown]
# The gates again, but this time nobody sets the weights. **Guess first:** what will it do with XOR?

# %% tags=["picture"]
tables = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0], "XOR": [0, 1, 1, 0]}
for name, labels in tables.items():
    w, b, mistakes = train_perceptron(corners, np.array(labels), max_epochs=12)
    print(f"{name:4}  mistakes per epoch", *mistakes)

print("\nXOR, the weights after each epoch:")
for epochs in range(1, 7):
    w, b, _ = train_perceptron(corners, np.array(tables["XOR"]), max_epochs=epochs)
    print(f"  epoch {epochs}:  w = ({w[0]:4.1f}, {w[1]:4.1f})   b = {b:4.1f}")

# %% [markdown]
# The first three end in 0: learned. XOR does not, and look at its weights: from some epoch on they are, after each epoch, just what they were before it. Four mistakes, four corrections, and each undoes another. When no line exists, the perceptron does not settle for the second best; it runs in circles.

# %% [markdown]
# ## 7 · Penguins
#
# Between 2007 and 2009, Kristen Gorman and colleagues measured penguins on three islands near Palmer Station in Antarctica: length and depth of the bill, length of the flipper, body mass [11, 12]. Can a single neuron tell the species apart?

# %%
penguins = datasets.load_penguins()


def two_species(first, second, features):
    """Measurements of two species, in their own units; y is 0 for the first, 1 for the second.

    The table is sorted by species, so we shuffle its rows once, in the same way on every run.
    """
    columns = [penguins.feature_names.index(name) for name in features]
    rows = np.isin(penguins.species, (first, second))
    X = penguins.features[np.ix_(rows, columns)]
    y = (penguins.species[rows] == second).astype(int)
    order = np.random.default_rng(2).permutation(len(y))
    return X[order], y[order]


BILL = ("bill length (mm)", "bill depth (mm)")
X_mm, y = two_species("Adelie", "Gentoo", BILL)
print(f"{len(y)} penguins: {np.sum(y == 0)} Adélie (label 0) and {np.sum(y == 1)} Gentoo (label 1)")

# %% tags=["picture"]
figure, ax = plt.subplots(figsize=(7, 4.4))
plots.classes(ax, X_mm, y, ("Adélie", "Gentoo"))
ax.set(xlabel=BILL[0], ylabel=BILL[1], title="Two species, two measurements of the bill")
ax.legend()
plt.show()

# %% [markdown]
# You see at once where the line should go. The perceptron sees one penguin at a time.
#
# **Guess first.** How many penguins will it get wrong before it has learned the difference? Then step through the film.

# %% tags=["picture"]
w, b, mistakes = train_perceptron(X_mm, y)
print(f"{len(mistakes)} epochs, {sum(mistakes)} mistakes in total; per epoch:", *mistakes)

steps = plots.record_updates(perceptron_update, X_mm, y)[:60]
plots.animate_boundary(
    steps,
    X_mm,
    y,
    names=("Adélie", "Gentoo"),
    xlabel=BILL[0],
    ylabel=BILL[1],
    xlim=(0, 64),
    ylim=(0, 24),
)

# %% [markdown]
# Each step of the film is one mistake; between mistakes nothing moves. When the picture has only one colour, the line has left it. Watch *how* it moves. The line swings to and fro like a windscreen wiper whose axle is stuck near the origin, far away from all the penguins. A mistake changes the weights by a bill's length, some 40, but the bias only by 1: the line can turn much faster than it can shift.
#
# ### Standardise
#
# The remedy: measure each feature from its own mean, in units of its own standard deviation,
#
# $$x'_j = \frac{x_j - \text{mean}_j}{\text{std}_j} .$$
#
# Then millimetres and grams are on an equal footing, and the origin lies in the middle of the data. **Guess first:** the same penguins in the same order. How many mistakes now?


# %%
def standardise(X):
    """Every column with mean 0 and standard deviation 1."""
    return (X - X.mean(axis=0)) / X.std(axis=0)


X = standardise(X_mm)

# %% tags=["picture"]
w, b, mistakes = train_perceptron(X, y)
print(f"{len(mistakes)} epochs, {sum(mistakes)} mistakes in total; per epoch:", *mistakes)

steps = plots.record_updates(perceptron_update, X, y)[:4]
figure, axes = plt.subplots(
    1, len(steps), figsize=(11.5, 4), sharex=True, sharey=True, squeeze=False
)
axes = axes[0]
for k, (ax, step) in enumerate(zip(axes, steps, strict=True)):
    ax.set(xlim=(-2.6, 3.2), ylim=(-2.6, 2.6), xlabel="bill length (standardised)")
    ax.set_title("start: fires everywhere" if k == 0 else f"after mistake {k}")
    plots.decision_regions(ax, lambda x, s=step: ltu(x, s.w, s.b))
    plots.classes(ax, X, y, ("Adélie", "Gentoo"))
    if step.sample is not None:
        plots.ring(ax, X[step.sample])
    plots.boundary(ax, step.w, step.b)
axes[0].set_ylabel("bill depth (standardised)")
axes[-1].legend(loc="lower right")
plt.show()

# %% [markdown]
# Same penguins, same rule, a fraction of the mistakes. There must be a law behind this.
#
# ## 8 · How many mistakes can it make?
#
# There is a law, and it is one of the oldest theorems about learning machines (Albert Novikoff, 1962 [13]). It needs three ingredients. All use the bias as an input, $\tilde{\mathbf x} = (1, x_1, \dots, x_n)$, and labels turned into signs, $t = 2y - 1$, so that $t = +1$ means "should fire" and $t = -1$ "should not".
#
# - $R$, the **radius**: the largest length $\lVert\tilde{\mathbf x}\rVert$ among the samples.
# - $\mathbf u$, some separating direction of length 1: $t\,(\mathbf u \cdot\tilde{\mathbf x}) > 0$ for every sample. It exists exactly if the data are linearly separable. The theorem does not care how you found it, and the perceptron never learns it.
# - $\gamma$, the **margin** of $\mathbf u$: the smallest value of $t\,(\mathbf u\cdot\tilde{\mathbf x})$. It says how far the closest sample keeps from the boundary, measured in the lifted space, where the bias is an input (section 3).
#
# > **Theorem.** Started from zero, Rosenblatt's rule makes at most $R^2/\gamma^2$ mistakes **in total**, over all epochs together, in whatever order the samples are visited, whatever the learning rate.
#
# *Proof.* Look at the weights $\tilde{\mathbf w}$ after $k$ mistakes. Each mistake adds $\eta\,t\,\tilde{\mathbf x}$.
#
# 1. *They grow in the right direction.* Each mistake adds $\eta\, t\,(\mathbf u\cdot\tilde{\mathbf x}) \ge \eta\gamma$ to $\mathbf u\cdot\tilde{\mathbf w}$. After $k$ mistakes, $\mathbf u\cdot\tilde{\mathbf w} \ge k\,\eta\gamma$.
# 2. *They do not grow fast.* $\lVert\tilde{\mathbf w} + \eta t\tilde{\mathbf x}\rVert^2 = \lVert\tilde{\mathbf w}\rVert^2 + 2\eta\, t\,(\tilde{\mathbf w}\cdot\tilde{\mathbf x}) + \eta^2\lVert\tilde{\mathbf x}\rVert^2$. It was a mistake, so $t\,(\tilde{\mathbf w}\cdot\tilde{\mathbf x}) \le 0$ (a neuron that should be quiet is wrong at 0, too) and the middle term is not positive; the last is at most $\eta^2R^2$. After $k$ mistakes, $\lVert\tilde{\mathbf w}\rVert^2 \le k\,\eta^2R^2$.
# 3. *Both can hold only for a while.* Since $\mathbf u$ has length 1, $\mathbf u\cdot\tilde{\mathbf w} \le \lVert\tilde{\mathbf w}\rVert$, so $k\,\eta\gamma \le \sqrt{k}\;\eta R$, and therefore $k \le R^2/\gamma^2$. ∎
#
# Look at where $\eta$ went: it cancels. We shall come back to that.
#
# Any $\mathbf u$ gives a true bound; the one with the **widest margin** gives the best. The next cell finds it. You need not follow how (it is a small optimisation problem, solved with SciPy [14]); it is our measuring instrument.


# %%
def widest_margin(X, y):
    """Radius R and the widest margin gamma of a data set, the bias input included.

    Finds the shortest v with t (v·x) >= 1 for all samples, by least-distance programming
    (Lawson and Hanson 1974, chapter 23); then u = v / |v| and gamma = 1 / |v|.
    gamma is 0 when no line separates the classes.
    """
    signed = (2 * y - 1)[:, None] * np.asarray(add_bias(X))  # t * x: all should come out positive
    A = np.vstack([signed.T, np.ones(len(signed))])
    target = np.eye(A.shape[0])[-1]
    solution, distance = nnls(A, target)
    residual = target - A @ solution
    radius = np.linalg.norm(signed, axis=1).max()
    if distance < 1e-7:
        return radius, 0.0
    v = -residual[:-1] / residual[-1]
    return radius, 1 / np.linalg.norm(v)


# %% tags=["picture"]
print("                            R       γ    bound R²/γ²   mistakes made")
for name, data in {"in millimetres": X_mm, "standardised": X}.items():
    R, gamma = widest_margin(data, y)
    _, _, mistakes = train_perceptron(data, y)
    print(f"{name:22} {R:8.2f} {gamma:7.3f} {R**2 / gamma**2:14,.0f} {sum(mistakes):15}")

# %% [markdown]
# In millimetres the samples are long vectors, far from the origin: $R$ is large. Standardising makes $\gamma$ smaller as well, but $R$ much more so, and $R^2/\gamma^2$ falls. The real number of mistakes is far below the bound in both cases: a bound is a promise, not a forecast.
#
# The promise holds for *every* order of the samples. **Guess first:** shuffle the penguins 100 times. How much will the number of mistakes vary?

# %% tags=["picture"]
rng = np.random.default_rng(2)
totals = []
for _ in range(100):
    order = rng.permutation(len(y))
    totals.append(sum(train_perceptron(X[order], y[order])[2]))

R, gamma = widest_margin(X, y)
figure, ax = plt.subplots(figsize=(8, 3.4))
plots.mistakes_by_order(ax, totals, bound=R**2 / gamma**2)
plt.show()
print(
    f"100 orders: between {min(totals)} and {max(totals)} mistakes; the bound is {R**2 / gamma**2:.0f}"
)

# %% [markdown]
# ### A hair's breadth
#
# Now a harder pair: Chinstrap and Gentoo, by bill length and body mass. Look at the picture on the left. **Guess first:** is there a line? And if there is, how long will the perceptron need?

# %% tags=["picture"]
LENGTH_MASS = ("bill length (mm)", "body mass (g)")
X_thin, y_thin = two_species("Chinstrap", "Gentoo", LENGTH_MASS)
X_thin = standardise(X_thin)
w, b, mistakes = train_perceptron(X_thin, y_thin, max_epochs=1000)
R, gamma = widest_margin(X_thin, y_thin)

figure, (ax_data, ax_mistakes) = plt.subplots(1, 2, figsize=(12, 4.4))
plots.classes(ax_data, X_thin, y_thin, ("Chinstrap", "Gentoo"))
plots.boundary(ax_data, w, b)
ax_data.set(xlabel="bill length (standardised)", ylabel="body mass (standardised)")
ax_data.legend(loc="upper left")
plots.mistakes_per_epoch(ax_mistakes, mistakes, bound=R**2 / gamma**2)
plt.show()
print(
    f"γ = {gamma:.4f}, R = {R:.2f}, bound {R**2 / gamma**2:,.0f}; "
    f"made {sum(mistakes)} mistakes in {len(mistakes)} epochs, then stopped for good"
)

# %% [markdown]
# There is a line, and it has hardly any room. The theorem says why it takes so long: the margin stands squared in the denominator. For hundreds of epochs the perceptron gets only one, two or three penguins wrong, and cannot yet stop.
#
# ### When there is no line
#
# Adélie and Chinstrap penguins have flippers and bodies of much the same size. No line separates them by these two measures; the margin is 0, and the theorem promises nothing.

# %%
X_mixed, y_mixed = two_species("Adelie", "Chinstrap", ("flipper length (mm)", "body mass (g)"))
X_mixed = standardise(X_mixed)

# %% tags=["picture"]
R, gamma = widest_margin(X_mixed, y_mixed)
stops = {n: train_perceptron(X_mixed, y_mixed, max_epochs=n) for n in range(50, 61)}
mistakes = stops[60][2]
print(f"widest margin: {gamma:.4f}")
print(f"mistakes among {len(y_mixed)} penguins in epochs 41 to 50:", *mistakes[40:50])
print(f"mistakes among {len(y_mixed)} penguins in epochs 51 to 60:", *mistakes[50:60])
for epochs in (50, 60):
    w, b, _ = stops[epochs]
    print(f"after epoch {epochs}:  w = ({w[0]:.12f}, {w[1]:.12f})   b = {b:g}")

figure, (ax_data, ax_mistakes) = plt.subplots(1, 2, figsize=(12, 4.4))
plots.classes(ax_data, X_mixed, y_mixed, ("Adélie", "Chinstrap"))
for epochs in range(51, 61):
    w, b, _ = stops[epochs]
    plots.boundary(ax_data, w, b, alpha=0.45, linewidth=1.5)
ax_data.set(xlabel="flipper length (standardised)", ylabel="body mass (standardised)")
ax_data.set_title("Where the line stood after epochs 51 to 60")
ax_data.legend(loc="upper left")
plots.mistakes_per_epoch(ax_mistakes, mistakes)
plt.show()

# %% [markdown]
# It never comes to rest. Its weights do not run away, either: as long as it runs, they stay within some fixed distance of zero. (That is another theorem, the *perceptron cycling theorem* [6, 15].)
#
# Is it "not separable", or only "not yet"? Counting the mistakes does not tell: the pair before went on for hundreds of epochs, and stopped after all. But look closely. The bars repeat every ten epochs. So do the weights: after epoch 60 they are what they were after epoch 50. The order of the samples is always the same, and the rule remembers nothing but its weights and its bias. So weights that come back exactly, with mistakes in between, come back for ever: a proof that training never stops. (Floats are rounded, so "exactly" needs care. We repeated this training with exact fractions: there, too, the weights come back every ten epochs, from epoch 3 on.) The proof works one way only. As long as nothing has come back, you know nothing; but the widest margin knows.
#
# ### Now break it
#
# Three things that people get wrong with perceptrons. Guess each before you run the cell.
#
# **1. No bias.** We call your `perceptron_update` and throw the bias away each time. The penguins are Adélie and Gentoo again. Without a bias the line must run through the origin; but where is the origin? We try three places: a bill of 0 mm, the mean of all penguins, and the mean Adélie. In which of the three does it learn?


# %% tags=["picture"]
def update_without_bias(w, b, x, y, learning_rate):
    """Rosenblatt's rule for a neuron that has no bias."""
    w, _ = perceptron_update(w, 0.0, x, y, learning_rate)
    return w, 0.0


origins = {
    "0 mm": 0.0,
    "the mean penguin": X_mm.mean(axis=0),
    "the mean Adélie": X_mm[y == 0].mean(axis=0),
}
for name, origin in origins.items():
    for rule in (perceptron_update, update_without_bias):
        steps = plots.record_updates(rule, X_mm - origin, y, max_epochs=100)
        w, b = steps[-1].w, steps[-1].b
        right = np.mean([ltu(x, w, b) == label for x, label in zip(X_mm - origin, y, strict=True)])
        print(
            f"origin at {name:17} {rule.__name__:20} {len(steps) - 1:5} mistakes, then {right:6.1%} right"
        )

# %% [markdown]
# With a bias it learns wherever the origin is. Without one it learns in two places, by luck: a line through the origin happens to separate the species there (in millimetres, because Gentoo bills are long *for their depth*, and a line through the origin is a rule about that ratio). Seen from the mean Adélie every line through the origin cuts the Adélies in two, and it never learns. A neuron without a bias depends on where somebody put the zero of the scale. Keep the bias.
#
# **2. A learning rate 100 times as large.** What happens to the penguins in millimetres with $\eta = 100$ instead of 1?

# %% tags=["picture"]
w_1, b_1, mistakes_1 = train_perceptron(X_mm, y, learning_rate=1.0)
w_100, b_100, mistakes_100 = train_perceptron(X_mm, y, learning_rate=100.0)
print("mistakes per epoch, η = 1:  ", *mistakes_1)
print("mistakes per epoch, η = 100:", *mistakes_100)
print(f"weights: {np.asarray(w_1)} and {np.asarray(w_100)};  biases: {b_1} and {b_100}")

# %% [markdown]
# Nothing happens! From zero weights every update, and so the sum of all updates, is simply 100 times as large; and a neuron that is multiplied by 100 makes the same decisions, as you saw in the very first picture (c). For Rosenblatt's rule *from zero weights* the learning rate is only a unit of measurement. That is why it cancelled in the proof. (Start from other weights, and it does matter. And wait for section 11.)
#
# **3. The wrong labels.** Half of the textbooks call the classes −1 and 1, the other half 0 and 1. Take the rule from one book and the labels from another: what happens?

# %% tags=["picture"]
wrong_labels = 2 * y - 1  # -1 and 1, for a rule that expects 0 and 1
for max_epochs in (1, 10, 100):
    w, b, mistakes = train_perceptron(X, wrong_labels, max_epochs=max_epochs)
    w = np.asarray(w)
    right = np.mean([ltu(x, w, b) == label for x, label in zip(X, y, strict=True)])
    print(
        f"{max_epochs:3} epochs: {mistakes[-1]} 'mistakes' in the last epoch, length of w {np.linalg.norm(w):9,.0f}, "
        f"{right:.1%} of the penguins right"
    )

# %% [markdown]
# This one is nasty, because it *almost* works. The step function answers 0 or 1, never −1. So every single Adélie counts as a mistake in every epoch and pushes the weights, whether it was recognised or not. The weights grow without end, training never stops, and yet most penguins are classified correctly. A bug that crashes is a friend; this kind is not. When the mistakes per epoch stay at the size of a class or a little above, look at the labels.

# %% [markdown]
# ### What to remember so far
#
# - A neuron is a line (a hyperplane): $\mathbf w$ turns it, $b$ shifts it, scaling both by a positive number changes nothing.
# - It computes what is linearly separable. XOR is not.
# - Hebb: $\eta\,x\,\hat y$, input times *output*: no teacher, no brake. Rosenblatt: $\eta\,x\,(y - \hat y)$, input times *error*: learns from mistakes only.
# - Separable data: at most $R^2/\gamma^2$ mistakes in total, whatever the order and the learning rate. Not separable: it never stops.

# %% [markdown]
# ## 9 · From step to sigmoid
#
# The step function answers *yes* or *no*, and to a penguin a hair from the line it answers with the same certainty as to one far away. And there is a second problem. If you want to improve the weights little by little, you would like to know how the output changes when a weight changes a bit. For a step: not at all, except for a jump that you cannot see coming. Its slope is 0 nearly everywhere.
#
# Replace the step by a smooth curve of the same kind, the **sigmoid** (or *logistic*) function:
#
# $$p = \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad z = \mathbf{w}\cdot\mathbf{x}+b .$$
#
# $\sigma(0) = \tfrac12$; far to the right it comes close to 1, far to the left close to 0. Read $p$ as "how probable is it that the answer is 1?"
#
# **A trap.** For $z = -1000$ the formula asks for $e^{1000}$, which is more than a float64 can hold. `np.exp` answers `inf` with a warning, and $1/(1 + \infty)$ still comes out as 0, which is right. `math.exp` gives up with an `OverflowError`. Multiply numerator and denominator by $e^{z}$ and you get a form in which nothing overflows for negative $z$:
#
# $$\sigma(z) = \frac{e^{z}}{1 + e^{z}} .$$
#
# But at $z = +1000$ this one asks for `inf / inf`, and that is `nan`. So use each form only on its own side, the first for $z \ge 0$, the second for $z < 0$; or find another way (look up `np.logaddexp`, or `scipy.special.expit`).
#
# **Exercise `sigmoid-neuron` (2 points).** The outputs of *one* sigmoid neuron for a batch of samples.


# %% nbgrader={"grade": false, "grade_id": "sigmoid-neuron", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid_neuron(X, w, b):
    """The outputs of one sigmoid neuron for a batch of samples.

    X: samples, shape (n_samples, n_features)
    w: weights, shape (n_features,)
    b: bias, a number

    Returns an array of shape (n_samples,) with values between 0 and 1: sigmoid(X w + b).
    The values are right (and no NaN or infinity) also where X w + b is 1000 or -1000.
    """
    ### BEGIN SOLUTION
    z = np.asarray(X) @ np.asarray(w) + b
    small = np.exp(-np.abs(z))  # never more than 1
    return np.where(z >= 0, 1.0, small) / (1.0 + small)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-sigmoid-neuron", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("sigmoid-neuron", sigmoid_neuron)

# %% [markdown]
# **Guess first.** In the first picture, multiplying $\mathbf{w}$ and $b$ by 10 changed nothing. What does it do to a sigmoid neuron?

# %% tags=["picture"]
z = np.linspace(-6, 6, 601)[:, None]  # one feature, so that w scales it
figure, (ax_curve, ax_soft, ax_hard) = plt.subplots(1, 3, figsize=(13, 3.9))
for scale, style in ((0.5, ":"), (1.0, "-"), (3.0, "--"), (30.0, "-.")):
    ax_curve.plot(z[:, 0], sigmoid_neuron(z, np.array([scale]), 0.0), style, label=f"w = {scale:g}")
ax_curve.set(xlabel="input x", ylabel="output p", title="One input, b = 0")
ax_curve.legend()
for ax, scale in ((ax_soft, 1), (ax_hard, 10)):
    w, b = scale * np.array([1.0, 2.0]), scale * -2.0
    ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    ax.set_title(f"w = ({w[0]:g}, {w[1]:g}),  b = {b:g}".replace("-", "−"))
    plots.probability_map(ax, lambda x, w=w, b=b: sigmoid_neuron(x, w, b))
    plots.boundary(ax, w, b)
plt.show()

# %% [markdown]
# (The dashed lines are at $p = 0.1$ and $p = 0.9$.) The line where $p = \tfrac12$ stays, but the doubts on both sides of it vanish. A sigmoid neuron has a scale: the length of $\mathbf w$ says how sure it is. In the limit it becomes the LTU.

# %% [markdown]
# ## 10 · How wrong is "70 %"?
#
# A perceptron is right or wrong. A neuron that says "Gentoo, with probability 0.7" is something in between, and we need a number for it, a **cost**. Ask: how probable did the neuron think *the right answer*? That is $p$ if $y = 1$, and $1 - p$ if $y = 0$. Take the logarithm, so that probabilities of independent samples add up instead of being multiplied, put a minus in front so that small is good, and average over the $n$ samples:
#
# $$J = -\frac{1}{n}\sum_{i=1}^{n}\Bigl[\, y_i \log p_i + (1 - y_i)\log(1 - p_i) \Bigr].$$
#
# This is the **binary cross-entropy**. Of the two terms, exactly one is at work for each sample $i$: the first if $y_i = 1$, the second if $y_i = 0$. Here it is as code, ready to use. Because $\log 0$ is minus infinity, $p$ is kept a hair away from 0 and 1.


# %% nbgrader={"grade": false, "grade_id": "given-binary-crossentropy", "locked": true, "schema_version": 3, "solution": false, "task": false}
def binary_crossentropy(y, p):
    """Mean binary cross-entropy of labels y (0 or 1) and probabilities p, both of shape (n_samples,).

    p is clipped to [1e-7, 1 - 1e-7], as Keras does.
    """
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% tags=["picture"]
p = np.linspace(0.001, 0.999, 500)
figure, ax = plt.subplots(figsize=(7, 3.8))
for label, style in ((1, "-"), (0, "--")):
    cost = [binary_crossentropy(np.array([label]), np.array([value])) for value in p]
    ax.plot(p, cost, style, label=f"the right answer is {label}", color=plots.CLASS_COLORS[label])
ax.set(xlabel="what the neuron says, p", ylabel="cost of this one sample", ylim=(0, 7))
ax.legend()
plt.show()
for value in (0.5, 0.7, 0.99, 0.01):
    print(
        f"says {value:4}, right answer 1: cost {binary_crossentropy(np.array([1]), np.array([value])):.2f}"
    )

# %% [markdown]
# To be unsure costs a little; to be sure and wrong costs a lot.
#
# **A note on the slides.** The slide with the binary cost leaves out the second term, $(1-y)\log(1-\hat y)$, and mixes up the index of its sum (it runs over the samples, and $y_i$ and $\hat y_i$ belong to the same sample $i$). It is an easy slip: with several output classes, "one term per class" *is* the whole formula. With one output neuron the second term is needed, and section 11 shows with numbers what happens without it.
#
# ### Downhill: the gradient of the cost
#
# $J$ is a smooth function of the weights: a landscape. From where we stand, the **gradient** points uphill, so we step the other way:
#
# $$\mathbf w \leftarrow \mathbf w - \eta\,\frac{\partial J}{\partial\mathbf w}, \qquad b \leftarrow b - \eta\,\frac{\partial J}{\partial b}.$$
#
# The derivative, for one sample, with the chain rule. The cost is $\ell = -y\log p - (1-y)\log(1-p)$ with $p = \sigma(z)$ and $z = \mathbf w\cdot\mathbf x+b$.
#
# $$\frac{\partial \ell}{\partial p} = -\frac{y}{p} + \frac{1-y}{1-p} = \frac{p - y}{p\,(1-p)}, \qquad
# \frac{\partial p}{\partial z} = p\,(1-p), \qquad \frac{\partial z}{\partial w_j} = x_j .$$
#
# Multiply, and $p\,(1-p)$ cancels:
#
# $$\frac{\partial \ell}{\partial w_j} = (p - y)\, x_j , \qquad \frac{\partial \ell}{\partial b} = p - y .$$
#
# The gradient of $J$ is the **mean** of this over the $n$ samples:
#
# $$\frac{\partial J}{\partial w_j} = \frac1n\sum_{i=1}^n (p_i - y_i)\,x_{ij}, \qquad \frac{\partial J}{\partial b} = \frac1n\sum_{i=1}^n (p_i - y_i).$$
#
# That cancellation is no accident, and unit 3 explains it. For now enjoy what is left: *error times input*.
#
# **Exercise `neuron-gradient` (3 points).** Return the gradient for a batch. The sum over samples can be written as one matrix product: which shapes must meet so that `(n_features,)` comes out? The gradient must stay finite for a saturated neuron, too ($|z| = 1000$, where $p$ is 0 or 1 to the last digit). The short form does; the long one, with $p\,(1-p)$ in the denominator, divides 0 by 0.


# %% nbgrader={"grade": false, "grade_id": "neuron-gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def neuron_gradient(X, y, w, b):
    """The gradient of the mean binary cross-entropy of one sigmoid neuron over a batch.

    X: samples, shape (n_samples, n_features)
    y: labels 0 or 1, shape (n_samples,)
    w: weights, shape (n_features,)
    b: bias, a number

    Returns (dw, db): dJ/dw, shape (n_features,), and dJ/db, a number. Both are means over the
    batch, and point uphill (the minus sign comes with the update). They are right (and no NaN or
    infinity) also where X w + b is 1000 or -1000. X, y, w and b may be integers.
    """
    ### BEGIN SOLUTION
    error = sigmoid_neuron(X, w, b) - np.asarray(y)
    return np.asarray(X).T @ error / len(error), np.mean(error)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-neuron-gradient", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("neuron-gradient", neuron_gradient)

# %% [markdown]
# You need not trust the chain rule. Change one weight a tiny bit, see how the cost changes, divide. It should be the gradient's entry. And in the picture the arrows, minus your gradient, should stand at a right angle to the contour lines of the cost and point down into the valley.

# %% tags=["picture"]
w, b, h = np.array([0.5, -0.3]), 0.2, 1e-6
gradient, _ = neuron_gradient(X, y, w, b)
for j, name in enumerate(("bill length", "bill depth")):
    nudge = h * np.eye(2)[j]
    change = binary_crossentropy(y, sigmoid_neuron(X, w + nudge, b)) - binary_crossentropy(
        y, sigmoid_neuron(X, w - nudge, b)
    )
    print(
        f"∂J/∂w for {name:11}: your gradient {gradient[j]:+.6f}, measured {change / (2 * h):+.6f}"
    )

# the overlapping species: their cost has its lowest point at finite weights
figure = plots.cost_landscape(
    cost=lambda w, b: binary_crossentropy(y_mixed, sigmoid_neuron(X_mixed, w, b)),
    gradient=lambda w, b: neuron_gradient(X_mixed, y_mixed, w, b)[0],
    bias=-1.0,
    xlabel="weight of the flipper length",
    ylabel="weight of the body mass",
)
figure.axes[0].legend(loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=2)
plt.show()

# %% [markdown]
# ## 11 · Training the neuron
#
# Unlike Rosenblatt's rule, **full-batch gradient descent** looks at *all* samples, and then takes one step. The recipe, to the letter:
#
# 1. Start with all weights and the bias at **zero**.
# 2. In each epoch: note the mean binary cross-entropy of the current weights, **before** the update; then make **one** update with the gradient over all samples.
# 3. After `epochs` epochs, return the **last** weights, not the best. There is no early stop, whatever the costs do, so there are exactly `epochs` updates and `losses` has exactly `epochs` entries. The first one is always $\log 2 \approx 0.693$. (Why?)
#
# **Exercise `train-neuron` (3 points).** Use `neuron_gradient`, `sigmoid_neuron` and `binary_crossentropy`.


# %% nbgrader={"grade": false, "grade_id": "train-neuron", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    """Train one sigmoid neuron with full-batch gradient descent, from zero weights and zero bias.

    X: samples, shape (n_samples, n_features)
    y: labels 0 or 1, shape (n_samples,)
    learning_rate: eta, any positive number
    epochs: the number of updates, at least 1; each uses all samples

    Returns (w, b, losses): the weights after the last update, shape (n_features,); the bias, a
    number; and a list of `epochs` numbers: losses[k] is the mean binary cross-entropy BEFORE
    update number k, as binary_crossentropy gives it (p is clipped, so it is always finite).
    X may hold any numbers, whole or not.
    """
    ### BEGIN SOLUTION
    w, b, losses = np.zeros(np.shape(X)[1]), 0.0, []
    for _ in range(epochs):
        losses.append(float(binary_crossentropy(np.asarray(y), sigmoid_neuron(X, w, b))))
        dw, db = neuron_gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, losses
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-train-neuron", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("train-neuron", train_neuron)

# %% tags=["picture"]
w, b, losses = train_neuron(X, y, learning_rate=0.1, epochs=200)
w = np.asarray(w)
right = np.mean((np.asarray(sigmoid_neuron(X, w, b)) >= 0.5) == y)

figure, (ax_loss, ax_map) = plt.subplots(1, 2, figsize=(12, 4.3))
plots.loss_curves(ax_loss, {"Adélie and Gentoo, η = 0.1": losses})
ax_map.set(
    xlim=(-2.6, 3.2),
    ylim=(-2.6, 2.6),
    xlabel="bill length (standardised)",
    ylabel="bill depth (standardised)",
)
plots.probability_map(ax_map, lambda x: sigmoid_neuron(x, w, b))
plots.classes(ax_map, X, y, ("Adélie", "Gentoo"))
plots.boundary(ax_map, w, b)
ax_map.legend(loc="lower right")
plt.show()
print(f"cost {losses[0]:.3f} → {losses[-1]:.3f}; {right:.1%} of the penguins on the right side")

# %% [markdown]
# ### Now break it: half a cost
#
# What if we had believed the slide and kept only the first term, $-\frac1n\sum_i y_i\log p_i$? The samples with $y_i = 0$ drop out of the sum, whatever the neuron says about them. So training with that cost is the same as **never showing the neuron a single Adélie** (up to a constant factor in the learning rate). That we can do:
#
# **Guess first.** What will it say about the Adélies?


# %% tags=["picture"]
def first_term_only(y, p):
    """The cost as printed: without (1 - y) log(1 - p)."""
    return -np.mean(y * np.log(np.clip(p, 1e-7, 1)))


candidates = {
    "trained with the whole cost": train_neuron(X, y, learning_rate=0.1, epochs=200)[:2],
    "trained with the first term only": train_neuron(
        X[y == 1], y[y == 1], learning_rate=0.1, epochs=200
    )[:2],
    "says 'Gentoo' to everybody": (np.zeros(2), 20.0),
}
print(f"{'neuron':34} {'first term':>10} {'whole cost':>11} {'Gentoo?':>8} {'right':>7}")
for name, (w, b) in candidates.items():
    p = np.asarray(sigmoid_neuron(X, np.asarray(w), b))
    print(
        f"{name:34} {first_term_only(y, p):10.4f} {binary_crossentropy(y, p):11.4f} "
        f"{np.mean(p >= 0.5):8.1%} {np.mean((p >= 0.5) == y):7.1%}"
    )
print(f"{'(the truth)':34} {'':10} {'':11} {np.mean(y):8.1%}")

# %% [markdown]
# Judged by the first term alone, the best of the three is the neuron that shouts "Gentoo!" at everybody, and the good one is the *worst*. A cost that charges nothing for false alarms is lowest if you always raise the alarm. Hence the second term.
#
# ### Now break it: learning rate × 100, again
#
# For Rosenblatt's rule the learning rate did nothing. **Guess first:** what will $\eta = 10$ instead of 0.1 do to the sigmoid neuron (a) on Adélie and Gentoo, which a line separates, (b) on Adélie and Chinstrap, which no line separates?

# %% tags=["picture"]
figure, axes = plt.subplots(1, 2, figsize=(12, 4), sharey=True)
pairs = {"(a) Adélie and Gentoo": (X, y), "(b) Adélie and Chinstrap": (X_mixed, y_mixed)}
for ax, (title, (data, labels)) in zip(axes, pairs.items(), strict=True):
    curves = {f"η = {eta:g}": train_neuron(data, labels, eta, epochs=100)[2] for eta in (0.1, 10.0)}
    plots.loss_curves(ax, curves)
    ax.set_title(title)
    for name, losses in curves.items():
        print(f"{title:26} {name:8} last two costs: {losses[-2]:.3f}, {losses[-1]:.3f}")
plt.show()

# %% [markdown]
# Now it matters, and not in the way that many expect. In (a) the large rate is simply *better*: the valley goes down for ever, since a separable data set can always be fitted a little better by making the weights longer, so there is no lowest point to jump across. In (b) there is a lowest point, the large steps jump across it, and the cost keeps bouncing above the bottom. The right learning rate is a property of the landscape. Unit 9 is about nothing else.

# %% [markdown]
# ## 12 · Two rules that look like one
#
# Put the two updates for a single sample side by side:
#
# $$\text{Rosenblatt:}\quad \mathbf w \leftarrow \mathbf w + \eta\,(y - \operatorname{step}(z))\,\mathbf x
# \qquad\qquad
# \text{gradient:}\quad \mathbf w \leftarrow \mathbf w + \eta\,(y - \sigma(z))\,\mathbf x$$
#
# **A note on the slides.** The slide on perceptron training shows the sigmoid, the cross-entropy and the gradient step. That is the rule on the right. It is known as **logistic regression** (David Cox published it in 1958 [16], the year of the perceptron), and it is a good rule, but not Rosenblatt's: his, on the left, uses the output of the *step*. The formulas differ by one symbol, the neurons by their whole character:
#
# | | Rosenblatt's perceptron | sigmoid neuron (logistic regression) |
# | --- | --- | --- |
# | learns from | mistakes only | every sample, since $p$ is never quite 0 or 1 |
# | separable data | stops after finitely many mistakes, at *some* separating line | never quite stops; the weights grow longer and longer |
# | not separable | never settles | settles at the lowest cost, if the learning rate is not too large |
# | says | yes or no | how sure it is |
# | learning rate | irrelevant from zero weights | decisive |
#
# The overlapping pair shows it best. We look at both neurons after each of their first 200 updates: for the perceptron, that is after each of its first 200 mistakes. **Guess first:** which curve will be jagged, and between which values?


# %% tags=["picture"]
def share_right(w, b):
    """The share of the overlapping penguins on their own side of the line."""
    answers = np.asarray(perceptron_layer(X_mixed, w[:, None], np.array([b])))
    return np.mean(answers[:, 0] == y_mixed)


steps = plots.record_updates(perceptron_update, X_mixed, y_mixed, max_epochs=4)
accuracy = {
    "perceptron": [share_right(step.w, step.b) for step in steps[1:201]],
    "sigmoid neuron": [],
}
w, b = np.zeros(2), 0.0
for _ in range(200):  # what train_neuron does with a learning rate of 1, seen from inside
    dw, db = neuron_gradient(X_mixed, y_mixed, w, b)
    w, b = w - np.asarray(dw), b - db
    accuracy["sigmoid neuron"].append(share_right(w, b))

figure, ax = plt.subplots(figsize=(9.5, 4.2))
plots.accuracy_curves(ax, accuracy, baseline=np.mean(y_mixed == 0))
plt.show()
for name, values in accuracy.items():
    print(
        f"{name:15} after updates 101 to 200: between {min(values[100:]):.1%} and {max(values[100:]):.1%} right"
    )
print(f"{'always Adélie':15} {np.mean(y_mixed == 0):.1%} right")

# %% [markdown]
# The dotted line is what you get by calling every penguin an Adélie. How good the perceptron is depends on which mistake it happened to make last, so on the moment at which you stop it; often it does worse than somebody who never looks at the penguin. The sigmoid neuron finds its place after a few updates and stays there.
#
# ## 13 · A taste of what is to come: 784 inputs
#
# Nothing in your functions knows that penguins have two measurements. An image of 28 × 28 pixels is a vector of 784 numbers. Fashion-MNIST [17] holds small pictures of clothes, and we shall use it in many units. Let your neurons tell trousers from dresses: 784 inputs, so 784 weights, and those can be looked at *as an image*.
#
# **Guess first.** Are 2,000 pictures of trousers and dresses linearly separable? And where in the image will ink speak for trousers, where for a dress? (As with the penguins, we measure each input from its mean. If your functions use loops, the next cell may take a minute. Let it run.)

# %% tags=["picture"]
TROUSER, DRESS = 1, 3
(train_images, train_labels), (test_images, test_labels) = datasets.load_fashion_mnist()


def trousers_and_dresses(images, labels):
    """Images as rows of 784 numbers between 0 and 1; y is 0 for trousers, 1 for dresses."""
    chosen = np.isin(labels, (TROUSER, DRESS))
    return images[chosen].reshape(-1, 784) / 255.0, (labels[chosen] == DRESS).astype(int)


X_train, y_train = trousers_and_dresses(train_images, train_labels)
X_test, y_test = trousers_and_dresses(test_images, test_labels)
mean_image = X_train.mean(axis=0)
X_old, X_new = X_train - mean_image, X_test - mean_image
w, b, mistakes = train_perceptron(X_old, y_train, max_epochs=100)
soft_w, soft_b, _ = train_neuron(X_old, y_train, learning_rate=1.0, epochs=10)
w, soft_w = np.asarray(w), np.asarray(soft_w)

neurons = {"perceptron: weights": w, "sigmoid neuron: weights": soft_w}
plots.weights_as_image(X_train, y_train, neurons, names=("trousers", "dress"))
plt.show()
print(
    f"perceptron, {len(y_train)} images: {mistakes[0]} mistakes in epoch 1, {mistakes[-1]} in epoch {len(mistakes)}"
)
hard = np.asarray(perceptron_layer(X_new, w[:, None], np.array([b])))[:, 0]
soft = np.asarray(sigmoid_neuron(X_new, soft_w, soft_b)) >= 0.5
print(
    f"right on {len(y_test)} new images: perceptron {np.mean(hard == y_test):.1%}, "
    f"sigmoid neuron {np.mean(soft == y_test):.1%}"
)

# %% [markdown]
# A last epoch without a mistake: yes, there is a hyperplane in 784 dimensions with all trousers on one side and all dresses on the other. One neuron without any idea of clothes found by itself where the gap between two legs is. Its weights are a patchwork of the pictures that it got wrong; the sigmoid neuron, which listens to every picture, draws a smoother one. On new pictures neither is perfect, and a perfect score on the old ones promises nothing. That gap will occupy us in unit 5.
#
# ## What to remember
#
# - **Neuron**: weighted sum, then a decision. **Layer**: one column of $W$ per neuron, all at once as $XW + \mathbf b$. The bias is the weight of an input that is always 1.
# - **One neuron = one hyperplane.** XOR needs more than one neuron: unit 2.
# - **Hebb** strengthens what fires together; **Rosenblatt** corrects mistakes; the **gradient** goes downhill on a cost. All three change a weight by *something times the input*.
# - **Novikoff**: at most $R^2/\gamma^2$ mistakes on separable data. Standardising the features usually shrinks that number.
# - **Sigmoid and cross-entropy** make it smooth, and smooth is what everything from unit 4 on is built on.

# %% [markdown]
# ## Concept check
#
# Six questions, one right answer each (6 points).
#
# **q1.** You multiply the weights *and* the bias of a linear threshold unit by 10. What changes?
#
# - a) It fires for more inputs than before.
# - b) Its boundary moves away from the origin.
# - c) Nothing: it gives the same answer to every input.
# - d) Its boundary turns, because the weights now outweigh the input.
#
# **q2.** Why can no linear threshold unit compute XOR?
#
# - a) XOR has four rows, but the unit has only three parameters.
# - b) No straight line has both inputs with answer 1 on its one side and both with answer 0 on the other.
# - c) The step function has no useful derivative.
# - d) Rosenblatt's rule would need a smaller learning rate to find the weights.
#
# **q3.** You train a perceptron on the AND gate, but you leave out the bias ($b = 0$ always; remember that step(0) = 1). What happens?
#
# - a) It learns AND, only more slowly.
# - b) It learns OR instead.
# - c) It answers 0 to all four inputs.
# - d) It answers 1 to (0, 0) whatever the weights are, so no epoch is free of mistakes.
#
# **q4.** A sample $\mathbf x = (2, 1)$ has the label 0, but the perceptron fires. With $\eta = 0.5$, what does Rosenblatt's rule do?
#
# - a) It adds $(1, 0.5)$ to the weights and 0.5 to the bias.
# - b) It subtracts $(2, 1)$ from the weights and 1 from the bias.
# - c) It subtracts $(1, 0.5)$ from the weights and 0.5 from the bias.
# - d) It subtracts $(1, 0.5)$ from the weights and leaves the bias alone.
#
# **q5.** For some separable training data you compute $R^2/\gamma^2 = 400$. What does Novikoff's theorem promise, for a start at zero weights?
#
# - a) At most 40 mistakes if the learning rate is 0.1.
# - b) At most 400 mistakes during training, all epochs together, in whatever order the samples come.
# - c) At least 400 mistakes before training can stop.
# - d) At most 400 mistakes on any new data, however many.
#
# **q6.** Rosenblatt's update $\eta\,(y-\hat y)\,\mathbf x$ and the gradient update $\eta\,(y-p)\,\mathbf x$ look alike. How do they differ?
#
# - a) Rosenblatt's changes the weights only for samples it gets wrong; in the gradient's every sample has a say, because $p$ never quite reaches $y$.
# - b) Not at all: these are two names for logistic regression.
# - c) They push the weights in opposite directions.
# - d) The gradient's leads to a curved decision boundary in the plane of the inputs.
#
# Write your letters into the dictionary, in place of `None`: `"q1": "a"`, and so on. Leave everything from `if` on as it is: it only complains while an answer is missing.

# %% nbgrader={"grade": false, "grade_id": "perceptron-concepts", "locked": false, "schema_version": 3, "solution": true, "task": false}
perceptron_concepts = {
    "q1": None,
    "q2": None,
    "q3": None,
    "q4": None,
    "q5": None,
    "q6": None,
}
if None in perceptron_concepts.values():
    ### BEGIN SOLUTION
    perceptron_concepts = {"q1": "c", "q2": "b", "q3": "d", "q4": "c", "q5": "b", "q6": "a"}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "check-perceptron-concepts", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check("perceptron-concepts", perceptron_concepts)

# %% [markdown]
# ## Written question (4 points)
#
# A friend trains a perceptron with Rosenblatt's rule from zero weights. After 1,000 epochs it still makes between 3 and 9 mistakes in every epoch. "I need a smaller learning rate", she says. Advise her in five to ten sentences:
#
# 1. What would a smaller learning rate change, and why?
# 2. Name two different reasons why training may not have stopped. How could she find out which it is?
# 3. What could she do in each case?
#
# This one is read by a person. Give reasons; formulas are welcome but not necessary.

# %% [markdown] nbgrader={"grade": true, "grade_id": "perceptron-written", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# <!-- ### BEGIN SOLUTION -->
# *A model answer, with the points in brackets.*
#
# A smaller learning rate would change nothing that matters. From zero weights each update is $\eta$ times a sample or its negative, so all weights are $\eta$ times what they would be for $\eta = 1$, and scaling $\mathbf w$ and $b$ by the same positive number leaves every decision, and so every later mistake, as it was. **(1)**
#
# Either the data are not linearly separable: then no weights make an epoch free of mistakes, and the rule can never stop. Or they are separable, but with a small margin $\gamma$ compared to their size $R$: the theorem allows up to $R^2/\gamma^2$ mistakes, which can be a million, and 1,000 epochs were not enough. (A bug, such as labels −1 and 1 where 0 and 1 are expected, or a missing bias, is a third reason.) **(1)**
#
# Counting the mistakes does not tell the two apart. She can ask whether a separating hyperplane exists, with a linear program or by computing the widest margin; if it exists, $R^2/\gamma^2$ tells how many mistakes it may take at most. She can also note the weights after each epoch: if they come back exactly, with mistakes in between and the samples always in the same order, training never stops; if they have not come back yet, she knows nothing new. With two features she can draw a picture. (One of these ways is enough.) **(1)**
#
# If the data are separable she should standardise the features, which often raises $\gamma/R$, and train on. If not, she can keep the best weights seen so far, add features or neurons, or train a sigmoid neuron with the cross-entropy, which settles at the lowest cost and says how sure it is. **(1)**
# <!-- ### END SOLUTION -->

# %% [markdown]
# ## Sources
#
# 1. New Navy device learns by doing. *The New York Times*, 8 July 1958, p. 25.
# 2. F. A. C. Azevedo et al. (2009). Equal numbers of neuronal and nonneuronal cells make the human brain an isometrically scaled-up primate brain. *Journal of Comparative Neurology* 513(5), 532–541.
# 3. B. Pakkenberg et al. (2003). Aging and the human neocortex. *Experimental Gerontology* 38(1–2), 95–99. (0.15 · 10¹⁵ synapses in the cortex; shared among some 20 billion neurons, about 7,500 each.)
# 4. W. S. McCulloch and W. Pitts (1943). A logical calculus of the ideas immanent in nervous activity. *Bulletin of Mathematical Biophysics* 5, 115–133.
# 5. *The On-Line Encyclopedia of Integer Sequences*, A000609: number of threshold functions of n or fewer variables.
# 6. M. Minsky and S. Papert (1969). *Perceptrons: An Introduction to Computational Geometry*. MIT Press.
# 7. F. Rosenblatt (1958). The perceptron: a probabilistic model for information storage and organization in the brain. *Psychological Review* 65(6), 386–408.
# 8. J. C. Hay, B. E. Lynch and D. R. Smith (1960). *Mark I Perceptron Operators' Manual*. Cornell Aeronautical Laboratory, report VG-1196-G-5.
# 9. D. O. Hebb (1949). *The Organization of Behavior*. Wiley; the sentence is on page 62.
# 10. C. J. Shatz (1992). The developing brain. *Scientific American* 267(3), 60–67.
# 11. K. B. Gorman, T. D. Williams and W. R. Fraser (2014). Ecological sexual dimorphism and environmental variability within a community of Antarctic penguins (genus *Pygoscelis*). *PLoS ONE* 9(3), e90081.
# 12. A. M. Horst, A. P. Hill and K. B. Gorman (2020). *palmerpenguins: Palmer Archipelago (Antarctica) penguin data*. R package; the data are in the public domain (CC0).
# 13. A. B. J. Novikoff (1962). On convergence proofs on perceptrons. *Proceedings of the Symposium on the Mathematical Theory of Automata* 12, 615–622. Polytechnic Institute of Brooklyn.
# 14. C. L. Lawson and R. J. Hanson (1974). *Solving Least Squares Problems*. Prentice-Hall; chapter 23.
# 15. H. D. Block and S. A. Levin (1970). On the boundedness of an iterative procedure for solving a system of linear inequalities. *Proceedings of the American Mathematical Society* 26(2), 229–235.
# 16. D. R. Cox (1958). The regression analysis of binary sequences. *Journal of the Royal Statistical Society B* 20(2), 215–242.
# 17. H. Xiao, K. Rasul and R. Vollgraf (2017). Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747. Images under the MIT licence.
