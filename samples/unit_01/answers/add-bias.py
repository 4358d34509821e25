# %% right: plain
def add_bias(X):
    ones = np.ones((len(X), 1))
    return np.hstack([ones, X])


# %% right: loops
def add_bias(X):
    n, d = X.shape
    result = np.ones((n, d + 1))
    for i in range(n):
        for j in range(d):
            result[i, j + 1] = X[i, j]
    return result


# %% right: float32
def add_bias(X):
    X = np.asarray(X, dtype="float32")
    return np.concatenate([np.ones_like(X[:, :1]), X], axis=1)


# %% right: numpy
def add_bias(X):
    return np.insert(X, 0, 1, axis=1)


# %% right: lists
def add_bias(X):
    if len(X) == 0:
        return np.empty((0, 1 + np.shape(X)[1]))
    return [[1] + list(row) for row in X]


# %% right: other
def add_bias(X):
    return np.pad(X, ((0, 0), (1, 0)), constant_values=1)


# %% right: c_
def add_bias(X):
    return np.c_[np.ones(len(X)), X]


# %% mistake: ones-last
def add_bias(X):
    return np.concatenate((X, np.ones((X.shape[0], 1))), axis=1)


# %% mistake: ones-as-row
def add_bias(X):
    ones = np.ones((1, X.shape[1]))
    return np.concatenate([ones, X])


# %% mistake: zeros-instead-of-ones
def add_bias(X):
    new = np.zeros((X.shape[0], X.shape[1] + 1))
    new[:, 1:] = X
    return new


# %% mistake: first-feature-lost
def add_bias(X):
    X[:, 0] = 1
    return X


# %% mistake: added-to-values
def add_bias(X):
    bias = 1
    return bias + X


# %% pattern: integer-dtype
def add_bias(X):
    n, d = X.shape
    table = np.ones((n, d + 1), dtype=int)
    table[:, 1:] = X
    return table


# %% pattern: transposed
def add_bias(X):
    return np.vstack([np.ones(len(X)), X.T])


# %% pattern: one-shape-only
def add_bias(X):
    ones = np.array([[1.0], [1.0], [1.0]])
    return np.hstack([ones, X])


# %% pattern: prints (returns-nothing)
def add_bias(X):
    X = np.insert(X, 0, 1, axis=1)
    print(X)


# %% mistake: flattened
def add_bias(X):
    return np.append(1, X)


# %% wrong: shadowed
def add_bias(X):
    np = X
    return np.column_stack([np.ones(len(X)), X])


# %% mistake: block-of-ones
def add_bias(X):
    ones = np.ones(X.shape)
    return np.concatenate([ones, X], axis=1)


# %% mistake: ones-second
def add_bias(X):
    return np.insert(X, 1, np.ones(len(X)), axis=1)


# %% mistake: only-the-column
def add_bias(X):
    x0 = np.ones((X.shape[0], 1))
    np.hstack([x0, X])
    return x0
