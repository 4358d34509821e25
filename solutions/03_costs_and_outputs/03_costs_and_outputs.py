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
# # 3 · Costs and outputs
#
# *What the network should say, and how wrong it is.*
#
# On the first night of 1801 Giuseppe Piazzi saw a new body in the sky. He followed it for some six weeks, then it was lost in the glare of the sun. From those few observations Carl Friedrich Gauss computed where it should come out again, and at the end of the year it was found there: Ceres, the first asteroid. Every observation had been a little wrong. Which orbit fits best when no orbit fits exactly? In 1809 Gauss published his reasoning [1]: say how probable each size of error is, then choose the orbit under which the observations, all together, are most probable. With bell-shaped errors this means the smallest sum of squared errors.
#
# This notebook follows the same reasoning from astronomers' errors to yes-or-no answers and to one-of-ten answers. Each time it hands us a *pair*: what the last unit of the network should compute, and the cost that belongs to it.
#
# **You will be able to**
#
# - derive the squared error, the binary and the categorical cross-entropy from one principle, and say what each assumes about the data;
# - write softmax and both cross-entropies so that they survive logits of ±1000;
# - show that the gradient of every matching pair is (ŷ − y)/n, and what goes wrong when the pair does not match;
# - choose the output and the cost for a task that you have not seen before;
# - say why it does not matter where the training of a linear model starts, and why it does for a network.
#
# **You need** unit 1 (the sigmoid neuron and its cost), the logarithm and its rules, derivatives with the chain rule, and for sections 9 and 10 an idea of what a hidden layer is (unit 2).
#
# **Time**: about three hours, in three sittings if you like: sections 1–3, 4–6 and 7–10.

# %% [markdown]
# These conventions hold everywhere, and the checks rely on them:
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $z$ | `z` | `(n_samples,)` or `(n_samples, n_units)` | **logits**: what the last layer computes before its activation function, $z = XW + b$ |
# | $\hat y$, $p$ | `y_pred` | like the targets | the network's **outputs**; we write $p$ where they are probabilities |
# | $y$ | `y_true`, `targets` | `(n_samples,)` or `(n_samples, n_units)` | the **targets**: numbers, or 0 and 1 |
# | $y$ | `y`, `labels` | `(n_samples,)` | integer **labels** 0, 1, …, $K-1$, where a name does not say `one_hot` |
# | $n$, $K$ | `n_samples`, `n_classes` | numbers | how many samples (rows) and how many classes (columns) |
# | $J$ | | a number | the cost of a batch; $\log$ is the natural logarithm |
#
# Your functions must leave their inputs as they found them, and any of the numbers may come as integers.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize

from autograder.check import check
from course_lib import datasets, plots

plots.use_style()


# %% nbgrader={"grade": false, "grade_id": "given-sigmoid", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    """The logistic function of unit 1 for an array of any shape; safe at z = ±1000."""
    small = np.exp(-np.abs(z))  # never more than 1
    return np.where(np.asarray(z) >= 0, 1.0, small) / (1.0 + small)


# %% [markdown]
# ## 1 · What is a good cost? Maximum likelihood
#
# Throw a drawing pin ten times. It lands point up seven times. How probable is "point up"? You would say 0.7. Why not 0.6?
#
# Here is a reason. Suppose that the probability of "up" is $p$. Then the ten throws that we saw had the probability $p^7 (1-p)^3$. Seen as a function of $p$, with the data fixed, this is called the **likelihood** of $p$. Its largest value is at $p = 0.7$: no other $p$ makes what happened less of a surprise. Choosing the parameters that way is called **maximum likelihood**.
#
# A network is a drawing pin whose $p$ depends on the input. For each input $\mathbf x$ its output fixes a whole *distribution* of targets, $p_{\text{model}}(y \mid \mathbf x)$. The likelihood of its weights is the product over the samples, $\prod_i p_{\text{model}}(y_i\mid \mathbf x_i)$. Products of many small numbers are a nuisance:

# %% tags=["picture"]
for n in (10, 1000, 2000):
    print(f"likelihood of {n:4} fair throws: {np.prod(np.full(n, 0.5)):.3g}")

# %% [markdown]
# The last one is not zero, but the computer has no smaller number left. So take the logarithm: it turns the product into a sum and, since it only ever rises, leaves the best weights where they are. Divide by $n$, so that the number does not grow with the data, and change the sign, so that less is better:
#
# $$J = -\frac1n\sum_{i=1}^n \log p_{\text{model}}(y_i\mid\mathbf x_i).$$
#
# This is the mean **surprise** of the model at seeing the data, and it is called the **cross-entropy** (between the data and the model). Every cost of this notebook is this one formula. Only the distribution differs: a bell for numbers, a coin for yes or no, a die for one of many.
#
# **Guess first.** Where do the two curves, likelihood and cross-entropy, have their best points, and what is the cross-entropy there: 0, or more?

# %% tags=["picture"]
p = np.linspace(0.01, 0.99, 99)
likelihood = p**7 * (1 - p) ** 3
surprise = -(7 * np.log(p) + 3 * np.log(1 - p)) / 10

figure, axes = plt.subplots(1, 2, figsize=(10.5, 3.6))
plots.lowest_points(axes[0], p, {"minus the likelihood": -likelihood})
best = plots.lowest_points(axes[1], p, {"cross-entropy": surprise})
axes[0].set(xlabel="p", ylabel="minus the likelihood")
axes[1].set(xlabel="p", ylabel="mean surprise per throw", ylim=(0, 2.5))
plt.show()
print(f"lowest at p = {best['cross-entropy']:.2f}, where the cross-entropy is {surprise.min():.3f}")

# %% [markdown]
# The same $p$ is best for both. The cross-entropy there is not 0: even someone who knows the pin perfectly is surprised by each throw. (What is left is the *entropy* of a pin with $p = 0.7$. No model can go below it, which is worth remembering when a cost "gets stuck": it may simply be at the bottom.)

# %% [markdown]
# ## 2 · A number: linear output and mean squared error
#
# The target is a number: a price, a temperature, an angle. It can be anything, so the last unit must not squeeze it: its activation is the identity, $\hat y = z$. We call this a **linear output**.
#
# Which distribution? Say that the targets scatter around the output like Gauss's errors, as a bell with standard deviation $\sigma$, *the same for all samples*:
#
# $$p_{\text{model}}(y\mid\mathbf x) = \frac{1}{\sigma\sqrt{2\pi}}\,\exp\!\Bigl(-\frac{(y-\hat y)^2}{2\sigma^2}\Bigr).$$
#
# Take the logarithm, change the sign, average:
#
# $$J = \frac{1}{2\sigma^2}\cdot\underbrace{\frac1n\sum_{i=1}^n (y_i-\hat y_i)^2}_{\text{mean squared error}} \;+\; \log\bigl(\sigma\sqrt{2\pi}\bigr).$$
#
# If $\sigma$ is fixed, the second term is a constant and the factor in front a unit of measurement. What is left to minimise is the **mean squared error**, MSE. With several output units, the mean is taken over all entries, samples and units alike.
#
# **A note on the slides.** The slide says that for a linear output the cross-entropy *is* the squared error. Almost: they are equal up to that factor and that constant, and only if one assumes a normal distribution with a fixed variance. A little further down you will see what happens when the variance is not the same for all.
#
# **Exercise `mse` (1 point).**


