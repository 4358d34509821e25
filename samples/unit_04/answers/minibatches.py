# %% right: plain
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]


# %% right: a-list
def minibatches(X, y, batch_size, rng):
    X, y = np.array(X), np.array(y)
    order = np.arange(len(X))
    rng.shuffle(order)
    X, y = X[order], y[order]
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in range(0, len(X), batch_size)]


# %% right: sorted-by-random-numbers
def minibatches(X, y, batch_size, rng):
    order = np.argsort(rng.random(len(X)))
    pieces = np.split(order, np.arange(batch_size, len(X), batch_size))
    return ((np.asarray(X)[piece], np.asarray(y)[piece]) for piece in pieces)


# %% right: loops
def minibatches(X, y, batch_size, rng):
    pairs = list(zip(X, y))
    rng.shuffle(order := list(range(len(pairs))))
    rows, labels = [], []
    for i in order:
        rows.append(pairs[i][0])
        labels.append(pairs[i][1])
        if len(rows) == batch_size:
            yield np.array(rows), np.array(labels)
            rows, labels = [], []
    if rows:
        yield np.array(rows), np.array(labels)


# %% mistake: shuffled-separately
def minibatches(X, y, batch_size, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]


# %% mistake: last-batch-dropped
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for batch in range(len(X) // batch_size):
        chosen = order[batch * batch_size : (batch + 1) * batch_size]
        yield X[chosen], y[chosen]


# %% mistake: not-shuffled
def minibatches(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]


# %% mistake: pair-swapped
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        chosen = order[start : start + batch_size]
        yield y[chosen], X[chosen]


# %% mistake: first-batch-only
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        chosen = order[start : start + batch_size]
        return [(X[chosen], y[chosen])]


# %% mistake: drawn-for-each-batch
def minibatches(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        order = rng.permutation(len(X))
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]


# %% mistake: last-sample-dropped
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    start = 0
    while start < len(X) - 1:
        pick = order[start : start + batch_size]
        batches.append((X[pick], y[pick]))
        start += batch_size
    return batches


# %% mistake: reversed
def minibatches(X, y, batch_size, rng):
    X, y = X[::-1], y[::-1]
    for i in range(0, len(X), batch_size):
        yield X[i : i + batch_size], y[i : i + batch_size]


# %% mistake: only-batches-shuffled
def minibatches(X, y, batch_size, rng):
    starts = list(range(0, len(X), batch_size))
    rng.shuffle(starts)
    for i in starts:
        yield X[i : i + batch_size], y[i : i + batch_size]


# %% mistake: shuffled-within-batches
def minibatches(X, y, batch_size, rng):
    for i in range(0, len(X), batch_size):
        pick = np.arange(i, min(i + batch_size, len(X)))
        rng.shuffle(pick)
        yield X[pick], y[pick]


# %% mistake: drawn-with-replacement
def minibatches(X, y, batch_size, rng):
    n = len(X)
    for i in range(0, n, batch_size):
        pick = rng.choice(n, size=min(batch_size, n - i))
        yield X[pick], y[pick]


# %% mistake: last-batch-filled-up
def minibatches(X, y, batch_size, rng):
    order = list(rng.permutation(len(X)))
    while len(order) % batch_size:
        order.append(order[len(order) % len(X)])
    for i in range(0, len(order), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]


# %% mistake: size-taken-for-number
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    return [(X[part], y[part]) for part in np.array_split(order, batch_size)]


# %% mistake: evened-out
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    number = int(np.ceil(len(X) / batch_size))
    return [(X[part], y[part]) for part in np.array_split(order, number)]


# %% mistake: size-ignored
def minibatches(X, y, batch_size, rng):
    for i in rng.permutation(len(X)):
        yield X[i : i + 1], y[i : i + 1]


# %% mistake: empty-batch
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for k in range(len(X) // batch_size + 1):
        pick = order[k * batch_size : (k + 1) * batch_size]
        yield X[pick], y[pick]


# %% mistake: without-end
def minibatches(X, y, batch_size, rng):
    while True:
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            pick = order[i : i + batch_size]
            yield X[pick], y[pick]


# %% mistake: own-generator
def minibatches(X, y, batch_size, rng):
    rng = np.random.default_rng(42)
    order = np.arange(len(X))
    rng.shuffle(order)
    for i in range(0, len(X), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]
