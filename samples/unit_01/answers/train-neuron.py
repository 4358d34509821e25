# %% right: plain
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    losses = []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / n
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% right: helpers
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(binary_crossentropy(y, sigmoid_neuron(X, w, b)))
        dw, db = neuron_gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, losses


# %% right: loops
import math


def train_neuron(X, y, learning_rate=0.1, epochs=100):
    n, d = X.shape
    w = [0.0] * d
    b = 0.0
    losses = []
    for epoch in range(epochs):
        dw = [0.0] * d
        db = 0.0
        loss = 0.0
        for i in range(n):
            z = b
            for j in range(d):
                z += w[j] * X[i, j]
            p = 1 / (1 + math.exp(-max(-500, min(500, z))))
            p = max(1e-7, min(1 - 1e-7, p))
            if y[i] == 1:
                loss -= math.log(p) / n
            else:
                loss -= math.log(1 - p) / n
            for j in range(d):
                dw[j] += (p - y[i]) * X[i, j] / n
            db += (p - y[i]) / n
        losses.append(loss)
        for j in range(d):
            w[j] -= learning_rate * dw[j]
        b -= learning_rate * db
    return w, b, losses


# %% right: float32
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    X, y = np.asarray(X, np.float32), np.asarray(y, np.float32)
    w, b, eta = np.zeros(X.shape[1], np.float32), np.float32(0), np.float32(learning_rate)
    losses = np.zeros(epochs, np.float32)
    for k in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses[k] = binary_crossentropy(y, p)
        w = w - eta * (X.T @ (p - y)) / np.float32(len(X))
        b = b - eta * np.mean(p - y)
    return w, b, losses


# %% right: numpy
from scipy.special import expit


def train_neuron(X, y, learning_rate=0.1, epochs=100):
    X1 = np.insert(np.asarray(X, float), 0, 1, axis=1)
    v = np.zeros(X1.shape[1])
    losses = np.empty(epochs)
    for k in range(epochs):
        z = X1 @ v
        losses[k] = np.mean(np.logaddexp(0, z) - y * z)
        v -= learning_rate * np.einsum("ni,n->i", X1, expit(z) - y) / len(y)
    return v[1:], v[0], losses


# %% right: lists
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = [0] * len(X[0]), 0, []
    for _ in range(epochs):
        z = [np.dot(x, w) + b for x in X]
        p = [1 / (1 + np.exp(-value)) for value in z]
        losses += [float(np.mean([-np.log(q if t else 1 - q) for q, t in zip(p, y)]))]
        errors = [q - t for q, t in zip(p, y)]
        w = [v - learning_rate * np.mean(np.multiply(errors, c)) for v, c in zip(w, np.transpose(X))]
        b = b - learning_rate * np.mean(errors)
    return [w, b, losses]


# %% right: other
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    def descend(w, b, left):
        while left:
            p = 0.5 * (1 + np.tanh((X @ w + b) / 2))
            yield w, b, -np.log(np.where(y == 1, p, 1 - p)).mean()
            w = w - learning_rate * ((p - y) @ X) / len(X)
            b = b - learning_rate * np.mean(p - y)
            left -= 1
        yield w, b, None

    steps = list(descend(np.zeros(X.shape[1]), 0.0, epochs))
    return steps[-1][0], steps[-1][1], [loss for _, _, loss in steps[:-1]]


# %% right: own-sigmoid
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    while len(losses) < epochs:
        p = sigmoid(X @ w + b)
        losses.append(binary_crossentropy(y, p))
        w, b = w - learning_rate * (p - y) @ X / len(X), b - learning_rate * (p - y).mean()
    return w, b, losses


# %% mistake: loss-after-update
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
    return w, b, losses


# %% mistake: one-epoch-too-many
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    k = 0
    while k <= epochs:
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
        k += 1
    return w, b, losses


# %% mistake: uphill
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w + learning_rate * dw
        b = b + learning_rate * db
    return w, b, losses


# %% mistake: rate-unused
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - X.T @ (p - y) / len(y)
        b = b - np.mean(p - y)
    return w, b, losses


# %% mistake: bias-not-updated
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        for j in range(len(w)):
            w[j] -= learning_rate * np.mean((p - y) * X[:, j])
    return w, b, losses


# %% mistake: start-at-one
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.ones(X.shape[1]), 1.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% mistake: start-at-one-bias-zero (start-at-one)
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.ones(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% mistake: updated-per-sample
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        losses.append(binary_crossentropy(y, 1 / (1 + np.exp(-(X @ w + b)))))
        for x_i, y_i in zip(X, y):
            p_i = 1 / (1 + np.exp(-(x_i @ w + b)))
            w = w - learning_rate * (p_i - y_i) * x_i
            b = b - learning_rate * (p_i - y_i)
    return w, b, losses


# %% mistake: loss-without-second-term
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.sum(y * np.log(p)) / len(y))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% mistake: summed-loss
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(len(y) * binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% mistake: last-loss-only
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses = binary_crossentropy(y, p)
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% mistake: sum-instead-of-mean
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y)
        b = b - learning_rate * np.sum(p - y)
    return w, b, losses


