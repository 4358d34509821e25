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
# # 5 · Regularisation
#
# *Fitting less to generalise more.*
#
# In 1953 Freeman Dyson showed Enrico Fermi a calculation that agreed well with Fermi's measurements. Fermi asked how many free parameters had gone into it. Four, said Dyson. Fermi answered: "I remember my friend Johnny von Neumann used to say, with four parameters I can fit an elephant, and with five I can make him wiggle his trunk." [1] The networks of this notebook have 17,418 parameters, and they are tiny. What keeps them from fitting elephants?
#
# **You will be able to**
#
# - recognise overfitting from two curves, and say which number to watch;
# - stop training in time, and keep the right weights;
# - put a price on large weights (ℓ1, ℓ2) or a fence around them (max-norm), and say what each does to the weights;
# - write dropout, forward and backward, and explain why it needs a factor;
# - shift, turn and resize images, and say when that helps and when it lies to the network;
# - plan a comparison of methods that deserves to be believed, and draw no more from it than it shows.
#
# **You need** the multi-layer perceptron (unit 2), cross-entropy with softmax (unit 3) and mini-batch gradient descent (unit 4). The code for these is given below, so you can begin here if you know the ideas.
#
# **Time**: about four hours, in three sittings if you like: sections 1–4, 5, 6–7.

# %% [markdown]
# ## How this notebook works
#
# Your work goes into the cells with `# YOUR CODE HERE`; the check under each such cell says what is right, or on which input your answer goes wrong and what may be behind it. Cells between the exercises draw pictures and train networks *with the functions that you wrote*, so work from top to bottom. Before a picture you will often read **Guess first**. Do.
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $X$ | `X` | `(n_samples, n_features)` | samples, one **row** each |
# | $W$, $\mathbf b$ | `W`, `b` | `(n_inputs, n_units)`, `(n_units,)` | a layer, one **column** of weights per unit |
# | | `weights`, `biases` | lists of arrays | those of all layers, the first layer first |
# | $y$ | `y` | `(n_samples,)` | labels: integers |
# | $\eta$ | `learning_rate` | a number | the size of a step |
# | $\lambda$ | `l1`, `l2` | a number ≥ 0 | the price of the weights |
# | $r$ | `max_value` | a number > 0 | the largest norm allowed |
# | $p$ | `rate` | a number, 0 ≤ p < 1 | the probability to **drop** a unit |
# | | `rng` | | a `np.random.Generator`: draw all random numbers from it |
# | | `training` | `True` or `False` | whether the network is being trained, or used |
#
# Your functions leave their inputs as they found them and return new arrays (`early-stopping` is the one exception: there the weights that come in are changed by the training). Inputs may come as integers; the answer must not lose its decimals for that.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from functools import cache
from itertools import cycle, pairwise

import matplotlib.pyplot as plt
import numpy as np
from scipy.ndimage import map_coordinates

from autograder.check import check
from course_lib import datasets, plots

plots.use_style()

# %% [markdown]
# ## 1 · How many numbers may a model choose?
#
# Twelve measurements of a curve, with noise. We fit polynomials: a polynomial of degree $d$ may choose $d + 1$ numbers. These are its **degrees of freedom**: in how many independent ways the model can bend itself to the data.
#
# **Guess first.** Degree 1, 3 and 11. Which comes closest to the twelve points? Which comes closest to the next twelve?


# %% tags=["picture"]
def truth(x):
    """The curve behind the measurements."""
    return np.sin(2 * np.pi * x)


rng = np.random.default_rng(4)
x_old = np.linspace(0, 1, 12)
y_old = truth(x_old) + 0.25 * rng.normal(size=12)
x_new = rng.uniform(0, 1, size=500)
y_new = truth(x_new) + 0.25 * rng.normal(size=500)

fits = {d: np.polynomial.Polynomial.fit(x_old, y_old, d) for d in range(12)}
titles = {f"degree {d}: {d + 1} degrees of freedom": fits[d] for d in (1, 3, 11)}
plots.polynomial_fits(x_old, y_old, truth, titles)
plt.show()


# %% tags=["picture"]
def root_mean_square(values):
    """The typical size of some errors."""
    return np.sqrt(np.mean(values**2))


old = [max(root_mean_square(fit(x_old) - y_old), 1e-3) for fit in fits.values()]
new = [root_mean_square(fit(x_new) - y_new) for fit in fits.values()]
figure, ax = plt.subplots(figsize=(7.5, 4))
plots.fit_errors(ax, list(fits), old, new)
plt.show()
for d in (1, 3, 11):
    print(f"degree {d:2}: error on the 12 points {old[d]:.2f}, on 500 new ones {new[d]:.2f}")

# %% [markdown]
# On the points it was fitted to, more freedom is never worse: with twelve numbers to choose the polynomial runs through all twelve points. (We drew its error as 0.001; it is 0 up to rounding.) On new points there is a best degree, and beyond it the error grows again. The polynomial has begun to fit the *noise*, and the noise of the next twelve measurements will be another.
#
# - **Underfitting**: too little freedom to follow the curve. Bad on old and on new data.
# - **Overfitting**: so much freedom that it follows the noise. Good on old data, bad on new.
#
# **Regularisation** is everything that makes a model do better on new data usually by making it fit the old less well. You could also simply take a smaller model, or collect more data. Both are fine when you can. In this unit the model is large, the data are few, and we have to live with it.
#
# ### A network that believes everything
#
# Our data: pictures of clothes (Fashion-MNIST [2]), made smaller, 14 × 14 pixels. We take only 800 for training and 400 for validation. And we add noise, as the real world does: **30 % of the labels are wrong**, each flipped to another of the ten classes at random, in the training *and* in the validation set. (In real life you would not know which. The 2,000 test images keep their right labels, so that we can see what was learned about clothes.)
#
# The network has 196 inputs, two hidden layers of 64 ReLU units and 10 softmax outputs. Here it is, ready to use, with the training loop of unit 4. Read the docstrings; the code mentions some functions that you are going to write.


# %% nbgrader={"grade": false, "grade_id": "given-network", "locked": true, "schema_version": 3, "solution": false, "task": false}
def new_network(layer_sizes, rng):
    """Random weights (normal, variance 2 / n_inputs) and zero biases: two lists of arrays."""
    pairs = list(pairwise(layer_sizes))
    weights = [np.sqrt(2 / n_in) * rng.standard_normal((n_in, n_out)) for n_in, n_out in pairs]
    return weights, [np.zeros(n_out) for _, n_out in pairs]


def forward(X, weights, biases, rate=0.0, rng=None):
    """What every layer puts out, X first and the softmax last, and the masks of dropout.

    Hidden layers are ReLU. With a rate above 0 your dropout_forward follows each of them, as in
    training; with a rate of 0 nothing is dropped, and the list of masks is empty.
    """
    activations, masks = [X], []
    for W, b in zip(weights[:-1], biases[:-1], strict=True):
        hidden = np.maximum(activations[-1] @ W + b, 0.0)
        if rate > 0:
            hidden, mask = dropout_forward(hidden, rate, rng, True)
            masks.append(mask)
        activations.append(np.asarray(hidden))
    z = activations[-1] @ weights[-1] + biases[-1]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return [*activations, e / e.sum(axis=1, keepdims=True)], masks


def gradients(X, y, weights, biases, rate=0.0, rng=None):
    """Gradient of the mean cross-entropy, backwards through all layers: d_weights + d_biases."""
    activations, masks = forward(X, weights, biases, rate, rng)
    d_z = activations[-1].copy()
    d_z[np.arange(len(y)), y] -= 1.0
    d_z /= len(y)
    d_weights, d_biases = [], []
    for k in reversed(range(len(weights))):
        d_weights.insert(0, activations[k].T @ d_z)
        d_biases.insert(0, d_z.sum(axis=0))
        if k > 0:
            d_hidden = d_z @ weights[k].T
            if rate > 0:
                d_hidden = np.asarray(dropout_backward(d_hidden, masks[k - 1], rate))
            d_z = d_hidden * (activations[k] > 0)
    return d_weights + d_biases


def cost_and_accuracy(X, y, weights, biases):
    """Mean cross-entropy and share of right answers; nothing is dropped."""
    p = forward(X, weights, biases)[0][-1]
    right = np.maximum(p[np.arange(len(y)), y], 1e-12)
    return float(-np.mean(np.log(right))), float(np.mean(p.argmax(axis=1) == y))


# %% nbgrader={"grade": false, "grade_id": "given-training", "locked": true, "schema_version": 3, "solution": false, "task": false}
def halves(params):
    """A list of all weights and then all biases, as two lists (of the same arrays)."""
    return params[: len(params) // 2], params[len(params) // 2 :]


def trainer(data, rng, *, rate=0.0, penalties=(), max_value=None, versions=None, watch=None):
    """A function train_epoch(params): one epoch of mini-batch gradient descent.

    It changes the arrays in params (all weights, then all biases) in place, and returns the
    validation loss. The learning rate is 0.4, a batch has 100 samples.

    data: (X, y, X_val, y_val)
    rng: for the order of the samples and for dropout
    rate: of dropout after each hidden layer
    penalties: pairs such as (l2_penalty, 0.001)
    max_value: for max_norm, applied to the hidden layers after every step
    versions: altered copies of X, used in turn, one in each epoch, in place of X
    watch: a function called as watch(weights, biases) after each epoch
    """
    X, y, X_val, y_val = data
    turns = cycle([X] if versions is None else versions)

    def train_epoch(params):
        weights, biases = halves(params)
        X_now, order = next(turns), rng.permutation(len(y))
        for start in range(0, len(y), 100):
            batch = order[start : start + 100]
            grads = gradients(X_now[batch], y[batch], weights, biases, rate, rng)
            for penalty, strength in penalties:
                _, d_weights, d_biases = penalty(weights, biases, strength)
                extra = [*d_weights, *d_biases]
                grads = [g + np.asarray(e) for g, e in zip(grads, extra, strict=True)]
            for array, g in zip(params, grads, strict=True):
                array[...] -= 0.4 * g
            for W in weights[:-1] if max_value is not None else ():
                W[:] = max_norm(W, max_value)
        if watch is not None:
            watch(weights, biases)
        return cost_and_accuracy(X_val, y_val, weights, biases)[0]

    return train_epoch


# %% [markdown]
# The loop that trains for a number of epochs and keeps the last weights is one line: `for _ in range(60): train_epoch(params)`. We let it run for 60 epochs and look in after each one.

# %% tags=["picture"]
SIZES, EPOCHS = (196, 64, 64, 10), 60
(all_images, all_labels), (test_images, test_labels) = datasets.load_fashion_mnist()


def smaller(images):
    """Each block of 2 x 2 pixels becomes its mean: bytes (n, 28, 28) to 0 ... 1 (n, 14, 14)."""
    return images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)) / 255.0


