# %% right: plain
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.sum(y_one_hot * np.log(p)) / len(p)


# %% right: loops
import math


def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    cost = 0
    n, k = y_pred.shape
    for i in range(n):
        for j in range(k):
            if y_one_hot[i, j] == 1:
                p = min(max(float(y_pred[i, j]), epsilon), 1 - epsilon)
                cost += -math.log(p)
    return cost / n


# %% right: float32
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    y = np.asarray(y_one_hot, dtype=np.float32)
    p = np.clip(np.asarray(y_pred, dtype=np.float32), epsilon, 1 - epsilon)
    return np.mean(np.sum(-y * np.log(p), axis=1))


# %% right: scipy
from scipy.special import xlogy


def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    kept = np.fmin(np.fmax(y_pred, epsilon), 1 - epsilon)
    return -xlogy(y_one_hot, kept).sum(axis=1).mean()


# %% right: lists
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    costs = []
    for target, output in zip(y_one_hot.tolist(), y_pred.tolist()):
        p = output[target.index(1)]
        costs.append(-np.log(max(epsilon, min(p, 1 - epsilon))))
    return sum(costs) / len(costs)


# %% right: other
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    right_class = y_one_hot.argmax(axis=1)
    p = np.take_along_axis(y_pred, right_class[:, None], axis=1)
    return np.log(1 / np.clip(p, epsilon, 1 - epsilon)).mean()


# %% mistake: divided-by-all-entries
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_one_hot * np.log(p))


# %% mistake: sum-instead-of-mean
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.sum(y_one_hot * np.log(p))


# %% mistake: divided-twice
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    n = len(y_pred)
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -1 / n * np.mean(np.sum(y_one_hot * np.log(p), axis=1))


# %% mistake: divided-by-classes
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(-np.sum(y_one_hot * np.log(p), axis=0))


# %% mistake: missing-minus
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(np.sum(y_one_hot * np.log(p), axis=1))


# %% mistake: no-clipping
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    return -np.mean(np.sum(y_one_hot * np.log(y_pred), axis=1))


# %% mistake: clipped-below-only
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.maximum(y_pred, epsilon)
    return -np.mean(np.sum(y_one_hot * np.log(p), axis=1))


# %% mistake: epsilon-added
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    return -np.mean(np.sum(y_one_hot * np.log(y_pred + epsilon), axis=1))


# %% mistake: epsilon-unused
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, 1e-15, 1 - 1e-15)
    return -np.mean(np.sum(y_one_hot * np.log(p), axis=1))


# %% mistake: binary-cost
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    return binary_crossentropy(y_one_hot, y_pred, epsilon)


# %% mistake: every-class-charged
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(np.sum(np.log(p), axis=1))


# %% mistake: softmax-once-more
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    e = np.exp(y_pred)
    p = e / e.sum(axis=1, keepdims=True)
    p = np.clip(p, epsilon, 1 - epsilon)
    return -np.mean(np.sum(y_one_hot * np.log(p), axis=1))


# %% mistake: arguments-exchanged
def categorical_crossentropy(y_pred, y_one_hot, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(np.sum(y_one_hot * np.log(p), axis=1))


# %% mistake: no-logarithm
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(1 - np.sum(y_one_hot * p, axis=1))


# %% mistake: squared-error
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    return np.mean((y_one_hot - y_pred) ** 2)


# %% mistake: wrong-base
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(np.sum(y_one_hot * np.log2(p), axis=1))


# %% mistake: not-averaged
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.sum(y_one_hot * np.log(p), axis=1)


# %% pattern: prints (returns-nothing)
def categorical_crossentropy(y_one_hot, y_pred, epsilon=1e-7):
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    print(-np.mean(np.sum(y_one_hot * np.log(p), axis=1)))