# %% mistake: divided-twice
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    n = len(y)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dz = (p - y) / n
        w = w - learning_rate * X.T @ dz / n
        b = b - learning_rate * np.mean(dz)
    return w, b, losses


# %% mistake: db-not-averaged
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * sum(p - y)
    return w, b, losses


# %% mistake: dw-not-averaged
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * (p - y) @ X
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% mistake: extra-sigmoid-derivative
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dz = (p - y) * p * (1 - p)
        w = w - learning_rate * X.T @ dz / len(y)
        b = b - learning_rate * np.mean(dz)
    return w, b, losses


# %% mistake: squared-error
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dz = 2 * (p - y) * p * (1 - p)
        w = w - learning_rate * np.mean(X * dz[:, None], axis=0)
        b = b - learning_rate * np.mean(dz)
    return w, b, losses


# %% mistake: squared-error-throughout (squared-error)
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(np.mean((p - y) ** 2))
        dz = 2 * (p - y) * p * (1 - p)
        w = w - learning_rate * np.mean(X * dz[:, None], axis=0)
        b = b - learning_rate * np.mean(dz)
    return w, b, losses


# %% mistake: factor-two
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w -= learning_rate * 2 * X.T @ (p - y) / len(y)
        b -= learning_rate * 2 * np.mean(p - y)
    return w, b, losses


# %% mistake: dropped-term
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dz = -y * (1 - p)
        w = w - learning_rate * X.T @ dz / len(y)
        b = b - learning_rate * np.mean(dz)
    return w, b, losses


# %% mistake: dropped-term-throughout (dropped-term)
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p)))
        dz = -y * (1 - p)
        w = w - learning_rate * X.T @ dz / len(y)
        b = b - learning_rate * np.mean(dz)
    return w, b, losses


# %% mistake: labels-ignored
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ p / len(p)
        b = b - learning_rate * np.mean(p)
    return w, b, losses


# %% mistake: step-instead-of-sigmoid
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        losses.append(binary_crossentropy(y, 1 / (1 + np.exp(-(X @ w + b)))))
        y_hat = np.where(X @ w + b >= 0, 1, 0)
        w = w - learning_rate * X.T @ (y_hat - y) / len(y)
        b = b - learning_rate * np.mean(y_hat - y)
    return w, b, losses


# %% mistake: step-throughout (step-instead-of-sigmoid)
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = (X @ w + b >= 0).astype(float)
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% pattern: random-start (not-repeatable)
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.random.randn(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


# %% wrong: trains-while-defined
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


right = 0
while right < 1:
    w, b, _ = train_neuron(np.array([[0.0], [0.0]]), np.array([0, 1]))
    right = float(w[0] > 0)


# %% right: needs-too-much
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        b = b - learning_rate * np.mean(p - y)
    return w, b, losses


every_pair_of_pixels = np.ones((784 * 784, 784 * 784))


# %% mistake: one-epoch-too-few
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(1, epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: last-update-missing
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        if epoch == epochs - 1:
            break  # done
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: final-loss-appended
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    p = 1 / (1 + np.exp(-(X @ w + b)))
    losses.append(binary_crossentropy(y, p))
    return w, b, losses


# %% mistake: epochs-unused
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(100):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: rate-fixed
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    learning_rate = 0.1
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: bias-without-rate
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - db
    return w, b, losses


# %% mistake: bias-after-weights
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / len(y)
        w = w - learning_rate * dw
        p = 1 / (1 + np.exp(-(X @ w + b)))
        db = np.mean(p - y)
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: squared-loss
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(np.mean((p - y) ** 2))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: loss-in-bits
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        q = np.clip(p, 1e-7, 1 - 1e-7)
        losses.append(-np.mean(y * np.log2(q) + (1 - y) * np.log2(1 - q)))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: loss-arguments-swapped
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(p, y))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% right: loss-unclipped
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: divided-by-features
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        dw = X.T @ (p - y) / X.shape[1]
        db = np.sum(p - y) / X.shape[1]
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: prediction-without-bias
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        p = 1 / (1 + np.exp(-(X @ w)))
        dw = X.T @ (p - y) / len(y)
        db = np.mean(p - y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: sigmoid-missing
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        error = X @ w + b - y
        dw = X.T @ error / len(y)
        db = np.mean(error)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: signed-labels
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        t = 2 * y - 1
        dw = X.T @ (p - t) / len(t)
        db = np.mean(p - t)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: absolute-error
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        error = abs(p - y)
        dw = X.T @ error / len(y)
        db = np.mean(error)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses


# %% mistake: last-sample-only
def train_neuron(X, y, learning_rate=0.1, epochs=100):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(epochs):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(binary_crossentropy(y, p))
        for i in range(len(X)):
            dw = (p[i] - y[i]) * X[i]
            db = p[i] - y[i]
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b, losses
