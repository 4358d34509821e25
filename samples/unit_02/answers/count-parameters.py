# %% right: plain
def count_parameters(layer_sizes):
    total = 0
    for i in range(len(layer_sizes) - 1):
        total += layer_sizes[i] * layer_sizes[i + 1] + layer_sizes[i + 1]
    return total


# %% right: zipped
def count_parameters(layer_sizes):
    return sum((n + 1) * m for n, m in zip(layer_sizes, layer_sizes[1:]))


# %% right: numpy
def count_parameters(layer_sizes):
    n = np.array(layer_sizes, dtype=np.int64)
    return np.dot(n[:-1] + 1, n[1:])


# %% right: builds-them
def count_parameters(layer_sizes):
    """Makes the arrays and counts what is in them."""
    if len(layer_sizes) < 2:
        return 0
    first, second, *_ = layer_sizes
    W, b = np.empty((first, second), dtype=bool), np.empty(second, dtype=bool)
    return W.size + b.size + count_parameters(layer_sizes[1:])


# %% mistake: no-biases
def count_parameters(layer_sizes):
    total = 0
    for i in range(1, len(layer_sizes)):
        total += layer_sizes[i - 1] * layer_sizes[i]
    return total


# %% mistake: bias-of-the-inputs
def count_parameters(layer_sizes):
    total = sum(layer_sizes)  # biases
    for n, m in zip(layer_sizes, layer_sizes[1:]):
        total += n * m
    return total


# %% mistake: biases-of-the-layer-before
def count_parameters(layer_sizes):
    total = 0
    for n, m in zip(layer_sizes, layer_sizes[1:]):
        total += n * (m + 1)
    return total


# %% mistake: one-bias-per-layer
def count_parameters(layer_sizes):
    total = 0
    for n, m in zip(layer_sizes, layer_sizes[1:]):
        total += n * m + 1
    return total


# %% mistake: bias-neuron-with-inputs
def count_parameters(layer_sizes):
    sizes = [n + 1 for n in layer_sizes]  # with the bias neuron
    return sum(n * m for n, m in zip(sizes, sizes[1:]))


# %% mistake: last-layer-missing
def count_parameters(layer_sizes):
    total = 0
    for i in range(len(layer_sizes) - 2):
        total += (layer_sizes[i] + 1) * layer_sizes[i + 1]
    return total


# %% mistake: counts-units
def count_parameters(layer_sizes):
    return sum(layer_sizes)


# %% mistake: everything-multiplied
def count_parameters(layer_sizes):
    product = 1
    for n in layer_sizes:
        product *= n
    return product


# %% mistake: bias-neuron-only-at-the-input
def count_parameters(layer_sizes):
    total = (layer_sizes[0] + 1) * layer_sizes[1]
    for i in range(1, len(layer_sizes) - 1):
        total += layer_sizes[i] * layer_sizes[i + 1]
    return total


# %% mistake: output-without-biases
def count_parameters(layer_sizes):
    weights = sum(n * m for n, m in zip(layer_sizes, layer_sizes[1:]))
    biases = sum(layer_sizes[1:-1])
    return weights + biases


# %% pattern: prints (returns-nothing)
def count_parameters(layer_sizes):
    print(sum((n + 1) * m for n, m in zip(layer_sizes, layer_sizes[1:])))


# %% pattern: three-layers (one-shape-only)
def count_parameters(layer_sizes):
    n, h, m = layer_sizes
    return (n + 1) * h + (h + 1) * m
