# %% right: plain
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-np.abs(z))))


# %% right: loops
import math


def sigmoid_crossentropy_logits(y_true, z):
    total = 0.0
    count = 0
    for y, logit in zip(np.ravel(y_true), np.ravel(z)):
        wrong = -float(logit) if y == 1 else float(logit)
        if wrong > 0:
            total += wrong + math.log(1 + math.exp(-wrong))
        else:
            total += math.log(1 + math.exp(wrong))
        count += 1
    return total / count


# %% right: float32
def sigmoid_crossentropy_logits(y_true, z):
    y = np.asarray(y_true, dtype=np.float32)
    z = np.asarray(z, dtype=np.float32)
    return np.mean(np.maximum(z, 0) - y * z + np.log(1 + np.exp(-np.abs(z))))


# %% right: scipy
from scipy.special import log_expit


def sigmoid_crossentropy_logits(y_true, z):
    return -np.mean(y_true * log_expit(z) + (1 - y_true) * log_expit(-z))


# %% right: lists
def sigmoid_crossentropy_logits(y_true, z):
    sides = np.where(np.equal(y_true, 1), -1, 1)
    costs = np.logaddexp(0, sides * z).flatten().tolist()
    return sum(costs) / len(costs)


# %% right: other
def sigmoid_crossentropy_logits(y_true, z):
    # a softmax over the two logits 0 and z
    two = np.stack([np.zeros(np.shape(z)), z])
    m = two.max(axis=0)
    lse = m + np.log(np.exp(two - m).sum(axis=0))
    return np.mean(lse - y_true * z)


# %% mistake: logits-as-probabilities
def sigmoid_crossentropy_logits(y_true, z):
    p = np.clip(z, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: sigmoid-twice
def sigmoid_crossentropy_logits(y_true, z):
    p = sigmoid(sigmoid(z))
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: log-of-zero
def sigmoid_crossentropy_logits(y_true, z):
    p = sigmoid(z)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: overflow
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(np.log(1 + np.exp(z)) - y_true * z)


# %% mistake: clipped
def sigmoid_crossentropy_logits(y_true, z):
    p = np.clip(sigmoid(z), 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: dropped-term
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(y_true * np.logaddexp(0, -z))


# %% mistake: labels-swapped
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(y_true * np.logaddexp(0, z) + (1 - y_true) * np.logaddexp(0, -z))


# %% mistake: missing-minus
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(y_true * z - np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z))))


# %% mistake: sum-instead-of-mean
def sigmoid_crossentropy_logits(y_true, z):
    return np.sum(np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-np.abs(z))))


# %% mistake: divided-twice
def sigmoid_crossentropy_logits(y_true, z):
    n = len(z)
    return np.mean(np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-np.abs(z)))) / n


# %% mistake: divided-by-samples-only
def sigmoid_crossentropy_logits(y_true, z):
    n = z.shape[0]
    return np.sum(np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-np.abs(z)))) / n


# %% mistake: labels-ignored
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(np.logaddexp(0, z))


# %% mistake: no-maximum
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(z - z * y_true + np.log1p(np.exp(-np.abs(z))))


# %% mistake: no-absolute-value
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-z)))


# %% mistake: hinge-only
def sigmoid_crossentropy_logits(y_true, z):
    return np.mean(np.maximum(0, z) - y_true * z)


# %% mistake: softmax-instead-of-sigmoid
def sigmoid_crossentropy_logits(y_true, z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    p = e / np.sum(e, axis=-1, keepdims=True)
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# %% mistake: not-averaged
def sigmoid_crossentropy_logits(y_true, z):
    return np.maximum(z, 0) - z * y_true + np.log1p(np.exp(-np.abs(z)))


# %% pattern: prints (returns-nothing)
def sigmoid_crossentropy_logits(y_true, z):
    print(np.mean(np.logaddexp(0, z) - y_true * z))
