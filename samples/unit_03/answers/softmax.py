# %% right: plain
def softmax(z):
    z = z - np.max(z, axis=1, keepdims=True)
    e = np.exp(z)
    return e / np.sum(e, axis=1, keepdims=True)


# %% right: loops
import math


def softmax(z):
    result = np.zeros(z.shape)
    for i in range(z.shape[0]):
        biggest = max(z[i])
        exps = [math.exp(z[i, j] - biggest) for j in range(z.shape[1])]
        for j in range(z.shape[1]):
            result[i, j] = exps[j] / sum(exps)
    return result


# %% right: float32
def softmax(z):
    z = np.asarray(z, dtype=np.float32)
    e = np.exp(z - z.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


# %% right: scipy
import scipy.special


def softmax(z):
    return scipy.special.softmax(z, axis=1)


# %% right: lists
def softmax(z):
    rows = []
    for row in z.tolist():
        m = max(row)
        e = [np.e ** (score - m) for score in row]
        rows.append([x / sum(e) for x in e])
    return rows


# %% right: other
def softmax(z):
    # entry k is 1 / sum of exp(z_j - z_k): infinity under a 1 is the 0 that is wanted
    with np.errstate(over="ignore"):
        return 1 / np.exp(np.subtract(z[:, :, None], z[:, None, :], dtype=float)).sum(axis=1)


# %% mistake: along-axis-0
def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / np.sum(e, axis=0)


# %% mistake: global-maximum
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=1, keepdims=True)


# %% mistake: no-max-shift
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)


# %% mistake: maximum-of-columns
def softmax(z):
    shifted = z - z.max(axis=0)
    e = np.exp(shifted)
    return e / e.sum(axis=1, keepdims=True)


# %% mistake: no-keepdims
def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1)


# %% mistake: applied-twice
def _shares(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax(z):
    return _shares(_shares(z))


# %% mistake: whole-table
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


# %% mistake: sigmoid-per-unit
def softmax(z):
    return sigmoid(z)


# %% mistake: not-normalised
def softmax(z):
    return np.exp(z - z.max(axis=1, keepdims=True))


# %% mistake: logarithm
def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


# %% mistake: no-exponential
def softmax(z):
    return z / z.sum(axis=1, keepdims=True)


# %% mistake: sign-in-exponent
def softmax(z):
    e = np.exp(z.min(axis=1, keepdims=True) - z)
    return e / e.sum(axis=1, keepdims=True)


# %% mistake: winner-takes-all
def softmax(z):
    winners = np.zeros(z.shape)
    for i, row in enumerate(z):
        winners[i, np.argmax(row)] = 1
    return winners


# %% mistake: logits-cut-off
def softmax(z):
    e = np.exp(np.clip(z, -500, 500))
    return e / e.sum(axis=1, keepdims=True)


# %% mistake: base-two
def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return 2.0**z / (2.0**z).sum(axis=1, keepdims=True)


# %% pattern: prints (returns-nothing)
def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    print(e / np.sum(e, axis=1, keepdims=True))


# %% pattern: in-place (input-modified)
def softmax(z):
    z -= z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)