all_images, test_images = smaller(all_images), smaller(test_images)
mean_image = all_images.mean(axis=0)


def rows(images):
    """Images as rows of 196 numbers, measured from the mean image."""
    return (np.asarray(images) - mean_image).reshape(-1, 196)


def noisy_clothes(seed, share=0.3, n_train=800, n_val=400):
    """Training and validation images with a share of wrong labels: (images, given, true) twice."""
    rng = np.random.default_rng(seed)
    chosen = rng.permutation(len(all_images))[: n_train + n_val]
    images, true = all_images[chosen], all_labels[chosen].astype(int)
    flipped = rng.permutation(len(chosen)) < share * len(chosen)
    given = np.where(flipped, (true + rng.integers(1, 10, len(chosen))) % 10, true)
    old, held_back = slice(None, n_train), slice(n_train, None)
    return [(images[part], given[part], true[part]) for part in (old, held_back)]


(images, y, y_true), (images_val, y_val, _) = noisy_clothes(seed=0)
X, X_val, X_test = rows(images), rows(images_val), rows(test_images)
data = (X, y, X_val, y_val)
wrong = y != y_true
print(f"training: {len(y)} images, {wrong.sum()} of them with a wrong label")
print(f"parameters: {sum((a + 1) * b for a, b in pairwise(SIZES)):,}")

# %% [markdown]
# **Guess first.** Nobody can predict *which* images have a wrong label, or which wrong label they have. So what will the accuracy on the training images be after 60 epochs, measured against the labels as given: at most 70 %, or more?


# %% tags=["picture"]
def start(seed):
    """A fresh network, as one list of parameters."""
    weights, biases = new_network(SIZES, np.random.default_rng(seed))
    return weights + biases


history = []


def look(weights, biases):
    """Note how well the network does, and what it says about the wrongly labelled images."""
    answers = forward(X, weights, biases)[0][-1].argmax(axis=1)
    history.append(
        (
            *cost_and_accuracy(X, y, weights, biases),
            *cost_and_accuracy(X_val, y_val, weights, biases),
            cost_and_accuracy(X_test, test_labels, weights, biases)[1],
            np.mean(answers[wrong] == y_true[wrong]),
            np.mean(answers[wrong] == y[wrong]),
        )
    )


params = start(seed=5)
train_epoch = trainer(data, np.random.default_rng(6), watch=look)
for _ in range(EPOCHS):
    train_epoch(params)
cost, right, cost_val, right_val, right_test, says_true, says_given = np.array(history).T

figure, (ax_cost, ax_right, ax_wrong) = plt.subplots(1, 3, figsize=(14, 4.1))
plots.overfitting_curves(ax_cost, {"training": cost, "validation": cost_val}, "mean cross-entropy")
ax_cost.set_title("the cost")
shares = {"training (as given)": right, "validation (as given)": right_val, "test": right_test}
plots.overfitting_curves(ax_right, shares, "right answers", percent=True)
ax_right.set_title("right answers")
answers = {"the true one": says_true, "the wrong one, as given": says_given}
plots.overfitting_curves(ax_wrong, answers, "of the wrongly labelled images", percent=True)
ax_wrong.set_title("which label does it give them?")
plt.show()
for k in (1, 10, 60):
    print(
        f"epoch {k:2}: training {right[k - 1]:.0%}, validation {right_val[k - 1]:.0%}, "
        f"test {right_test[k - 1]:.0%}; wrongly labelled images: true label "
        f"{says_true[k - 1]:.0%}, label as given {says_given[k - 1]:.0%}"
    )

# %% [markdown]
# The picture to remember. On the left the training cost falls and falls, and the validation cost falls, turns, and climbs far above where it began. In the middle: the training accuracy climbs to 90 %, although 30 % of these labels are wrong. The validation accuracy never gets far beyond 50 % (against labels of which 30 % are wrong, even somebody who knows all about clothes would get about 70 %). The test accuracy rises above 70 % within ten epochs, and then sinks into the sixties.
#
# On the right you see why. During the first epochs the network gives the wrongly labelled images their *true* label: against what it was told, it has understood what a shoe is. Then it changes its mind and learns the wrong labels by heart, one after the other. The simple pattern comes first, the exceptions later [3]. Everything in this unit uses this.
#
# ### Now break it: labels that mean nothing
#
# How much can it memorise? Flip 90 % of the labels. Then each of the ten classes is as likely as any other for each image, and a label says nothing at all about the picture [4].

# %% tags=["picture"]
(images_r, y_r, _), (images_v, y_v, _) = noisy_clothes(seed=0, share=0.9)
random_data = (rows(images_r), y_r, rows(images_v), y_v)
params = start(seed=5)
train_epoch = trainer(random_data, np.random.default_rng(6))
for epoch in range(1, 181):
    train_epoch(params)
    if epoch in (10, 60, 120, 180):
        old = cost_and_accuracy(*random_data[:2], *halves(params))[1]
        new = cost_and_accuracy(*random_data[2:], *halves(params))[1]
        print(f"epoch {epoch:3}: training {old:.0%}, validation {new:.0%}")

# %% [markdown]
# There is nothing to learn, and it learns it. After 120 epochs it knows all 800 labels by heart, and about new images it knows as much as somebody who guesses. With 17,418 parameters for 800 labels, it can simply store the list. So training accuracy alone proves nothing; only data that the network has not seen can tell learning from memorising.
#
# ## 2 · Early stopping
#
# The cheapest remedy: the network was good in some epoch, so take it as it was then. We may not look at the test set for that (its only job is the final mark), so we watch the **validation** loss and stop at its minimum.
#
# **A note on the slides.** They say: stop when the validation error reaches its minimum. But *while* you train you cannot know that a minimum is the minimum. Look at the curve on the left above: it goes down in little jumps, and after each small rise it might fall again. You know it only afterwards. Hence two additions, without which the method does not work:
#
# 1. **Patience**: go on for a few more epochs, and stop when `patience` epochs *in a row* have brought no new minimum.
# 2. **Restore the best weights**: when you stop, the network is already `patience` epochs past its best. So keep a *copy* of the weights whenever there is a new minimum, and return that.
#
# The recipe, to the letter:
#
# - Call `train_epoch(weights)`. It trains one epoch, changes the arrays in the list `weights` **in place**, and returns the validation loss. Note the loss in a list.
# - A loss is a **new minimum** if it is *strictly* lower than all before it. (So the first always is, and a tie is not one.) Then copy the weights.
# - Stop after `patience` epochs in a row without a new minimum, or after `max_epochs` epochs, whichever comes first. Both are at least 1.
#
# For example, with `patience=2` and the losses 5, 3, 4, 3.5, 1 training stops after the fourth epoch, and the weights of the second come back. That the fifth would have been better, nobody will ever know.
#
# **Exercise `early-stopping` (3 points).** Mind what you keep: `best = weights` keeps no copy. The arrays in the list are changed in the next epoch, and so is what you thought you had kept.


# %% nbgrader={"grade": false, "grade_id": "early-stopping", "locked": false, "schema_version": 3, "solution": true, "task": false}
def early_stopping(train_epoch, weights, patience, max_epochs):
    """Train until the validation loss has stopped improving; give back the best weights.

    train_epoch: train_epoch(weights) trains one epoch, changing the arrays in place, and returns
        the validation loss, a number
    weights: a list of arrays (all parameters of the network)
    patience: stop after so many epochs in a row without a new strict minimum, at least 1
    max_epochs: stop after so many epochs in any case, at least 1

    Returns (best_weights, losses): a list of new arrays, copies of the weights as they were right
    after the epoch with the lowest loss (the first of equals); and the list of all losses, one
    for each epoch that was run. What is left in `weights` itself does not matter.
    """
    ### BEGIN SOLUTION
    losses, best_epoch, best_weights = [], 0, None
    while len(losses) < max_epochs and len(losses) - best_epoch < patience:
        losses.append(train_epoch(weights))
        if best_weights is None or losses[-1] < losses[best_epoch - 1]:
            best_epoch, best_weights = len(losses), [w.copy() for w in weights]
    return best_weights, losses
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-early-stopping", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("early-stopping", early_stopping)

# %% [markdown]
# The network from above once more, the same start, the same order of samples. **Guess first:** how many of the 60 epochs will a patience of 10 save?


# %% tags=["picture"]
def noting(train_epoch):
    """The same train_epoch, and a list that holds copies of the weights after its last epoch."""
    last = []

    def train_and_note(params):
        loss = train_epoch(params)
        last[:] = [array.copy() for array in params]
        return loss

    return train_and_note, last


