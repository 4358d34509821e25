# %% right: plain
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_weights, learning_rate)
            biases = sgd_step(biases, d_biases, learning_rate)
        zs, _ = mlp_forward(X, weights, biases)
        losses.append(softmax_crossentropy(zs[-1], y))
    return weights, biases, losses


# %% right: on-its-own
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    X, y = np.asarray(X, float), np.asarray(y)
    Ws = [np.array(W, dtype=float) for W in weights]
    bs = [np.array(b, dtype=float) for b in biases]

    def forward(A):
        seen = [A]
        for W, b in zip(Ws[:-1], bs[:-1]):
            seen.append(np.maximum(0, seen[-1] @ W + b))
        z = seen[-1] @ Ws[-1] + bs[-1]
        z = z - z.max(axis=1, keepdims=True)
        return seen, z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            pick = order[i : i + batch_size]
            seen, log_p = forward(X[pick])
            delta = np.exp(log_p)
            delta[np.arange(len(pick)), y[pick]] -= 1
            delta = delta / len(pick)
            for l in reversed(range(len(Ws))):
                below = delta @ Ws[l].T * (seen[l] > 0)
                Ws[l] -= learning_rate * seen[l].T @ delta
                bs[l] -= learning_rate * delta.sum(axis=0)
                delta = below
        log_p = forward(X)[1]
        losses.append(-log_p[np.arange(len(y)), y].mean())
    return Ws, bs, losses


# %% right: arrays
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = np.zeros(epochs)
    for k in range(epochs):
        batches = list(minibatches(X, y, batch_size, rng))
        while batches:
            X_b, y_b = batches.pop()
            both = mlp_backward(X_b, y_b, weights, biases)
            weights, biases = (
                [np.asarray(p) - learning_rate * np.asarray(g) for p, g in zip(old, new)]
                for old, new in zip((weights, biases), both)
            )
        losses[k] = softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y)
    return tuple(weights), tuple(biases), losses


# %% mistake: uphill
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = [W + learning_rate * g for W, g in zip(weights, d_weights)]
            biases = [b + learning_rate * g for b, g in zip(biases, d_biases)]
        zs, _ = mlp_forward(X, weights, biases)
        losses.append(softmax_crossentropy(zs[-1], y))
    return weights, biases, losses


# %% mistake: biases-not-updated
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_weights, learning_rate)
        zs, _ = mlp_forward(X, weights, biases)
        losses.append(softmax_crossentropy(zs[-1], y))
    return weights, biases, losses


# %% mistake: loss-before-epoch
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        zs, _ = mlp_forward(X, weights, biases)
        losses.append(softmax_crossentropy(zs[-1], y))
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_weights, learning_rate)
            biases = sgd_step(biases, d_biases, learning_rate)
    return weights, biases, losses


# %% mistake: last-loss-only
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_weights, learning_rate)
            biases = sgd_step(biases, d_biases, learning_rate)
        zs, _ = mlp_forward(X, weights, biases)
        loss = softmax_crossentropy(zs[-1], y)
    return weights, biases, loss


# %% mistake: loss-per-batch
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_weights, learning_rate)
            biases = sgd_step(biases, d_biases, learning_rate)
            zs, _ = mlp_forward(X, weights, biases)
            losses.append(softmax_crossentropy(zs[-1], y))
    return weights, biases, losses


# %% mistake: rate-unused
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_weights, d_biases = mlp_backward(X_b, y_b, weights, biases)
            weights = [W - g for W, g in zip(weights, d_weights)]
            biases = [b - g for b, g in zip(biases, d_biases)]
        zs, _ = mlp_forward(X, weights, biases)
        losses.append(softmax_crossentropy(zs[-1], y))
    return weights, biases, losses


# %% wrong: unfinished
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    return weights, biases


