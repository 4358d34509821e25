# %% right: plain
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    error = y - y_hat
    return w + learning_rate * error * x, b + learning_rate * error


# %% right: helpers
def perceptron_update(w, b, x, y, learning_rate):
    error = y - ltu(x, w, b)
    return w + learning_rate * error * x, b + learning_rate * error


# %% right: loops
def perceptron_update(w, b, x, y, learning_rate):
    z = b
    for j in range(len(w)):
        z += w[j] * x[j]
    y_hat = 0
    if z >= 0:
        y_hat = 1
    new_w = []
    for j in range(len(w)):
        new_w.append(w[j] + learning_rate * (y - y_hat) * x[j])
    return np.array(new_w), b + learning_rate * (y - y_hat)


# %% right: float32
def perceptron_update(w, b, x, y, learning_rate):
    w, x = np.asarray(w, np.float32), np.asarray(x, np.float32)
    b, eta = np.float32(b), np.float32(learning_rate)
    error = np.float32(y) - np.float32(w @ x + b >= 0)
    return w + eta * error * x, b + eta * error


# %% right: numpy
def perceptron_update(w, b, x, y, learning_rate):
    old = np.insert(w, 0, b)
    inputs = np.insert(np.asarray(x, float), 0, 1)
    new = old + learning_rate * (y - np.heaviside(old @ inputs, 1)) * inputs
    return new[1:], new[0]


# %% right: lists
def perceptron_update(w, b, x, y, learning_rate):
    fires = sum(p * q for p, q in zip(w, x)) + b >= 0
    if fires == bool(y):
        return [list(w), b]
    sign = -1 if fires else 1
    return [[p + sign * learning_rate * q for p, q in zip(w, x)], b + sign * learning_rate]


# %% right: other
def perceptron_update(w, b, x, y, learning_rate):
    z = np.dot(w, x) + b
    if y == 1 and z < 0:
        return w + learning_rate * x, b + learning_rate
    elif y == 0 and z >= 0:
        return w - learning_rate * x, b - learning_rate
    return w, b


# %% mistake: strict-threshold
def perceptron_update(w, b, x, y, learning_rate):
    z = np.dot(w, x) + b
    if z > 0:
        y_hat = 1
    else:
        y_hat = 0
    w_new = w + learning_rate * (y - y_hat) * x
    b_new = b + learning_rate * (y - y_hat)
    return w_new, b_new


# %% mistake: error-reversed
def perceptron_update(w, b, x, y, learning_rate):
    prediction = int(np.dot(w, x) + b >= 0)
    error = prediction - y
    return w + learning_rate * error * x, b + learning_rate * error


# %% mistake: error-reversed-helpers (error-reversed)
def perceptron_update(w, b, x, y, learning_rate):
    delta = learning_rate * (y - ltu(x, w, b))
    return w - delta * x, b - delta


# %% mistake: rate-unused
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = int(x @ w + b >= 0)
    if y_hat < y:
        return w + x, b + 1
    if y_hat > y:
        return w - x, b - 1
    return w, b


# %% mistake: bias-not-updated
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if sum(w * x) + b >= 0 else 0
    w_new = w.astype(float)
    for i in range(len(w)):
        w_new[i] += learning_rate * (y - y_hat) * x[i]
    return w_new, b


# %% mistake: bias-per-feature
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if sum(w * x) + b >= 0 else 0
    w_new = w.astype(float)
    for i in range(len(w)):
        w_new[i] += learning_rate * (y - y_hat) * x[i]
        b += learning_rate * (y - y_hat)
    return w_new, b


# %% mistake: bias-without-rate
def perceptron_update(w, b, x, y, learning_rate):
    err = y - (np.dot(x, w) + b >= 0)
    return w + learning_rate * err * x, b + err


# %% mistake: bias-times-input
def perceptron_update(w, b, x, y, learning_rate):
    guess = 1 if np.dot(x, w) + b >= 0 else 0
    change = learning_rate * (y - guess) * x
    return w + change, b + change.sum()


# %% mistake: hebb-instead-of-rosenblatt
def perceptron_update(w, b, x, y, learning_rate):
    # fire together, wire together
    return w + learning_rate * y * x, b + learning_rate * y


# %% mistake: sigmoid-instead-of-step
def perceptron_update(w, b, x, y, learning_rate):
    p = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
    return w + learning_rate * (y - p) * x, b + learning_rate * (y - p)