run, last = noting(trainer(data, np.random.default_rng(6)))
best, losses = early_stopping(run, start(seed=5), 10, EPOCHS)
figure, ax = plt.subplots(figsize=(8.5, 4))
plots.stopping_point(ax, losses, beyond=cost_val[len(losses) :])
plt.show()
for name, kept in {"the best weights": best, "the last weights": last}.items():
    accuracy = cost_and_accuracy(X_test, test_labels, *halves(kept))[1]
    print(f"{name}: {accuracy:.1%} of the test images right")
print(f"after all {EPOCHS} epochs: {right_test[-1]:.1%}")

# %% [markdown]
# It stops after 23 epochs and gives back the weights of epoch 13, with 75.6 % of the test images right. The weights of the epoch in which it stopped have 68.5 %, and those after all 60 epochs 69.3 %. (The curves are jagged: with so few data the test accuracy moves by several points from one epoch to the next. Do not take a single tenth seriously, here or anywhere below.)
#
# ### Now break it
#
# Two ways to get it wrong: too little patience, and keeping a reference to the weights in place of a copy.


# %% tags=["picture"]
def keeps_no_copy(train_epoch, weights, patience, max_epochs):
    """Early stopping by somebody who wrote `best = weights`."""
    train_and_note, last = noting(train_epoch)
    losses = early_stopping(train_and_note, weights, patience, max_epochs)[1]
    return last, losses


print("patience   epochs run   best epoch   test, best weights   test, 'best = weights'")
for patience in (1, 2, 5, 10, 20):
    tests = []
    for stop in (early_stopping, keeps_no_copy):
        run = trainer(data, np.random.default_rng(6))
        kept, losses = stop(run, start(seed=5), patience, EPOCHS)
        tests.append(cost_and_accuracy(X_test, test_labels, *halves(kept))[1])
    print(
        f"{patience:8} {len(losses):12} {np.argmin(losses) + 1:12} {tests[0]:20.1%} {tests[1]:24.1%}"
    )

# %% [markdown]
# With a patience of 1 the first little rise ends everything after five epochs. A patience of 2 or 5 finds the minimum of epoch 7, and it takes 10 to get across the hill behind it to the slightly lower loss of epoch 13. In the last column the "best weights" are those of the last epoch, whatever was found before: 66.0 % after 33 epochs instead of 75.6 %. (In the first row the last epoch happens to do better on the test set than the best one. A validation set of 400 images with noisy labels is a rough instrument.)
#
# Early stopping is nearly free, and it changes nothing in the cost or in the network. Its price: some data must be held back for validation, and in longer runs you pay for the epochs of waiting. In a study with 1,296 training runs, more patient rules gained about 4 % on average and took about four times as long [5].
#
# ## 3 · A price on large weights
#
# The polynomial of degree 11 made its wild swings with huge coefficients of alternating sign, up to tens of millions. A network that has to give two similar images different labels needs a large change in its output for a small change in its input, and for that it needs large weights. So let us put a **price** on large weights, and let the training decide where they are worth it:
#
# $$J_{\text{total}} = J_{\text{data}} + \lambda\, R(\mathbf w), \qquad
# R_{\ell_2} = \sum_i w_i^2 , \qquad R_{\ell_1} = \sum_i \lvert w_i\rvert .$$
#
# $J_{\text{data}}$ is the cost that we had, here the mean cross-entropy. The sums run over **all weights of all layers, not over the biases**: a bias shifts a unit and does not make it steeper, and there are few of them. $\lambda$ says how dear a weight is; $\lambda = 0$ is no regularisation.
#
# **A note on the slides.** There $\lambda$ stands twice, inside $R(\mathbf w)$ and again before it, so that the price would be $\lambda^2$. Use it once. And mind the factor: the derivative of $\lambda w^2$ is $2\lambda w$. Many books write $\tfrac{\lambda}{2}\sum w^2$ so that the 2 goes away; Keras's `L2(l2)` has no ½, and neither have we. When you take over somebody's $\lambda$, ask which of the two it is.
#
# ### ℓ2: the square of every weight
#
# For each weight $\dfrac{\partial}{\partial w}\,\lambda w^2 = 2\lambda w$. A gradient step does $w \leftarrow w - 2\eta\lambda w = (1 - 2\eta\lambda)\,w$: each weight shrinks by the same *share* in every step, unless the data hold against it. Hence the second name of ℓ2 with plain gradient descent, **weight decay**. Statisticians call it *ridge*.
#
# **Exercise `l2-penalty` (1 point).** Return the price and its gradient. The gradient with respect to the biases belongs to it: zeros, in the shapes of the biases.


# %% nbgrader={"grade": false, "grade_id": "l2-penalty", "locked": false, "schema_version": 3, "solution": true, "task": false}
def l2_penalty(weights, biases, l2):
    """The l2 penalty of a network, l2 times the sum of all squared weights, and its gradient.

    weights: list of arrays, any number of layers
    biases: list of arrays; they cost nothing
    l2: lambda, a number, at least 0

    Returns (value, d_weights, d_biases): a number; a list of arrays shaped as the weights; a list
    of arrays of zeros shaped as the biases.
    """
    ### BEGIN SOLUTION
    value = l2 * sum(np.sum(np.square(W, dtype=float)) for W in weights)
    return value, [2 * l2 * np.asarray(W) for W in weights], [np.zeros(np.shape(b)) for b in biases]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-l2-penalty", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("l2-penalty", l2_penalty)

# %% [markdown]
# ### ℓ1: the size of every weight
#
# For each weight $\dfrac{\partial}{\partial w}\,\lambda\lvert w\rvert = \lambda\,\operatorname{sign}(w)$, with $\operatorname{sign}(0) = 0$ by our convention (at 0 the function has a kink and no derivative). Statisticians call it the *lasso* [6].
#
# **Exercise `l1-penalty` (1 point).** Like the one before.


# %% nbgrader={"grade": false, "grade_id": "l1-penalty", "locked": false, "schema_version": 3, "solution": true, "task": false}
def l1_penalty(weights, biases, l1):
    """The l1 penalty of a network, l1 times the sum of all sizes of weights, and its gradient.

    weights: list of arrays, any number of layers
    biases: list of arrays; they cost nothing
    l1: lambda, a number, at least 0

    Returns (value, d_weights, d_biases): a number; a list of arrays shaped as the weights, with 0
    where a weight is 0; a list of arrays of zeros shaped as the biases.
    """
    ### BEGIN SOLUTION
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    return value, [l1 * np.sign(W) for W in weights], [np.zeros(np.shape(b)) for b in biases]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-l1-penalty", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("l1-penalty", l1_penalty)

# %% [markdown]
# ## 4 · Max-norm
#
# A third way does not ask a price but sets up a fence. After every training step, look at the incoming weights of each unit, one **column** $\mathbf w$ of $W$. If its Euclidean norm $\lVert\mathbf w\rVert_2 = \sqrt{\sum_i w_i^2}$ is larger than $r$, pull it back to the fence:
#
# $$\mathbf w \leftarrow \mathbf w\,\frac{r}{\lVert\mathbf w\rVert_2}\qquad\textbf{if } \lVert\mathbf w\rVert_2 > r .$$
#
# Its direction stays; only its length changes. Inside the fence a weight costs nothing. Max-norm was recommended together with dropout, which we come to next: it lets you take large learning rates without the weights running away [7].
#
# **A note on the slides.** They print the formula without the "if". Then it would also *lengthen* every short vector to exactly $r$, and a unit with zero weights would divide by zero.
#
# **Exercise `max-norm` (2 points).** Every column by itself. A column of zeros stays as it is.


# %% nbgrader={"grade": false, "grade_id": "max-norm", "locked": false, "schema_version": 3, "solution": true, "task": false}
def max_norm(W, max_value):
    """Scale every column of W whose norm is larger than max_value down to it.

    W: weights, shape (n_inputs, n_units); column j holds the incoming weights of unit j
    max_value: r, the largest Euclidean norm allowed, a number > 0

    Returns a new array of the same shape: columns with a norm above max_value have exactly this
    norm and their old direction; all other columns, zeros too, are unchanged.
    """
    ### BEGIN SOLUTION
    W = np.asarray(W, dtype=float)
    norms = np.linalg.norm(W, axis=0)
    return W * (max_value / np.maximum(norms, max_value))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-max-norm", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("max-norm", max_norm)

# %% tags=["picture"]
angle, length = (
    np.linspace(0.3, 6.2, 11),
    np.array([0.5, 1.9, 0.2, 1.4, 0.8, 2.1, 0.3, 1.7, 0.6, 1.2, 0.9]),
)
columns = length * np.array([np.cos(angle), np.sin(angle)])  # eleven units with two inputs
figure, (ax_if, ax_always) = plt.subplots(1, 2, figsize=(10.5, 4.9), sharex=True, sharey=True)
plots.norm_arrows(ax_if, columns, max_norm(columns, 1.0), 1.0, "your max_norm, r = 1")
always = columns / np.linalg.norm(columns, axis=0)
plots.norm_arrows(ax_always, columns, always, 1.0, "the formula as printed")
plt.show()

# %% [markdown]
# ### Three restraints, seen from above
#
# Now all three in one picture. Two weights only, and a cost that is lowest at the star. As we raise $\lambda$ step by step (or move the fence in), the lowest point of the *total* cost wanders from the star towards the origin. Each dot of a path was found by gradient descent with your functions.
#
# **Guess first.** The two weights matter to the cost, $w_1$ a good deal more than $w_2$. Which restraint brings a weight to exactly zero, and which weight?


