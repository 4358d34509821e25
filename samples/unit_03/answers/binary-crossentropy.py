# %% right: plain
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% right: loops
import math


def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    total = 0.0
    targets = np.ravel(y_true)
    outputs = np.ravel(y_pred)
    for i in range(len(targets)):
        p = float(outputs[i])
        if p < epsilon:
            p = epsilon
        if p > 1 - epsilon:
            p = 1 - epsilon
        if targets[i] == 1:
            total -= math.log(p)
        else:
            total -= math.log(1 - p)
    return total / len(targets)


# %% right: float32
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    y = np.asarray(y_true, dtype=np.float32)
    p = np.asarray(y_pred, dtype=np.float32).clip(epsilon, 1 - epsilon)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


# %% right: scipy
from scipy.special import xlog1py, xlogy


def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.minimum(np.maximum(y_pred, epsilon), 1 - epsilon)
    return np.mean(-xlogy(y_true, p) - xlog1py(1 - y_true, -p))


# %% right: lists
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    pairs = zip(np.ravel(y_true).tolist(), np.ravel(y_pred).tolist())
    chances = [p if y else 1 - p for y, p in pairs]
    kept = [min(max(c, epsilon), 1 - epsilon) for c in chances]
    return sum(-np.log(kept)) / len(kept)


# %% right: other
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    # probability of what really happened
    happened = np.where(y_true == 1, y_pred, 1 - y_pred)
    return np.mean(-np.log(np.clip(happened, epsilon, 1 - epsilon)))


# %% mistake: dropped-term
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log(p))


# %% mistake: missing-minus
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: minus-on-first-term
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(-y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: labels-swapped
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(np.where(y_true == 0, -np.log(p), -np.log(1 - p)))


# %% mistake: sum-instead-of-mean
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -(y_true * np.log(p) + (1 - y_true) * np.log(1 - p)).sum()


# %% mistake: divided-twice
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    n = len(y_true)
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -1 / n * np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: divided-by-samples-only
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.sum(y_true * np.log(p) + (1 - y_true) * np.log(1 - p)) / len(p)


# %% mistake: no-clipping
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))


# %% mistake: clipped-below-only
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.maximum(y_pred, epsilon)  # the logarithm of 0 is not allowed
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: epsilon-added
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    first = y_true * np.log(y_pred + epsilon)
    second = (1 - y_true) * np.log(1 - y_pred + epsilon)
    return -np.mean(first + second)


# %% mistake: epsilon-unused
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, 1e-15, 1 - 1e-15)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: wrong-base
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log2(p) + (1 - y_true) * np.log2(1 - p))


# %% mistake: arguments-exchanged
def binary_crossentropy(y_pred, y_true, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: squared-error
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean((y_true - p) ** 2)


# %% mistake: no-logarithm
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * p + (1 - y_true) * (1 - p))


# %% mistake: several-means
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p), axis=0)


# %% mistake: not-averaged
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% pattern: prints (returns-nothing)
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    cost = -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
    print(f"cost = {cost:.3f}")


# %% pattern: if-on-array
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    if y_true == 1:
        cost = -np.log(p)
    else:
        cost = -np.log(1 - p)
    return np.mean(cost)


# %% mistake: first-term-dropped
def binary_crossentropy(y_true, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean((1 - y_true) * np.log(1 - p))
