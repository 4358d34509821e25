# %% right: plain
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=0)
    result = np.array(W, dtype=float)
    too_long = norms > max_value
    result[:, too_long] *= max_value / norms[too_long]
    return result


# %% right: loops
def max_norm(W, max_value):
    n_inputs, n_units = W.shape
    result = np.zeros((n_inputs, n_units))
    for j in range(n_units):
        square = 0.0
        for i in range(n_inputs):
            square += float(W[i, j]) ** 2
        length = square**0.5
        for i in range(n_inputs):
            if length > max_value:
                result[i, j] = W[i, j] / length * max_value
            else:
                result[i, j] = W[i, j]
    return result


# %% right: float32
def max_norm(W, max_value):
    W = np.asarray(W, dtype=np.float32)
    r = np.float32(max_value)
    norms = np.sqrt(np.sum(W * W, axis=0))
    return W * np.minimum(1, r / np.maximum(norms, np.float32(1e-30)))


# %% right: lists
def max_norm(W, max_value):
    columns = []
    for column in np.transpose(W).tolist():
        length = sum(w * w for w in column) ** 0.5
        columns.append([w * max_value / length for w in column] if length > max_value else column)
    return [list(row) for row in zip(*columns)]


# %% right: apply
def max_norm(W, max_value):
    def fence(w):
        length = np.hypot.reduce(w)
        return w / max(1.0, length / max_value)

    return np.apply_along_axis(fence, 0, np.asarray(W) * 1.0)


# %% mistake: always-scaled
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=0)
    return W * (max_value / norms)


# %% mistake: always-but-safe (always-scaled)
def max_norm(W, max_value):
    norms = np.sqrt(np.sum(np.square(W), axis=0))
    norms[norms == 0] = 1
    return W / norms * max_value


# %% mistake: rows-instead-of-columns
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=1, keepdims=True)
    factor = np.where(norms > max_value, max_value / np.maximum(norms, 1e-12), 1.0)
    return W * factor


# %% mistake: whole-matrix
def max_norm(W, max_value):
    norm = np.linalg.norm(W)
    if norm > max_value:
        return W * max_value / norm
    return W.copy()


# %% mistake: all-by-the-longest
def max_norm(W, max_value):
    longest = np.max(np.linalg.norm(W, axis=0))
    if longest > max_value:
        W = W * (max_value / longest)
    return W


# %% mistake: entries-clipped
def max_norm(W, max_value):
    return np.clip(W, -max_value, max_value)


# %% mistake: sum-of-sizes
def max_norm(W, max_value):
    norms = np.sum(np.abs(W), axis=0)
    return np.where(norms > max_value, W * max_value / np.maximum(norms, 1e-12), W)


# %% mistake: largest-entry
def max_norm(W, max_value):
    result = W.astype(float)
    for j in range(W.shape[1]):
        largest = np.linalg.norm(W[:, j], np.inf)
        if largest > max_value:
            result[:, j] = W[:, j] * max_value / largest
    return result


# %% mistake: root-missing
def max_norm(W, max_value):
    norms = np.sum(np.square(W, dtype=float), axis=0)
    return W * np.where(norms > max_value, max_value / np.maximum(norms, 1e-12), 1)


# %% mistake: scaled-to-one
def max_norm(W, max_value):
    result = W.astype(float)
    norms = np.linalg.norm(result, axis=0)
    for j in range(len(norms)):
        if norms[j] > max_value:
            result[:, j] /= norms[j]
    return result


# %% mistake: short-ones-scaled
def max_norm(W, max_value):
    result = W.astype(float)
    norms = np.linalg.norm(result, axis=0)
    for j in range(len(norms)):
        if max_value > norms[j] > 0:
            result[:, j] *= max_value / norms[j]
    return result


# %% mistake: zero-column-nan
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=0)
    return W / norms * np.clip(norms, 0, max_value)


# %% mistake: divided-by-limit
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=0)
    return np.where(norms > max_value, W / max_value, W)


# %% pattern: in-place (input-modified)
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=0)
    for j in range(W.shape[1]):
        if norms[j] > max_value:
            W[:, j] *= max_value / norms[j]
    return W


# %% pattern: into-integers (integer-dtype)
def max_norm(W, max_value):
    result = np.zeros_like(W)
    for j in range(W.shape[1]):
        norm = np.sqrt(np.sum(W[:, j] ** 2))
        result[:, j] = W[:, j] * min(1, max_value / norm) if norm else 0
    return result


# %% pattern: prints (returns-nothing)
def max_norm(W, max_value):
    norms = np.linalg.norm(W, axis=0)
    print(np.where(norms > max_value, W * max_value / norms, W))