# %% tags=["picture"]
curvature, star = np.array([[2.5, 0.4], [0.4, 0.6]]), np.array([2.0, 0.9])


def bowl(w):
    """A cost of two weights, lowest at the star."""
    return 0.5 * (w - star) @ curvature @ (w - star)


def descend(penalty=None, strength=0.0, fence=None):
    """Where gradient descent on the bowl ends, with a penalty or a fence."""
    w = star[:, None].copy()  # two inputs, one unit
    for step in np.repeat([0.05, 0.01, 0.002], 400):
        d_w = curvature @ (w - star[:, None])
        if penalty is not None:
            d_w = d_w + np.asarray(penalty([w], [np.zeros(1)], strength)[1][0])
        w = w - step * d_w
        if fence is not None:
            w = np.asarray(max_norm(w, fence))
    return w[:, 0]


prices = np.array([0, 0.25, 0.5, 0.9, 1.3, 1.9, 2.6, 3.3, 4.2])
paths = {
    "ℓ2": ([descend(l2_penalty, price) for price in prices], 2),
    "ℓ1": ([descend(l1_penalty, price) for price in prices], 1),
    "max-norm": ([descend(fence=r) for r in (3, 2, 1.75, 1.5, 1.25, 1, 0.75, 0.5, 0.25)], 2),
}
plots.penalty_geometry(bowl, star, paths)
plt.show()
for name in ("ℓ2", "ℓ1"):
    points = ", ".join(f"({u:.2f}, {abs(v):.2f})" for u, v in paths[name][0][::2])
    print(f"{name} from λ = 0 to {prices[-1]:g}: {points}")

# %% [markdown]
# The orange shapes hold all weights with the same norm as one point of the path. Blow the shape up from the origin until it just touches a contour line of the cost: there is the lowest total cost on that line.
#
# - **ℓ2**: a circle has no corners. Both weights shrink together and reach zero only in the limit. The pull $2\lambda w$ fades as $w$ gets small.
# - **ℓ1**: a diamond has its corners *on the axes*, and the contour lines tend to meet it there. One weight arrives at zero and stays, while the other goes on shrinking. The pull $\lambda\,\text{sign}(w)$ is as strong for a small weight as for a large one.
# - **Max-norm**: nothing happens as long as the star lies within the fence. After that the solution sits on the circle, and its path is that of ℓ2: each radius belongs to some $\lambda$.
#
# Does the same happen to the weights of a network? We train four, for 60 epochs each. **Guess first:** which of these histograms will have a needle at zero?


# %% tags=["picture"]
def trained(seed=5, epochs=EPOCHS, **options):
    """The last parameters of a network trained on the noisy clothes of section 1."""
    params = start(seed)
    train_epoch = trainer(data, np.random.default_rng(seed + 1), **options)
    for _ in range(epochs):
        train_epoch(params)
    return params


networks = {
    "nothing": trained(),
    "ℓ2, λ = 0.006": trained(penalties=[(l2_penalty, 0.006)]),
    "ℓ1, λ = 0.0015": trained(penalties=[(l1_penalty, 0.0015)]),
    "max-norm, r = 0.5": trained(max_value=0.5),
}
plots.weight_histograms({name: halves(kept)[0] for name, kept in networks.items()})
plt.show()
print("                     |w| < 0.001   largest |w|   largest column norm   training     test")
for name, kept in networks.items():
    weights, biases = halves(kept)
    every = np.concatenate([W.ravel() for W in weights])
    norm = max(np.linalg.norm(W, axis=0).max() for W in weights[:-1])
    scores = [cost_and_accuracy(*xy, *halves(kept))[1] for xy in ((X, y), (X_test, test_labels))]
    print(
        f"{name:18} {np.mean(np.abs(every) < 0.001):13.1%} {np.abs(every).max():13.2f} "
        f"{norm:21.2f} {scores[0]:10.0%} {scores[1]:8.1%}"
    )

# %% [markdown]
# (The bars at the two ends collect everything beyond ±0.5.)
#
# - Left alone, the weights form a broad heap.
# - **ℓ2** squeezes the heap. The largest weight falls from 1.12 to 0.67, but only 2 % are nearly zero.
# - **ℓ1** makes the needle: 52 % of all weights are within 0.001 of zero, and yet the largest is as large as without any price. It chooses. (They are not *exactly* zero: near zero a plain gradient step makes a weight hop to and fro by $\eta\lambda = 0.4\cdot 0.0015 = 0.0006$.)
# - **Max-norm** looks at columns only. The largest column has a norm of exactly 0.50. The output layer is not fenced in, and there we find weights up to 1.07.
#
# All three do on the training set what we wanted: 60 to 63 % instead of 90 %, so the wrong labels are no longer learned by heart. On the test set they are better than nothing by 3 to 6 points, in this one run.
#
# ### Now break it: any price
#
# **Guess first.** What is the accuracy on the training and on the test images when $\lambda$ of ℓ2 runs from far too small to far too large? Which of the two curves has a top in the middle?

# %% tags=["picture"]
prices = np.array([1e-4, 1e-3, 3e-3, 6e-3, 1e-2, 2e-2, 4e-2])
curves = []
for price in prices:
    kept = halves(trained(penalties=[(l2_penalty, price)]))
    curves.append([cost_and_accuracy(*xy, *kept)[1] for xy in ((X, y), (X_test, test_labels))])
figure, ax = plt.subplots(figsize=(7.5, 3.9))
for values, mark, name in zip(
    np.transpose(curves), ("o-", "^--"), ("training (as given)", "test"), strict=True
):
    ax.plot(prices, values, mark, label=name)
ax.set(xscale="log", xlabel="λ of ℓ2 (log scale)", ylabel="right answers", ylim=(0, 1))
ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
ax.legend()
plt.show()
print(
    *(f"λ = {price:g}: test {test:.0%}" for price, (_, test) in zip(prices, curves, strict=True)),
    sep="\n",
)

# %% [markdown]
# The training accuracy only falls. The test accuracy has its top between $\lambda = 0.006$ and $0.01$ with 75 %, and at $0.04$ the network is so poor that it confuses shirts with shoes (46 %). Look at $\lambda = 0.006$: 63 % on its own training images, but 75 % on new ones. Better on new data than on old? Yes: 30 % of the training labels are wrong, and this network no longer believes them.
#
# ### Now break it: a price on the biases
#
# Why are the biases exempt? Here is a case in which it is easy to see. Points lie near the line $y = 20 + 3x$, and we fit a line; the cost is half the mean squared error plus an ℓ2 penalty with $\lambda = 0.5$. Once only the slope costs something, once the bias as well (we pass it to your function as if it were a weight).

# %% tags=["picture"]
rng = np.random.default_rng(5)
x_line = rng.normal(size=(60, 1))
y_line = 20 + 3 * x_line + rng.normal(size=(60, 1))
for name in ("slope only", "slope and bias"):
    w, b = np.zeros((1, 1)), np.zeros(1)
    for _ in range(400):
        error = (x_line @ w + b - y_line) / len(x_line)
        d_w, d_b = x_line.T @ error, error.sum(axis=0)
        priced = [w] if name == "slope only" else [w, b]
        _, extra, _ = l2_penalty(priced, [], 0.5)
        d_w = d_w + np.asarray(extra[0])
        d_b = d_b + (np.asarray(extra[1]) if len(extra) > 1 else 0)
        w, b = w - 0.3 * d_w, b - 0.3 * d_b
    print(f"price on {name:15} slope {w[0, 0]:.1f}, bias {b[0]:.1f}")
print(f"mean of y: {y_line.mean():.1f}")

# %% [markdown]
# The price halves the slope, from 3 to 1.5. That is what it was asked to do. With a price on the bias as well, the slope falls to 0.4, and the fit runs at about half of the height of the points: it would rather be wrong about every single point than afford a bias of 20. But where somebody put the zero of the scale has nothing to do with how complicated a model is. Unit 1 ended with the same advice.
#
# ## 5 · Dropout
#
# In 2012 Geoffrey Hinton and his students proposed something that sounds like vandalism [8]: **at every training step, and for each sample of it anew, switch off each hidden unit with probability $p$**, at random, and train what is left. At the next step, draw again. Output units are never dropped (we need all ten answers), and after training nothing is dropped at all.
#
# Why should that help? A unit cannot rely on one particular other unit, which may be gone at any moment. To store one odd image in a tower of units that all have to stand becomes difficult; what many units have learned independently survives.
#
# ### Dropout, forward
#
# There is a catch. Suppose that a unit of the next layer adds up 100 inputs. In training with $p = 0.5$ about 50 of them arrive; after training all 100 do. The sum would be twice what the unit has been trained for. So **in training the survivors are scaled up by $1/(1-p)$**, which keeps the *mean* of each input as it is without dropout:
#
# $$\mathbb E[\text{output}] = p\cdot 0 + (1-p)\cdot\frac{x}{1-p} = x .$$
#
# **A note on the slides.** They leave the factor out. In the first papers it stands on the other side: nothing is scaled in training, and after training the weights are multiplied by $1-p$ [7, 8]. Both are right, and one of them is necessary. The form in training (*inverted dropout*) is what Keras and nearly everybody uses today, since then a finished network needs no special treatment.
#
# **Exercise `dropout-forward` (3 points).** Each entry of `X` is kept or dropped independently of all the others, so each row (each sample) has its own mask. Draw from `rng`, and only in training. With a rate of 0 nothing is dropped. How you draw is up to you; the check looks at the shares, not at the single draws.


