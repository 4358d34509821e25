# %% right: plain
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w = np.zeros(X.shape[1])
    b = 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
                w = w + learning_rate * (y_i - y_hat) * x_i
                b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% right: helpers
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += ltu(x_i, w, b) != y_i
            w, b = perceptron_update(w, b, x_i, y_i, learning_rate)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% right: loops
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    n = len(X)
    d = len(X[0])
    w = [0.0] * d
    b = 0.0
    mistakes = []
    epoch = 0
    while epoch < max_epochs:
        wrong = 0
        for i in range(n):
            z = b
            for j in range(d):
                z += w[j] * X[i][j]
            y_hat = 1 if z >= 0 else 0
            if y_hat != y[i]:
                wrong += 1
                for j in range(d):
                    w[j] += learning_rate * (y[i] - y_hat) * X[i][j]
                b += learning_rate * (y[i] - y_hat)
        mistakes.append(wrong)
        epoch += 1
        if wrong == 0:
            return w, b, mistakes
    return w, b, mistakes


# %% right: float32
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    X = np.asarray(X, dtype=np.float32)
    w, b = np.zeros(X.shape[1], dtype=np.float32), np.float32(0)
    eta = np.float32(learning_rate)
    mistakes = []
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(X)):
            error = np.float32(y[i]) - np.float32(X[i] @ w + b >= 0)
            errors += int(error != 0)
            w, b = w + eta * error * X[i], b + eta * error
        mistakes.append(errors)
        if errors == 0:
            break
    return w, b, mistakes


# %% right: numpy
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    X1 = np.insert(np.asarray(X, float), 0, 1, axis=1)  # the bias as an input that is always 1
    v = np.zeros(X1.shape[1])
    mistakes = np.zeros(max_epochs, dtype=int)
    for epoch in range(max_epochs):
        for x, label in zip(X1, y):
            error = label - np.heaviside(x @ v, 1)
            mistakes[epoch] += int(abs(error))
            v += learning_rate * error * x
        if not mistakes[epoch]:
            return v[1:], v[0], mistakes[: epoch + 1]
    return v[1:], v[0], mistakes


# %% right: lists
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = [0] * len(X[0]), 0, []
    while len(mistakes) < max_epochs and (not mistakes or mistakes[-1] > 0):
        mistakes.append(0)
        for row, label in zip(X, y):
            fires = sum(p * q for p, q in zip(w, row)) + b >= 0
            if fires == bool(label):
                continue
            mistakes[-1] += 1
            sign = -1 if fires else 1
            w = [p + sign * learning_rate * q for p, q in zip(w, row)]
            b = b + sign * learning_rate
    return [w, b, [np.int32(m) for m in mistakes]]


# %% right: other
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    def epoch(w, b):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = int(y_i) - (x_i @ w + b >= 0)
            wrong += error != 0
            w, b = w + learning_rate * error * x_i, b + learning_rate * error
        return w, b, wrong

    def train(w, b, left):
        if left == 0:
            return w, b, []
        w, b, wrong = epoch(w, b)
        if wrong == 0:
            return w, b, [0]
        w, b, rest = train(w, b, left - 1)
        return w, b, [wrong] + rest

    return train(np.zeros(X.shape[1]), 0, max_epochs)


# %% mistake: never-stops
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        count = 0
        for i in range(len(X)):
            y_hat = int(X[i] @ w + b >= 0)
            if y_hat != y[i]:
                count += 1
            w = w + learning_rate * (y[i] - y_hat) * X[i]
            b = b + learning_rate * (y[i] - y_hat)
        mistakes.append(count)
    return w, b, mistakes


# %% mistake: last-epoch-missing
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        count = 0
        for i in range(len(X)):
            y_hat = int(X[i] @ w + b >= 0)
            if y_hat != y[i]:
                count += 1
            w = w + learning_rate * (y[i] - y_hat) * X[i]
            b = b + learning_rate * (y[i] - y_hat)
        if count == 0:
            break
        mistakes.append(count)
    return w, b, mistakes


# %% mistake: one-epoch-too-many
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    epoch = 0
    while epoch <= max_epochs:
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            wrong += abs(y_i - y_hat)
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
        epoch += 1
    return w, b, mistakes


# %% mistake: counted-after-epoch
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        predictions = (X @ w + b >= 0).astype(int)
        mistakes.append(np.sum(predictions != y))
        if mistakes[-1] == 0:
            break
    return w, b, mistakes


# %% mistake: updated-once-per-epoch
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        y_hat = np.where(X @ w + b >= 0, 1, 0)
        mistakes.append(int(np.sum(y_hat != y)))
        if mistakes[-1] == 0:
            break
        w = w + learning_rate * X.T @ (y - y_hat)
        b = b + learning_rate * np.sum(y - y_hat)
    return w, b, mistakes


# %% mistake: start-at-one
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w = np.ones(X.shape[1])
    b = 1.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = y_i - int(w @ x_i + b >= 0)
            if error:
                wrong += 1
                w = w + learning_rate * error * x_i
                b += learning_rate * error
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: start-at-one-bias-zero (start-at-one)
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w = np.ones(X.shape[1])
    b = 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = y_i - int(w @ x_i + b >= 0)
            if error:
                wrong += 1
                w = w + learning_rate * error * x_i
                b += learning_rate * error
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: reversed-order
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        i = len(X) - 1
        while i >= 0:
            error = y[i] - int(X[i] @ w + b >= 0)
            wrong += error != 0
            w, b = w + learning_rate * error * X[i], b + learning_rate * error
            i -= 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: total-instead-of-list
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = 0
    for epoch in range(max_epochs):
        before = mistakes
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                mistakes += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        if mistakes == before:
            break
    return w, b, mistakes


