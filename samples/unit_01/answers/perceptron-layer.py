# %% right: plain
def perceptron_layer(X, W, b):
    Z = X @ W + b
    return (Z >= 0).astype(int)


# %% right: loops
def perceptron_layer(X, W, b):
    n, m = len(X), len(b)
    out = np.zeros((n, m))
    for s in range(n):
        for j in range(m):
            z = b[j]
            for i in range(len(W)):
                z += X[s][i] * W[i][j]
            if z >= 0:
                out[s, j] = 1
    return out


# %% right: float32
def perceptron_layer(X, W, b):
    Z = np.asarray(X, np.float32) @ np.asarray(W, np.float32) + np.asarray(b, np.float32)
    return (Z >= 0).astype(np.float32)


# %% right: numpy
def perceptron_layer(X, W, b):
    return np.where(np.einsum("ni,iu->nu", X, W) + b < 0, 0, 1)


# %% right: lists
def perceptron_layer(X, W, b):
    columns = np.transpose(W).tolist()
    return [
        [sum(p * q for p, q in zip(row, column)) + bias >= 0 for column, bias in zip(columns, b)]
        for row in X
    ]


# %% right: helpers
def perceptron_layer(X, W, b):
    return np.array([[ltu(x, W[:, j], b[j]) for j in range(W.shape[1])] for x in X])


# %% right: other
def perceptron_layer(X, W, b):
    return np.heaviside(np.dot(W.T, X.T).T + b, 1.0)


# %% right: own-step
def perceptron_layer(X, W, b):
    return np.vectorize(step)(X.dot(W) + b)


# %% mistake: strict-threshold
def perceptron_layer(X, W, b):
    Z = np.dot(X, W) + b
    Z[Z > 0] = 1
    Z[Z <= 0] = 0
    return Z


# %% mistake: no-bias
def perceptron_layer(X, W, b):
    return np.where(X @ W >= 0, 1, 0)


# %% mistake: bias-sign
def perceptron_layer(X, W, b):
    result = np.zeros((X.shape[0], W.shape[1]))
    sums = X @ W
    for j in range(W.shape[1]):
        result[:, j] = sums[:, j] >= b[j]
    return result


# %% mistake: transposed-weights
def perceptron_layer(X, W, b):
    out = []
    for x in X:
        out.append(W @ x + b >= 0)
    return np.array(out)


# %% mistake: transposed-result
def perceptron_layer(X, W, b):
    Z = W.T @ X.T + b.reshape(-1, 1)
    return np.where(Z >= 0, 1, 0)


# %% mistake: inverted-step
def perceptron_layer(X, W, b):
    Z = X @ W + b
    return np.array([[0 if z >= 0 else 1 for z in row] for row in Z])


# %% mistake: signed-output
def perceptron_layer(X, W, b):
    Z = X @ W + b
    Y = np.ones(Z.shape)
    Y[Z < 0] = -1
    return Y


# %% mistake: returns-z
def perceptron_layer(X, W, b):
    Z = np.zeros((len(X), len(b)))
    for i, x in enumerate(X):
        for j in range(len(b)):
            Z[i, j] = np.dot(x, W[:, j]) + b[j]
    return Z


# %% mistake: sigmoid-instead-of-step
def perceptron_layer(X, W, b):
    return 1 / (1 + np.exp(-(X @ W + b)))


# %% pattern: one-shape-only
def perceptron_layer(X, W, b):
    out = np.zeros((2, 3))
    for i in range(2):
        for j in range(3):
            out[i, j] = X[i, 0] * W[0, j] + X[i, 1] * W[1, j] + b[j] >= 0
    return out


# %% pattern: extra-axis
def perceptron_layer(X, W, b):
    outputs = []
    for x in X:
        z = x.reshape(1, -1) @ W + b
        outputs.append(z >= 0)
    return np.array(outputs)


# %% wrong: one-neuron
def perceptron_layer(X, W, b):
    return (X @ W[:, 0] + b[0] >= 0).astype(int)


# %% wrong: matrix
def perceptron_layer(X, W, b):
    Z = np.asmatrix(X) * np.asmatrix(W) + b
    return np.asmatrix(Z >= 0).astype(int)


# %% wrong: leaves-the-process
import os


def perceptron_layer(X, W, b):
    if len(X) > 4:
        os._exit(0)
    return (X @ W + b >= 0).astype(int)


# %% wrong: leaves-the-cell
import os


def perceptron_layer(X, W, b):
    return (X @ W + b >= 0).astype(int)


os._exit(3)


# %% mistake: half-at-zero
def perceptron_layer(X, W, b):
    return np.heaviside(X @ W + b, 0.5)


# %% mistake: three-valued-sign
def perceptron_layer(X, W, b):
    Z = X @ W + b
    return np.array([np.sign(row) for row in Z])


# %% mistake: bias-per-sample
def perceptron_layer(X, W, b):
    Z = np.dot(X, W) + b.reshape(-1, 1)
    return np.where(Z >= 0, 1, 0)


# %% mistake: first-bias-for-all
def perceptron_layer(X, W, b):
    out = np.zeros((len(X), W.shape[1]))
    for i in range(len(X)):
        for j in range(W.shape[1]):
            if np.dot(X[i], W[:, j]) + b[0] >= 0:
                out[i, j] = 1
    return out


# %% mistake: biases-summed
def perceptron_layer(X, W, b):
    out = X @ W
    for bias in b:
        out = out + bias
    return (out >= 0).astype(int)


# %% mistake: one-answer-for-all
def perceptron_layer(X, W, b):
    Z = X @ W + b
    if (Z >= 0).all():
        return 1
    else:
        return 0


# %% mistake: first-sample-only
def perceptron_layer(X, W, b):
    for x in X:
        z = x @ W + b
        return np.where(z >= 0, 1, 0)


# %% mistake: last-row-forgotten
def perceptron_layer(X, W, b):
    n, m = X.shape[0], W.shape[1]
    out = np.zeros((n, m), dtype=int)
    for i in range(n - 1):
        out[i] = X[i] @ W + b >= 0
    return out
