# %% right: plain
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = old
        grad[index] = (up - down) / (2 * h)
    return grad


# %% right: flat
def numeric_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    flat = x.ravel()
    slopes = []
    for i in range(flat.size):
        nudge = np.zeros(flat.size)
        nudge[i] = h
        up = f((flat + nudge).reshape(x.shape))
        down = f((flat - nudge).reshape(x.shape))
        slopes.append((up - down) / (2 * h))
    return np.array(slopes).reshape(x.shape)


# %% right: directions
def numeric_gradient(f, x, h=1e-5):
    x = np.asarray(x) * 1.0
    directions = np.eye(x.size).reshape((x.size,) + x.shape)
    differences = [f(x + h * d) - f(x - h * d) for d in directions]
    return np.reshape(differences, x.shape) / h / 2


# %% right: lists
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        a, b = x.copy(), x.copy()
        a[i] += h
        b[i] -= h
        grad[i] = (f(a) - f(b)) / (a[i] - b[i])
    return grad.tolist()


# %% mistake: one-sided
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    base = f(x)
    for index in np.ndindex(x.shape):
        y = x.copy()
        y[index] += h
        grad[index] = (f(y) - base) / h
    return grad


# %% mistake: divided-by-h
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        y, z = x.copy(), x.copy()
        y[index] += h
        z[index] -= h
        grad[index] = (f(y) - f(z)) / h
    return grad


# %% mistake: not-divided
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        y, z = x.copy(), x.copy()
        y[index] += h
        z[index] -= h
        grad[index] = f(y) - f(z)
    return grad


# %% mistake: difference-reversed
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        y, z = x.copy(), x.copy()
        y[index] += h
        z[index] -= h
        grad[index] = (f(z) - f(y)) / (2 * h)
    return grad


# %% mistake: entry-not-put-back
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        up = f(x)
        x[index] -= 2 * h
        down = f(x)
        grad[index] = (up - down) / (2 * h)
    return grad


# %% mistake: return-inside-loop
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        y, z = x.copy(), x.copy()
        y[index] += h
        z[index] -= h
        grad[index] = (f(y) - f(z)) / (2 * h)
        return grad


# %% mistake: step-fixed
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        y, z = x.copy(), x.copy()
        y[index] += 1e-5
        z[index] -= 1e-5
        grad[index] = (f(y) - f(z)) / 2e-5
    return grad


# %% mistake: multiplied-by-h
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / 2 * h
    return grad


# %% mistake: one-sided-over-two-steps
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    here = f(x)
    grad = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        moved = x.copy()
        moved[i] += h
        grad[i] = (f(moved) - here) / (2 * h)
    return grad


# %% mistake: all-entries-at-once
def numeric_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    return (f(x + h) - f(x - h)) / (2 * h)


# %% mistake: row-at-once
def numeric_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    grad = np.zeros_like(x)
    for i in range(x.shape[0]):
        right = x.copy()
        left = x.copy()
        right[i] = right[i] + h
        left[i] = left[i] - h
        grad[i] = (f(right) - f(left)) / (2 * h)
    return grad


# %% mistake: flattened
def numeric_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    entries = []
    for i in np.ndindex(x.shape):
        a, b = x.copy(), x.copy()
        a[i] += h
        b[i] -= h
        entries.append((f(a) - f(b)) / (2 * h))
    return np.array(entries)


# %% mistake: aliased-buffers
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x_plus = x
        x_minus = x
        x_plus[i] += h
        x_minus[i] -= h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


# %% mistake: entry-alone
def numeric_gradient(f, x, h=1e-5):
    x = np.asarray(x, float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        grad[i] = (f(x[i] + h) - f(x[i] - h)) / (2 * h)
    return grad


# %% mistake: dtype-kept
def numeric_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        plus, minus = np.copy(x), np.copy(x)
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
    return grad


# %% mistake: float32
def numeric_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float32)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
    return grad


# %% mistake: integer-result
def numeric_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        plus, minus = x.astype(float), x.astype(float)
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
    return grad
