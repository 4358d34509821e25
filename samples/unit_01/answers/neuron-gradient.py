# %% right: plain
def neuron_gradient(X, y, w, b):
    z = X @ w + b
    p = 1 / (1 + np.exp(-z))
    error = p - y
    return X.T @ error / len(X), np.mean(error)


# %% right: helpers
def neuron_gradient(X, y, w, b):
    error = sigmoid_neuron(X, w, b) - y
    return X.T @ error / len(y), error.mean()


# %% right: loops
import math


def neuron_gradient(X, y, w, b):
    n, d = X.shape
    dw = [0.0] * d
    db = 0.0
    for i in range(n):
        z = b
        for j in range(d):
            z += X[i, j] * w[j]
        z = max(-700.0, min(700.0, z))
        error = 1 / (1 + math.exp(-z)) - y[i]
        for j in range(d):
            dw[j] += error * X[i, j] / n
        db += error / n
    return dw, db


# %% right: float32
def neuron_gradient(X, y, w, b):
    X, w = np.asarray(X, np.float32), np.asarray(w, np.float32)
    error = 1 / (1 + np.exp(-(X @ w + np.float32(b)))) - np.asarray(y, np.float32)
    return X.T @ error / np.float32(len(X)), error.mean()


# %% right: numpy
from scipy.special import expit


def neuron_gradient(X, y, w, b):
    error = expit(X @ w + b) - y
    return np.einsum("ni,n->i", X, error) / len(y), np.average(error)


# %% right: lists
def neuron_gradient(X, y, w, b):
    errors = [np.exp(-np.logaddexp(0, -(np.dot(x, w) + b))) - t for x, t in zip(X, y)]
    dw = [sum(e * v for e, v in zip(errors, column)) / len(errors) for column in np.transpose(X)]
    return [dw, sum(errors) / len(errors)]


# %% right: other
def neuron_gradient(X, y, w, b):
    p = 0.5 * (1 + np.tanh((X @ w + b) / 2))
    dw = np.mean((p - y)[:, None] * X, axis=0)
    db = np.array(np.mean(p - y))
    return dw, db


# %% right: own-sigmoid
def neuron_gradient(X, y, w, b):
    delta = sigmoid(X @ w + b) - y
    return delta @ X / len(X), delta.sum() / len(X)


# %% mistake: sum-instead-of-mean
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dw = np.zeros(len(w))
    db = 0.0
    for i in range(len(X)):
        dw += (p[i] - y[i]) * X[i]
        db += p[i] - y[i]
    return dw, db


# %% mistake: sum-instead-of-mean-helpers (sum-instead-of-mean)
def neuron_gradient(X, y, w, b):
    error = sigmoid_neuron(X, w, b) - y
    return X.T @ error, np.sum(error)


# %% mistake: divided-twice
def neuron_gradient(X, y, w, b):
    n = len(X)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dz = (p - y) / n
    return X.T @ dz / n, np.mean(dz)


# %% mistake: db-not-averaged
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dw = np.dot(X.T, p - y) / X.shape[0]
    db = np.sum(p - y)
    return dw, db


# %% mistake: dw-not-averaged
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    error = p - y
    return error @ X, error.mean()


# %% mistake: error-reversed
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    error = y - p
    return X.T @ error / len(y), np.mean(error)


# %% mistake: extra-sigmoid-derivative
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    slope = p * (1 - p)
    dz = (p - y) * slope
    return X.T @ dz / len(y), np.mean(dz)


# %% mistake: squared-error
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dJ_dp = 2 * (p - y) / len(y)
    dz = dJ_dp * p * (1 - p)
    return X.T @ dz, np.sum(dz)


# %% mistake: factor-two
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    n = len(y)
    return 2 / n * np.dot(X.T, p - y), 2 / n * np.sum(p - y)


# %% mistake: dropped-term
def neuron_gradient(X, y, w, b):
    # derivative of -y log p
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dz = np.zeros(len(y))
    for i in range(len(y)):
        if y[i] == 1:
            dz[i] = p[i] - 1
    return X.T @ dz / len(y), np.mean(dz)


# %% mistake: labels-ignored
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    return p @ X / len(X), np.mean(p)


# %% mistake: step-instead-of-sigmoid
def neuron_gradient(X, y, w, b):
    y_hat = (X @ w + b >= 0).astype(int)
    error = y_hat - y
    return X.T @ error / len(X), np.mean(error)


# %% mistake: not-summed
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    n = X.shape[0]
    dw = [(p[i] - y[i]) * X[i] / n for i in range(n)]
    db = sum(p[i] - y[i] for i in range(n)) / n
    return np.array(dw), db


# %% mistake: db-per-sample
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    db = (p - y) / len(y)
    dw = X.T @ db
    return dw, db


# %% mistake: db-is-the-error (db-per-sample)
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    return X.T @ (p - y) / len(y), p - y


# %% pattern: factor-one-half
def neuron_gradient(X, y, w, b):
    n = len(y)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    return X.T @ (p - y) / (2 * n), np.sum(p - y) / (2 * n)


# %% pattern: results-swapped
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    db = np.mean(p - y)
    dw = X.T @ (p - y) / len(y)
    return db, dw


# %% pattern: overflow
def neuron_gradient(X, y, w, b):
    e = np.exp(X @ w + b)
    p = e / (1 + e)
    return X.T @ (p - y) / len(y), np.mean(p - y)


# %% pattern: broadcast-shape
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w.reshape(-1, 1) + b)))
    error = p - y
    return X.T @ error / len(y), np.mean(error)


# %% wrong: divided-by-n-minus-one
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    return X.T @ (p - y) / (len(y) - 1), np.sum(p - y) / (len(y) - 1)


# %% mistake: divided-by-features
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    n = len(w)
    return X.T @ (p - y) / n, np.sum(p - y) / n


# %% mistake: prediction-without-bias
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-np.dot(X, w)))
    return X.T @ (p - y) / len(y), np.mean(p - y)


# %% mistake: sigmoid-missing
def neuron_gradient(X, y, w, b):
    error = np.dot(X, w) + b - y
    dw = np.array([np.mean(error * X[:, j]) for j in range(X.shape[1])])
    return dw, np.mean(error)


# %% mistake: signed-labels
def neuron_gradient(X, y, w, b):
    t = np.where(y == 1, 1, -1)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    return X.T @ (p - t) / len(t), np.mean(p - t)


# %% mistake: db-zero
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dw = X.T @ (p - y) / len(y)
    db = 0.0  # b has no input
    return dw, db


# %% mistake: absolute-error
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    error = np.abs(y - p)
    return X.T @ error / len(y), np.mean(error)


# %% mistake: updated-weights-returned
def neuron_gradient(X, y, w, b):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    w = w - X.T @ (p - y) / len(y)
    b = b - np.mean(p - y)
    return w, b


# %% mistake: last-sample-only
def neuron_gradient(X, y, w, b):
    for x_i, y_i in zip(X, y):
        p = 1 / (1 + np.exp(-(x_i @ w + b)))
        dw = (p - y_i) * x_i
        db = p - y_i
    return dw, db
