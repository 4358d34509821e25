# %% right: plain
def hebb_update(W, x, y, learning_rate):
    return W + learning_rate * np.outer(x, y)


# %% right: loops
def hebb_update(W, x, y, learning_rate):
    new = np.array(W, dtype=float)
    for i in range(len(x)):
        for j in range(len(y)):
            new[i, j] += learning_rate * x[i] * y[j]
    return new


# %% right: float32
def hebb_update(W, x, y, learning_rate):
    W = np.array(W, dtype=np.float32)
    W += (learning_rate * np.outer(x, y)).astype(np.float32)
    return W


# %% right: numpy
def hebb_update(W, x, y, learning_rate):
    return W + np.einsum(",i,j->ij", learning_rate, x, y)


# %% right: lists
def hebb_update(W, x, y, learning_rate):
    return [
        [float(w) + learning_rate * x_i * y_j for w, y_j in zip(row, y)] for row, x_i in zip(W, x)
    ]


# %% right: other
def hebb_update(W, x, y, learning_rate):
    change = learning_rate * x[:, None] * y[None, :]
    return np.add(W, change)


# %% mistake: rate-unused
def hebb_update(W, x, y, learning_rate):
    W = W.copy()
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            W[i, j] = W[i, j] + x[i] * y[j]
    return W


# %% mistake: old-weights-lost
def hebb_update(W, x, y, learning_rate):
    new_W = np.zeros(W.shape)
    for i in range(len(x)):
        new_W[i] = learning_rate * x[i] * y
    return new_W


# %% mistake: sign-reversed
def hebb_update(W, x, y, learning_rate):
    step = learning_rate * np.outer(x, y)
    return W - step


# %% mistake: transposed-update
def hebb_update(W, x, y, learning_rate):
    delta = learning_rate * y.reshape(-1, 1) @ x.reshape(1, -1)
    return W + delta


# %% mistake: output-ignored
def hebb_update(W, x, y, learning_rate):
    return W + learning_rate * x[:, np.newaxis]


# %% mistake: input-ignored
def hebb_update(W, x, y, learning_rate):
    return W + learning_rate * y


# %% mistake: rosenblatt-instead-of-hebb
def hebb_update(W, x, y, learning_rate):
    prediction = np.where(x @ W >= 0, 1, 0)
    error = y - prediction
    return W + learning_rate * np.outer(x, error)


# %% mistake: summed-to-one-number
def hebb_update(W, x, y, learning_rate):
    correlation = 0
    for a in x:
        for c in y:
            correlation += a * c
    return W + learning_rate * correlation


# %% pattern: input-modified
def hebb_update(W, x, y, learning_rate):
    W += learning_rate * np.outer(x, y)
    return W


# %% pattern: transposed
def hebb_update(W, x, y, learning_rate):
    return W.T + learning_rate * np.outer(y, x)


# %% pattern: integer-dtype
def hebb_update(W, x, y, learning_rate):
    result = np.empty(W.shape, dtype=np.int64)
    for i in range(len(x)):
        for j in range(len(y)):
            result[i, j] = W[i, j] + learning_rate * x[i] * y[j]
    return result


# %% pattern: in-place (returns-nothing)
def hebb_update(W, x, y, learning_rate):
    W += learning_rate * np.outer(x, y)


# %% mistake: no-outer-product
def hebb_update(W, x, y, learning_rate):
    return W + learning_rate * x * y


# %% wrong: yields
def hebb_update(W, x, y, learning_rate):
    for row, x_i in zip(W, x):
        yield row + learning_rate * x_i * y


# %% wrong: hostile-type
Hostile = type("<script>alert('type')</script>", (), {"__repr__": lambda self: "=cmd()"})


def hebb_update(W, x, y, learning_rate):
    return Hostile()


# %% mistake: binarised-input
def hebb_update(W, x, y, learning_rate):
    new = W.astype(float)
    for i in range(len(x)):
        for j in range(len(y)):
            if x[i] > 0 and y[j] > 0:
                new[i, j] += learning_rate
    return new


# %% mistake: one-minus-output
def hebb_update(W, x, y, learning_rate):
    return W + learning_rate * np.outer(x, 1 - y)


# %% mistake: output-recomputed
def hebb_update(W, x, y, learning_rate):
    y = (x @ W >= 0).astype(int)
    return W + learning_rate * np.outer(x, y)


# %% mistake: multiplied-into-weights
def hebb_update(W, x, y, learning_rate):
    growth = learning_rate * np.outer(x, y)
    return W + growth * W


# %% mistake: rate-squared
def hebb_update(W, x, y, learning_rate):
    step = learning_rate * np.outer(x, y)
    return W + learning_rate * step
