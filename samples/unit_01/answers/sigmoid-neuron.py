# %% right: plain
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


# %% right: loops
import math


def sigmoid_neuron(X, w, b):
    out = []
    for x in X:
        z = b
        for i in range(len(w)):
            z += x[i] * w[i]
        if z >= 0:
            out.append(1 / (1 + math.exp(-z)))
        else:
            out.append(math.exp(z) / (1 + math.exp(z)))
    return out


# %% right: float32
def sigmoid_neuron(X, w, b):
    z = np.asarray(X, np.float32) @ np.asarray(w, np.float32) + np.float32(b)
    return 1 / (1 + np.exp(-np.clip(z, -80, 80)))


# %% right: numpy
from scipy.special import expit


def sigmoid_neuron(X, w, b):
    return expit(X @ w + b)


# %% right: lists
def sigmoid_neuron(X, w, b):
    return tuple(np.exp(-np.logaddexp(0, -(np.dot(row, w) + b))) for row in X)


# %% right: other
def sigmoid_neuron(X, w, b):
    return 0.5 * (1 + np.tanh(0.5 * (np.dot(X, w) + b)))


# %% right: with-warning
def sigmoid_neuron(X, w, b):
    # warns of an overflow, but 1 / (1 + inf) is 0, which is right
    return 1 / (1 + np.exp(-(X @ w + b)))


# %% right: timed
%%time
def sigmoid_neuron(X, w, b):
    z = np.asarray(X @ w + b, dtype=float)
    p = np.empty_like(z)
    positive = z >= 0
    p[positive] = 1 / (1 + np.exp(-z[positive]))
    p[~positive] = np.exp(z[~positive]) / (1 + np.exp(z[~positive]))
    return p


# %% right: own-sigmoid
def sigmoid_neuron(X, w, b):
    return sigmoid(X @ w + b)


# %% mistake: no-bias
def sigmoid_neuron(X, w, b):
    z = np.array([np.dot(x, w) for x in X])
    return 1 / (1 + np.exp(-z))


# %% mistake: bias-sign
def sigmoid_neuron(X, w, b):
    z = np.dot(X, w) - b
    return 1 / (1 + np.exp(-z))


# %% mistake: minus-before-the-product (bias-sign)
def sigmoid_neuron(X, w, b):
    return 1 / (1 + np.exp(-X @ w + b))


# %% mistake: sign-in-exponent
def sigmoid_neuron(X, w, b):
    z = np.dot(X, w) + b
    return 1 / (1 + np.exp(z))


# %% mistake: overflow
def sigmoid_neuron(X, w, b):
    z = np.dot(X, w) + b
    return np.exp(z) / (np.exp(z) + 1)


# %% mistake: step-instead-of-sigmoid
def sigmoid_neuron(X, w, b):
    return np.array([1.0 if np.dot(x, w) + b >= 0 else 0.0 for x in X])


# %% mistake: returns-z
def sigmoid_neuron(X, w, b):
    z = np.zeros(len(X))
    for i in range(len(X)):
        z[i] = np.dot(w, X[i]) + b
    return z


# %% mistake: tanh-instead-of-sigmoid
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    return (1 - np.exp(-2 * np.clip(z, -20, 20))) / (1 + np.exp(-2 * np.clip(z, -20, 20)))


# %% mistake: missing-minus
def sigmoid_neuron(X, w, b):
    return 1 / (1 + np.exp(X @ w - b))


# %% pattern: extra-axis
def sigmoid_neuron(X, w, b):
    z = X @ w.reshape(-1, 1) + b
    return 1 / (1 + np.exp(-z))


# %% pattern: broadcast-shape
def sigmoid_neuron(X, w, b):
    biases = b * np.ones(len(X))
    z = X @ w[:, None] + biases
    return 1 / (1 + np.exp(-z))


# %% pattern: math-overflow (overflow)
import math


def sigmoid_neuron(X, w, b):
    return [1 / (1 + math.exp(-(np.dot(x, w) + b))) for x in X]


# %% wrong: math-on-array
import math


def sigmoid_neuron(X, w, b):
    z = X @ w + b
    return 1 / (1 + math.exp(-z))


# %% wrong: rounded
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    return np.round(1 / (1 + np.exp(-z)), 2)


# %% right: floods
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    for _ in range(2_000):
        print("z =", z, "w =", w, "b =", b)
    return 0.5 + 0.5 * np.tanh(z / 2)


# %% mistake: division-first
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    return 1 / 1 + np.exp(-z)


# %% mistake: absolute-value
def sigmoid_neuron(X, w, b):
    z = np.abs(X @ w + b)  # exp of a negative number never overflows
    return 1 / (1 + np.exp(-z))


# %% mistake: softmax-over-batch
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


# %% mistake: tanh-without-half
def sigmoid_neuron(X, w, b):
    return (1 + np.tanh(X @ w + b)) / 2


# %% mistake: not-summed
def sigmoid_neuron(X, w, b):
    return 1 / (1 + np.exp(-(X * w + b)))


# %% mistake: nan-replaced-by-zero
def sigmoid_neuron(X, w, b):
    z = X @ w + b
    p = np.exp(z) / (1 + np.exp(z))
    p[np.isnan(p)] = 0
    return p


# %% mistake: slope-instead-of-value
def sigmoid_neuron(X, w, b):
    s = 1 / (1 + np.exp(-(X @ w + b)))
    return s * (1 - s)


# %% mistake: bounds-too-narrow
def sigmoid_neuron(X, w, b):
    z = np.clip(X @ w + b, -10, 10)
    return 1 / (1 + np.exp(-z))