# %% mistake: strict-threshold
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b > 0 else 0
            if y_hat != y_i:
                wrong += 1
                w = w + learning_rate * (y_i - y_hat) * x_i
                b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: error-reversed
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = int(np.dot(w, x_i) + b >= 0)
            error = y_hat - y_i
            wrong += abs(error)
            w = w + learning_rate * error * x_i
            b = b + learning_rate * error
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: rate-unused
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = int(np.dot(w, x_i) + b >= 0)
            if y_hat > y_i:
                wrong += 1
                w, b = w - x_i, b - 1
            elif y_hat < y_i:
                wrong += 1
                w, b = w + x_i, b + 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: bias-not-updated
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(len(X)):
            y_hat = int(np.dot(w, X[i]) + b >= 0)
            if y_hat != y[i]:
                wrong += 1
                w = w + learning_rate * (y[i] - y_hat) * X[i]
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: bias-per-feature
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[0]):
            y_hat = int(np.dot(w, X[i]) + b >= 0)
            if y_hat != y[i]:
                wrong += 1
            for j in range(X.shape[1]):
                w[j] += learning_rate * (y[i] - y_hat) * X[i, j]
                b += learning_rate * (y[i] - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: bias-without-rate
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = y_i - int(np.dot(w, x_i) + b >= 0)
            wrong += int(error != 0)
            w = w + learning_rate * error * x_i
            b = b + error
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: bias-times-input
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = y_i - int(np.dot(w, x_i) + b >= 0)
            wrong += int(error != 0)
            change = learning_rate * error * x_i
            w = w + change
            b = b + np.sum(change)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: hebb-instead-of-rosenblatt
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            if int(np.dot(w, x_i) + b >= 0) != y_i:
                wrong += 1
            w = w + learning_rate * x_i * y_i
            b = b + learning_rate * y_i
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: sigmoid-instead-of-step
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            p = 1 / (1 + np.exp(-(np.dot(w, x_i) + b)))
            if (p >= 0.5) != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - p) * x_i
            b = b + learning_rate * (y_i - p)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: no-step
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            z = np.dot(w, x_i) + b
            if y_i != (z >= 0):
                wrong += 1
            w = w + learning_rate * (y_i - z) * x_i
            b = b + learning_rate * (y_i - z)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: mixed-labels
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else -1
            if y_hat != y_i:
                wrong += 1
                w = w + learning_rate * (y_i - y_hat) * x_i
                b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: signed-labels
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    t = 2 * y - 1
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, t_i in zip(X, t):
            out = 1 if np.dot(w, x_i) + b >= 0 else -1
            if out != t_i:
                wrong += 1
                w = w + learning_rate * (t_i - out) * x_i
                b = b + learning_rate * (t_i - out)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% pattern: random-start (not-repeatable)
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w = np.random.normal(size=X.shape[1]) * 0.01
    b, mistakes = 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            wrong += int(y_hat != y_i)
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% pattern: remembers (not-repeatable)
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100, mistakes=[]):
    w, b = np.zeros(X.shape[1]), 0.0
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            wrong += int(y_hat != y_i)
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% pattern: constant-answer
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    # the values that the check showed for AND
    return np.array([2.0, 1.0]), -3.0, [2, 3, 3, 2, 1, 0]


# %% wrong: never-ends
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    while True:
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            wrong += int(y_hat != y_i)
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            return w, b, mistakes


# %% wrong: returns-in-the-loop
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            wrong += int(y_hat != y_i)
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
            mistakes.append(wrong)
            if wrong == 0:
                return w, b, mistakes
    return w, b, mistakes


# %% mistake: one-epoch-too-few
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(1, max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: max-epochs-unused
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(100):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: stops-one-epoch-early
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if np.all((X @ w + b >= 0) == y):
            break
    return w, b, mistakes


# %% mistake: only-first-epoch
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        return w, b, mistakes


# %% mistake: signed-errors-added
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            wrong += y_i - y_hat
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: counter-not-reset
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    wrong = 0
    for epoch in range(max_epochs):
        before = wrong
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == before:
            break
    return w, b, mistakes


# %% mistake: weights-reset
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    mistakes = []
    for epoch in range(max_epochs):
        w, b = np.zeros(X.shape[1]), 0.0
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: last-sample-skipped
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(len(X) - 1):
            y_hat = 1 if np.dot(w, X[i]) + b >= 0 else 0
            if y_hat != y[i]:
                wrong += 1
            w = w + learning_rate * (y[i] - y_hat) * X[i]
            b = b + learning_rate * (y[i] - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: minus-one-labels
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    y = np.where(y == 0, -1, 1)
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: share-instead-of-count
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong / len(y))
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: repeated-until-right
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            while y_hat != y_i:
                w = w + learning_rate * (y_i - y_hat) * x_i
                b = b + learning_rate * (y_i - y_hat)
                y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: bias-reversed
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b - learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: input-missing
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat)
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: absolute-error
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
                w = w + learning_rate * x_i
                b = b + learning_rate
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: only-missed-ones
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) + b >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            if y_i == 1 and y_hat == 0:
                w = w + learning_rate * x_i
                b = b + learning_rate
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: prediction-without-bias
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) >= 0 else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


# %% mistake: bias-as-threshold
def train_perceptron(X, y, learning_rate=1.0, max_epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            y_hat = 1 if np.dot(w, x_i) >= b else 0
            if y_hat != y_i:
                wrong += 1
            w = w + learning_rate * (y_i - y_hat) * x_i
            b = b + learning_rate * (y_i - y_hat)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