# %% nbgrader={"grade": false, "grade_id": "dropout-forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_forward(X, rate, rng, training):
    """Drop each entry of X with probability `rate` in training; leave X alone afterwards.

    X: outputs of a hidden layer, shape (n_samples, n_units)
    rate: p, the probability to drop an entry, 0 <= p < 1
    rng: a np.random.Generator
    training: True or False

    Returns (output, mask): an array of X's shape, X / (1 - rate) where an entry is kept and 0
    where it is dropped; and a bool array of X's shape (0 and 1 are accepted), True
    where it is kept. With training=False the output is X (a copy or X itself), and the mask is
    True everywhere.
    """
    ### BEGIN SOLUTION
    X = np.asarray(X)
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return np.where(mask, X / (1 - rate), 0), mask
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-dropout-forward", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("dropout-forward", dropout_forward)

# %% [markdown]
# What does a unit of the next layer receive? One unit, 100 inputs of about 1, weights of about 0.1, 20,000 random masks with $p = 0.5$. **Guess first:** where is the middle of the heap, with and without the factor? The line is what arrives after training.

# %% tags=["picture"]
rng = np.random.default_rng(12)
inputs, incoming = rng.uniform(0.5, 1.5, size=100), rng.uniform(0.0, 0.2, size=100)
dropped = np.asarray(dropout_forward(np.tile(inputs, (20_000, 1)), 0.5, rng, True)[0])
sums = {"with the factor 1/(1 − p)": dropped @ incoming, "without it": 0.5 * dropped @ incoming}

figure, ax = plt.subplots(figsize=(8.5, 3.8))
for (name, values), style in zip(sums.items(), ("-", "--"), strict=True):
    ax.hist(values, bins=80, histtype="step", linewidth=2, linestyle=style, label=name)
    print(f"{name:26} mean {values.mean():5.2f}, standard deviation {values.std():.2f}")
after = np.asarray(dropout_forward(inputs[None, :], 0.5, rng, False)[0]) @ incoming
ax.axvline(after[0], color="#222222", linestyle=":", label="after training")
ax.set(xlabel="what the next unit receives", ylabel="number of masks", xlim=(0, 16))
ax.legend()
plt.show()
print(f"{'after training':26}      {after[0]:5.2f}")

# %% [markdown]
# ### Dropout, backward
#
# Going back, dropout is as simple as a function can be. Each output depends on one input alone: $\text{output} = m\,x/(1-p)$ with the mask $m \in \{0, 1\}$. So the derivative is $m/(1-p)$, and the upstream gradient is multiplied by it, entry by entry. The mask must be **the one of the forward pass**. A unit that was silent has had no part in the answer, and takes no share of the blame.
#
# **Exercise `dropout-backward` (1 point).**


