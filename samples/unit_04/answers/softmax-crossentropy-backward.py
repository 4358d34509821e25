# %% right: plain
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)


# %% right: one-hot
def softmax_crossentropy_backward(z, y):
    z = np.asarray(z, float)
    targets = np.eye(z.shape[1])[y]
    e = np.exp(z - z.max(axis=1)[:, None])
    return (e / e.sum(axis=1)[:, None] - targets) / len(z)


# %% right: scipy
from scipy.special import softmax

def softmax_crossentropy_backward(z, y):
    n, k = np.shape(z)
    return (softmax(np.asarray(z, float), axis=1) - (np.arange(k) == np.reshape(y, (n, 1)))) / n


# %% right: float32
def softmax_crossentropy_backward(z, y):
    z = np.asarray(z, dtype=np.float32)
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    g = np.exp(log_p)
    g[np.arange(len(g)), np.asarray(y)] -= 1
    return g / np.float32(len(g))


# %% right: loops
def softmax_crossentropy_backward(z, y):
    rows = []
    for row, label in zip(np.asarray(z, float).tolist(), y):
        biggest = max(row)
        e = [2.718281828459045 ** (v - biggest) for v in row]
        total = sum(e)
        rows.append([(v / total - (j == label)) / len(z) for j, v in enumerate(e)])
    return rows


# %% mistake: not-divided
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p


# %% mistake: divided-twice
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p / len(y) ** 2


# %% mistake: error-reversed
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (np.eye(p.shape[1])[y] - p) / len(y)


# %% mistake: softmax-over-samples
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=0))
    p = e / e.sum(axis=0)
    return (p - np.eye(p.shape[1])[y]) / len(y)


# %% mistake: softmax-missing
def softmax_crossentropy_backward(z, y):
    return (z - np.eye(np.shape(z)[1])[y]) / len(y)


# %% mistake: no-shift
def softmax_crossentropy_backward(z, y):
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[y]) / len(y)


# %% mistake: extra-slope
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[y]) * p * (1 - p) / len(y)


# %% mistake: mean-over-all-entries
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[y]) / p.size


# %% mistake: labels-ignored
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return p / len(y)


# %% mistake: sigmoid-for-softmax
def softmax_crossentropy_backward(z, y):
    p = sigmoid(z)
    return (p - np.eye(z.shape[1])[y]) / len(y)


# %% mistake: softmax-twice
def softmax_crossentropy_backward(z, y):
    def softmax(v):
        e = np.exp(v - np.max(v, axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    z = softmax(z)
    d = softmax(z)
    for i, k in enumerate(y):
        d[i, k] -= 1
    return d / len(y)


# %% mistake: divided-by-classes
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z, axis=1)[:, None])
    p = e / e.sum(axis=1)[:, None]
    return (p - np.eye(z.shape[1])[y]) / z.shape[1]


# %% mistake: no-keepdims
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z))
    p = e / np.sum(e, axis=1)
    p[range(len(y)), y] -= 1
    return p / len(y)


# %% mistake: one-global-maximum
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - np.max(z))
    p = e / np.sum(e, axis=1, keepdims=True)
    p[range(len(y)), y] -= 1
    return p / len(y)


# %% mistake: gradient-at-probabilities
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    d = np.zeros(z.shape)
    d[np.arange(len(y)), y] = -1 / p[np.arange(len(y)), y]
    return d / len(y)


# %% mistake: true-class-only
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    d = np.zeros(z.shape)
    for i in range(len(y)):
        d[i, y[i]] = p[i, y[i]] - 1
    return d / len(y)


# %% mistake: whole-columns
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[:, y] -= 1
    return p / len(z)


# %% mistake: label-subtracted
def softmax_crossentropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - y.reshape(-1, 1)) / len(z)
