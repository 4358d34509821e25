# %% right: plain
def sgd_step(params, grads, learning_rate):
    return [p - learning_rate * g for p, g in zip(params, grads)]


# %% right: loops
def sgd_step(params, grads, learning_rate):
    result = []
    for i in range(len(params)):
        new = np.array(params[i], dtype=float)
        new -= learning_rate * np.asarray(grads[i])
        result.append(new)
    return result


# %% right: float32
def sgd_step(params, grads, learning_rate):
    return [np.float32(p) - np.float32(learning_rate) * np.float32(g) for p, g in zip(params, grads)]


# %% right: lists
def sgd_step(params, grads, learning_rate):
    return tuple(np.subtract(p, np.multiply(learning_rate, g)).tolist() for p, g in zip(params, grads))


# %% mistake: uphill
def sgd_step(params, grads, learning_rate):
    return [p + learning_rate * g for p, g in zip(params, grads)]


# %% mistake: rate-unused
def sgd_step(params, grads, learning_rate):
    return [p - g for p, g in zip(params, grads)]


# %% mistake: step-alone
def sgd_step(params, grads, learning_rate):
    return [-learning_rate * g for p, g in zip(params, grads)]


# %% mistake: rate-times-difference
def sgd_step(params, grads, learning_rate):
    return [learning_rate * (p - g) for p, g in zip(params, grads)]


# %% mistake: first-only
def sgd_step(params, grads, learning_rate):
    for p, g in zip(params, grads):
        return [p - learning_rate * g]


# %% pattern: in-place (input-modified)
def sgd_step(params, grads, learning_rate):
    for p, g in zip(params, grads):
        p -= learning_rate * g
    return params


# %% mistake: divided-by-rate
def sgd_step(params, grads, learning_rate):
    return [p - g / learning_rate for p, g in zip(params, grads)]


# %% mistake: multiplied
def sgd_step(params, grads, learning_rate):
    new = []
    for p, g in zip(params, grads):
        new.append(p - p * learning_rate * g)
    return new


# %% mistake: last-only
def sgd_step(params, grads, learning_rate):
    for p, g in zip(params, grads):
        new = p - learning_rate * g
    return [new]


# %% mistake: normalised
def sgd_step(params, grads, learning_rate):
    return [np.asarray(p) - learning_rate * np.sign(g) for p, g in zip(params, grads)]