# %% nbgrader={"grade": false, "grade_id": "dropout-backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_backward(d_output, mask, rate):
    """The gradient with respect to the input of dropout_forward (in training).

    d_output: gradient with respect to its output, shape (n_samples, n_units)
    mask: the mask that dropout_forward returned, True = kept, the same shape
    rate: p, 0 <= p < 1

    Returns the gradient with respect to X, a new array of the same shape.
    """
    ### BEGIN SOLUTION
    return np.where(mask, np.asarray(d_output) / (1 - rate), 0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-dropout-backward", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("dropout-backward", dropout_backward)

# %% [markdown]
# ### Now break it: another mask on the way back
#
# Six units, one sample, dropout, and the cost $J = 1\cdot\text{output}_1 + 2\cdot\text{output}_2 + \dots + 6\cdot\text{output}_6$, so that the upstream gradient is (1, 2, 3, 4, 5, 6). We measure the gradient by nudging each input, as in unit 4, with the generator set back each time so that the same units are dropped. Then we compare your backward pass, once with the mask of the forward pass and once with a fresh one.


# %% tags=["picture"]
def cost_with_dropout(x):
    """The cost behind dropout; the same units are dropped in every call."""
    output = np.asarray(dropout_forward(x, 0.5, np.random.default_rng(7), True)[0])
    return np.sum(upstream * output)


x, upstream = np.array([[1.0, -0.5, 2.0, 1.5, -1.0, 0.5]]), np.array([[1, 2, 3, 4, 5, 6]])
nudges = 1e-5 * np.eye(6)[:, None, :]
measured = [(cost_with_dropout(x + d) - cost_with_dropout(x - d)) / 2e-5 for d in nudges]
_, mask = dropout_forward(x, 0.5, np.random.default_rng(7), True)
_, fresh = dropout_forward(x, 0.5, np.random.default_rng(8), True)
for name, gradient in {
    "measured": np.array([measured]),
    "your backward, same mask": dropout_backward(upstream, mask, 0.5),
    "your backward, fresh mask": dropout_backward(upstream, fresh, 0.5),
}.items():
    print(f"{name:27}", *(f"{value + 0.0:5.1f}" for value in np.round(np.asarray(gradient)[0], 1)))

# %% [markdown]
# With the mask of the forward pass the gradient is what we measured. With a fresh one, units are blamed that were silent, and others that took part get off free. No error message, no NaN: training even goes on, somehow. This is the kind of mistake that only a gradient check finds.
#
# ### Sixteen networks in one
#
# A network with $N$ units that may be dropped is $2^N$ networks, which share their weights. For each sample of each training step one of them, drawn at random, is trained a little. Our network with its 64 + 64 hidden units is $2^{128} \approx 3.4\cdot 10^{38}$ networks; hardly any of them is ever drawn twice. For $N = 4$ we can look at all of them.
#
# One layer of $N$ hidden units with the outputs $h_1,\dots,h_N$, and one linear output unit with weights $w_j$ and bias $b$. With the mask $\mathbf m \in \{0,1\}^N$ (and without any factor, for now)
#
# $$\hat y(\mathbf m) = \sum_{j=1}^N m_j\,h_j\,w_j + b .$$
#
# **Exercise `enumerate-subnetworks` (2 points).** Return all $2^N$ masks, each once, in any order, and the output for each. `itertools.product` or the binary digits of $0,\dots,2^N-1$ can help.


# %% nbgrader={"grade": false, "grade_id": "enumerate-subnetworks", "locked": false, "schema_version": 3, "solution": true, "task": false}
def enumerate_subnetworks(h, w, b):
    """All networks that dropout can make of one hidden layer, and what each puts out.

    h: outputs of the hidden units, shape (N,)
    w: weights from the hidden units to the output unit, shape (N,)
    b: bias of the output unit, a number

    Returns (masks, outputs): every mask of 0 and 1 exactly once, in any order, shape (2^N, N);
    and the output sum_j mask_j h_j w_j + b for each of them, shape (2^N,).
    """
    ### BEGIN SOLUTION
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    return masks, masks @ (np.asarray(h) * np.asarray(w)) + b
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-enumerate-subnetworks", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("enumerate-subnetworks", enumerate_subnetworks)

# %% tags=["picture"]
h, w, b = np.array([1.0, 0.5, 2.0, 1.5]), np.array([0.8, -1.0, 0.6, -0.4]), 0.3
masks, outputs = (np.asarray(part, dtype=float) for part in enumerate_subnetworks(h, w, b))
plots.subnetworks(masks, outputs)
plt.show()

# %% [markdown]
# After training we use *one* network, all units with their weights times $1 - p$ (or, what comes to the same, scaled in training). Is that the same as asking all $2^N$ networks and averaging their answers? Each mask has the probability $p^{\text{dropped}}(1-p)^{\text{kept}}$; for $p = \tfrac12$ all are equally likely. **Guess first:** for a linear output, and for a sigmoid behind it?


# %% tags=["picture"]
def sigmoid(z):
    """1 / (1 + e^-z)."""
    return 1 / (1 + np.exp(-z))


print("  p   output    mean of all 16 networks   one network, weights times 1 − p")
for p in (0.5, 0.2):
    kept = masks.sum(axis=1)
    chance = p ** (4 - kept) * (1 - p) ** kept
    scaled = np.sum(h * (1 - p) * w) + b
    print(f"{p:4.1f}   linear  {chance @ outputs:20.4f} {scaled:30.4f}")
    print(f"{p:4.1f}   sigmoid {chance @ sigmoid(outputs):20.4f} {sigmoid(scaled):30.4f}")

# %% [markdown]
# For a linear output the two agree to the last digit, for every $p$: the mean of a sum is the sum of the means. Behind a curved function they agree only nearly. In a deep network, then, "the mean of exponentially many networks" is an approximation, though a good and a very cheap one [9].
#
# ### Now break it: the wrong mode
#
# We train with dropout, and then use the network in three ways: as it should be; with dropout left on; and as if the factor had been forgotten. (A network that was trained without the factor is one whose later weights are $1/(1-p)$ times as large as ours. So we multiply them by that.)

# %% tags=["picture"]
weights, biases = halves(trained(rate=0.5))
doubled = [weights[0], *(W / (1 - 0.5) for W in weights[1:])]
still_on = forward(X_test, weights, biases, 0.5, np.random.default_rng(9))[0][-1]
likely = np.maximum(still_on[np.arange(len(test_labels)), test_labels], 1e-12)
results = {
    "nothing dropped": cost_and_accuracy(X_test, test_labels, weights, biases),
    "dropout left on": (-np.mean(np.log(likely)), np.mean(still_on.argmax(axis=1) == test_labels)),
    "factor forgotten": cost_and_accuracy(X_test, test_labels, doubled, biases),
}
for name, (loss, accuracy) in results.items():
    print(f"{name:17} cross-entropy on the test images {loss:.2f}, right {accuracy:.1%}")

# %% [markdown]
# Dropout left on costs 16 points: each image is answered by a random half of the units. Forgetting the factor costs only one or two points of accuracy here, and the cross-entropy goes up from 0.95 to 1.02: all answers come out too loud, so the network is too sure of itself where it is wrong. Here, then, the error is small enough to go unnoticed for ever. In deeper networks the factors multiply up from layer to layer.
#
# ## 6 · Data augmentation
#
# The best remedy against overfitting is more data. If you cannot get more, make some: a shirt that is moved a little to the left is still a shirt. You change each training image slightly, in ways that leave its label true, and the network sees more than it was given. The changes that the slides name are **shifting, rotating and resizing**.
#
# An image is an array `(height, width)` with row 0 at the **top**. Zero is the background.
#
# ### Shift
#
# **Exercise `shift-image` (1 point).** Move the content down by `rows` and to the right by `columns`, whole numbers; negative numbers move it up and left. What leaves the image is lost, what is new is 0. (`np.roll` is not enough: there, what leaves on one side comes back on the other.) A shift by more than the size of the image leaves nothing.


# %% nbgrader={"grade": false, "grade_id": "shift-image", "locked": false, "schema_version": 3, "solution": true, "task": false}
def shift_image(image, rows, columns):
    """Move an image by whole pixels.

    image: shape (height, width), row 0 at the top
    rows: how far down (negative: up), an integer
    columns: how far to the right (negative: left), an integer

    Returns a new array of the same shape; what moves out is lost, what is new is 0.
    """
    ### BEGIN SOLUTION
    image = np.asarray(image)
    height, width = image.shape
    shifted = np.zeros_like(image)
    if abs(rows) < height and abs(columns) < width:
        part = image[
            max(-rows, 0) : height - max(rows, 0), max(-columns, 0) : width - max(columns, 0)
        ]
        shifted[max(rows, 0) : height + min(rows, 0), max(columns, 0) : width + min(columns, 0)] = (
            part
        )
    return shifted
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-shift-image", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("shift-image", shift_image)

# %% [markdown]
# ### Between the pixels
#
# A turned or resized pixel seldom lands on a pixel. So turn the question round: for each pixel of the **new** image, ask *where it comes from* in the old one. That place lies between four pixels, and we take their weighted mean, the nearer the heavier: **bilinear interpolation**. Places outside the image count as 0. This function does it:


# %% nbgrader={"grade": false, "grade_id": "given-look-up", "locked": true, "schema_version": 3, "solution": false, "task": false}
def look_up(image, row, column):
    """Values of an image at places between its pixels, by bilinear interpolation; 0 outside.

    image: shape (height, width)
    row, column: arrays of one shape, any numbers; (0, 0) is the middle of the first pixel

    Returns an array of float64 in the shape of row.
    """
    image = np.asarray(image, dtype=float)
    return map_coordinates(image, [row, column], order=1, mode="grid-constant", cval=0.0)


# %% [markdown]
# For example `look_up(image, [0.5], [2.0])` is the mean of `image[0, 2]` and `image[1, 2]`. `np.indices(image.shape)` gives you two arrays with the row and the column of every pixel.
#
# ### Rotate
#
# Let $(u, v)$ be a place measured from the centre of the image, $\left(\tfrac{h-1}{2}, \tfrac{w-1}{2}\right)$: $u$ rows further down, $v$ columns further right. We turn the content by the angle $\alpha$ **counter-clockwise**, as you see it. Then what appears at $(u, v)$ was before at
#
# $$u' = u\cos\alpha + v\sin\alpha, \qquad v' = -u\sin\alpha + v\cos\alpha .$$
#
# (Try $\alpha = 90°$: what is now at the top, $(-1, 0)$, comes from $(0, 1)$, from the right. Yes: counter-clockwise.)
#
# **Exercise `rotate-image` (2 points).** The size of the image stays. Mind that `np.cos` wants radians.


# %% nbgrader={"grade": false, "grade_id": "rotate-image", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rotate_image(image, degrees):
    """Turn an image counter-clockwise about its centre.

    image: shape (height, width), row 0 at the top; not always square, perhaps of integers
    degrees: the angle, any number; negative turns clockwise

    Returns a new array of the same shape, float: bilinear interpolation, 0 outside the image.
    The centre is ((height - 1) / 2, (width - 1) / 2).
    """
    ### BEGIN SOLUTION
    height, width = np.shape(image)
    angle = np.deg2rad(degrees)
    row, column = np.indices((height, width))
    u, v = row - (height - 1) / 2, column - (width - 1) / 2
    return look_up(
        image,
        (height - 1) / 2 + u * np.cos(angle) + v * np.sin(angle),
        (width - 1) / 2 - u * np.sin(angle) + v * np.cos(angle),
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-rotate-image", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("rotate-image", rotate_image)

# %% [markdown]
# ### Resize
#
# The content becomes `factor` times as large, seen from the centre, while the image keeps its size. With a factor of 2, what appears at $(u, v)$ was before at half that distance from the centre. In general?
#
# **Exercise `resize-image` (2 points).** A factor above 1 enlarges, and the margins are lost; below 1 it shrinks, and a margin of 0 appears.


# %% nbgrader={"grade": false, "grade_id": "resize-image", "locked": false, "schema_version": 3, "solution": true, "task": false}
def resize_image(image, factor):
    """Enlarge (factor > 1) or shrink (factor < 1) an image about its centre; its size stays.

    image: shape (height, width); not always square, perhaps of integers
    factor: a number > 0

    Returns a new array of the same shape, float: bilinear interpolation, 0 outside the image.
    The centre is ((height - 1) / 2, (width - 1) / 2).
    """
    ### BEGIN SOLUTION
    height, width = np.shape(image)
    row, column = np.indices((height, width))
    return look_up(
        image,
        (height - 1) / 2 + (row - (height - 1) / 2) / factor,
        (width - 1) / 2 + (column - (width - 1) / 2) / factor,
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-resize-image", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("resize-image", resize_image)

# %% [markdown]
# ### A new batch every time
#
# Altered images are made *during* training: each image is altered anew whenever it comes round, so that the network hardly sees the same image twice. And only in training. Validation and test images stay as they are: they stand for the images that the network will be asked about.
#
# **Exercise `augment-batch` (2 points).** Shift each image by its own random number of rows and its own random number of columns, whole numbers from `-max_shift` to `max_shift`, all equally likely (both ends included). Draw from `rng`. Mind that `rng.integers(low, high)` never gives `high`.


# %% nbgrader={"grade": false, "grade_id": "augment-batch", "locked": false, "schema_version": 3, "solution": true, "task": false}
def augment_batch(images, max_shift, rng, training):
    """Shift every image of a batch at random, in training only.

    images: shape (n, height, width)
    max_shift: the largest shift in each direction, an integer, at least 0
    rng: a np.random.Generator
    training: True or False

    Returns a new array of the same shape: each image shifted by its own random rows and columns
    between -max_shift and max_shift. With training=False the images as they are.
    """
    ### BEGIN SOLUTION
    images = np.array(images)
    if not training:
        return images
    shifts = rng.integers(-max_shift, max_shift + 1, size=(len(images), 2))
    shifted = [shift_image(image, *shift) for image, shift in zip(images, shifts, strict=True)]
    return np.array(shifted).reshape(images.shape)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-augment-batch", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("augment-batch", augment_batch)

# %% tags=["picture"]
(large_images, large_labels), _ = datasets.load_fashion_mnist()
boot = large_images[0] / 255.0
angles, factors = (-40, -20, -10, 0, 10, 20, 40), (0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5)
shifts = ((-6, 0), (0, -6), (0, 0), (0, 6), (6, 0), (6, 6), (12, 12))
batch = augment_batch(np.array([boot] * 7), 4, np.random.default_rng(10), True)
sheet = {
    "shifted": [shift_image(boot, *shift) for shift in shifts],
    "rotated": [rotate_image(boot, angle) for angle in angles],
    "resized": [resize_image(boot, factor) for factor in factors],
    "a random batch": list(batch),
}
captions = {
    "shifted": [f"{r}, {c}".replace("-", "−") for r, c in shifts],
    "rotated": [f"{angle}°".replace("-", "−") for angle in angles],
    "resized": [f"× {factor:g}" for factor in factors],
}
plots.image_sheet(sheet, captions)
plt.show()

# %% [markdown]
# ### Now break it: a change that changes the label
#
# "In ways that leave the label true" is not idle talk. Here is a handwritten six, turned further and further. **Guess first:** where would you stop?

# %% tags=["picture"]
from sklearn.datasets import load_digits

digits = load_digits()
six = np.pad(digits.images[digits.target == 6][3], 3)
angles = (0, 15, 30, 60, 90, 120, 150, 180)
plots.image_sheet(
    {"a six": [rotate_image(six, angle) for angle in angles]},
    {"a six": [f"{angle}°" for angle in angles]},
)
plt.show()

# %% [markdown]
# At 180° it is a nine, and a network that is told "six" is told a lie. Which changes are harmless is knowledge about the *task*, and you bring it in. (A mirror image is harmless for a shirt, not for a letter.)
#
# ### What is it good for?
#
# We train on the clothes of section 1, with 30 % wrong labels, once as they are and once with random shifts by up to one pixel in each direction (of 14, so about as much as two pixels in the large images). To save time the shifted images are not drawn anew in every epoch: 20 versions are made beforehand and used in turn. Both use early stopping. Then we move the *test* images and see who still recognises them. **Guess first:** who is better on test images that were not moved? And on moved ones?

# %% tags=["picture"]
rng = np.random.default_rng(11)
shifted = [rows(augment_batch(images, 1, rng, True)) for _ in range(20)]
candidates = {"trained as they are": None, "trained with random shifts": shifted}
distances = (0, 1, 2, 3)
moved = {d: rows([shift_image(image, 0, d) for image in test_images]) for d in distances}

figure, ax = plt.subplots(figsize=(7.5, 4))
for (name, versions), mark in zip(candidates.items(), ("o-", "^--"), strict=True):
    run = trainer(data, np.random.default_rng(6), versions=versions)
    best, _ = early_stopping(run, start(seed=5), EPOCHS, EPOCHS)
    scores = [cost_and_accuracy(moved[d], test_labels, *halves(best))[1] for d in distances]
    ax.plot(distances, scores, mark, label=name)
    print(f"{name:27}", *(f"{d} px: {s:.0%}  " for d, s in zip(distances, scores, strict=True)))
ax.set(xlabel="test images moved to the right by so many pixels", ylabel="right answers")
ax.set(xticks=distances, ylim=(0, 1))
ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
ax.legend()
plt.show()

# %% [markdown]
# On images that were *not* moved, the network trained with shifts is worse, 71 % against 76 %. Moved by a single pixel, the other one falls from 76 % to 54 %, while this one keeps 68 %. At three pixels, which nobody showed it, it is lost, too.
#
# So augmentation did exactly what it promises: it taught the network that a moved shirt is a shirt. Whether that is worth something depends on the images it will meet. Those of Fashion-MNIST are all neatly centred, the test images as well; for them the lesson is of no use, and a small network with few data has to pay for it.
#
# ## 7 · Lab: which of them helps?
#
# Now everything against everything else, with *your* functions: each method alone, and the combinations that people use. (The two cells train 114 networks in a minute or so, longer on a busy machine or if your functions use loops over pixels.) A comparison is easily made unfair, so here are the rules, before we see any result.
#
# - **Data.** 800 training and 400 validation images, 30 % of these 1,200 labels flipped. The mark is the accuracy on 2,000 test images with right labels. Nothing is ever chosen by looking at the test set.
# - **Equal budget.** Each network is trained for 60 epochs of 8 steps with the same learning rate. Early stopping needs no extra run: `early_stopping` with a patience of 60 runs to the end and hands us the best weights, and the last ones we note on the way. So each method is measured twice, with and without early stopping, *in the same run*.
# - **Equal tuning.** Each method has one strength to choose. Each gets three candidates, tried on two data sets (seeds 100 and 101) that are not used again. The one with the lowest validation loss after the last epoch wins. A combination takes over what its parts have chosen alone, either at full or at half strength (half the price or rate, twice the fence; augmentation as it is), chosen in the same way.
# - **Seeds.** Then five new seeds, 0 to 4. A seed decides which images are drawn, which labels are flipped, the first weights and the order of the batches; all methods share it. We report the mean and the standard deviation over the five.
# - **Augmentation.** From each training image five altered ones are drawn beforehand, and used in turn, one in each epoch. (New ones in every epoch would be closer to the method, and slower.) The candidates are: shifts by up to 1 pixel; turns by up to 10° with sizes from 0.9 to 1.1; both together.
#
# **Guess first, in writing.** Which method alone will be best? Which combination? Will anything be *worse* than doing nothing?


# %% tags=["picture"]
@cache
def lab_data(seed):
    """Training images and their data in rows, for one seed."""
    (images, y, _), (images_val, y_val, _) = noisy_clothes(1_000 + seed)
    return images, (rows(images), y, rows(images_val), y_val)


@cache
def altered(seed, kind):
    """Five altered versions of all training images of a seed, as rows."""
    rng, versions = np.random.default_rng([seed, 2]), []
    for _ in range(5):
        images = lab_data(seed)[0]
        if "shift" in kind:
            images = augment_batch(images, 1, rng, True)
        if "turn" in kind:
            images = [rotate_image(image, rng.uniform(-10, 10)) for image in images]
            images = [resize_image(image, rng.uniform(0.9, 1.1)) for image in images]
        versions.append(rows(images))
    return versions


def experiment(seed, *, l1=0.0, l2=0.0, max_value=None, rate=0.0, kind=None):
    """One network, 60 epochs: its validation loss, and its scores without and with early stopping."""
    _, data = lab_data(seed)
    prices = ((l1_penalty, l1), (l2_penalty, l2))
    run = trainer(
        data,
        np.random.default_rng([seed, 1]),
        rate=rate,
        penalties=[(penalty, price) for penalty, price in prices if price],
        max_value=max_value,
        versions=altered(seed, kind) if kind else None,
    )
    run, last = noting(run)
    best, losses = early_stopping(run, start(seed), EPOCHS, EPOCHS)
    return {
        "loss": losses[-1],
        "best epoch": int(np.argmin(losses)) + 1,
        "training": cost_and_accuracy(*data[:2], *halves(last))[1],
        "last weights": cost_and_accuracy(X_test, test_labels, *halves(last))[1],
        "early stopping": cost_and_accuracy(X_test, test_labels, *halves(best))[1],
    }


def choose(name, options):
    """Try each named option on two seeds; return the one with the lowest mean validation loss."""
    losses = [np.mean([experiment(s, **o)["loss"] for s in (100, 101)]) for o in options.values()]
    best = list(options)[int(np.argmin(losses))]
    tried = ", ".join(f"{o}: {loss:.2f}" for o, loss in zip(options, losses, strict=True))
    print(f"{name:23} {best:14} ({tried})")
    return options[best]


print("method                  chosen         (validation loss of each candidate)")
methods = {
    "ℓ1": {f"λ = {price}": {"l1": price} for price in (0.001, 0.002, 0.004)},
    "ℓ2": {f"λ = {price}": {"l2": price} for price in (0.003, 0.006, 0.012)},
    "max-norm": {f"r = {r}": {"max_value": r} for r in (0.25, 0.5, 1.0)},
    "dropout": {f"p = {rate}": {"rate": rate} for rate in (0.25, 0.5, 0.7)},
    "augmentation": {kind: {"kind": kind} for kind in ("shift", "turn", "shift and turn")},
}
chosen = {name: choose(name, options) for name, options in methods.items()}

combinations = (
    ("ℓ1", "ℓ2"),
    ("dropout", "max-norm"),
    ("dropout", "ℓ2"),
    ("augmentation", "ℓ2"),
    ("augmentation", "dropout"),
    ("ℓ1", "ℓ2", "max-norm", "dropout", "augmentation"),
)
weaker = {"l1": 0.5, "l2": 0.5, "rate": 0.5, "max_value": 2.0}
for parts in combinations:
    name = " + ".join(parts) if len(parts) < 5 else "all five"
    full = {key: value for part in parts for key, value in chosen[part].items()}
    half = {key: value * weaker[key] if key in weaker else value for key, value in full.items()}
    chosen[name] = choose(name, {"full strength": full, "half strength": half})

# %% [markdown]
# With these strengths, the five seeds:

# %% tags=["picture"]
runs = {"nothing": [experiment(seed) for seed in range(5)]}
for name, option in chosen.items():
    runs[name] = [experiment(seed, **option) for seed in range(5)]
scores = {
    name: {way: np.array([run[way] for run in each]) for way in ("last weights", "early stopping")}
    for name, each in runs.items()
}
print(f"{'':23} training        test, right answers in %       lowest loss")
print(f"{'':23} (as given)   last weights   early stopping     in epoch")
for name, each in runs.items():
    cells = [f"{100 * v.mean():4.1f} ± {v.std(ddof=1) * 100:.1f}" for v in scores[name].values()]
    training = np.mean([run["training"] for run in each])
    epoch = np.mean([run["best epoch"] for run in each])
    print(f"{name:23} {training:9.0%}     {cells[0]:14} {cells[1]:14} {epoch:9.0f}")

figure, ax = plt.subplots(figsize=(9.5, 6.4))
plots.method_scores(ax, scores, xlabel="right answers on 2,000 test images")
plt.show()

# %% [markdown]
# All methods share the seeds, so we may compare them *seed by seed*. With what? Against "nothing" nearly everything looks good. The honest rival is the cheapest method: early stopping, and nothing else.

# %% tags=["picture"]
baseline = scores["nothing"]["early stopping"]
print("points more than early stopping alone (mean ± s.d.; in how many of 5 seeds it is better)")
print(f"{'':23} {'last weights':24} with early stopping")
for name, ways in scores.items():
    cells = []
    for values in ways.values():
        gap = 100 * (values - baseline)
        cells.append(f"{gap.mean():+5.1f} ± {gap.std(ddof=1):.1f}  ({np.sum(gap > 0)} of 5)")
    print(f"{name:23} {cells[0]:24} {cells[1] if name != 'nothing' else ''}".rstrip())

# %% [markdown]
# ### What the numbers say
#
# 1. **Everything helps, compared with doing nothing.** After 60 epochs without any help the network is right on 62.2 % of the test images, having learned 87 % of the labels, right and wrong. Each method alone brings the last weights to between 69.4 % and 73.9 %.
# 2. **The cheapest method does most of it.** Early stopping alone reaches 73.0 ± 1.6 %, nearly 11 points more than nothing, with weights from about epoch 7.
# 3. **On top of that there is little left to gain.** The best rows are max-norm, dropout with max-norm, and ℓ2, each with early stopping: 1.8 to 1.9 points more than early stopping alone. For the first two that is so in 5 of 5 seeds, for ℓ2 in 4 of 5. Five of five happens by luck once in 32 times, and we have made 23 such comparisons. So: probably a real gain, of a size that we do not know well, and no ranking among these three. (The differences vary about as much as the scores do: the luck of a seed is not the same for all methods. So the spread cannot be talked away by pairing.)
# 4. **What ℓ2 and dropout give you is peace.** The last weights of ℓ2, of dropout, and of dropout with max-norm are no worse than early stopping alone (73.7 to 74.1 %), and early stopping adds at most a point to them. You need not find the right epoch. With dropout and max-norm together the five seeds differ least, ± 0.4.
# 5. **Augmentation is a loss here**, 2.8 ± 2.6 points below early stopping alone, and each combination with it is below it, too, though for ℓ2 hardly (0.7 ± 2.1). We have seen why: these images need no shifting. With photographs that people take from all sides, and with the networks of later units, it is among the best things that you can do. A method is not good or bad; it fits a task or it does not.
# 6. **More is not more.** All five together, at half strength and by far the most work, end at 65 to 66 %, 7 to 8 points below early stopping. With a training accuracy of 48 % this network is not overfitting at all, it is *under*fitting. Restraints add up, and there is only so much to restrain.
# 7. **The number by which we chose is not the number we wanted.** "All five" at half strength had a validation loss of 1.74, dropout 1.73, practically the same (on the two seeds by which we chose), yet on the five others they are 8 points apart on the test. When 30 % of the validation labels are wrong, it pays not to be sure of anything, and the loss rewards that. (What if you choose by the validation *accuracy*? Try it.)
#
# If the slides have left you with the impression that each of these remedies adds to the others, and that all together help most, here are the numbers against it.
#
# **What the lab does not say.** It is one data set, one small network, one share of wrong labels, 60 epochs. Three candidates for each strength are few, and two seeds to choose by are very few. Augmentation had five versions of each image and not a new one every time. All methods had the same learning rate, although dropout with max-norm is meant to allow a much larger one [7]. Change one of these, and the table may change.

# %% [markdown]
# ## What to remember
#
# - **Overfitting**: good on old data, bad on new. You see it only on data that the network was not trained on. Training accuracy proves nothing.
# - **Early stopping**: patience, and a *copy* of the best weights. First thing to try.
# - **ℓ2**: a pull of $2\lambda w$; all weights become smaller. **ℓ1**: a pull of $\lambda\,\text{sign}(w)$; many become zero. Biases pay nothing.
# - **Max-norm**: only *above* $r$, column by column.
# - **Dropout**: each hidden unit silent with probability $p$, in training only, the others times $1/(1-p)$; the same mask on the way back; never on the outputs.
# - **Augmentation**: training images only, and only changes that leave the label true *and* that the network will meet.
# - **Comparing**: the same budget, the same tuning, several seeds, the cheapest rival as the yardstick. The test set is looked at once.

# %% [markdown]
# ## Concept check
#
# Six questions, one right answer each (6 points).
#
# **q1.** The validation loss after epochs 1 to 6 would be 0.90, 0.70, 0.72, 0.71, 0.70, 0.69. You call `early_stopping` with `patience=3`. What comes back?
#
# - a) It stops after epoch 3, the first in which the loss rises, with the weights of epoch 2.
# - b) It stops after epoch 5 with the weights of epoch 5, the latest of the two best.
# - c) It stops after epoch 5 with the weights of epoch 2.
# - d) It runs to epoch 6, because the 0.70 of epoch 5 starts the count again, and returns the weights of epoch 6.
#
# **q2.** The cost is the data cost plus λ Σ w² with λ = 0.01. You take a plain gradient step with η = 0.1. For a weight of 5 the gradient of the data cost happens to be 0. What is the weight afterwards?
#
# - a) 4.995
# - b) 4.99
# - c) 4.975
# - d) 4.999
#
# **q3.** Why does ℓ1 bring many weights to (almost) zero, while ℓ2 mostly makes them small?
#
# - a) Because for the same λ the ℓ1 penalty is always the larger of the two.
# - b) Because the pull of ℓ1 is proportional to the weight, and that of ℓ2 is constant.
# - c) Because ℓ1 leaves out the biases, and ℓ2 does not.
# - d) Because the pull of ℓ1 is as strong for a small weight as for a large one, while that of ℓ2 fades as the weight shrinks.
#
# **q4.** The columns of W have the Euclidean norms 1.5, 2, 5 and 0. Which norms have the columns of `max_norm(W, 2)`?
#
# - a) 1.5, 2, 2 and 0
# - b) 2, 2, 2 and 0
# - c) 0.6, 0.8, 2 and 0
# - d) 1.5, 2, 3 and 0
#
# **q5.** A hidden unit puts out 3. Dropout with rate p = 0.2 (as in this notebook, with the factor in training) follows it. What does the next layer receive?
#
# - a) In training 0 with probability 0.8, else 15; after training 3.
# - b) In training 0 with probability 0.2, else 3; after training 3.
# - c) In training and after training 0 with probability 0.2, else 3.75.
# - d) In training 0 with probability 0.2, else 3.75; after training 3.
#
# **q6.** You have 1,000 training images, 200 validation images and a test set. How do you use shifts as data augmentation?
#
# - a) Shift the images of all three sets, so that they stay comparable.
# - b) Shift each training image anew in every epoch, and leave validation and test images as they are.
# - c) Make ten shifted versions of all 1,200 images first, then split them at random into training and validation.
# - d) Shift validation images only, to see how robust the network has become.
#
# Write your letters into the dictionary, in place of `None`: `"q1": "a"`, and so on. Leave everything from `if` on as it is: it only complains while an answer is missing.

# %% nbgrader={"grade": false, "grade_id": "regularization-concepts", "locked": false, "schema_version": 3, "solution": true, "task": false}
regularization_concepts = {
    "q1": None,
    "q2": None,
    "q3": None,
    "q4": None,
    "q5": None,
    "q6": None,
}
if None in regularization_concepts.values():
    ### BEGIN SOLUTION
    regularization_concepts = {"q1": "c", "q2": "b", "q3": "d", "q4": "a", "q5": "d", "q6": "b"}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "check-regularization-concepts", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check("regularization-concepts", regularization_concepts)

# %% [markdown]
# ## Written question (4 points)
#
# A friend classifies photographs of leaves: 2,000 training images of 15 species, and a network with two hidden layers of 1,000 units. After 200 epochs it is right on 99 % of the training and 71 % of the validation images. "So I have switched on everything", he says: ℓ2 with $\lambda = 1$, dropout with $p = 0.5$ after every layer, the output layer too, and random turns and shifts of all images, "the validation images as well, so that it is fair". Now it is right on 9 % of both. Advise him in six to twelve sentences:
#
# 1. What did the first two numbers tell, and what do the second two tell?
# 2. Which of his settings are mistakes, and which may be reasonable? Say why.
# 3. In which order would you try the methods, what would you compare them with, and what would you report?
#
# This one is read by a person. Give reasons; formulas are welcome but not necessary.

# %% [markdown] nbgrader={"grade": true, "grade_id": "regularization-written", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# <!-- ### BEGIN SOLUTION -->
# *A model answer, with the points in brackets.*
#
# 99 % against 71 % is overfitting: the network stores the training images, and the gap of 28 points is what regularisation may work on. 9 % on both, with 15 species, is hardly more than guessing (1 in 15 is 7 %). There is no gap any more, but nothing is learned either: it underfits. **(1)**
#
# $\lambda = 1$ is a mistake of size: with $2\lambda w$ and a learning rate of, say, 0.1 each weight shrinks by 20 % in every step, whatever the data say. Useful values are found on a logarithmic scale from, say, $10^{-5}$ upwards. Dropout on the output layer is a mistake of principle: a dropped output gives its species the logit 0 at random, and no weight can learn against it. After the hidden layers, $p = 0.5$ is a reasonable start. Turning and shifting is reasonable for leaves, which lie in all directions and keep their species (one point to think about: if the photographs are all taken in the same position, it may not help). Altering the validation images is a mistake: they stand for the images the network will be asked about, and a random change makes the score move from run to run. **(2)**
#
# One thing at a time, the cheapest first: early stopping with patience and the best weights restored. It is the yardstick for the rest. Then augmentation of the training images, then dropout after the hidden layers or a small ℓ2, each with three or so strengths chosen on the validation set, each with the same number of epochs and of trials. Repeat the candidates with several seeds and report mean and standard deviation of the validation accuracy; look at the test set once, at the end, with the one method chosen. If early stopping is within the spread of the best, take early stopping. **(1)**
# <!-- ### END SOLUTION -->

# %% [markdown]
# ## Sources
#
# 1. F. Dyson (2004). A meeting with Enrico Fermi. *Nature* 427, 297.
# 2. H. Xiao, K. Rasul and R. Vollgraf (2017). Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747. Images under the MIT licence.
# 3. D. Arpit et al. (2017). A closer look at memorization in deep networks. *Proceedings of the 34th International Conference on Machine Learning*. arXiv:1706.05394.
# 4. C. Zhang, S. Bengio, M. Hardt, B. Recht and O. Vinyals (2017). Understanding deep learning requires rethinking generalization. *International Conference on Learning Representations*. arXiv:1611.03530.
# 5. L. Prechelt (1998). Early stopping – but when? In *Neural Networks: Tricks of the Trade*, Lecture Notes in Computer Science 1524. Springer.
# 6. R. Tibshirani (1996). Regression shrinkage and selection via the lasso. *Journal of the Royal Statistical Society B* 58(1), 267–288.
# 7. N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov (2014). Dropout: a simple way to prevent neural networks from overfitting. *Journal of Machine Learning Research* 15, 1929–1958. (There $p$ is the probability to *keep* a unit.)
# 8. G. E. Hinton, N. Srivastava, A. Krizhevsky, I. Sutskever and R. R. Salakhutdinov (2012). Improving neural networks by preventing co-adaptation of feature detectors. arXiv:1207.0580.
# 9. P. Baldi and P. Sadowski (2013). Understanding dropout. *Advances in Neural Information Processing Systems* 26, 2814–2822.
