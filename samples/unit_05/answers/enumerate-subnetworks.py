# %% right: plain
from itertools import product


def enumerate_subnetworks(h, w, b):
    masks = np.array(list(product([0, 1], repeat=len(h))))
    outputs = masks @ (h * w) + b
    return masks, outputs


# %% right: loops
def enumerate_subnetworks(h, w, b):
    N = len(h)
    masks = np.zeros((2**N, N))
    outputs = np.zeros(2**N)
    for number in range(2**N):
        rest = number
        outputs[number] = b
        for j in range(N):
            masks[number, j] = rest % 2
            rest = rest // 2
            if masks[number, j] == 1:
                outputs[number] += h[j] * w[j]
    return masks, outputs


# %% right: float32
def enumerate_subnetworks(h, w, b):
    contributions = (np.asarray(h) * np.asarray(w)).astype(np.float32)
    axes = [np.array([1, 0], dtype=np.float32)] * len(contributions)
    masks = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, len(axes))
    return masks, masks @ contributions + np.float32(b)


# %% right: lists
def enumerate_subnetworks(h, w, b):
    masks, outputs = [], []
    for number in range(2 ** len(h)):
        mask = [int(digit) for digit in format(number, f"0{len(h)}b")]
        masks.append(mask)
        outputs.append(float(sum(m * x * v for m, x, v in zip(mask, h, w)) + b))
    return [masks, outputs]


# %% right: recursive
def enumerate_subnetworks(h, w, b):
    if len(h) == 0:
        return np.zeros((1, 0), dtype=int), np.array([float(b)])
    masks, outputs = enumerate_subnetworks(h[1:], w[1:], b)
    column = np.repeat([1, 0], len(masks))
    masks = np.column_stack([column, np.vstack([masks, masks])])
    return masks, np.concatenate([outputs + h[0] * w[0], outputs])


# %% right: truth-values
def enumerate_subnetworks(h, w, b):
    numbers = np.arange(2 ** len(h))
    masks = np.array([numbers // 2**j % 2 == 1 for j in range(len(h))]).T
    return masks, np.where(masks, np.multiply(h, w), 0).sum(axis=1) + b


# %% mistake: empty-network-missing
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = np.array([[i >> j & 1 for j in range(n)] for i in range(1, 2**n)])
    return masks, masks @ (h * w) + b


# %% mistake: full-network-missing
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = np.array([[i >> j & 1 for j in range(n)] for i in range(2**n - 1)])
    return masks, masks @ (h * w) + b


# %% mistake: one-unit-dropped
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = [np.ones(n)]
    for j in range(n):
        mask = np.ones(n)
        mask[j] = 0
        masks.append(mask)
    masks = np.array(masks)
    return masks, masks @ (h * w) + b


# %% mistake: bits-shifted
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = np.zeros((2**n, n))
    for i in range(2**n):
        for j in range(n):
            masks[i, j] = (i // 2 ** (j + 1)) % 2
    return masks, masks @ (h * w) + b


# %% mistake: same-row-everywhere
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks, outputs = [], []
    mask = np.zeros(n, dtype=int)
    for i in range(2**n):
        for j in range(n):
            mask[j] = i >> j & 1
        masks.append(mask)
        outputs.append(np.sum(mask * h * w) + b)
    return np.array(masks), np.array(outputs)


# %% mistake: bias-missing
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    return masks, masks @ (h * w)


# %% mistake: bias-per-unit
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    outputs = np.sum(masks * (h * w + b), axis=1)
    return masks, outputs


# %% mistake: dropped-instead-of-kept
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    outputs = []
    for mask in masks:
        outputs.append(np.sum((h * w)[mask == 0]) + b)
    return masks, np.array(outputs)


# %% mistake: units-reversed
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = np.array([[int(c) for c in np.binary_repr(i, n)] for i in range(2**n)])
    outputs = [sum(h[j] * w[j] for j in range(n) if i >> j & 1) + b for i in range(2**n)]
    return masks, np.array(outputs)


# %% mistake: weights-missing
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    return masks, masks @ h + b


# %% mistake: scaled-as-dropout
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    return masks, (masks / 0.5) @ (h * w) + b


# %% mistake: mean-of-kept
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    outputs = []
    for mask in masks:
        kept = (h * w)[mask == 1]
        outputs.append((kept.mean() if kept.size else 0) + b)
    return masks, np.array(outputs)


# %% mistake: mean-output
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    outputs = masks @ (h * w) + b
    return masks, outputs.mean()


# %% mistake: signs-instead-of-zeros
def enumerate_subnetworks(h, w, b):
    import itertools

    masks = np.array(list(itertools.product([-1, 1], repeat=len(h))))
    return masks, masks @ (h * w) + b


# %% mistake: masks-transposed
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = np.arange(2**n) >> np.arange(n)[:, None] & 1
    return masks, (h * w) @ masks + b


# %% mistake: whole-numbers
def enumerate_subnetworks(h, w, b):
    n = len(h)
    masks = np.zeros((2**n, n), dtype=int)
    outputs = np.zeros(2**n, dtype=int)
    for i in range(2**n):
        for j in range(n):
            masks[i, j] = i >> j & 1
        outputs[i] = masks[i] @ (h * w) + b
    return masks, outputs


# %% pattern: prints (returns-nothing)
def enumerate_subnetworks(h, w, b):
    n = len(h)
    for i in range(2**n):
        mask = np.array([i >> j & 1 for j in range(n)])
        print(mask, np.sum(mask * h * w) + b)


# %% unanswered: raise-in-front
def enumerate_subnetworks(h, w, b):
    """All masks, and the output for each."""
    raise NotImplementedError()
    return masks, outputs
