# %% right: plain
def mse(y_true, y_pred):
    return np.mean((y_pred - y_true) ** 2)


# %% right: loops
def mse(y_true, y_pred):
    total = 0.0
    count = 0
    for t, p in zip(np.ravel(y_true), np.ravel(y_pred)):
        total += (float(p) - float(t)) ** 2
        count += 1
    return total / count


# %% right: float32
def mse(y_true, y_pred):
    d = np.asarray(y_true, dtype=np.float32) - np.asarray(y_pred, dtype=np.float32)
    return np.float32(np.mean(d * d))


# %% right: scipy
from sklearn.metrics import mean_squared_error


def mse(y_true, y_pred):
    return mean_squared_error(y_true, y_pred)


# %% right: lists
def mse(y_true, y_pred):
    t = np.array(y_true).flatten().tolist()
    p = np.array(y_pred).flatten().tolist()
    return sum([(a - b) ** 2 for a, b in zip(t, p)]) / len(t)


# %% right: other
def mse(y_true, y_pred):
    e = (np.array(y_true) - np.array(y_pred)).reshape(-1)
    return e @ e / e.size


# %% mistake: sum-instead-of-mean
def mse(y_true, y_pred):
    return ((y_true - y_pred) ** 2).sum()


# %% mistake: divided-twice
def mse(y_true, y_pred):
    n = len(y_true)
    return 1 / n * np.mean((y_true - y_pred) ** 2)


# %% mistake: divided-by-samples-only
def mse(y_true, y_pred):
    n = y_true.shape[0]
    return np.sum(np.square(y_true - y_pred)) / n


# %% mistake: halved
def mse(y_true, y_pred):
    return 0.5 * np.mean((y_true - y_pred) ** 2)


# %% mistake: half-the-sum
def mse(y_true, y_pred):
    # Bishop, chapter 1
    return np.sum((y_pred - y_true) ** 2) / 2


# %% mistake: absolute-error
def mse(y_true, y_pred):
    return np.abs(y_true - y_pred).mean()


# %% mistake: root
def mse(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2) ** 0.5


# %% mistake: not-squared
def mse(y_true, y_pred):
    return np.mean(y_true - y_pred)


# %% mistake: mean-before-square
def mse(y_true, y_pred):
    return np.mean(y_pred - y_true) ** 2


# %% mistake: difference-of-squares
def mse(y_true, y_pred):
    return np.mean(y_pred**2 - y_true**2)


# %% mistake: sign-reversed
def mse(y_true, y_pred):
    return -np.mean((y_true - y_pred) ** 2)


# %% mistake: divided-by-one-less
def mse(y_true, y_pred):
    residuals = (y_true - y_pred).ravel()
    return (residuals**2).sum() / (len(residuals) - 1)


# %% mistake: targets-ignored
def mse(y_true, y_pred):
    return np.mean(np.power(y_pred, 2))


# %% mistake: several-means
def mse(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2, axis=0)


# %% mistake: not-averaged
def mse(y_true, y_pred):
    return np.power(y_true - y_pred, 2)


# %% pattern: prints (returns-nothing)
def mse(y_true, y_pred):
    print(np.mean((y_true - y_pred) ** 2))


# %% pattern: in-place (input-modified)
def mse(y_true, y_pred):
    y_pred -= y_true
    return np.mean(y_pred**2)


# %% unanswered: raise-in-front
def mse(y_true, y_pred):
    # YOUR CODE HERE
    raise NotImplementedError()
    return np.mean((y_pred - y_true) ** 2)