# %% nbgrader={"grade": false, "grade_id": "mse", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mse(y_true, y_pred):
    """The mean squared error over all entries.

    y_true: targets, shape (n_samples,) or (n_samples, n_units)
    y_pred: outputs, the same shape

    Returns one number: the mean of (y_true - y_pred)² over all samples and all units.
    """
    ### BEGIN SOLUTION
    return np.mean((np.asarray(y_true) - np.asarray(y_pred)) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-mse", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("mse", mse)

# %% [markdown]
# The picture shows what a linear output says: not a number, but a bell with the number in its middle. Below it we test the formula. We draw lines with several slopes through the same data and compute both costs, the cross-entropy of the bells and your MSE.

# %% tags=["picture"]
rng = np.random.default_rng(3)
x_line = np.sort(rng.uniform(0, 10, 60))
y_line = 1.0 + 0.5 * x_line + rng.normal(0, 0.8, 60)
sigma = 0.8


def bell_surprise(y, y_hat, sigma):
    """The mean of -log of the normal density, with one sigma for all or one for each sample."""
    density = np.exp(-((y - y_hat) ** 2) / (2 * sigma**2)) / (sigma * np.sqrt(2 * np.pi))
    return -np.mean(np.log(density))


figure, ax = plt.subplots(figsize=(8.5, 4.2))
plots.gaussian_output(ax, x_line, y_line, lambda x: 1.0 + 0.5 * x, sigma, at=(1.5, 4.5, 7.5))
ax.set(xlabel="$x$", ylabel="$y$")
plt.show()
print("slope    cross-entropy     MSE    cross-entropy − MSE / (2σ²)")
for slope in (0.4, 0.5, 0.6):
    surprise, error = (
        bell_surprise(y_line, 1.0 + slope * x_line, sigma),
        mse(y_line, 1.0 + slope * x_line),
    )
    print(f"{slope:5} {surprise:16.4f} {error:7.4f} {surprise - error / (2 * sigma**2):18.4f}")

# %% [markdown]
# The last column is the constant: $\log(\sigma\sqrt{2\pi})$. Whoever minimises one minimises the other.
#
# ### Now break it: when the noise is not the same everywhere
#
# Let the noise grow with $x$: $\sigma_i = 0.1\,x_i$. Then the factor $1/(2\sigma_i^2)$ no longer comes out of the sum. Maximum likelihood says: **divide each squared error by the variance of its own sample**, so that a reliable sample counts more. The MSE treats all alike. We draw 500 data sets from the line $y = 0.5\,x$ and estimate the slope each time in both ways (for a line through the origin, both have a formula).
#
# **Guess first.** Will the MSE's slopes be wrong on average? Or only less exact? By how much?

# %% tags=["picture"]
rng = np.random.default_rng(4)
slopes = {"smallest MSE": [], "largest likelihood": []}
for _ in range(500):
    x = rng.uniform(0.5, 10, 30)
    y = 0.5 * x + rng.normal(0, 0.1 * x)
    slopes["smallest MSE"].append(np.sum(x * y) / np.sum(x * x))
    slopes["largest likelihood"].append(np.mean(y / x))  # each sample divided by its own sigma
for name, values in slopes.items():
    print(
        f"{name:19} slope {np.mean(values):.3f} on average, standard deviation {np.std(values):.4f}"
    )
ratio = np.var(slopes["smallest MSE"]) / np.var(slopes["largest likelihood"])
print(f"the MSE needs {ratio:.1f} times as many samples for the same accuracy")

# %% [markdown]
# Right on average, but wasteful. And if the errors are not bell-shaped at all? Suppose one of nine thermometers was read as 205 instead of 20.5 degrees, and let us find the constant that fits all nine best, by squares and by absolute differences. (The latter belong to the *Laplace distribution*, which is pointed and has long tails.)

# %% tags=["picture"]
readings = np.array([20.1, 19.8, 20.4, 20.0, 205.0, 19.9, 20.3, 20.2, 19.7])
constants = np.arange(15, 50, 0.05)
by_squares = [mse(readings, np.full(9, c)) for c in constants]
by_distance = [np.mean(np.abs(readings - c)) for c in constants]
print(f"smallest mean squared error:  {constants[np.argmin(by_squares)]:.1f} degrees (the mean)")
print(f"smallest mean absolute error: {constants[np.argmin(by_distance)]:.1f} degrees (the median)")

# %% [markdown]
# To a bell with a fixed width an error of 185 degrees is all but impossible, so the squares move heaven and earth to make it smaller. **A cost is an assumption about errors.** If yours have long tails, say so with another cost.
#
# One more trap, and it has cost people days. A network with one output unit returns a *column*, shape `(n, 1)`; targets often come as a plain row of numbers, shape `(n,)`. NumPy subtracts them without complaint. **Guess first:** what is the MSE of *perfect* predictions 1, 2, 3, 4 given as a column?

# %% tags=["picture"]
targets = np.array([1.0, 2.0, 3.0, 4.0])
column = targets[:, None]
print("shape of the difference:", (targets - column).shape)
print("mean of its squares:    ", np.mean((targets - column) ** 2))

# %% [markdown]
# Every target was compared with every prediction. No error message, only a cost that never reaches 0. When a regression will not learn, print shapes first. (Our checks always give you two arrays of the same shape.)

# %% [markdown]
# ## 3 · Yes or no: sigmoid output and binary cross-entropy
#
# The target is 0 or 1: no or yes. A distribution over two answers has one number, $p$, the probability of a 1. It must lie between 0 and 1, and the **sigmoid output** sees to that: $p = \sigma(z)$. Why the sigmoid, of all the curves between 0 and 1? Turn it round, and you get $z = \log\frac{p}{1-p}$: the logit is the logarithm of the *odds*. An output of $z = 3$ says "yes is $e^3 \approx 20$ times as probable as no". Adding evidence means adding to $z$, and adding is what the weighted sum does.
#
# The probability of the answer $y$ is $p$ if $y = 1$ and $1-p$ if $y = 0$. In one expression: $p^{\,y}(1-p)^{1-y}$. Put it into the formula of section 1:
#
# $$J = -\frac1n\sum_{i=1}^n\Bigl[\,y_i\log p_i + (1-y_i)\log(1-p_i)\Bigr],$$
#
# the **binary cross-entropy** that you met in unit 1. With several yes-or-no units (a photo may show a beach, *and* a dog, *and* a sunset) each entry is a question of its own, and the mean runs over all entries.
#
# If $p$ is exactly 0 or 1, and wrong, the cost is infinite. We do as Keras does and first move $p$ into the range from $\varepsilon$ to $1-\varepsilon$, with $\varepsilon = 10^{-7}$.
#
# **A note on the slides.** The formula on the slide has no second term, and the index of its sum is mixed up: the sum runs over the *samples*, and $y_i$ and $p_i$ belong to the same sample. We shall see in a moment what a neuron makes of half a cost.
#
# **Exercise `binary-crossentropy` (2 points).**


# %% nbgrader={"grade": false, "grade_id": "binary-crossentropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    """The mean binary cross-entropy over all entries.

    y_true: targets 0 or 1, shape (n_samples,) or (n_samples, n_units)
    y_pred: probabilities of a 1, between 0 and 1, the same shape
    epsilon: y_pred is first clipped to [epsilon, 1 - epsilon]

    Returns one number: the mean over all samples and all units. It is finite also where a
    prediction is exactly 0 or 1.
    """
    ### BEGIN SOLUTION
    y, p = np.asarray(y_true), np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-binary-crossentropy", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("binary-crossentropy", binary_crossentropy)

# %% [markdown]
# ### Now break it: four costs for a know-nothing
#
# Of 100 samples 30 have the label 1. A neuron that sees no inputs can only say the same $p$ to all of them.
#
# **Guess first.** Which $p$ is best under the binary cross-entropy? Under its first term alone (the slide's)? Under the squared error $(y-p)^2$? Under the absolute error $|y-p|$?

# %% tags=["picture"]
labels = np.repeat([0, 1], [70, 30])
p = np.linspace(0.005, 0.995, 199)
constant = [np.full(100, value) for value in p]
curves = {
    "binary cross-entropy": [binary_crossentropy(labels, c) for c in constant],
    "its first term only": [-np.mean(labels * np.log(c)) for c in constant],
    "squared error": [mse(labels, c) for c in constant],
    "absolute error": [np.mean(np.abs(labels - c)) for c in constant],
}
figure, ax = plt.subplots(figsize=(8, 4.2))
best = plots.lowest_points(ax, p, curves)
ax.set(xlabel="what the neuron says to everybody, p", ylabel="cost", ylim=(0, 2))
plt.show()
for name, value in best.items():
    print(f"{name:21} is lowest at p = {value:.3f}")

# %% [markdown]
# The whole cross-entropy is lowest at 0.3: it rewards the neuron for telling the truth about its ignorance. So does the squared error; both are called *proper* for that reason. (Glenn Brier proposed the squared one for weather forecasts in 1950 [2].) Half a cost makes the neuron shout "yes" at everybody. The absolute error makes it say "no" to everybody, since no is the commoner answer: the median again.
#
# Honest probabilities are not only for know-nothings. We train one sigmoid unit to tell Gentoo from Adélie penguins (those of unit 1) by their body mass alone. The dots are groups of penguins of similar mass: how many of them *are* Gentoo?


# %% tags=["picture"]
penguins = datasets.load_penguins()
two = np.isin(penguins.species, ("Adelie", "Gentoo"))
mass = penguins.features[two, penguins.feature_names.index("body mass (g)")] / 1000
is_gentoo = (penguins.species[two] == "Gentoo").astype(int)
mass_mean, mass_std = mass.mean(), mass.std()
mass_z = (mass - mass_mean) / mass_std  # standardised: mean 0, standard deviation 1


def train_sigmoid_unit(x, y, start, learning_rate, updates):
    """Full-batch gradient descent on the cross-entropy of sigmoid(w x + b); all places visited."""
    places = [np.array(start, dtype=float)]
    for _ in range(updates):
        error = sigmoid(places[-1][0] * x + places[-1][1]) - y
        gradient = np.array([np.mean(error * x), np.mean(error)])
        places.append(places[-1] - learning_rate * gradient)
    return np.array(places)


w, b = train_sigmoid_unit(mass_z, is_gentoo, start=(0, 0), learning_rate=1.0, updates=2000)[-1]
figure, ax = plt.subplots(figsize=(9, 4.2))
plots.shares_and_probability(
    ax,
    mass,
    is_gentoo,
    lambda m: sigmoid(w * (m - mass_mean) / mass_std + b),
    bins=[2.8, 3.4, 3.8, 4.1, 4.4, 4.7, 5.0, 5.4, 6.4],
)
ax.set(xlabel="body mass (kg)", ylabel="probability of “Gentoo”")
plt.show()
print(
    f"Gentoo: {np.mean(is_gentoo):.3f} of the penguins, mean output {sigmoid(w * mass_z + b).mean():.3f}"
)
print(f"w = {w:.2f}: each standard deviation of mass multiplies the odds by {np.exp(w):.0f}")

# %% [markdown]
# The outputs can be read as probabilities, on average exactly so: at the lowest cost the derivative with respect to the bias, the mean of $p - y$, is 0. (Large networks can be trained until they are too sure of themselves; unit 5 is about that.)

# %% [markdown]
# ## 4 · One of many: the softmax output
#
# Ten kinds of garment, and each picture shows exactly one. Now the model needs ten probabilities that add up to 1. The idea of section 3 still works: let each class $k$ have a logit $z_k$, and let $e^{z_k - z_j}$ be the odds of class $k$ against class $j$. There is only one way to choose probabilities with these odds:
#
# $$p_k = \operatorname{softmax}(\mathbf z)_k = \frac{e^{z_k}}{\sum_{j=1}^{K} e^{z_j}} .$$
#
# The exponential makes every logit positive, the sum makes the shares add up to 1. The name, "soft" for the soft version of "the largest takes it all", is John Bridle's, 1990 [3].
#
# **A note on the slides.** The slide writes softmax as a function of one unit's $z$, as one can for the sigmoid. It is not: the sum in the denominator runs over *all* units of the layer, so softmax takes the whole vector $\mathbf z$ and returns a whole vector. Raise one logit, and all other probabilities fall.
#
# Two things follow from the formula. Adding the same number $c$ to all logits of a sample changes nothing, since $e^{c}$ cancels. And that is our rescue from overflow: $e^{1000}$ is too large for a computer, but we may first subtract the row's largest logit, and then no exponent is larger than 0.
#
# **Exercise `softmax` (2 points).** A batch: one sample per row, and each row is a softmax of its own. Which axis is that, and how do you divide a table by a column? (Look up `keepdims`.)


# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(z):
    """The softmax of every row.

    z: logits, shape (n_samples, n_classes), one row per sample

    Returns probabilities, a new array of the same shape. Every row sums to 1, and nothing is
    NaN or infinite, also for logits of 1000 or -1000. A row's result does not depend on the
    other rows.
    """
    ### BEGIN SOLUTION
    z = np.asarray(z)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-softmax", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("softmax", softmax)

# %% [markdown]
# **Guess first.** The logits are $(2, 1, 0, -1)$. What changes if you (a) add 100 to all of them, (b) multiply them by 3, (c) multiply them by 0.3?

# %% tags=["picture"]
z = np.array([[2.0, 1.0, 0.0, -1.0]])
variants = {"z": z, "(a)  z + 100": z + 100, "(b)  3 z": 3 * z, "(c)  0.3 z": 0.3 * z}
plots.output_bars(
    {title: np.asarray(softmax(logits))[0] for title, logits in variants.items()},
    names=[f"class {k}" for k in range(4)],
)
plt.show()

# %% [markdown]
# (a) nothing, of course. (b) The leader takes nearly all: multiplied by a large number, softmax becomes "the largest takes it all". (c) The differences fade; multiplied by 0, all classes get a quarter. The *differences* of the logits are what counts, and their size is how sure the network is.
#
# ### Now break it
#
# Three softmaxes that went wrong. **Guess first** what each will print.

# %% tags=["picture"]
z = np.array([[3.0, 1.0], [3.0, 1.0], [0.0, 4.0]])


def softmax_over_samples(z):
    """Softmax along the wrong axis: over the samples instead of the classes."""
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


print("1. the wrong axis: the first sample alone, and in a batch of three")
print("  ", softmax_over_samples(z[:1])[0], softmax_over_samples(z)[0].round(2))
print("   the right axis:")
print("  ", np.asarray(softmax(z[:1]))[0].round(2), np.asarray(softmax(z))[0].round(2))

print("2. a single unit, for three samples with the logits 3, 0 and -5")
print("  ", np.asarray(softmax(np.array([[3.0], [0.0], [-5.0]])))[:, 0])

print("3. without subtracting the maximum, for the logits 1000 and 999")
with np.errstate(over="ignore", invalid="ignore"):
    e = np.exp(np.array([1000.0, 999.0]))
    print(
        "  ",
        e / e.sum(),
        " instead of ",
        np.asarray(softmax(np.array([[1000.0, 999.0]])))[0].round(2),
    )

# %% [markdown]
# 1. Along the wrong axis an answer depends on who else is in the batch. (With as many samples as classes not even the shape of the sums tells you.)
# 2. A single softmax unit says 1 to everything: with nobody to compare with, it has 100 % of the votes. For yes or no with *one* unit, take the sigmoid. With two units both are the same thing: $\operatorname{softmax}(z, 0)$ gives the first class $\frac{e^z}{e^z + 1} = \sigma(z)$.
# 3. `inf / inf` is `nan`, and from then on everything is.
#
# ### Labels as rows: one-hot
#
# The label "class 2 of 4" as a distribution that is quite sure: $(0, 0, 1, 0)$. This is called **one-hot**.
#
# **Exercise `one-hot` (1 point).**


# %% nbgrader={"grade": false, "grade_id": "one-hot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def one_hot(labels, n_classes):
    """Integer labels as rows of zeros with a single 1.

    labels: integers from 0 to n_classes - 1, shape (n_samples,)
    n_classes: the number of columns (a class may have no sample in the batch)

    Returns an array of shape (n_samples, n_classes): row i holds 1 in column labels[i], else 0.
    """
    ### BEGIN SOLUTION
    return np.eye(n_classes)[np.asarray(labels)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-one-hot", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check("one-hot", one_hot)

# %% [markdown]
# ### Categorical cross-entropy
#
# The surprise at a sample is minus the logarithm of the probability that the model gave to the *right* class. With one-hot targets one can write that as a sum in which all terms but one are zero:
#
# $$J = -\frac1n\sum_{i=1}^n\sum_{k=1}^K y_{ik}\,\log p_{ik}.$$
#
# The sum runs over classes, the mean over samples: divide by $n$, not by $nK$. There is no $(1-y)\log(1-p)$ here, and none is missing: to raise the right probability is to lower the others, since they add up to 1.
#
# **Exercise `categorical-crossentropy` (2 points).** Clip $p$ to the range from $\varepsilon$ to $1-\varepsilon$, as before.


# %% nbgrader={"grade": false, "grade_id": "categorical-crossentropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    """The mean over the samples of -sum_k y_k log p_k.

    y_one_hot: one-hot targets, shape (n_samples, n_classes)
    y_pred: probabilities, the same shape; every row sums to 1
    epsilon: y_pred is first clipped to [epsilon, 1 - epsilon]

    Returns one number, finite also where the right class got probability 0.
    """
    ### BEGIN SOLUTION
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(np.sum(np.asarray(y_one_hot) * np.log(p), axis=1))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-categorical-crossentropy", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("categorical-crossentropy", categorical_crossentropy)

# %% [markdown]
# A yardstick to keep: who knows nothing about $K$ equally common classes and says so costs $\log K$. **Guess first:** what should the cost of an untrained ten-class network be, about? If it is much higher, the network is not ignorant but *wrongly sure*.

# %% tags=["picture"]
rng = np.random.default_rng(5)
targets = np.asarray(one_hot(rng.integers(0, 10, 1000), 10))
for size in (0.0, 0.1, 1.0, 5.0):
    outputs = np.asarray(softmax(size * rng.normal(size=(1000, 10))))
    print(f"random logits of size {size:3}: cost {categorical_crossentropy(targets, outputs):5.2f}")
print(f"log 10 = {np.log(10):.2f}")

# %% [markdown]
# ## 5 · Straight from the logits
#
# The way so far: logit → probability → logarithm. In between sits a trap. At $z = 40$ the sigmoid is $1 - 4\cdot10^{-18}$, and the nearest number that the computer has is 1. What was in $z$ is gone, and no logarithm brings it back. The clip prevents an infinity, at a price that the picture shows: from some $z$ on the cost does not change any more, so its slope is 0, and a neuron that is *that* wrong has nothing to learn from.

# %% tags=["picture"]
z = np.linspace(-45, 10, 1101)
clipped = np.array([binary_crossentropy(np.array([1.0]), np.array([sigmoid(v)])) for v in z])
exact = np.logaddexp(0, -z)  # the same cost, computed straight from z
figure, axes = plt.subplots(1, 2, figsize=(10.5, 3.6))
for values, style, name in (
    (clipped, "-", "by way of a clipped p"),
    (exact, "--", "from the logit"),
):
    axes[0].plot(z, values, style, label=name)
    axes[1].plot(z, np.gradient(values, z), style, label=name)
axes[0].set(xlabel="logit z", ylabel="cost", title="the cost, if the right answer is 1")
axes[1].set(xlabel="logit z", ylabel="d cost / d z", title="its slope")
axes[0].legend()
plt.show()
print(f"highest cost by way of p: {clipped.max():.1f} = −log of epsilon")

# %% [markdown]
# ### The sigmoid's cost from its logit
#
# The cure: simplify on paper, before any number is rounded. With $\log\sigma(z) = -\log(1+e^{-z})$ and $\log(1-\sigma(z)) = -z - \log(1+e^{-z})$ the cost of one entry becomes
#
# $$\ell(y, z) = (1-y)\,z + \log\bigl(1+e^{-z}\bigr).$$
#
# For $z = -1000$ this still overflows. Take out the large part, separately for each side, and both sides fit into one line:
#
# $$\ell(y, z) = \max(z, 0) - y\,z + \log\bigl(1 + e^{-|z|}\bigr).$$
#
# Check it on paper for $z>0$ and for $z<0$. The exponent is never positive now. (`np.log1p(x)` is $\log(1+x)$, exact also for tiny $x$. This form is the one in TensorFlow's documentation of `sigmoid_cross_entropy_with_logits`.)
#
# **Exercise `sigmoid-crossentropy-logits` (2 points).**


# %% nbgrader={"grade": false, "grade_id": "sigmoid-crossentropy-logits", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid_crossentropy_logits(y_true, z):
    """The mean binary cross-entropy of sigmoid outputs, computed from their logits.

    y_true: targets 0 or 1, shape (n_samples,) or (n_samples, n_units)
    z: logits, the same shape

    Returns one number: the mean over all entries. It is exact: no clipping, and right also for
    logits of 1000 and -1000 (a wrong logit of size 1000 costs 1000).
    """
    ### BEGIN SOLUTION
    y, z = np.asarray(y_true), np.asarray(z)
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-sigmoid-crossentropy-logits", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check("sigmoid-crossentropy-logits", sigmoid_crossentropy_logits)

# %% [markdown]
# ### The softmax's cost from its logits
#
# The same for $K$ classes. Let $c$ be the right class. Then
#
# $$\ell(c,\mathbf z) = -\log p_c = -\log\frac{e^{z_c}}{\sum_j e^{z_j}} = \log\sum_j e^{z_j} - z_c .$$
#
# The first term is known as **log-sum-exp**, a soft maximum. To keep it from overflowing, take the row's maximum $m$ out: $\log\sum_j e^{z_j} = m + \log\sum_j e^{z_j - m}$. At least one term of the last sum is $e^0 = 1$, so its logarithm is safe.
#
# Here the targets are integer labels, not one-hot rows: most libraries offer both, and call this one *sparse*. To pick one entry out of every row, index with two lists: row numbers and column numbers.
#
# **Exercise `softmax-crossentropy-logits` (3 points).**


# %% nbgrader={"grade": false, "grade_id": "softmax-crossentropy-logits", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax_crossentropy_logits(y, z):
    """The mean categorical cross-entropy of softmax outputs, computed from their logits.

    y: integer labels from 0 to n_classes - 1, shape (n_samples,)
    z: logits, shape (n_samples, n_classes)

    Returns one number: the mean over the samples of log(sum_j e^z_j) - z_c, where c is the
    sample's label. It is exact: no clipping, and right also for logits of 1000 and -1000.
    """
    ### BEGIN SOLUTION
    z = np.asarray(z)
    largest = z.max(axis=1)
    log_sum_exp = largest + np.log(np.sum(np.exp(z - largest[:, None]), axis=1))
    return np.mean(log_sum_exp - z[np.arange(len(z)), np.asarray(y)])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-softmax-crossentropy-logits", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("softmax-crossentropy-logits", softmax_crossentropy_logits)

# %% [markdown]
# ### Now break it: softmax twice
#
# Libraries let you choose: outputs as probabilities, or `from_logits=True`. Get the flag wrong, and softmax is applied twice, or not at all. Twice is the nastier one, because everything seems to work. Take a network whose first softmax is perfect: probability 1 for the right class.
#
# **Guess first.** What is its cost if the cost function applies softmax once more? Does that depend on the number of classes?

# %% tags=["picture"]
print("classes   lowest cost possible with two softmaxes   probability of the right class")
for k in (2, 10, 100):
    perfect = np.asarray(one_hot(np.array([0]), k))
    twice = np.asarray(softmax(perfect))[0, 0]
    print(f"{k:7} {softmax_crossentropy_logits(np.array([0]), perfect):30.3f} {twice:34.3f}")

# %% [markdown]
# A perfect ten-class network cannot get below 1.46, and believes in its right answer with 23 %. It still learns, since the largest output stays the largest, only slowly and with a cost that will not fall. If your cost levels off far above 0, look at the flag.

# %% [markdown]
# ## 6 · Three heads, one gradient
#
# To learn, we need the derivative of the cost with respect to the logits. (Unit 4 carries it on from there, down to every weight.) In this section $J$ is, for all three heads alike, the mean over the samples of the **sum over the units**, and for the linear head we take *half* the squared error, as the bell of section 2 with $\sigma = 1$ demands:
#
# | head | output | cost of one sample, summed over the units |
# | --- | --- | --- |
# | `"linear"` | $\hat y_k = z_k$ | $\sum_k \tfrac12(\hat y_k - y_k)^2$ |
# | `"sigmoid"` | $\hat y_k = \sigma(z_k)$ | $-\sum_k \bigl[y_k\log\hat y_k + (1-y_k)\log(1-\hat y_k)\bigr]$ |
# | `"softmax"` | $\hat{\mathbf y} = \operatorname{softmax}(\mathbf z)$ | $-\sum_k y_k\log\hat y_k$ |
#
# Work out the derivatives.
#
# - Linear: $\frac{\partial}{\partial z_k}\tfrac12(z_k-y_k)^2 = z_k - y_k = \hat y_k - y_k$.
# - Sigmoid: section 5 wrote the cost as $(1-y)z + \log(1+e^{-z})$. Its derivative is $1 - y - \frac{e^{-z}}{1+e^{-z}} = \sigma(z) - y$.
# - Softmax: section 5 wrote the cost as $\log\sum_j e^{z_j} - z_c$. Its derivative with respect to $z_k$ is $\frac{e^{z_k}}{\sum_j e^{z_j}}$, less 1 if $k = c$. That is $\hat y_k - y_k$.
#
# Three times the same: **output minus target**. With the mean over $n$ samples,
#
# $$\frac{\partial J}{\partial z_{ik}} = \frac{\hat y_{ik} - y_{ik}}{n}.$$
#
# No accident. For bell, coin and die alike the logarithm of the probability is "$y$ times $z$, less a function of $z$", up to terms without $z$, and the derivative of that function is the mean of the distribution, $\hat y$. In the language of generalised linear models [4] the inverse of such an activation is called the distribution's *canonical link*. Choose the pair that belongs together, and the gradient is the error.
#
# **Exercise `output-gradients` (3 points, one per head).** The functions above and `sigmoid` are at your service.


# %% nbgrader={"grade": false, "grade_id": "output-gradients", "locked": false, "schema_version": 3, "solution": true, "task": false}
def output_gradients(head, targets, z):
    """The derivative of the cost with respect to the logits, for a matching pair of output and cost.

    head: "linear" (half the squared error), "sigmoid" (binary cross-entropy)
        or "softmax" (categorical cross-entropy)
    targets: shape (n_samples, n_units); numbers, 0 and 1, or one-hot rows
    z: logits, the same shape

    Returns dJ/dz, an array of the same shape. J is the mean over the samples of the sum over
    the units. The result is finite also for logits of 1000 and -1000.
    """
    ### BEGIN SOLUTION
    activation = {"linear": np.asarray, "sigmoid": sigmoid, "softmax": softmax}[head]
    return (activation(z) - np.asarray(targets)) / len(z)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "check-output-gradients", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check("output-gradients", output_gradients)

# %% [markdown]
# Do not trust, measure. We nudge one logit by a little in both directions, see how your costs change, and compare. (The costs of sections 2 and 3 are means over all entries; times the number of units they are sums over the units.)

# %% tags=["picture"]
rng = np.random.default_rng(6)
z, n_units, h = rng.normal(size=(5, 3)), 3, 1e-6
labels = rng.integers(0, 3, 5)
numbers, answers = rng.normal(size=(5, 3)), rng.integers(0, 2, (5, 3))
cases = {
    "linear": (numbers, lambda z: n_units * mse(numbers, z) / 2),
    "sigmoid": (answers, lambda z: n_units * sigmoid_crossentropy_logits(answers, z)),
    "softmax": (np.asarray(one_hot(labels, 3)), lambda z: softmax_crossentropy_logits(labels, z)),
}
nudge = np.zeros((5, 3))
nudge[1, 2] = h
for head, (targets, cost) in cases.items():
    measured = (cost(z + nudge) - cost(z - nudge)) / (2 * h)
    print(
        f"{head:8} your gradient {np.asarray(output_gradients(head, targets, z))[1, 2]:+.5f}, measured {measured:+.5f}"
    )

# %% [markdown]
# ### Now break it: the wrong pair
#
# What if we keep the sigmoid, but take the squared error, because it worked so well in section 2? Then the chain rule leaves a factor behind:
#
# $$\frac{\partial}{\partial z}\tfrac12(\sigma(z)-y)^2 = (\hat y-y)\cdot\sigma'(z) = (\hat y - y)\,\hat y\,(1-\hat y).$$
#
# One neuron, one sample, right answer 1. It starts badly wrong, at $z = -6$, where it says 0.2 %. Each update is $z \leftarrow z - 1.0\cdot\frac{\partial J}{\partial z}$.
#
# **Guess first.** After how many updates does it say more than 50 %: with the cross-entropy, and with half the squared error?

# %% tags=["picture"]
z = np.linspace(-8, 8, 321)
p = sigmoid(z)
CE, SE = "cross-entropy", "half the squared error"


def learn(name, start, updates):
    """The output p before and after each of some updates of the logit itself; the target is 1."""
    outputs, z = [], np.array([[float(start)]])
    for _ in range(updates):
        p = float(sigmoid(z)[0, 0])
        outputs.append(p)
        slope = np.asarray(output_gradients("sigmoid", np.ones((1, 1)), z))
        z = z - slope * (1 if name == CE else p * (1 - p))
    return np.array(outputs)


figure = plots.saturation(
    z,
    costs={CE: [binary_crossentropy(np.ones(1), np.array([v])) for v in p], SE: (p - 1) ** 2 / 2},
    slopes={CE: p - 1, SE: (p - 1) * p * (1 - p)},
    learning={name: learn(name, -6, 600) for name in (CE, SE)},
)
figure.axes[2].set_title("learning, from z = −6")
plt.show()
print("updates until p > 0.5")
for start in (-2, -4, -6, -8):
    counts = [int(np.argmax(learn(name, start, 4000) > 0.5)) for name in (CE, SE)]
    print(f"  from z = {start}: {counts[0]:3} with the {CE}, {counts[1]:5} with {SE}")

# %% [markdown]
# The squared error has its steepest slope where the neuron is *unsure*. Where it is sure and wrong, the sigmoid is flat, the neuron is **saturated**, and it hardly learns: the worse it is, the longer it takes, in the end by a factor of $e^2 \approx 7$ for every 2 that $z$ is further out. In the cross-entropy the logarithm undoes the exponential, and the slope is the error itself. This was noticed in the 1980s, when networks were still trained with squared errors on sigmoids [5].
#
# ### A lab: three heads on one task
#
# Ten kinds of garment (Fashion-MNIST [6]), images shrunk to 14 × 14 pixels, no hidden layer, and your `output_gradients`: three heads with exactly the same code. The linear head tries to hit the numbers 0 and 1; the sigmoid head asks ten yes-or-no questions; the softmax head chooses one of ten. Each gets 300 updates on 2,000 images, with four learning rates.
#
# **Guess first.** Which head will recognise most of the 2,000 test images? Which will be ruined by a large learning rate first?

# %% tags=["picture"]
(train_images, train_labels), (test_images, test_labels) = datasets.load_fashion_mnist()
HEADS = {"linear": lambda z: z, "sigmoid": sigmoid, "softmax": softmax}
RATES = (0.03, 0.1, 0.3, 1.0)


def shrink(images):
    """Images as rows of 196 numbers between 0 and 1: each the mean of four pixels."""
    return images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)).reshape(-1, 196) / 255


X_old, y_old, X_new = shrink(train_images[:2000]), train_labels[:2000], shrink(test_images)
X_old, X_new = X_old - X_old.mean(axis=0), X_new - X_old.mean(axis=0)
Y_old = np.asarray(one_hot(y_old, 10))


def train_head(head, learning_rate, updates=300):
    """One layer of ten units, trained from zero weights on all 2,000 images at once."""
    W, b = np.zeros((196, 10)), np.zeros(10)
    for _ in range(updates):
        dz = np.asarray(output_gradients(head, Y_old, X_old @ W + b))
        W, b = W - learning_rate * X_old.T @ dz, b - learning_rate * dz.sum(axis=0)
    return W, b


trained = {(head, rate): train_head(head, rate) for head in HEADS for rate in RATES}
print("right on new images  " + "".join(f"   η = {rate:<4}" for rate in RATES))
for head in HEADS:
    rights = []
    for rate in RATES:
        W, b = trained[head, rate]
        rights.append(np.mean((X_new @ W + b).argmax(axis=1) == test_labels))
    print(f"  {head:19}" + "".join(f"{right:11.0%}" for right in rights))

# %% [markdown]
# And what do they say? Here are the outputs of the three heads ($\eta = 0.3$) for one test image. The right answer is orange.

# %% tags=["picture"]
GARMENTS = (
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
outputs = {
    head: np.asarray(HEADS[head](X_new @ trained[head, 0.3][0] + trained[head, 0.3][1]))
    for head in HEADS
}
chosen = 7
plots.output_bars(
    {
        f"{head} (sum {values[chosen].sum():.2f})": values[chosen]
        for head, values in outputs.items()
    },
    names=GARMENTS,
    right=int(test_labels[chosen]),
)
plt.show()
for head, values in outputs.items():
    sums = values.sum(axis=1)
    print(
        f"{head:8} outputs from {values.min():5.2f} to {values.max():.2f}; "
        f"sums of the ten from {sums.min():.2f} to {sums.max():.2f}"
    )

# %% [markdown]
# Read the table by columns first. As long as the learning rate is small, the three heads recognise about equally many garments, and the linear head is even ahead: it learns faster. Judged by *which output is the largest*, one may well train a classifier with squared errors. At $\eta = 1$ it falls apart: its steps overshoot, each time by more, and its weights grow without bound, while the others get better still. The reason is the curvature of their costs: along $z$ the squared error bends with 1, the cross-entropy of a sigmoid with $p(1-p) \le \frac14$, that of a softmax with no more than $\frac12$, and where the ground bends more, shorter steps are needed (unit 9). Given the same 300 updates and the best rate of each, softmax wins, with 81 % to 79 % and 78 %. Two or three points on 2,000 images: a small lead, but not the point.
#
# The point is what the numbers *mean*. The linear outputs run from −0.51 to 1.32. (They add up to 1, because the targets do, but there is no such thing as a probability of −0.51.) The sigmoid's ten answers add up to anything from 0.46 to 2.42: ten separate opinions. Only the softmax answers the question that was asked: one garment, which one? For the coat above, two of the heads even prefer "shirt". With images of 14 × 14 pixels one can see why.

# %% [markdown]
# ## 7 · Which output, which cost?
#
# The whole unit so far in one table (a book's treatment, in the same order: [7]):
#
# | the target is | so the distribution is | activation | cost | Keras calls the cost |
# | --- | --- | --- | --- | --- |
# | any number | a bell of fixed width around the output | `linear` | `mse` | `mse` |
# | yes or no, once or several times independently | a coin for each question | `sigmoid` | `binary_crossentropy` | `binary_crossentropy` |
# | exactly one of $K$ | a die with $K$ faces | `softmax` | `categorical_crossentropy` | `categorical_crossentropy`; with integer labels `sparse_categorical_crossentropy` |
#
# So ask two questions of a task. *Which values can the target have?* And if there are several: *do they exclude each other?*
#
# **Exercise `choose-output` (5 points, one per task).** For each task write down the pair (activation, loss), for example `("linear", "mse")`. Activations: `"linear"`, `"sigmoid"`, `"softmax"`. Losses: `"mse"`, `"binary_crossentropy"`, `"categorical_crossentropy"`. Leave everything from `if` on as it is: it only complains while an answer is missing.
#
# - **temperature tomorrow**: one number in degrees Celsius, which may be below zero. The forecasts' errors are about equally large on cold and on warm days, and bell-shaped. One output unit.
# - **spam or not**: an e-mail is spam (1) or not (0). The network has *one* output unit, for the probability of spam.
# - **which of ten garments**: an image shows exactly one of ten kinds of garment. Ten output units; the target is a one-hot row.
# - **several tags at once**: a photo can carry any number of 20 tags (beach, dog, sunset, …), none and all included. Twenty output units; the target is a row of zeros and ones.
# - **a box around the face**: four numbers in pixels, left edge, top edge, width and height. The errors are bell-shaped, with one and the same width for all four. Four output units.

# %% nbgrader={"grade": false, "grade_id": "choose-output", "locked": false, "schema_version": 3, "solution": true, "task": false}
choose_output = {
    "temperature tomorrow": (None, None),
    "spam or not": (None, None),
    "which of ten garments": (None, None),
    "several tags at once": (None, None),
    "a box around the face": (None, None),
}
if (None, None) in choose_output.values():
    ### BEGIN SOLUTION
    choose_output = {
        "temperature tomorrow": ("linear", "mse"),
        "spam or not": ("sigmoid", "binary_crossentropy"),
        "which of ten garments": ("softmax", "categorical_crossentropy"),
        "several tags at once": ("sigmoid", "binary_crossentropy"),
        "a box around the face": ("linear", "mse"),
    }
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "check-choose-output", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check("choose-output", choose_output)

# %% [markdown]
# ## 8 · One valley: linear models
#
# A cost is a landscape over the weights, and training walks downhill. Where does one end up? That depends on the landscape. The kindest kind is **convex**: the straight line between any two points of its surface never runs below the surface. A bowl is convex. A bowl has no second bottom: *wherever a convex cost is level, it is lowest*. A walker cannot get stuck in a wrong place, since there is none.
#
# Are our costs convex? Look at one sample and its logit. The cross-entropy of a sigmoid, $(1-y)z + \log(1+e^{-z})$, has the second derivative $p(1-p)$, which is never negative: it always bends upwards. So does $\tfrac12(z-y)^2$, and so does log-sum-exp. Now, in a model **without hidden layers** the logit is a weighted sum, $z = \mathbf w\cdot\mathbf x + b$, so moving along a straight line in the weights moves $z$ along a straight line, too: the cost of a sample is convex in the weights. And a mean of convex functions is convex. So *linear regression, logistic regression and softmax regression all have one valley* [8].
#
# The squared error on a sigmoid is another matter. You saw its curve in section 6: flat, steep, flat.
#
# Here are both landscapes for the unit that tells Gentoo from Adélie penguins by their mass: all there is to learn are $w$ and $b$. **Guess first:** on which of the two can you find a straight line between two points of the surface that runs below it?

# %% tags=["picture"]
RANGE = (-12.0, 12.0)


def logistic_cost(w, b):
    """The cross-entropy of the unit sigmoid(w x + b) on the penguins."""
    return sigmoid_crossentropy_logits(is_gentoo, w * mass_z + b)


def squared_cost(w, b):
    """The mean squared error of the same unit."""
    return mse(is_gentoo, sigmoid(w * mass_z + b))


logistic_grid = plots.cost_grid(logistic_cost, RANGE, RANGE)
squared_grid = plots.cost_grid(squared_cost, RANGE, RANGE)
plots.cost_surfaces(
    {
        "sigmoid and cross-entropy: convex": logistic_grid,
        "sigmoid and squared error: not": squared_grid,
    },
    labels=[("w", "b"), ("w", "b")],
    views=[(34, -58), (34, -58)],
)
plt.show()

# %% [markdown]
# The left one is a bowl (a slanted one, with a wide opening). The right one has a high plateau on which the ground is nearly level: whoever starts there goes nowhere. Let us put "convex" to the test: draw two places at random, and compare the cost halfway between them with the mean of the two costs. In a convex landscape it is never higher.


# %% tags=["picture"]
def chords_broken(cost, low, high, n_weights, n_pairs=2000, seed=7):
    """The share of random pairs of places halfway between which the cost is above their mean."""
    rng = np.random.default_rng(seed)
    broken = 0
    for _ in range(n_pairs):
        one, other = rng.uniform(low, high, (2, n_weights))
        middle = cost(*((one + other) / 2))
        broken += middle > (cost(*one) + cost(*other)) / 2 + 1e-9
    return broken / n_pairs


print(
    f"sigmoid and cross-entropy: {chords_broken(logistic_cost, *RANGE, 2):6.1%} of 2,000 pairs break the rule"
)
print(
    f"sigmoid and squared error: {chords_broken(squared_cost, *RANGE, 2):6.1%} of 2,000 pairs break the rule"
)

# %% [markdown]
# ## 9 · Many valleys: a network with two hidden neurons
#
# Now the smallest network that deserves the name: one input, two hidden neurons with tanh, one linear output. People write 1-2-1.
#
# $$\hat y = v_1\tanh(w_1x + b_1) + v_2\tanh(w_2x+b_2) + c.$$
#
# The cost is the squared error, convex in $\hat y$. Is it convex in the seven weights? One argument settles it, with no computing. Train the network, and suppose that its two neurons do different things. Now **swap them**: neuron 1 gets all three weights of neuron 2, and the reverse. The output is the same sum in another order, so the cost is the same. The swapped weights are a *second* place with the same lowest cost. And halfway between the two places both neurons have the same weights, the mean of the two, and do the same thing: the network has become a 1-1-1 network, which cannot fit as well. Two bottoms with a ridge between them: not convex. (With tanh one can also turn all three signs of a neuron. Together that makes $2\cdot 2^2 = 8$ places for 1-2-1, and $h!\,2^h$ for $h$ hidden neurons [9].)
#
# To look at such a landscape we must freeze five of the seven weights. The data are a staircase with a large and a small step. Both neurons have $w = 2$; neuron 1 makes a step of size 1, neuron 2 one of size 0.7. Only the biases $b_1, b_2$ are free, that is: *where* each puts its step.

# %% tags=["picture"]
x_stairs = np.linspace(-3, 3, 61)


def stairs(b_1, b_2):
    """A 1-2-1 network with all weights frozen but the two hidden biases."""
    return np.tanh(2 * x_stairs + b_1) + 0.7 * np.tanh(2 * x_stairs + b_2)


y_stairs = stairs(2.4, -2.4) + np.random.default_rng(3).normal(0, 0.1, 61)


def stairs_cost(b_1, b_2):
    """The mean squared error of that network."""
    return mse(y_stairs, stairs(b_1, b_2))


stairs_grid = plots.cost_grid(stairs_cost, (-6.5, 6.5), (-6.5, 6.5))
plots.cost_surfaces(
    {"logistic regression": logistic_grid, "1-2-1 network, two weights free": stairs_grid},
    labels=[("w", "b"), ("$b_1$", "$b_2$")],
    views=[(34, -58), (62, 40)],
)
plt.show()
share = chords_broken(stairs_cost, -6.5, 6.5, 2)
print(f"1-2-1 network: {share:.1%} of 2,000 pairs break the rule")

# %% [markdown]
# The same two landscapes from above, with twelve walkers on each. They follow the negative gradient. **Guess first:** the network's landscape has two hollows. Is the other one also a perfect fit, with the neurons swapped? (Look at the step sizes.)


# %% tags=["picture"]
def train_stairs(start, learning_rate=0.5, updates=1500):
    """Gradient descent on the two free biases; all places visited."""
    places, v = [np.array(start, dtype=float)], np.array([1.0, 0.7])
    for _ in range(updates):
        h = np.tanh(2 * x_stairs + places[-1][:, None])
        error = 2 * (v @ h - y_stairs) / len(x_stairs)
        places.append(places[-1] - learning_rate * (v[:, None] * (1 - h**2)) @ error)
    return np.array(places)


starts = np.random.default_rng(10).uniform(-6, 6, (12, 2))
bowl = [train_sigmoid_unit(mass_z, is_gentoo, 1.8 * s, 2.0, 3000) for s in starts]
hollows = [train_stairs(start) for start in starts]
ends = np.array([path[-1] for path in hollows])
costs = np.array([stairs_cost(*end) for end in ends])
best = costs < costs.min() + 1e-3

figure, axes = plt.subplots(1, 2, figsize=(11.5, 5))
plots.descent_map(axes[0], logistic_grid, bowl, minima=[bowl[0][-1]])
plots.descent_map(axes[1], stairs_grid, hollows, minima=[ends[best][0]], others=[ends[~best][0]])
axes[0].set(xlabel="w", ylabel="b", title="logistic regression")
axes[1].set(xlabel="$b_1$", ylabel="$b_2$", title="1-2-1 network, two weights free")
for ax in axes:
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=2)
plt.show()
print(
    f"network: {best.sum()} walkers end at cost {costs[best].max():.3f}, {np.sum(~best)} at {costs[~best].min():.3f}"
)

# %% [markdown]
# On the left everybody meets. On the right the walkers part company: four find the lowest point, where the large step is made by the large neuron. Eight end in the other hollow, where the large neuron has taken the small step and the small neuron the large one. No small change makes that any better, so gradient descent stays. Such a place is called a **local minimum**. (With all seven weights free the neurons could exchange their sizes, too; then the swapped place is as good as the first. Section 10 shows a local minimum that stays one.)
#
# A cut through both landscapes, from one place to another. In a convex one the curve hangs below the straight line between its ends, wherever the ends are.


# %% tags=["picture"]
def along(cost, one, other):
    """The cost at 101 places on the straight line between two."""
    return [cost(*(one + t * (other - one))) for t in np.linspace(0, 1, 101)]


figure, ax = plt.subplots(figsize=(8, 3.8))
lines = {
    "network, from hollow to hollow": along(stairs_cost, ends[best][0], ends[~best][0]),
    "logistic regression, across the valley": along(
        logistic_cost, np.array([0.0, 2.0]), np.array([11.0, 1.0])
    ),
}
plots.between(ax, lines)
plt.show()

# %% [markdown]
# ## 10 · Does the start matter?
#
# For logistic regression it cannot. Fifty units with fifty random starts; one call of your `output_gradients` does all fifty, one per column, since the units know nothing of each other.

# %% tags=["picture"]
rng = np.random.default_rng(8)
W, b = rng.normal(0, 5, (1, 50)), rng.normal(0, 5, 50)
X_mass, Y_mass = mass_z[:, None], np.repeat(is_gentoo[:, None], 50, axis=1)
for update in range(3001):
    if update in (0, 10, 100, 3000):
        costs = [logistic_cost(W[0, k], b[k]) for k in range(50)]
        print(f"after {update:4} updates: lowest cost {min(costs):.4f}, highest {max(costs):.4f}")
    dz = np.asarray(output_gradients("sigmoid", Y_mass, X_mass @ W + b))
    W, b = W - 2.0 * X_mass.T @ dz, b - 2.0 * dz.sum(axis=0)
print(f"w from {W.min():.3f} to {W.max():.3f}, b from {b.min():.3f} to {b.max():.3f}")

# %% [markdown]
# Now the 1-2-1 network with all its seven weights free, on data from a wave. Fifty starts, each weight drawn from a normal distribution with standard deviation 1, then 30,000 updates. (The functions below walk downhill for all fifty at once. How they get the gradient is the subject of unit 4; you need not follow.)
#
# **Guess first.** In how many different ways will they end: one, a few, or fifty?


# %% tags=["picture"]
def answers_of(weights, x):
    """The outputs of many 1-h-1 networks, (n_networks, n_samples), from their weights.

    weights: (n_networks, 3 h + 1): the h weights w, the h biases b, the h weights v, and c.
    """
    w, b, v = np.split(weights[:, :-1, None], 3, axis=1)
    return np.sum(v * np.tanh(w * x + b), axis=1) + weights[:, -1:]


def costs_and_gradients(weights, x, y):
    """The mean squared error of each network, and its derivatives with respect to its weights."""
    w, b, v = np.split(weights[:, :-1, None], 3, axis=1)
    h = np.tanh(w * x + b)
    error = np.sum(v * h, axis=1) + weights[:, -1:] - y
    d_y = 2 * error[:, None] / len(x)
    d_z = d_y * v * (1 - h**2)
    parts = [d_z @ x, d_z.sum(axis=2), (d_y * h).sum(axis=2), d_y.sum(axis=2)]
    return np.mean(error**2, axis=1), np.concatenate(parts, axis=1)


def train_networks(weights, x, y, learning_rate, updates):
    """Gradient descent for many 1-h-1 networks at once: the last weights, and all costs."""
    losses = []
    for _ in range(updates):
        costs, gradients = costs_and_gradients(weights, x, y)
        losses.append(costs)
        weights = weights - learning_rate * gradients
    return weights, np.array(losses)


x_wave = np.linspace(-2, 2, 41)
y_wave = (1 + 0.2 * x_wave) * np.sin(2.5 * x_wave + 0.6)
y_wave = y_wave + np.random.default_rng(3).normal(0, 0.1, 41)

weights, losses = train_networks(
    np.random.default_rng(1).normal(size=(50, 7)),
    x_wave,
    y_wave,
    learning_rate=0.03,
    updates=30_000,
)
fits = answers_of(weights, x_wave)
final = np.array([mse(y_wave, fit) for fit in fits])
GOOD = 0.07  # a cost between the two groups that you will see
good = final < GOOD
plots.random_starts(losses, (~good).astype(int), x_wave, y_wave, fits)
plt.show()
for group in (good, ~good):
    print(
        f"{group.sum()} networks end with a cost from {final[group].min():.3f} to {final[group].max():.3f}"
    )
_, gradients = costs_and_gradients(weights, x_wave, y_wave)
print(f"largest entry of any gradient at the end: {np.abs(gradients).max():.4f}")

# %% [markdown]
# Two ways. Twenty-six networks found the whole wave. The other twenty-four found the hill and the slope on its right, put both of their neurons to work there, and left the valley on the left to nobody. They are not lazy, they have *arrived*: the gradient is all but zero. To be sure, we hand each of the fifty over to a much better walker, an algorithm called BFGS that learns the curvature of the ground as it goes. If there is a way down, it will take it.


# %% tags=["picture"]
def one_network(w):
    """Cost and gradient of a single network, for SciPy."""
    cost, gradient = costs_and_gradients(w[None], x_wave, y_wave)
    return cost[0], gradient[0]


bottoms = np.array([minimize(one_network, w, jac=True, method="BFGS").fun for w in weights])
for name, group in (("of the lower group", good), ("of the upper group", ~good)):
    print(
        f"after BFGS the costs {name} are from {bottoms[group].min():.3f} to {bottoms[group].max():.3f}"
    )

# %% [markdown]
# Not one has changed sides. (The lower group does go down a little further: its valley has a long, nearly level floor, on which gradient descent crawls. That is what unit 8 is for.) So the start decided, and after it nothing could be done.
#
# ### Now break it: how large should the first weights be?
#
# The same network, thirty starts for each of six sizes of the first weights. **Guess first:** which size is best? What happens to very small starts, and what to very large ones?

# %% tags=["picture"]
SIZES = (0.01, 0.1, 0.5, 1.0, 3.0, 10.0)
directions = np.random.default_rng(1).normal(size=(30, 7))
starts = np.concatenate([size * directions for size in SIZES])
_, losses = train_networks(starts, x_wave, y_wave, learning_rate=0.02, updates=20_000)
by_size = dict(zip([f"{size:g}" for size in SIZES], losses[-1].reshape(6, 30), strict=True))

figure, ax = plt.subplots(figsize=(8.5, 3.8))
plots.last_costs(ax, by_size, limit=GOOD)
ax.set(
    ylabel="size of the first weights", title="30 starts each; right: share below the dotted line"
)
plt.show()
for name, values in by_size.items():
    print(
        f"size {name:4}: lowest {values.min():.2f}, median {np.median(values):.2f}, highest {values.max():.2f}"
    )
first, early, last = np.median(losses[[0, 100, -1], -30:], axis=1)
print(
    f"size 10: median {first:.0f} at the start, {early:.2f} after 100 updates, {last:.2f} at the end"
)
values = by_size["10"]
print(f"   at the end {np.sum((values > 0.29) & (values < 0.6))} of 30 are between 0.29 and 0.6")

# %% [markdown]
# From tiny starts *all thirty* end in the wrong valley: a network whose weights are nearly 0 is nearly nothing, all of them set off from the same place, and from there every way leads to the same end. From huge starts most hidden neurons are saturated. The output weights quickly bring the cost down, from a median of 230 to about the variance of the targets (0.59). But the gradients of the hidden weights are nearly 0, the hidden neurons hardly move, and most of the networks stay between 0.3 and 0.6. In between there is luck. How to choose the size well, in networks with many layers, is the beginning of unit 6.
#
# And the most popular start of all among beginners: everything **zero**, or everything the same. **Guess first:** what can such a network learn?

# %% tags=["picture"]
same = np.array([np.zeros(7), np.full(7, 0.5)])
ended, losses = train_networks(same, x_wave, y_wave, learning_rate=0.02, updates=20_000)
print(f"variance of the targets: {np.var(y_wave):.3f}")
for name, w, cost in zip(("all zero", "all 0.5"), ended, losses[-1], strict=True):
    print(f"start {name}: cost {cost:.3f}")
    print(
        f"   neuron 1: w {w[0]:5.2f}, b {w[2]:5.2f}, v {w[4]:5.2f}    neuron 2: w {w[1]:5.2f}, b {w[3]:5.2f}, v {w[5]:5.2f}"
    )

# %% [markdown]
# From zero only the output's bias ever moves: the network learns the mean of the targets, and its cost is their variance. From equal weights the two neurons stay twins for ever: the same inputs, the same weights, so the same gradient. Two neurons do the work of one. Hence *random* starts: they are not there to be good, but to be *different*.
#
# ### More neurons, less luck
#
# If starts decide so much, how can networks with millions of weights be trained at all? We repeat the experiment with more hidden neurons, thirty starts each.

# %% tags=["picture"]
RATE = {2: 0.03, 3: 0.03, 5: 0.03, 10: 0.02}  # wider networks are steeper
by_width = {}
for h, rate in RATE.items():
    first = np.random.default_rng(1).normal(size=(30, 3 * h + 1))
    _, losses = train_networks(first, x_wave, y_wave, rate, updates=10_000)
    by_width[f"1-{h}-1"] = losses[-1]

figure, ax = plt.subplots(figsize=(8.5, 3.2))
plots.last_costs(ax, by_width, limit=GOOD)
ax.set(ylabel="network", title="30 starts each; right: share below the dotted line")
plt.show()
for name, values in by_width.items():
    print(
        f"{name:6}: {np.mean(values < GOOD):4.0%} below {GOOD}; median cost {np.median(values):.3f}"
    )
noise = y_wave - (1 + 0.2 * x_wave) * np.sin(2.5 * x_wave + 0.6)
print(f"variance of the noise in these data: {np.var(noise):.3f}")
print(f"the 1-2-1 networks after 10,000 updates: {np.sum(by_width['1-2-1'] < GOOD)} of 30")
print(f"the same thirty, the first of the fifty above, after 30,000: {good[:30].sum()} of 30")

# %% [markdown]
# With three hidden neurons nine starts of ten succeed, with five all thirty, and the median costs come down to 0.017 or 0.018. (A network that had found the wave exactly would cost as much as the noise in these data: its variance is 0.013.) With neurons to spare, several of them start somewhere useful, and the unlucky ones do no harm. The cost is as little convex as before, and $5!\cdot 2^5 = 3{,}840$ copies of every valley now exist, but nearly any of them will do. That is the short version of why large networks can be trained at all: *not convex* does not mean *hopeless*. (All networks had 10,000 updates here, a third of what the fifty had. That is one reason why fewer of the 1-2-1 networks have got through, 11 of 30; with all 30,000 it is 14. The other is luck: these thirty are not the luckiest of the fifty, of which 26 got through.)
#
# ## What to remember
#
# - A cost is the mean of $-\log p_{\text{model}}(y\mid\mathbf x)$. **Bell → MSE, coin → binary cross-entropy, die → categorical cross-entropy.** Each cost is an assumption about the data.
# - The output belongs to the cost: **linear, sigmoid, softmax**. For matching pairs the gradient with respect to the logits is $(\hat{\mathbf y} - \mathbf y)/n$. For other pairs a factor stays behind and the neuron learns least where it is most wrong.
# - Softmax works on rows, needs at least two units, and only differences of logits count. Subtract the maximum.
# - Compute costs **from logits**; know whether your library expects logits or probabilities.
# - **Without hidden layers** these costs are convex: one valley, any start will do. **With hidden layers** they are not: the start decides where training ends. Equal starts make equal neurons; start at random, neither tiny nor huge.

# %% [markdown]
# ## Concept check
#
# Six questions, one right answer each (6 points).
#
# **q1.** Of 80 training samples 20 have the label 1. A network that ignores its input can only say the same probability $p$ to all of them. For which $p$ is the mean binary cross-entropy lowest?
#
# - a) 0, because most labels are 0.
# - b) 0.5, because the network knows nothing.
# - c) 0.25.
# - d) 1, because then $-y\log p$ is 0 for all samples.
#
# **q2.** When do "smallest mean squared error" and "largest likelihood" pick the same parameters?
#
# - a) Always: for a linear output the cross-entropy is the squared error.
# - b) When the targets are assumed to scatter around the output like a normal distribution with one and the same variance for all samples.
# - c) When the inputs are normally distributed.
# - d) When the network has no hidden layer.
#
# **q3.** A yes-or-no classifier has *one* output unit, with softmax as its activation. Samples are rows, and the softmax is taken over each row, as it should be. What does the network say?
#
# - a) The same as with a sigmoid.
# - b) 0.5 to every input.
# - c) Probabilities that sum to 1 over the batch.
# - d) 1 to every input, whatever its weights are.
#
# **q4.** A sigmoid output is badly wrong: $z = -10$, and the right answer is 1. How large is the derivative of the cost with respect to $z$?
#
# - a) About −1 for the cross-entropy, nearly 0 for half the squared error.
# - b) Nearly 0 for both: the sigmoid is flat there.
# - c) About −1 for both: the error $p - y$ is −1.
# - d) Huge for the cross-entropy, because $\log p$ runs off to minus infinity.
#
# **q5.** A cost expects logits, but the network already ends in a softmax, so softmax is applied twice. What happens in training?
#
# - a) An error message: the shapes do not fit.
# - b) Nothing: the softmax of a softmax is the same again.
# - c) It learns, but weakly: the inner outputs lie between 0 and 1, so the outer ones can never come near 0 or 1, nor the cost near 0.
# - d) The cost becomes NaN.
#
# **q6.** From 50 random starts logistic regression ends at one and the same cost, the 1-2-1 network at several. Why?
#
# - a) The cost of logistic regression is convex in its weights, so wherever its gradient is 0 it is lowest. The network's is not: some starts end where the gradient is 0 and yet it is not lowest.
# - b) The network's learning rate was too large; with a smaller one all 50 would meet.
# - c) Cross-entropy is convex and the squared error is not; with cross-entropy the network's cost would be convex, too.
# - d) The network was not trained long enough; with enough steps all 50 would meet.
#
# Write your letters into the dictionary, in place of `None`: `"q1": "a"`, and so on. Leave everything from `if` on as it is: it only complains while an answer is missing.

# %% nbgrader={"grade": false, "grade_id": "costs-concepts", "locked": false, "schema_version": 3, "solution": true, "task": false}
costs_concepts = {
    "q1": None,
    "q2": None,
    "q3": None,
    "q4": None,
    "q5": None,
    "q6": None,
}
if None in costs_concepts.values():
    ### BEGIN SOLUTION
    costs_concepts = {"q1": "c", "q2": "b", "q3": "d", "q4": "a", "q5": "c", "q6": "a"}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "check-costs-concepts", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check("costs-concepts", costs_concepts)

# %% [markdown]
# ## Written question (4 points)
#
# A colleague inspects metal plates with a camera. From each photo her network should tell which of five kinds of defect the plate has (a plate may have several of them, or none) and for how many more hours it can be used. She has built six output units with one softmax over all six, one target row per plate (five zeros or ones, and the hours divided by 1,000), and the categorical cross-entropy, computed with `-np.mean(np.sum(y * np.log(p), axis=1))`. After some epochs the cost becomes `nan`. Write to her, in eight to twelve sentences:
#
# 1. Why is one softmax over these six units the wrong output? Name two things that it cannot say.
# 2. Which outputs and costs would you use instead, and what does each assume about the data?
# 3. Where can the `nan` come from, and how would you prevent it?
# 4. Two of her runs, with different random starts, end at different costs. Is that a bug? What could she do?
#
# This one is read by a person. Give reasons; formulas are welcome but not necessary.

# %% [markdown] nbgrader={"grade": true, "grade_id": "costs-written", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# <!-- ### BEGIN SOLUTION -->
# *A model answer, with the points in brackets.*
#
# Softmax outputs are the probabilities of alternatives that exclude each other: they lie between 0 and 1 and add up to 1. But two defects can be certain at the same time (0.5 each is the most that softmax can give to both), a plate can have none at all (six outputs near 0 are impossible), and hours are no probability: they can exceed 1,000, and they must not take away probability from the defects. **(1)**
#
# The five defects are five yes-or-no questions: sigmoid outputs and the binary cross-entropy, which treats each, given the photo, as a coin of its own. The hours are a number: a linear output and the mean squared error, which assumes bell-shaped errors of the same width for all plates. (If long lives are predicted less exactly than short ones, or the errors have long tails, another assumption is better, for example on the logarithm of the hours.) The total cost is the sum of the two, with a weight between them, since their units differ. **(1)**
#
# `np.log(p)` of a probability that was rounded to 0 is minus infinity; multiplied by a target of 0 it is `nan`, multiplied by a positive target it is infinite. Another source is a softmax that does not subtract the largest logit: infinity divided by infinity. Compute both costs straight from the logits, with log-sum-exp; clipping the probabilities is a makeshift, since it makes the gradient 0 where the network is most wrong. **(1)**
#
# No bug, or not necessarily: with hidden layers the cost is not convex, and different starts can end in different valleys. She can start several times and keep the run with the lowest cost on data that was not trained on, choose the size of the first weights with care, or use more hidden neurons. What she should not do is start all weights at zero. To be sure that no bug is at work she can repeat one run with the same seed: it must end at the same cost. **(1)**
# <!-- ### END SOLUTION -->

# %% [markdown]
# ## Sources
#
# 1. C. F. Gauss (1809). *Theoria motus corporum coelestium in sectionibus conicis solem ambientium*. Perthes und Besser, Hamburg; book II, section III. (English translation by C. H. Davis, 1857.)
# 2. G. W. Brier (1950). Verification of forecasts expressed in terms of probability. *Monthly Weather Review* 78(1), 1–3.
# 3. J. S. Bridle (1990). Probabilistic interpretation of feedforward classification network outputs, with relationships to statistical pattern recognition. In F. Fogelman Soulié and J. Hérault (eds.), *Neurocomputing: Algorithms, Architectures and Applications*. Springer, 227–236.
# 4. J. A. Nelder and R. W. M. Wedderburn (1972). Generalized linear models. *Journal of the Royal Statistical Society A* 135(3), 370–384.
# 5. S. A. Solla, E. Levin and M. Fleisher (1988). Accelerated learning in layered neural networks. *Complex Systems* 2(6), 625–640.
# 6. H. Xiao, K. Rasul and R. Vollgraf (2017). Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747. Images under the MIT licence.
# 7. I. Goodfellow, Y. Bengio and A. Courville (2016). *Deep Learning*. MIT Press; section 6.2 treats costs and output units in the order of this notebook.
# 8. S. Boyd and L. Vandenberghe (2004). *Convex Optimization*. Cambridge University Press; chapter 3 for what is convex and why.
# 9. A. M. Chen, H. Lu and R. Hecht-Nielsen (1993). On the geometry of feedforward neural network error surfaces. *Neural Computation* 5(6), 910–927.
