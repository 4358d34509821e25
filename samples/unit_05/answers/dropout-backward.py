# %% right: plain
def dropout_backward(d_output, mask, rate):
    return d_output * mask / (1 - rate)


# %% right: loops
def dropout_backward(d_output, mask, rate):
    d_X = np.zeros(d_output.shape)
    for i in range(d_output.shape[0]):
        for j in range(d_output.shape[1]):
            if mask[i, j]:
                d_X[i, j] = d_output[i, j] / (1 - rate)
    return d_X


# %% right: float32
def dropout_backward(d_output, mask, rate):
    d_X = np.array(d_output, dtype=np.float32)
    d_X[~mask] = 0
    return d_X / np.float32(1 - rate)


# %% right: lists
def dropout_backward(d_output, mask, rate):
    return [
        [float(d) / (1 - rate) if kept else 0.0 for d, kept in zip(row, line)]
        for row, line in zip(d_output, mask)
    ]


# %% right: derivative
def dropout_backward(d_output, mask, rate):
    derivative = np.where(mask, 1 / (1 - rate), 0)
    return np.multiply(derivative, d_output)


# %% mistake: unscaled
def dropout_backward(d_output, mask, rate):
    return d_output * mask


# %% mistake: scaled-down
def dropout_backward(d_output, mask, rate):
    return d_output * mask * (1 - rate)


# %% mistake: divided-by-rate
def dropout_backward(d_output, mask, rate):
    return d_output * mask / rate


# %% mistake: scaled-twice
def dropout_backward(d_output, mask, rate):
    scale = mask / (1 - rate)
    return d_output * scale / (1 - rate)


# %% mistake: scaled-by-measured-share
def dropout_backward(d_output, mask, rate):
    if not mask.any():
        return np.zeros(d_output.shape)
    return d_output * mask / mask.mean()


# %% mistake: mask-ignored
def dropout_backward(d_output, mask, rate):
    return d_output / (1 - rate)


# %% mistake: gradient-unchanged
def dropout_backward(d_output, mask, rate):
    return d_output.copy()


# %% mistake: mask-reversed
def dropout_backward(d_output, mask, rate):
    d_X = d_output / (1 - rate)
    d_X[mask] = 0
    return d_X


# %% mistake: new-mask
def dropout_backward(d_output, mask, rate):
    rng = np.random.default_rng(42)
    mask = rng.random(d_output.shape) >= rate
    return d_output * mask / (1 - rate)


# %% mistake: mask-returned
def dropout_backward(d_output, mask, rate):
    return mask / (1 - rate)


# %% mistake: whole-numbers
def dropout_backward(d_output, mask, rate):
    d_X = np.zeros_like(d_output)
    d_X[mask] = d_output[mask] / (1 - rate)
    return d_X


# %% pattern: in-place (input-modified)
def dropout_backward(d_output, mask, rate):
    d_output[~mask] = 0
    return d_output / (1 - rate)


# %% pattern: prints (returns-nothing)
def dropout_backward(d_output, mask, rate):
    print(d_output * mask / (1 - rate))