# %% mistake: updated-before-passing-on
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    W = [np.array(w, dtype=float) for w in weights]
    b = [np.array(v, dtype=float) for v in biases]
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            zs, activations = mlp_forward(X_b, W, b)
            a = [X_b] + activations
            delta = softmax_crossentropy_backward(zs[-1], y_b)
            for l in range(len(W) - 1, -1, -1):
                W[l] = W[l] - learning_rate * a[l].T @ delta
                b[l] = b[l] - learning_rate * delta.sum(axis=0)
                if l > 0:
                    delta = delta @ W[l].T * (zs[l - 1] > 0)
        losses.append(softmax_crossentropy(mlp_forward(X, W, b)[0][-1], y))
    return W, b, losses


# %% mistake: biases-after-weights
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            weights = sgd_step(weights, mlp_backward(X_b, y_b, weights, biases)[0], learning_rate)
            biases = sgd_step(biases, mlp_backward(X_b, y_b, weights, biases)[1], learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: mean-of-batch-losses
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        running = []
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            zs, _ = mlp_forward(X_b, weights, biases)
            running.append(softmax_crossentropy(zs[-1], y_b))
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(np.mean(running))
    return weights, biases, losses


# %% mistake: last-batch-loss
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X_b, weights, biases)[0][-1], y_b))
    return weights, biases, losses


# %% mistake: first-loss-included
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = [softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y)]
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: summed-loss
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        z = mlp_forward(X, weights, biases)[0][-1]
        total = 0.0
        for row, label in zip(z, y):
            total += np.logaddexp.reduce(row) - row[label]
        losses.append(total)
    return weights, biases, losses


# %% mistake: one-epoch-too-many
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    while len(losses) <= epochs:
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: one-epoch-too-few
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(1, epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: restarted-each-epoch
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        W = [np.copy(w) for w in weights]
        b = [np.copy(v) for v in biases]
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, W, b)
            W = sgd_step(W, d_W, learning_rate)
            b = sgd_step(b, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, W, b)[0][-1], y))
    return W, b, losses


# %% mistake: batches-used-up
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    batches = iter(minibatches(X, y, batch_size, rng))
    for epoch in range(epochs):
        for X_b, y_b in batches:
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: first-epoch-only
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
        return weights, biases, losses


# %% mistake: first-parameters-returned
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    W, b = weights, biases
    losses = []
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, W, b)
            W, b = sgd_step(W, d_W, learning_rate), sgd_step(b, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, W, b)[0][-1], y))
    return weights, biases, losses


# %% mistake: one-batch-per-epoch
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        X_b, y_b = next(iter(minibatches(X, y, batch_size, rng)))
        d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
        weights = sgd_step(weights, d_W, learning_rate)
        biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: last-batch-dropped
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for k in range(len(X) // batch_size):
            pick = order[k * batch_size : (k + 1) * batch_size]
            d_W, d_b = mlp_backward(X[pick], y[pick], weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: batch-size-unused
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        d_W, d_b = mlp_backward(X, y, weights, biases)
        weights = sgd_step(weights, d_W, learning_rate)
        biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: sample-by-sample
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for i in rng.permutation(len(X)):
            d_W, d_b = mlp_backward(X[[i]], y[[i]], weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: not-shuffled
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(X), batch_size):
            d_W, d_b = mlp_backward(X[i : i + batch_size], y[i : i + batch_size], weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: same-order-every-epoch
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    batches = list(minibatches(X, y, batch_size, rng))
    for epoch in range(epochs):
        for X_b, y_b in batches:
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: labels-lost
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        X_new, y_new = rng.permutation(X), rng.permutation(y)
        for i in range(0, len(X), batch_size):
            d_W, d_b = mlp_backward(
                X_new[i : i + batch_size], y_new[i : i + batch_size], weights, biases
            )
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        losses.append(softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y))
    return weights, biases, losses


# %% mistake: best-epoch-returned
def train_mlp(X, y, weights, biases, learning_rate, batch_size, epochs, rng):
    losses, best = [], None
    for epoch in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            d_W, d_b = mlp_backward(X_b, y_b, weights, biases)
            weights = sgd_step(weights, d_W, learning_rate)
            biases = sgd_step(biases, d_b, learning_rate)
        loss = softmax_crossentropy(mlp_forward(X, weights, biases)[0][-1], y)
        if not losses or loss < min(losses):
            best = weights, biases
        losses.append(loss)
    return best[0], best[1], losses
