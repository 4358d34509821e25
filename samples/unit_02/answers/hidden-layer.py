# %% right: plain
def hidden_layer(X, W, b):
    return np.maximum(0, X @ W + b)


# %% right: loops
def hidden_layer(X, W, b):
    result = np.zeros((len(X), len(b)))
    for s in range(len(X)):
        for j in range(len(b)):
            z = b[j]
            for i in range(len(W)):
                z = z + X[s, i] * W[i, j]
            if z > 0:
                result[s, j] = z
    return result


# %% right: float32
def hidden_layer(X, W, b):
    X, W, b = (np.asarray(a, dtype=np.float32) for a in (X, W, b))
    Z = X @ W + b
    return Z * (Z > 0)


# %% right: lists
def hidden_layer(X, W, b):
    columns = np.transpose(W).tolist()
    return [
        [max(0, sum(p * q for p, q in zip(x, w)) + bias) for w, bias in zip(columns, b)]
        for x in X
    ]


# %% right: other
def hidden_layer(X, W, b):
    Z = np.einsum("ni,iu->nu", X, W) + b
    return (Z + abs(Z)) / 2


# %% mistake: no-relu
def hidden_layer(X, W, b):
    Z = X @ W
    return Z + b


# %% mistake: step-instead-of-relu
def hidden_layer(X, W, b):
    Z = X @ W + b
    return (Z >= 0).astype(int)


# %% mistake: sigmoid-instead-of-relu
def hidden_layer(X, W, b):
    return 1 / (1 + np.exp(-(X @ W + b)))


# %% mistake: no-bias
def hidden_layer(X, W, b):
    Z = np.dot(X, W)
    return np.where(Z > 0, Z, 0)


# %% mistake: bias-sign
def hidden_layer(X, W, b):
    out = np.zeros((X.shape[0], W.shape[1]))
    for j in range(W.shape[1]):
        out[:, j] = np.maximum(X @ W[:, j] - b[j], 0)
    return out


# %% mistake: relu-before-weights
def hidden_layer(X, W, b):
    relu = np.maximum(0, X)
    return relu @ W + b


# %% mistake: bias-after-relu
def hidden_layer(X, W, b):
    activation = np.maximum(0, X.dot(W))
    return activation + b


# %% mistake: absolute-value
def hidden_layer(X, W, b):
    Z = X @ W + b
    return np.sqrt(Z**2)


# %% mistake: capped-at-one
def hidden_layer(X, W, b):
    Z = X @ W + b
    return np.minimum(np.maximum(Z, 0), 1)


# %% mistake: transposed-weights
def hidden_layer(X, W, b):
    rows = []
    for x in X:
        rows.append(np.maximum(0, W @ x + b))
    return np.array(rows)


# %% mistake: bias-per-sample
def hidden_layer(X, W, b):
    Z = X @ W + b.reshape(-1, 1)
    return np.maximum(0, Z)


# %% mistake: first-bias-for-all
def hidden_layer(X, W, b):
    out = np.array(X @ W, dtype=float)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = max(out[i, j] + b[0], 0)
    return out


# %% mistake: negative-side-kept
def hidden_layer(X, W, b):
    Z = X @ W + b
    return np.where(Z > 0, 0, Z)


# %% pattern: prints (returns-nothing)
def hidden_layer(X, W, b):
    Z = X @ W + b
    print(np.maximum(0, Z))


# %% unanswered: raise-in-front
def hidden_layer(X, W, b):
    """relu(X W + b)"""
    raise NotImplementedError()
    return np.maximum(0, X @ W + b)
