# %% right: plain
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_z = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_a, d_W, d_b = dense_backward(d_z, inputs[l], weights[l])
        d_weights.insert(0, d_W)
        d_biases.insert(0, d_b)
        if l > 0:
            d_z = np.asarray(d_a) * (zs[l - 1] > 0)
    return d_weights, d_biases


# %% right: on-its-own
def mlp_backward(X, y, weights, biases):
    a = [np.asarray(X, dtype=float)]
    for W, b in zip(weights[:-1], biases[:-1]):
        a.append(np.clip(a[-1] @ W + b, 0, None))
    z = a[-1] @ weights[-1] + biases[-1]
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    delta = (p - np.eye(z.shape[1])[y]) / len(z)
    d_W, d_b = [None] * len(weights), [None] * len(weights)
    for l in range(len(weights) - 1, -1, -1):
        d_W[l] = a[l].T @ delta
        d_b[l] = delta.sum(axis=0)
        delta = delta @ weights[l].T * (a[l] > 0)
    return d_W, d_b


# %% right: sample-by-sample
def mlp_backward(X, y, weights, biases):
    d_W = [np.zeros(np.shape(W)) for W in weights]
    d_b = [np.zeros(np.shape(b)) for b in biases]
    for x, label in zip(np.asarray(X, float), y):
        a, zs = [x], []
        for l in range(len(weights)):
            zs.append(a[-1] @ weights[l] + biases[l])
            a.append(np.maximum(zs[-1], 0))
        e = np.exp(zs[-1] - zs[-1].max())
        delta = e / e.sum()
        delta[label] -= 1
        for l in range(len(weights) - 1, -1, -1):
            d_W[l] += np.outer(a[l], delta) / len(X)
            d_b[l] += delta / len(X)
            if l:
                delta = weights[l] @ delta * (zs[l - 1] > 0)
    return d_W, d_b


# %% right: float32
def mlp_backward(X, y, weights, biases):
    weights = [np.asarray(W, np.float32) for W in weights]
    biases = [np.asarray(b, np.float32) for b in biases]
    zs, a = [], [np.asarray(X, np.float32)]
    for W, b in zip(weights, biases):
        zs.append(a[-1] @ W + b)
        a.append(np.maximum(zs[-1], 0))
    e = np.exp(zs[-1] - zs[-1].max(axis=1, keepdims=True))
    d = e / e.sum(axis=1, keepdims=True)
    d[np.arange(len(d)), y] -= 1
    d /= np.float32(len(d))
    gradients = []
    for l in range(len(weights))[::-1]:
        gradients.append((a[l].T @ d, d.sum(axis=0)))
        d = (d @ weights[l].T) * (a[l] > 0)
    return [g[0] for g in gradients[::-1]], [g[1] for g in gradients[::-1]]


# %% right: recursive
def mlp_backward(X, y, weights, biases):
    def down(a, l):
        z = a @ weights[l] + biases[l]
        if l == len(weights) - 1:
            d_z = np.asarray(softmax_crossentropy_backward(z, y))
        else:
            d_z = down(np.maximum(z, 0), l + 1) * (z > 0)
        d_W[l], d_b[l] = (a.T @ d_z).tolist(), d_z.sum(axis=0).tolist()
        return d_z @ np.transpose(weights[l])

    d_W, d_b = {}, {}
    down(np.asarray(X, dtype=float), 0)
    order = range(len(weights))
    return tuple(d_W[l] for l in order), tuple(d_b[l] for l in order)


# %% mistake: not-divided
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_z = len(X) * np.asarray(softmax_crossentropy_backward(zs[-1], y))
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_weights.insert(0, inputs[l].T @ d_z)
        d_biases.insert(0, d_z.sum(axis=0))
        d_z = d_z @ weights[l].T * (inputs[l] > 0)
    return d_weights, d_biases


# %% mistake: slope-missing
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_z = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_weights.insert(0, inputs[l].T @ d_z)
        d_biases.insert(0, d_z.sum(axis=0))
        d_z = d_z @ weights[l].T
    return d_weights, d_biases


# %% mistake: pre-activation-as-input
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + zs[:-1]
    d_z = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_weights.insert(0, inputs[l].T @ d_z)
        d_biases.insert(0, d_z.sum(axis=0))
        if l:
            d_z = d_z @ weights[l].T * (zs[l - 1] > 0)
    return d_weights, d_biases


# %% mistake: order-reversed
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_z = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_weights.append(inputs[l].T @ d_z)
        d_biases.append(d_z.sum(axis=0))
        if l:
            d_z = d_z @ weights[l].T * (zs[l - 1] > 0)
    return d_weights, d_biases


# %% mistake: results-swapped
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_z = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_weights.insert(0, inputs[l].T @ d_z)
        d_biases.insert(0, d_z.sum(axis=0))
        if l:
            d_z = d_z @ weights[l].T * (zs[l - 1] > 0)
    return d_biases, d_weights


