# %% right: plain
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = a @ weights[l] + biases[l]
        a = z if l == len(weights) - 1 else np.maximum(0, z)
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% right: helpers
def mlp_forward(X, weights, biases):
    zs, activations = [], [X]
    for W, b in zip(weights[:-1], biases[:-1]):
        zs.append(activations[-1] @ W + b)
        activations.append(hidden_layer(activations[-1], W, b))
    zs.append(activations[-1] @ weights[-1] + biases[-1])
    return zs, activations[1:] + [zs[-1].copy()]


# %% right: loops
def mlp_forward(X, weights, biases):
    L = len(weights)
    zs = [np.zeros((len(X), len(b))) for b in biases]
    activations = [np.zeros((len(X), len(b))) for b in biases]
    for s in range(len(X)):
        a = X[s]
        for l in range(L):
            for j in range(len(biases[l])):
                z = biases[l][j]
                for i in range(len(a)):
                    z += a[i] * weights[l][i][j]
                zs[l][s, j] = z
                activations[l][s, j] = z if (l == L - 1 or z > 0) else 0
            a = activations[l][s]
    return zs, activations


# %% right: float32
def mlp_forward(X, weights, biases):
    a = np.asarray(X, dtype="float32")
    zs, activations = [], []
    for W, b in zip(weights, biases):
        z = a @ np.asarray(W, "float32") + np.asarray(b, "float32")
        a = np.where(z > 0, z, np.float32(0))
        zs.append(z)
        activations.append(a)
    activations[-1] = zs[-1]
    return zs, activations


# %% right: lists
def mlp_forward(X, weights, biases):
    rows = np.asarray(X).tolist()
    zs, activations = (), ()
    for number, (W, b) in enumerate(zip(weights, biases), start=1):
        columns = [list(column) for column in zip(*np.asarray(W).tolist())]
        z = [
            [sum(p * q for p, q in zip(row, column)) + bias for column, bias in zip(columns, b)]
            for row in rows
        ]
        rows = [[max(v, 0) for v in row] for row in z] if number < len(weights) else z
        zs += (z,)
        activations += (rows,)
    return [zs, activations]


# %% right: recursive
def mlp_forward(X, weights, biases):
    z = np.einsum("ni,iu->nu", X, weights[0]) + biases[0]
    if len(weights) == 1:
        return [z], [z]
    a = (z + np.abs(z)) / 2
    zs, activations = mlp_forward(a, weights[1:], biases[1:])
    return [z] + zs, [a] + activations


# %% mistake: relu-on-the-output
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for W, b in zip(weights, biases):
        z = a @ W + b
        a = np.maximum(0, z)
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: no-activation
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for W, b in zip(weights, biases):
        z = a @ W + b
        a = z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: z-passed-on
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    z = X
    for l, (W, b) in enumerate(zip(weights, biases)):
        z = z @ W + b
        zs.append(z)
        if l < len(weights) - 1:
            activations.append(np.maximum(z, 0))
        else:
            activations.append(z)
    return zs, activations


# %% mistake: activations-in-zs
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    z = X
    for l, (W, b) in enumerate(zip(weights, biases)):
        z = z @ W + b
        if l < len(weights) - 1:
            z = np.maximum(z, 0)
        zs.append(z)
        activations.append(z)
    return zs, activations


# %% mistake: swapped
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    last = len(weights) - 1
    for l in range(last + 1):
        z = a @ weights[l] + biases[l]
        a = np.maximum(0, z) if l < last else z
        zs.append(z)
        activations.append(a)
    return activations, zs


# %% mistake: samples-among-activations
def mlp_forward(X, weights, biases):
    zs, activations = [], [X]
    for W, b in zip(weights, biases):
        z = activations[-1] @ W + b
        zs.append(z)
        activations.append(np.maximum(0, z))
    activations[-1] = zs[-1]
    return zs, activations


# %% mistake: only-the-output
def mlp_forward(X, weights, biases):
    a = X
    for l in range(len(weights)):
        zs = a @ weights[l] + biases[l]
        activations = np.maximum(0, zs)
        a = activations
    return zs, zs


# %% mistake: last-layer-missing
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights) - 1):
        z = a @ weights[l] + biases[l]
        a = np.maximum(0, z)
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: fed-with-samples
def mlp_forward(X, weights, biases):
    zs = []
    activations = []
    for l in range(len(weights)):
        z = X @ weights[l] + biases[l]
        a = np.maximum(0, z) if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: step-instead-of-relu
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = a @ weights[l] + biases[l]
        a = (z >= 0) * 1.0 if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: sigmoid-instead-of-relu
def mlp_forward(X, weights, biases):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = a @ weights[l] + biases[l]
        a = sigmoid(z) if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: no-bias
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = a @ weights[l]
        a = np.maximum(0, z) if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: bias-sign
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = a @ weights[l] - biases[l]
        a = np.maximum(0, z) if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: transposed-weights
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = np.array([weights[l] @ row for row in a]) + biases[l]
        a = np.maximum(0, z) if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% mistake: bias-per-sample
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for l in range(len(weights)):
        z = a @ weights[l] + biases[l].reshape(-1, 1)
        a = np.maximum(0, z) if l < len(weights) - 1 else z
        zs.append(z)
        activations.append(a)
    return zs, activations


# %% pattern: prints (returns-nothing)
def mlp_forward(X, weights, biases):
    a = X
    for l in range(len(weights)):
        z = a @ weights[l] + biases[l]
        a = np.maximum(0, z) if l < len(weights) - 1 else z
        print(z, a)


# %% wrong: in-place
def mlp_forward(X, weights, biases):
    zs, activations = [], []
    a = X
    for W, b in zip(weights, biases):
        z = a @ W + b
        zs.append(z)
        z[z < 0] = 0
        a = z
        activations.append(a)
    return zs, activations
