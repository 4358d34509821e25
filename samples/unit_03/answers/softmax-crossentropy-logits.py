# %% right: plain
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean()


# %% right: loops
import math


def softmax_crossentropy_logits(y, z):
    total = 0.0
    for i in range(len(y)):
        row = [float(v) for v in z[i]]
        m = max(row)
        total += m + math.log(sum(math.exp(v - m) for v in row)) - row[y[i]]
    return total / len(y)


# %% right: float32
def softmax_crossentropy_logits(y, z):
    z = np.asarray(z, dtype=np.float32)
    z = z - z.max(axis=1, keepdims=True)
    sums = np.log(np.exp(z).sum(axis=1))
    return np.mean(sums - z[range(len(y)), y])


# %% right: scipy
from scipy.special import logsumexp


def softmax_crossentropy_logits(y, z):
    return np.mean(logsumexp(z, axis=1) - z[np.arange(len(y)), y])


# %% right: lists
def softmax_crossentropy_logits(y, z):
    costs = []
    for label, row in zip(y.tolist(), z.tolist()):
        gaps = [score - row[label] for score in row]
        costs.append(float(np.logaddexp.reduce(gaps)))
    return sum(costs) / len(costs)


# %% right: other
def softmax_crossentropy_logits(y, z):
    # via one-hot rows
    t = np.eye(z.shape[1])[y]
    return np.mean(np.logaddexp.reduce(z, axis=1, dtype=float) - np.sum(t * z, axis=1))


# %% mistake: along-axis-0
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=0)
    log_p = z - np.log(np.exp(z).sum(axis=0))
    return -log_p[np.arange(len(y)), y].mean()


# %% mistake: global-maximum
def softmax_crossentropy_logits(y, z):
    z = z - z.max()
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean()


# %% mistake: no-max-shift
def softmax_crossentropy_logits(y, z):
    log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])


# %% mistake: log-of-zero
def softmax_crossentropy_logits(y, z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(y)), y]))


# %% mistake: clipped
def softmax_crossentropy_logits(y, z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = np.clip(e / e.sum(axis=1, keepdims=True), 1e-7, 1 - 1e-7)
    return -np.mean(np.log(p[np.arange(len(y)), y]))


# %% mistake: softmax-twice
def softmax_crossentropy_logits(y, z):
    for _ in range(2):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(z[np.arange(len(y)), y]))


# %% mistake: logits-as-probabilities
def softmax_crossentropy_logits(y, z):
    p = np.clip(z, 1e-7, 1 - 1e-7)
    return -np.mean(np.log(p[np.arange(len(y)), y]))


# %% mistake: binary-cost
def softmax_crossentropy_logits(y, z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = np.clip(e / e.sum(axis=1, keepdims=True), 1e-7, 1 - 1e-7)
    t = np.eye(z.shape[1])[y]
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))


# %% mistake: sigmoid-instead-of-softmax
def softmax_crossentropy_logits(y, z):
    right = z[np.arange(len(y)), y]
    return np.mean(np.logaddexp(0, -right))


# %% mistake: denominator-forgotten
def softmax_crossentropy_logits(y, z):
    return -np.mean(z[np.arange(len(y)), y])


# %% mistake: maximum-not-restored
def softmax_crossentropy_logits(y, z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.mean(np.log(e.sum(axis=1)) - z[np.arange(len(y)), y])


# %% mistake: every-pair
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[:, y])


# %% mistake: divided-by-all-entries
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.eye(z.shape[1])[y] * log_p)


# %% mistake: sum-instead-of-mean
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].sum()


# %% mistake: divided-twice
def softmax_crossentropy_logits(y, z):
    n = len(z)
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -1 / n * log_p[np.arange(n), y].mean()


# %% mistake: missing-minus
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(y)), y].mean()


# %% mistake: counted-from-one
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return np.mean([-log_p[i, int(y[i]) - 1] for i in range(len(y))])


# %% mistake: labels-ignored
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)))


# %% mistake: every-class-charged
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(log_p, axis=1))


# %% mistake: no-logarithm
def softmax_crossentropy_logits(y, z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return np.mean(1 - p[np.arange(len(y)), y])


# %% mistake: no-keepdims
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1))
    return -log_p[np.arange(len(y)), y].mean()


# %% mistake: not-averaged
def softmax_crossentropy_logits(y, z):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y]


# %% pattern: prints (returns-nothing)
def softmax_crossentropy_logits(y, z):
    m = z.max(axis=1)
    lse = m + np.log(np.sum(np.exp(z - m[:, None]), axis=1))
    print(np.mean(lse - z[np.arange(len(y)), y]))


# %% pattern: in-place (input-modified)
def softmax_crossentropy_logits(y, z):
    z -= z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean()
