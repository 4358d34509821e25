# %% right: plain
def ltu(x, w, b):
    z = np.dot(x, w) + b
    return 1 if z >= 0 else 0


# %% right: helpers
def ltu(x, w, b):
    return int(weighted_sum(x, w, b) >= 0)


# %% right: loops
def ltu(x, w, b):
    z = 0
    for k in range(len(w)):
        z = z + x[k] * w[k]
    if z + b < 0:
        return 0
    return 1


# %% right: float32
def ltu(x, w, b):
    z = np.float32(np.dot(x, w)) + np.float32(b)
    return np.float32(1.0) if z >= 0 else np.float32(0.0)


# %% right: numpy
def ltu(x, w, b):
    return np.heaviside(np.inner(w, x) + b, 1)


# %% right: lists
def ltu(x, w, b):
    return sum(p * q for p, q in zip(w, x)) + b >= 0


# %% right: other
def ltu(x, w, b):
    return np.where(np.vdot(x, w) >= -b, 1, 0)


# %% right: own-step
def ltu(x, w, b):
    return step(np.dot(x, w) + b)


# %% right: raise-behind
def ltu(x, w, b):
    # YOUR CODE HERE
    if np.dot(x, w) + b >= 0:
        return 1
    else:
        return 0
    raise NotImplementedError()


# %% mistake: strict-threshold
def ltu(x, w, b):
    z = sum(a * c for a, c in zip(x, w)) + b
    if z > 0:
        return 1
    else:
        return 0


# %% mistake: strict-threshold-helpers (strict-threshold)
def ltu(x, w, b):
    if weighted_sum(x, w, b) > 0:
        return 1
    return 0


# %% mistake: no-bias
def ltu(x, w, b):
    z = 0
    for i in range(len(x)):
        z += w[i] * x[i]
    return int(z >= 0)


# %% mistake: bias-sign
def ltu(x, w, b):
    # fires when the weighted sum reaches the threshold b
    return 1 if np.dot(w, x) >= b else 0


# %% mistake: inverted-step
def ltu(x, w, b):
    z = np.dot(w, x) + b
    if z >= 0:
        return 0
    return 1


# %% mistake: signed-output
def ltu(x, w, b):
    if np.dot(x, w) + b >= 0:
        return 1
    return -1


# %% mistake: returns-z
def ltu(x, w, b):
    z = b
    for xi, wi in zip(x, w):
        z = z + xi * wi
    return z


# %% mistake: sigmoid-instead-of-step
def ltu(x, w, b):
    z = np.dot(x, w) + b
    return 1 / (1 + np.exp(-z))


# %% pattern: constant-answer
def ltu(x, w, b):
    fires = True
    return 1 if fires else 0


# %% pattern: no-else (returns-nothing)
def ltu(x, w, b):
    if np.dot(x, w) + b >= 0:
        return 1


# %% wrong: name-error
def ltu(x, w, b):
    z = weightedsum(x, w, b)
    return 1 if z >= 0 else 0


# %% wrong: kills
import os
import signal


def ltu(x, w, b):
    return 1 if np.dot(x, w) + b >= 0 else 0


os.kill(os.getpid(), signal.SIGKILL)


# %% wrong: hostile-text
def ltu(x, w, b):
    return f'<img src=x onerror=alert("{len(x)} {b}")>\u202e\x00=HYPERLINK("javascript:alert(1)")'


# %% mistake: half-at-zero
def ltu(x, w, b):
    z = np.dot(x, w) + b
    if z > 0:
        return 1
    if z == 0:
        return 0.5
    return 0


# %% mistake: three-valued-sign
def ltu(x, w, b):
    return np.sign(np.dot(w, x) + b)


# %% mistake: not-summed
def ltu(x, w, b):
    return np.array([1 if x[i] * w[i] + b >= 0 else 0 for i in range(len(x))])


# %% mistake: rounded-before-step
def ltu(x, w, b):
    z = int(np.dot(x, w) + b)
    return 1 if z >= 0 else 0


# %% mistake: bias-cut-off
def ltu(x, w, b):
    threshold = -int(b)
    return 1 if np.dot(x, w) >= threshold else 0
