# %% right: plain
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    d_weights = [l1 * np.sign(W) for W in weights]
    d_biases = [np.zeros(b.shape) for b in biases]
    return value, d_weights, d_biases


# %% right: loops
def l1_penalty(weights, biases, l1):
    value = 0.0
    d_weights, d_biases = [], []
    for W, b in zip(weights, biases):
        d_W = np.zeros(W.shape)
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                if W[i, j] > 0:
                    value += l1 * W[i, j]
                    d_W[i, j] = l1
                elif W[i, j] < 0:
                    value -= l1 * W[i, j]
                    d_W[i, j] = -l1
        d_weights.append(d_W)
        d_biases.append(np.zeros(len(b)))
    return value, d_weights, d_biases


# %% right: float32
def l1_penalty(weights, biases, l1):
    l1 = np.float32(l1)
    weights = [W.astype(np.float32) for W in weights]
    value = l1 * np.concatenate([abs(W).ravel() for W in weights]).sum()
    d_weights = [l1 * (W > 0) - l1 * (W < 0) for W in weights]
    return value, d_weights, [np.zeros(len(b), np.float32) for b in biases]


# %% right: lists
def l1_penalty(weights, biases, l1):
    tables = [np.asarray(W).tolist() for W in weights]
    value = l1 * sum(abs(w) for table in tables for row in table for w in row)
    d_weights = [[[l1 * ((w > 0) - (w < 0)) for w in row] for row in table] for table in tables]
    return value, d_weights, tuple([0.0] * len(b) for b in biases)


# %% right: products
def l1_penalty(weights, biases, l1):
    d_weights = [W / np.where(W == 0, 1, np.abs(W)) for W in weights]
    value = l1 * sum(np.vdot(W, d) for W, d in zip(weights, d_weights))
    return value, [l1 * d for d in d_weights], [np.full(b.shape, 0.0) for b in biases]


# %% mistake: gradient-without-sign
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    d_weights = [l1 * np.ones(W.shape) for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: sign-of-zero
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    d_weights = [np.where(W < 0, -l1, l1) for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: value-without-absolute
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(W) for W in weights)
    d_weights = [l1 * np.sign(W) for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: absolute-values-in-gradient
def l1_penalty(weights, biases, l1):
    d_weights = [l1 * np.abs(W) for W in weights]
    value = sum(np.sum(d) for d in d_weights)
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: weights-in-gradient
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    d_weights = [2 * l1 * W for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: l2-instead-of-l1
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(W**2) for W in weights)
    d_weights = [2 * l1 * W for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: largest-column
def l1_penalty(weights, biases, l1):
    value = 0
    for W in weights:
        value += l1 * np.linalg.norm(W, 1)
    return value, [l1 * np.sign(W) for W in weights], [np.zeros(len(b)) for b in biases]


# %% mistake: biases-penalised
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(p)) for p in list(weights) + list(biases))
    return value, [l1 * np.sign(W) for W in weights], [l1 * np.sign(b) for b in biases]


# %% mistake: gradient-without-factor
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    return value, [np.sign(W) for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: factor-twice
def l1_penalty(weights, biases, l1):
    value = 0
    for W in weights:
        value += l1 * np.sum(np.abs(W))
    return l1 * value, [l1 * np.sign(W) for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: mean-instead-of-sum
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.mean(np.abs(W)) for W in weights)
    d_weights = [l1 * np.sign(W) / W.size for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: first-layer-only
def l1_penalty(weights, biases, l1):
    value = 0
    d_weights, d_biases = [], []
    for W, b in zip(weights, biases):
        value += l1 * np.sum(np.abs(W))
        d_weights.append(l1 * np.sign(W))
        d_biases.append(np.zeros(b.shape))
        return value, d_weights, d_biases


# %% mistake: last-layer-only
def l1_penalty(weights, biases, l1):
    for W, b in zip(weights, biases):
        value = l1 * np.sum(np.abs(W))
        d_weights = [l1 * np.sign(W)]
        d_biases = [np.zeros(b.shape)]
    return value, d_weights, d_biases


# %% mistake: value-per-layer
def l1_penalty(weights, biases, l1):
    value = []
    for W in weights:
        value.append(l1 * np.abs(W).sum())
    return value, [l1 * np.sign(W) for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: one-zero-per-bias
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    return value, [l1 * np.sign(W) for W in weights], [0 for b in biases]


# %% mistake: bias-gradients-missing
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    d_weights = [l1 * np.sign(W) for W in weights]
    return value, d_weights


# %% mistake: gradient-downhill
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    return value, [-l1 * np.sign(W) for W in weights], [np.zeros(b.shape) for b in biases]


# %% pattern: in-place (input-modified)
def l1_penalty(weights, biases, l1):
    value = l1 * sum(np.sum(np.abs(W)) for W in weights)
    for W in weights:
        W[:] = l1 * np.sign(W)
    return value, weights, [np.zeros(b.shape) for b in biases]


# %% pattern: into-integers (integer-dtype)
def l1_penalty(weights, biases, l1):
    value = 0
    d_weights = []
    for W in weights:
        d_W = np.zeros_like(W)
        d_W[W > 0] = l1
        d_W[W < 0] = -l1
        value += l1 * np.sum(np.abs(W))
        d_weights.append(d_W)
    return value, d_weights, [np.zeros_like(b) for b in biases]


# %% pattern: prints (returns-nothing)
def l1_penalty(weights, biases, l1):
    print(l1 * sum(np.sum(np.abs(W)) for W in weights))
    print([l1 * np.sign(W) for W in weights])
