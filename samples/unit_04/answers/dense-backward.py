# %% right: plain
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=0)


# %% right: loops
def dense_backward(d_Z, X, W):
    n, k = np.shape(d_Z)
    d = np.shape(X)[1]
    d_X, d_W, d_b = np.zeros((n, d)), np.zeros((d, k)), np.zeros(k)
    for s in range(n):
        for j in range(k):
            d_b[j] += d_Z[s][j]
            for i in range(d):
                d_X[s, i] += d_Z[s][j] * W[i][j]
                d_W[i, j] += X[s][i] * d_Z[s][j]
    return d_X, d_W, d_b


# %% right: einsum
def dense_backward(d_Z, X, W):
    d_X = np.einsum("nk,dk->nd", d_Z, W)
    d_W = np.einsum("nd,nk->dk", X, d_Z)
    return d_X, d_W, np.einsum("nk->k", d_Z)


# %% right: float32
def dense_backward(d_Z, X, W):
    d_Z, X, W = (np.asarray(a, np.float32) for a in (d_Z, X, W))
    return d_Z.dot(W.T), X.T.dot(d_Z), np.ones(len(d_Z), np.float32) @ d_Z


# %% right: lists
def dense_backward(d_Z, X, W):
    with_ones = np.column_stack([X, np.ones(len(X))])
    both = with_ones.T @ d_Z
    return [(W @ d_Z.T).T.tolist(), both[:-1].tolist(), both[-1].tolist()]


# %% mistake: divided-by-n
def dense_backward(d_Z, X, W):
    n = len(X)
    return d_Z @ W.T, X.T @ d_Z / n, d_Z.sum(axis=0) / n


# %% mistake: db-averaged
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, X.T @ d_Z, d_Z.mean(axis=0)


# %% mistake: dw-transposed
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, d_Z.T @ X, d_Z.sum(axis=0)


# %% mistake: db-wrong-axis
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=1)


# %% mistake: upstream-ignored
def dense_backward(d_Z, X, W):
    ones = np.ones_like(d_Z)
    return ones @ W.T, X.T @ ones, ones.sum(axis=0)


# %% mistake: db-keeps-axis
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=0, keepdims=True)


# %% mistake: results-reordered
def dense_backward(d_Z, X, W):
    return X.T @ d_Z, d_Z.sum(axis=0), d_Z @ W.T


# %% mistake: db-not-summed
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, X.T @ d_Z, d_Z


# %% mistake: dw-averaged
def dense_backward(d_Z, X, W):
    n = len(X)
    return d_Z @ W.T, X.T @ d_Z / n, np.sum(d_Z, axis=0)


# %% mistake: upstream-ignored-below
def dense_backward(d_Z, X, W):
    d_W = np.dot(X.T, d_Z)
    d_b = np.dot(np.ones(len(X)), d_Z)
    d_X = np.ones_like(d_Z) @ W.T
    return d_X, d_W, d_b


# %% mistake: bias-gradient-of-ones
def dense_backward(d_Z, X, W):
    # dz/db = 1
    return d_Z @ W.T, X.T @ d_Z, np.ones(d_Z.shape[1])


# %% mistake: w-not-transposed
def dense_backward(d_Z, X, W):
    d_X = d_Z @ W
    d_W = X.T @ d_Z
    d_b = d_Z.sum(axis=0)
    return d_X, d_W, d_b


# %% mistake: db-one-number
def dense_backward(d_Z, X, W):
    return d_Z @ W.T, X.T @ d_Z, np.sum(d_Z)


# %% mistake: entrywise-product
def dense_backward(d_Z, X, W):
    d_X = d_Z * W.T
    d_W = X.T * d_Z
    d_b = d_Z.sum(axis=0)
    return d_X, d_W, d_b


# %% mistake: not-summed-over-samples
def dense_backward(d_Z, X, W):
    d_W = np.array([np.outer(x, g) for x, g in zip(X, d_Z)])
    return d_Z @ W.T, d_W, d_Z.sum(axis=0)


# %% mistake: last-sample-only
def dense_backward(d_Z, X, W):
    d_X = np.zeros(X.shape)
    for i in range(len(X)):
        d_X[i] = W @ d_Z[i]
        d_W = np.outer(X[i], d_Z[i])
        d_b = 1.0 * d_Z[i]
    return d_X, d_W, d_b


# %% mistake: slope-of-relu
def dense_backward(d_Z, X, W):
    d_X = d_Z @ W.T
    d_X[X <= 0] = 0
    return d_X, X.T @ d_Z, d_Z.sum(0)