# %% mistake: no-step
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = np.dot(w, x) + b
    error = y - y_hat
    return w + learning_rate * error * x, b + learning_rate * error


# %% mistake: mixed-labels
def perceptron_update(w, b, x, y, learning_rate):
    if np.dot(w, x) + b >= 0:
        y_hat = 1
    else:
        y_hat = -1
    return w + learning_rate * (y - y_hat) * x, b + learning_rate * (y - y_hat)


# %% mistake: signed-labels
def perceptron_update(w, b, x, y, learning_rate):
    target = 1 if y == 1 else -1
    output = np.sign(np.dot(w, x) + b)
    if output == 0:
        output = 1
    return w + learning_rate * (target - output) * x, b + learning_rate * (target - output)


# %% pattern: input-modified
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    w += learning_rate * (y - y_hat) * x
    b += learning_rate * (y - y_hat)
    return w, b


# %% pattern: results-swapped
def perceptron_update(w, b, x, y, learning_rate):
    error = y - int(np.dot(w, x) + b >= 0)
    b = b + learning_rate * error
    w = w + learning_rate * error * x
    return b, w


# %% pattern: in-place (returns-nothing)
def perceptron_update(w, b, x, y, learning_rate):
    error = y - int(np.dot(w, x) + b >= 0)
    w += learning_rate * error * x
    b += learning_rate * error


# %% pattern: integer-dtype
def perceptron_update(w, b, x, y, learning_rate):
    error = y - int(np.dot(w, x) + b >= 0)
    new_w = np.empty_like(x)
    for i in range(len(x)):
        new_w[i] = w[i] + learning_rate * error * x[i]
    return new_w, b + learning_rate * error


# %% wrong: only-weights
def perceptron_update(w, b, x, y, learning_rate):
    error = y - int(np.dot(w, x) + b >= 0)
    return w + learning_rate * error * x


# %% pattern: recursion (calls-itself-too-often)
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    if y_hat == y:
        return w, b
    return perceptron_update(w, b, x, y, learning_rate)


# %% mistake: bias-reversed
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    w_new = w + learning_rate * (y - y_hat) * x
    b_new = b - learning_rate * (y - y_hat)
    return w_new, b_new


# %% mistake: input-missing
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    step = learning_rate * (y - y_hat)
    return w + step, b + step


# %% mistake: absolute-error
def perceptron_update(w, b, x, y, learning_rate):
    wrong = (np.dot(w, x) + b >= 0) != y
    if wrong:
        return w + learning_rate * x, b + learning_rate
    return w, b


# %% mistake: only-missed-ones
def perceptron_update(w, b, x, y, learning_rate):
    if y == 1 and np.dot(w, x) + b < 0:
        w = w + learning_rate * x
        b = b + learning_rate
    return w, b


# %% mistake: prediction-without-bias
def perceptron_update(w, b, x, y, learning_rate):
    error = y - int(np.dot(w, x) >= 0)
    return w + learning_rate * error * x, b + learning_rate * error


# %% mistake: bias-as-threshold
def perceptron_update(w, b, x, y, learning_rate):
    fires = 1 if np.dot(w, x) >= b else 0
    return w + learning_rate * (y - fires) * x, b + learning_rate * (y - fires)


# %% mistake: only-the-change
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    dw = learning_rate * (y - y_hat) * x
    db = learning_rate * (y - y_hat)
    return dw, db


# %% mistake: predicted-twice
def perceptron_update(w, b, x, y, learning_rate):
    w = w + learning_rate * (y - int(np.dot(w, x) + b >= 0)) * x
    b = b + learning_rate * (y - int(np.dot(w, x) + b >= 0))
    return w, b


# %% mistake: repeated-until-right
def perceptron_update(w, b, x, y, learning_rate):
    y_hat = int(np.dot(w, x) + b >= 0)
    while y_hat != y:
        w = w + learning_rate * (y - y_hat) * x
        b = b + learning_rate * (y - y_hat)
        y_hat = int(np.dot(w, x) + b >= 0)
    return w, b


# %% mistake: rounded-before-step
def perceptron_update(w, b, x, y, learning_rate):
    z = int(np.dot(w, x) + b)
    error = y - (1 if z >= 0 else 0)
    return w + learning_rate * error * x, b + learning_rate * error
