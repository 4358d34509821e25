# %% right: plain
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W**2) for W in weights)
    d_weights = [2 * l2 * W for W in weights]
    d_biases = [np.zeros(b.shape) for b in biases]
    return value, d_weights, d_biases


# %% right: loops
def l2_penalty(weights, biases, l2):
    value = 0.0
    d_weights, d_biases = [], []
    for W, b in zip(weights, biases):
        d_W = np.zeros(W.shape)
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                value += l2 * W[i, j] ** 2
                d_W[i, j] = 2 * l2 * W[i, j]
        d_weights.append(d_W)
        d_biases.append(np.zeros(len(b)))
    return value, d_weights, d_biases


# %% right: float32
def l2_penalty(weights, biases, l2):
    flat = np.concatenate([np.ravel(W) for W in weights]).astype(np.float32)
    d_weights = [np.float32(2 * l2) * W.astype(np.float32) for W in weights]
    return np.float32(l2) * (flat @ flat), d_weights, [np.zeros_like(b) for b in biases]


# %% right: lists
def l2_penalty(weights, biases, l2):
    tables = [np.asarray(W).tolist() for W in weights]
    value = l2 * sum(w * w for table in tables for row in table for w in row)
    d_weights = tuple([[l2 * (w + w) for w in row] for row in table] for table in tables)
    return [value, d_weights, [[0] * len(b) for b in biases]]


# %% right: norms
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.linalg.norm(W) ** 2 for W in weights)
    return value, [W * l2 * 2 for W in weights], [b * 0 for b in biases]


# %% mistake: factor-two-missing
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W**2) for W in weights)
    d_weights = [l2 * W for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: half-in-value
def l2_penalty(weights, biases, l2):
    value = l2 / 2 * sum((W**2).sum() for W in weights)
    d_weights = [l2 * W for W in weights]
    d_biases = [np.zeros_like(b) for b in biases]
    return value, d_weights, d_biases


# %% mistake: root-of-sum
def l2_penalty(weights, biases, l2):
    value = 0
    for W in weights:
        value += l2 * np.linalg.norm(W)
    return value, [2 * l2 * W for W in weights], [np.zeros(len(b)) for b in biases]


# %% mistake: l1-instead-of-l2
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(np.abs(W)) for W in weights)
    d_weights = [l2 * np.sign(W) for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: square-of-sum
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W) ** 2 for W in weights)
    d_weights = [2 * l2 * W for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: squares-in-gradient
def l2_penalty(weights, biases, l2):
    d_weights = [l2 * W**2 for W in weights]
    value = sum(np.sum(d) for d in d_weights)
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: biases-penalised
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(p**2) for p in list(weights) + list(biases))
    return value, [2 * l2 * W for W in weights], [2 * l2 * b for b in biases]


# %% mistake: gradient-without-factor
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W**2) for W in weights)
    return value, [2 * W for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: factor-twice
def l2_penalty(weights, biases, l2):
    value = 0
    for W in weights:
        value += l2 * np.sum(W**2)
    return l2 * value, [2 * l2 * W for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: mean-instead-of-sum
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.mean(W**2) for W in weights)
    return value, [2 * l2 * W for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: first-layer-only
def l2_penalty(weights, biases, l2):
    value = 0
    d_weights, d_biases = [], []
    for W, b in zip(weights, biases):
        value += l2 * np.sum(W**2)
        d_weights.append(2 * l2 * W)
        d_biases.append(np.zeros(b.shape))
        return value, d_weights, d_biases


# %% mistake: last-layer-only
def l2_penalty(weights, biases, l2):
    d_weights, d_biases = [], []
    for W, b in zip(weights, biases):
        value = l2 * np.sum(W**2)
        d_weights.append(2 * l2 * W)
        d_biases.append(np.zeros(b.shape))
    return value, d_weights, d_biases


# %% mistake: value-per-layer
def l2_penalty(weights, biases, l2):
    value = [l2 * np.sum(W**2) for W in weights]
    d_weights = [2 * l2 * W for W in weights]
    return value, d_weights, [np.zeros(b.shape) for b in biases]


# %% mistake: gradient-downhill
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W**2) for W in weights)
    return value, [-2 * l2 * W for W in weights], [np.zeros(b.shape) for b in biases]


# %% mistake: weights-updated
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W**2) for W in weights)
    return value, [W - 2 * l2 * W for W in weights], [np.zeros(b.shape) for b in biases]


# %% pattern: in-place (input-modified)
def l2_penalty(weights, biases, l2):
    value = l2 * sum(np.sum(W**2) for W in weights)
    for W in weights:
        W *= 2 * l2
    return value, weights, [np.zeros(b.shape) for b in biases]


# %% pattern: into-integers (integer-dtype)
def l2_penalty(weights, biases, l2):
    value = 0
    d_weights = []
    for W in weights:
        d_W = np.zeros_like(W)
        for index in np.ndindex(W.shape):
            value += l2 * W[index] ** 2
            d_W[index] = 2 * l2 * W[index]
        d_weights.append(d_W)
    return value, d_weights, [np.zeros_like(b) for b in biases]


# %% pattern: prints (returns-nothing)
def l2_penalty(weights, biases, l2):
    print(l2 * sum(np.sum(W**2) for W in weights))
    print([2 * l2 * W for W in weights])
