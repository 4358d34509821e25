# %% right: plain
def output_gradients(head, targets, z):
    if head == "linear":
        y_hat = z
    elif head == "sigmoid":
        y_hat = sigmoid(z)
    else:
        e = np.exp(z - z.max(axis=1, keepdims=True))
        y_hat = e / e.sum(axis=1, keepdims=True)
    return (y_hat - targets) / len(z)


# %% right: calls-softmax
def output_gradients(head, targets, z):
    heads = {"linear": lambda z: z, "sigmoid": sigmoid, "softmax": softmax}
    return (heads[head](z) - targets) / z.shape[0]


# %% right: loops
import math


def output_gradients(head, targets, z):
    n, k = z.shape
    grad = np.zeros((n, k))
    for i in range(n):
        m = max(z[i])
        total = sum(math.exp(z[i][j] - m) for j in range(k))
        for j in range(k):
            if head == "linear":
                out = z[i][j]
            elif head == "sigmoid":
                out = 0.5 * (1 + math.tanh(z[i][j] / 2))
            else:
                out = math.exp(z[i][j] - m) / total
            grad[i][j] = (out - targets[i][j]) / n
    return grad


# %% right: float32
def output_gradients(head, targets, z):
    z = np.asarray(z, dtype=np.float32)
    t = np.asarray(targets, dtype=np.float32)
    if head == "sigmoid":
        out = np.float32(0.5) * (1 + np.tanh(z / 2))
    elif head == "softmax":
        out = np.exp(z - z.max(axis=1, keepdims=True))
        out = out / out.sum(axis=1, keepdims=True)
    else:
        out = z
    return (out - t) / np.float32(len(z))


# %% right: scipy
from scipy import special


def output_gradients(head, targets, z):
    match head:
        case "linear":
            error = z - targets
        case "sigmoid":
            error = special.expit(z) - targets
        case "softmax":
            error = special.softmax(z, axis=1) - targets
    return np.divide(error, z.shape[0])


# %% right: lists
def output_gradients(head, targets, z):
    result = []
    for t, row in zip(targets, z):
        if head == "softmax":
            e = [np.exp(float(a) - float(max(row))) for a in row]
            out = [a / sum(e) for a in e]
        elif head == "sigmoid":
            out = [float(sigmoid(a)) for a in row]
        else:
            out = list(row)
        result.append([float(o - y) / len(z) for o, y in zip(out, t)])
    return result


# %% right: other
def output_gradients(head, targets, z):
    # the long way for softmax: through all derivatives of the softmax
    n, k = z.shape
    if head == "softmax":
        log_p = z - np.logaddexp.reduce(z, axis=1, keepdims=True, dtype=float)
        p = np.exp(log_p)
        d_log_p = -np.asarray(targets, dtype=float)
        return (d_log_p - p * d_log_p.sum(axis=1, keepdims=True)) / n
    if head == "sigmoid":
        p = np.exp(-np.logaddexp(0, -z))
        return (p * (1 - targets) - (1 - p) * targets) / n
    return z / n - targets / n


# %% mistake: sum-instead-of-mean
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True) - targets
    if head == "sigmoid":
        return sigmoid(z) - targets
    return z - targets


# %% mistake: divided-by-all-entries
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    elif head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / z.size


# %% mistake: divided-twice
def output_gradients(head, targets, z):
    n = len(z)
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        error = (e / e.sum(axis=1, keepdims=True) - targets) / n
    elif head == "sigmoid":
        error = (sigmoid(z) - targets) / n
    else:
        error = (z - targets) / n
    return error / n


# %% mistake: divided-by-units
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    elif head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / len(z[0])


# %% mistake: error-reversed
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    elif head == "sigmoid":
        z = sigmoid(z)
    return (targets - z) / len(z)


# %% mistake: no-activation, 1 points
def output_gradients(head, targets, z):
    # the same for all three heads
    return (z - targets) / len(z)


# %% mistake: extra-derivative, 1 points
def output_gradients(head, targets, z):
    if head == "linear":
        return (z - targets) / len(z)
    if head == "sigmoid":
        p = sigmoid(z)
    else:
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
    return (p - targets) * p * (1 - p) / len(z)


# %% mistake: factor-two
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    elif head == "sigmoid":
        z = sigmoid(z)
    return 2 * (z - targets) / len(z)


# %% mistake: dropped-term, 1 points
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return -targets * (1 - e / e.sum(axis=1, keepdims=True)) / len(z)
    if head == "sigmoid":
        return -targets * (1 - sigmoid(z)) / len(z)
    return (z - targets) / len(z)


# %% mistake: targets-ignored
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    elif head == "sigmoid":
        z = sigmoid(z)
    return z / len(z)


# %% mistake: summed-over-samples
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    elif head == "sigmoid":
        z = sigmoid(z)
    return np.mean(z - targets, axis=0)


# %% mistake: sigmoid-overflows, 2 points
def output_gradients(head, targets, z):
    if head == "sigmoid":
        return (np.exp(z) / (np.exp(z) + 1) - targets) / len(z)
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return (e / e.sum(axis=1, keepdims=True) - targets) / len(z)
    return (z - targets) / len(z)


# %% mistake: sigmoid-for-softmax, 2 points
def output_gradients(head, targets, z):
    if head != "linear":
        z = sigmoid(z)
    return (z - targets) / len(z)


# %% mistake: softmax-for-sigmoid, 2 points
def output_gradients(head, targets, z):
    if head != "linear":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    return (z - targets) / len(z)


# %% mistake: softmax-along-axis-0, 2 points
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=0))
        z = e / e.sum(axis=0)
    if head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / len(z)


# %% mistake: global-maximum, 2 points
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max())
        z = e / e.sum(axis=1, keepdims=True)
    if head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / len(z)


# %% mistake: no-max-shift, 2 points
def output_gradients(head, targets, z):
    if head == "softmax":
        z = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    if head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / len(z)


# %% mistake: softmax-twice, 2 points
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        e = np.exp(e / e.sum(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    if head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / len(z)


# %% mistake: no-keepdims, 2 points
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1)
    if head == "sigmoid":
        z = sigmoid(z)
    return (z - targets) / len(z)


# %% wrong: never-linear, 2 points
def output_gradients(head, targets, z):
    if head == "sigmoid":
        y_hat = sigmoid(z)
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        y_hat = e / e.sum(axis=1, keepdims=True)
    return (y_hat - targets) / len(z)


# %% pattern: prints (returns-nothing)
def output_gradients(head, targets, z):
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        z = e / e.sum(axis=1, keepdims=True)
    if head == "sigmoid":
        z = sigmoid(z)
    print((z - targets) / len(z))


# %% mistake: squared-error, 1 points
def output_gradients(head, targets, z):
    # the chain rule for (y_hat - y)^2
    if head == "sigmoid":
        p = sigmoid(z)
        return 2 * (p - targets) * p * (1 - p) / len(z)
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        return 2 * (p - targets) * p * (1 - p) / len(z)
    return (z - targets) / len(z)


# %% mistake: derivative-by-output, 1 points
def output_gradients(head, targets, z):
    if head == "sigmoid":
        p = sigmoid(z)
        return (-targets / p + (1 - targets) / (1 - p)) / len(z)
    if head == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return -targets / (e / e.sum(axis=1, keepdims=True)) / len(z)
    return (z - targets) / len(z)