# %% mistake: slope-on-last-layer
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_a = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_z = d_a * (zs[l] > 0)
        d_weights.insert(0, inputs[l].T @ d_z)
        d_biases.insert(0, d_z.sum(axis=0))
        d_a = d_z @ weights[l].T
    return d_weights, d_biases


# %% mistake: db-averaged
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [np.asarray(X)] + activations[:-1]
    d_z = softmax_crossentropy_backward(zs[-1], y)
    d_weights, d_biases = [], []
    for l in reversed(range(len(weights))):
        d_weights.insert(0, inputs[l].T @ d_z)
        d_biases.insert(0, d_z.mean(axis=0))
        if l:
            d_z = d_z @ weights[l].T * (zs[l - 1] > 0)
    return d_weights, d_biases


# %% mistake: divided-twice
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    n = len(X)
    a = [X] + activations
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in range(len(weights) - 1, -1, -1):
        d_W = [a[l].T @ delta / n] + d_W
        d_b = [delta.sum(axis=0) / n] + d_b
        if l > 0:
            delta = (delta @ weights[l].T) * (zs[l - 1] > 0)
    return d_W, d_b


# %% mistake: extra-slope
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    e = np.exp(zs[-1] - zs[-1].max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    delta = (p - np.eye(p.shape[1])[y]) / len(X) * p * (1 - p)
    a = [X] + activations
    d_W, d_b = [], []
    for l in range(len(weights) - 1, -1, -1):
        d_W.insert(0, a[l].T @ delta)
        d_b.insert(0, delta.sum(axis=0))
        delta = (delta @ weights[l].T) * (a[l] > 0)
    return d_W, d_b


# %% mistake: slope-one-at-zero
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in range(len(weights) - 1, -1, -1):
        d_a, dw, db = dense_backward(delta, a[l], weights[l])
        d_W.insert(0, dw)
        d_b.insert(0, db)
        if l > 0:
            delta = np.where(zs[l - 1] < 0, 0, d_a)
    return d_W, d_b


# %% mistake: activation-for-slope
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [None] * len(weights), [None] * len(weights)
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_a, d_W[l], d_b[l] = dense_backward(delta, a[l], weights[l])
        if l > 0:
            delta = d_a * relu(zs[l - 1])
    return d_W, d_b


# %% mistake: slope-of-sigmoid
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [None] * len(weights), [None] * len(weights)
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_a, d_W[l], d_b[l] = dense_backward(delta, a[l], weights[l])
        delta = d_a * a[l] * (1 - a[l])
    return d_W, d_b


# %% mistake: slope-at-the-gradient
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [None] * len(weights), [None] * len(weights)
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_a, d_W[l], d_b[l] = dense_backward(delta, a[l], weights[l])
        delta = relu(d_a)
    return d_W, d_b


# %% mistake: slope-of-next-layer
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [None] * len(weights), [None] * len(weights)
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_a, d_W[l], d_b[l] = dense_backward(delta, a[l], weights[l])
        if l > 0:
            delta = d_a * (zs[l] > 0)
    return d_W, d_b


# %% mistake: own-output-as-input
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_W.insert(0, activations[l].T @ delta)
        d_b.insert(0, np.sum(delta, axis=0))
        if l > 0:
            delta = delta @ weights[l].T * (zs[l - 1] > 0)
    return d_W, d_b


# %% mistake: weights-not-transposed
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_W.insert(0, a[l].T @ delta)
        d_b.insert(0, np.sum(delta, axis=0))
        if l > 0:
            delta = (delta @ weights[l]) * (zs[l - 1] > 0)
    return d_W, d_b


# %% mistake: upstream-ignored
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_W.insert(0, a[l].T @ delta)
        d_b.insert(0, np.sum(delta, axis=0))
        if l > 0:
            delta = np.sum(weights[l], axis=1) * (zs[l - 1] > 0)
    return d_W, d_b


# %% mistake: stops-at-last-layer
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W = [np.zeros(W.shape) for W in weights]
    d_b = [np.zeros(b.shape) for b in biases]
    delta = softmax_crossentropy_backward(zs[-1], y)
    _, d_W[-1], d_b[-1] = dense_backward(delta, a[-2], weights[-1])
    return d_W, d_b


# %% mistake: dw-transposed
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_W.insert(0, delta.T @ a[l])
        d_b.insert(0, delta.sum(0))
        delta = (weights[l] @ delta.T).T * (a[l] > 0)
    return d_W, d_b


# %% mistake: db-wrong-axis
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    d_W, d_b = [], []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        d_W.insert(0, a[l].T @ delta)
        d_b.insert(0, delta.sum(axis=1))
        delta = delta @ weights[l].T * (a[l] > 0)
    return d_W, d_b


# %% mistake: pairs-per-layer
def mlp_backward(X, y, weights, biases):
    zs, activations = mlp_forward(X, weights, biases)
    a = [X] + activations
    grads = []
    delta = softmax_crossentropy_backward(zs[-1], y)
    for l in reversed(range(len(weights))):
        below, d_W, d_b = dense_backward(delta, a[l], weights[l])
        grads.insert(0, (d_W, d_b))
        delta = below * (a[l] > 0)
    return grads
