# %% right: plain
def weighted_sum(x, w, b):
    return np.dot(x, w) + b


# %% right: loops
def weighted_sum(x, w, b):
    z = b
    for i in range(len(x)):
        z = z + w[i] * x[i]
    return z


# %% right: float32
def weighted_sum(x, w, b):
    x = np.asarray(x, dtype=np.float32)
    w = np.asarray(w, dtype=np.float32)
    return np.float32(x @ w + np.float32(b))


# %% right: numpy
def weighted_sum(x, w, b):
    return np.einsum("i,i->", x, w) + b


# %% right: lists
import math


def weighted_sum(x, w, b):
    terms = [float(w_i) * float(x_i) for w_i, x_i in zip(w, x)]
    return math.fsum(terms + [b])


# %% right: other
def weighted_sum(x, w, b):
    """Last input plus the neuron without it."""
    if len(x) == 0:
        return b
    return x[-1] * w[-1] + weighted_sum(x[:-1], w[:-1], b)


# %% right: lambda
weighted_sum = lambda x, w, b: np.array(sum(map(lambda a, c: a * c, x, w)) + b)


# %% mistake: no-bias
def weighted_sum(x, w, b):
    total = 0
    for xi, wi in zip(x, w):
        total += xi * wi
    return total


# %% mistake: bias-sign
def weighted_sum(x, w, b):
    # the threshold has to be reached first
    return np.sum(x * w) - b


# %% mistake: not-summed
def weighted_sum(x, w, b):
    z = []
    for i in range(len(x)):
        z.append(x[i] * w[i] + b)
    return np.array(z)


# %% mistake: bias-per-feature
def weighted_sum(x, w, b):
    z = 0.0
    for value, weight in zip(x, w):
        z += value * weight + b
    return z


# %% mistake: mean-instead-of-sum
def weighted_sum(x, w, b):
    products = [x[i] * w[i] for i in range(len(x))]
    return sum(products) / len(products) + b


# %% mistake: sums-before-product
def weighted_sum(x, w, b):
    inputs = sum(x)
    weights = sum(w)
    return inputs * weights + b


# %% pattern: extra-axis
def weighted_sum(x, w, b):
    row = np.reshape(w, (1, -1))
    return row @ x + b


# %% pattern: sign-reversed
def weighted_sum(x, w, b):
    z = -b
    for i in range(len(w)):
        z -= w[i] * x[i]
    return z


# %% pattern: constant-answer
def weighted_sum(x, w, b):
    x = np.array([2, 3])
    w = np.array([1, -2])
    b = 5
    return w @ x + b


# %% pattern: integer-dtype
def weighted_sum(x, w, b):
    return int(np.dot(w, x) + b)


# %% pattern: one-shape-only
def weighted_sum(x, w, b):
    return x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + b


# %% pattern: prints (returns-nothing)
def weighted_sum(x, w, b):
    z = np.dot(w, x) + b
    print("z =", z)


# %% wrong: typo
def weighted_sum(x, w, b):
    return np.dot(wieghts, x) + b


# %% wrong: text
def weighted_sum(x, w, b):
    return f"{np.dot(w, x) + b:.2f}"


# %% wrong: method
def weighted_sum(x, w, b):
    return np.asarray(np.dot(w, x) + b).item


# %% wrong: syntax-error
def weighted_sum(x, w, b)
    return np.dot(x, w) + b


# %% unanswered: raise-in-front
def weighted_sum(x, w, b):
    # YOUR CODE HERE
    raise NotImplementedError()
    z = np.dot(w, x) + b
    return z


# %% wrong: exits
import sys


def weighted_sum(x, w, b):
    if len(x) != len(w):
        return None
    sys.exit("I do not know how to go on")


# %% wrong: hostile-error
def weighted_sum(x, w, b):
    # <script>alert("comment")</script> =1+1 @SUM(A1:A9)
    raise ValueError("=cmd|' /C calc'!A0 </td><script>alert('error')</script> {{ 7 * 7 }}")


# %% mistake: last-term-skipped
def weighted_sum(x, w, b):
    z = b
    for i in range(len(x) - 1):
        z += x[i] * w[i]
    return z


# %% mistake: first-term-skipped
def weighted_sum(x, w, b):
    z = b
    for i in range(1, len(x)):
        z += x[i] * w[i]
    return z


# %% mistake: return-inside-loop
def weighted_sum(x, w, b):
    z = 0
    for x_i, w_i in zip(x, w):
        z += x_i * w_i
        return z + b


# %% mistake: sum-overwritten
def weighted_sum(x, w, b):
    for x_i, w_i in zip(x, w):
        z = x_i * w_i
    return z + b


# %% mistake: step-instead-of-z
def weighted_sum(x, w, b):
    z = np.dot(x, w) + b
    if z >= 0:
        return 1
    return 0


# %% mistake: bias-cut-off
def weighted_sum(x, w, b):
    z = int(b)
    for i in range(len(w)):
        z += w[i] * x[i]
    return z
