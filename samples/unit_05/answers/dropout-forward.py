# %% right: plain
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) > rate
    return X * mask / (1 - rate), mask


# %% right: loops
def dropout_forward(X, rate, rng, training):
    output = np.zeros(X.shape)
    mask = np.full(X.shape, True)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            if training and rng.random() < rate:
                mask[i, j] = False
            elif training:
                output[i, j] = X[i, j] / (1 - rate)
            else:
                output[i, j] = X[i, j]
    return output, mask


# %% right: float32
def dropout_forward(X, rate, rng, training):
    X = np.asarray(X, dtype=np.float32)
    p = np.float32(rate if training else 0)
    mask = rng.random(X.shape, dtype=np.float32) >= p
    return np.where(mask, X, np.float32(0)) / (1 - p), mask


# %% right: lists
def dropout_forward(X, rate, rng, training):
    rows = np.asarray(X).tolist()
    if not training:
        return rows, [[True] * len(row) for row in rows]
    mask = [[bool(u >= rate) for u in rng.uniform(size=len(row))] for row in rows]
    output = [
        [x / (1 - rate) if kept else 0 for x, kept in zip(row, line)]
        for row, line in zip(rows, mask)
    ]
    return [output, mask]


# %% right: binomial
def dropout_forward(X, rate, rng, training):
    keep = 1 - rate if training else 1.0
    mask = rng.binomial(1, keep, size=X.shape).astype(bool)
    return (X / keep) * mask, mask


# %% right: choice
def dropout_forward(X, rate, rng, training):
    if training:
        mask = rng.choice([True, False], size=X.shape, p=[1 - rate, rate])
        output = np.zeros(X.shape)
        output[mask] = X[mask] / (1 - rate)
    else:
        mask = np.ones_like(X, dtype=bool)
        output = X.copy()
    return output, mask


# %% mistake: keep-and-drop-swapped
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) < rate
    return X * mask / (1 - rate), mask


# %% mistake: no-scaling
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return X * mask, mask


# %% mistake: scaled-after-training
def dropout_forward(X, rate, rng, training):
    if training:
        mask = rng.random(X.shape) >= rate
        return X * mask, mask
    return X * (1 - rate), np.ones(X.shape, dtype=bool)


# %% mistake: divided-by-rate
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return X * mask / rate, mask


# %% mistake: scaled-by-measured-share
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    if not mask.any():
        return X * 0.0, mask
    return X * mask * (mask.size / mask.sum()), mask


# %% mistake: active-after-training
def dropout_forward(X, rate, rng, training):
    mask = rng.random(X.shape) >= rate
    output = np.where(mask, X / (1 - rate), 0)
    return output, mask


# %% mistake: mask-reversed
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.zeros(X.shape, dtype=bool)
    dropped = rng.random(X.shape) < rate
    output = X / (1 - rate)
    output[dropped] = 0
    return output, dropped


# %% mistake: mask-scaled
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape)
    mask = (rng.random(X.shape) >= rate) / (1 - rate)
    return X * mask, mask


# %% mistake: no-mask-after-training
def dropout_forward(X, rate, rng, training):
    mask = None
    if training:
        mask = rng.random(X.shape) >= rate
        X = X * mask / (1 - rate)
    return X, mask


# %% mistake: two-draws
def dropout_forward(X, rate, rng, training):
    def draw():
        return rng.random(X.shape) >= rate

    if not training:
        return X, np.ones(X.shape, dtype=bool)
    output = X * draw() / (1 - rate)
    return output, draw()


# %% mistake: mask-from-output
def dropout_forward(X, rate, rng, training):
    output = X
    if training:
        output = X * (rng.random(X.shape) >= rate) / (1 - rate)
    mask = output != 0
    return output, mask


# %% mistake: one-draw-per-row
def dropout_forward(X, rate, rng, training):
    mask = np.ones(X.shape, dtype=bool)
    if training:
        for i in range(len(X)):
            mask[i] = rng.random() >= rate
        return X * mask / (1 - rate), mask
    return X, mask


# %% mistake: one-draw-per-column
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = np.zeros(X.shape, dtype=bool)
    mask[:, rng.random(X.shape[1]) >= rate] = True
    return X * mask / (1 - rate), mask


# %% mistake: one-draw-for-all
def dropout_forward(X, rate, rng, training):
    mask = np.ones(X.shape, dtype=bool)
    if not training:
        return X, mask
    if rng.random() < rate:
        mask[:] = False
    return X * mask / (1 - rate), mask


# %% mistake: same-number-everywhere
def dropout_forward(X, rate, rng, training):
    mask = np.ones(X.shape, dtype=bool)
    if not training:
        return X, mask
    n = X.shape[1]
    for row in mask:
        row[rng.choice(n, size=round(rate * n), replace=False)] = False
    return X * mask / (1 - rate), mask


# %% mistake: normal-instead-of-uniform
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.standard_normal(X.shape) > rate
    return X * mask / (1 - rate), mask


# %% mistake: own-generator
def dropout_forward(X, rate, rng, training):
    rng = np.random.default_rng(42)
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return X * mask / (1 - rate), mask


# %% mistake: whole-numbers
def dropout_forward(X, rate, rng, training):
    output = X.copy()
    mask = np.ones(X.shape, dtype=bool)
    if training:
        mask = rng.random(X.shape) >= rate
        output[~mask] = 0
        output[mask] = X[mask] / (1 - rate)
    return output, mask


# %% pattern: in-place (input-modified)
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    X[~mask] = 0
    return X / (1 - rate), mask


# %% pattern: global-generator (not-repeatable)
def dropout_forward(X, rate, rng, training):
    if not training:
        return X, np.ones(X.shape, dtype=bool)
    mask = np.random.rand(*X.shape) >= rate
    return X * mask / (1 - rate), mask


# %% pattern: prints (returns-nothing)
def dropout_forward(X, rate, rng, training):
    mask = rng.random(X.shape) >= rate
    print(X * mask / (1 - rate), mask)
