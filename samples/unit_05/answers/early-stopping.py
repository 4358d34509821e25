# %% right: plain
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    best_loss = np.inf
    best_weights = None
    wait = 0
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < best_loss:
            best_loss = loss
            best_weights = [w.copy() for w in weights]
            wait = 0
        else:
            wait += 1
            if wait == patience:
                break
    return best_weights, losses


# %% right: loops
def early_stopping(train_epoch, weights, patience, max_epochs):
    best_weights, losses = [], []
    best_epoch = -1
    epoch = 0
    while True:
        losses.append(train_epoch(weights))
        if epoch == 0 or losses[epoch] < losses[best_epoch]:
            best_epoch = epoch
            best_weights = []
            for w in weights:
                copy = np.empty(w.shape)
                for index in np.ndindex(w.shape):
                    copy[index] = w[index]
                best_weights.append(copy)
        epoch += 1
        if epoch >= max_epochs or epoch - 1 - best_epoch >= patience:
            return best_weights, losses


# %% right: float32
def early_stopping(train_epoch, weights, patience, max_epochs):
    history, losses = [], []
    while len(losses) < max_epochs:
        losses.append(np.float32(train_epoch(weights)))
        history.append([w.astype(np.float32) for w in weights])
        if len(losses) - 1 - np.argmin(losses) >= patience:
            break
    return history[np.argmin(losses)], losses


# %% right: lists
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, best, bad = (), None, 0
    while len(losses) < max_epochs and bad < patience:
        loss = float(train_epoch(weights))
        if not losses or loss < min(losses):
            best, bad = tuple(w.tolist() for w in weights), 0
        else:
            bad += 1
        losses += (loss,)
    return [best, losses]


# %% right: deepcopy
import copy


def early_stopping(train_epoch, weights, patience, max_epochs):
    def run(losses, best, waited):
        if len(losses) == max_epochs or waited == patience:
            return best, losses
        loss = train_epoch(weights)
        if loss < min(losses, default=float("inf")):
            return run(losses + [loss], copy.deepcopy(weights), 0)
        return run(losses + [loss], best, waited + 1)

    return run([], weights, 0)


# %% mistake: last-weights
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    best_loss = np.inf
    wait = 0
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < best_loss:
            best_loss = loss
            best_weights = weights
            wait = 0
        else:
            wait += 1
            if wait >= patience:
                break
    return best_weights, losses


# %% mistake: shallow-copy (last-weights)
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, best_loss, best_weights, wait = [], np.inf, None, 0
    for _ in range(max_epochs):
        losses.append(train_epoch(weights))
        if losses[-1] < best_loss:
            best_loss, best_weights, wait = losses[-1], weights.copy(), 0
        else:
            wait += 1
        if wait == patience:
            break
    return best_weights, losses


# %% mistake: first-weights
def early_stopping(train_epoch, weights, patience, max_epochs):
    best_weights = [w.copy() for w in weights]
    losses = []
    wait = 0
    while len(losses) < max_epochs and wait < patience:
        loss = train_epoch(weights)
        if losses == [] or loss < min(losses):
            wait = 0
        else:
            wait += 1
        losses.append(loss)
    return best_weights, losses


# %% mistake: weights-before-epoch
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, best, wait = [], np.inf, 0
    for _ in range(max_epochs):
        now = [np.copy(w) for w in weights]
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < best:
            best, best_weights, wait = loss, now, 0
        else:
            wait += 1
        if wait == patience:
            return best_weights, losses
    return best_weights, losses


# %% mistake: patience-plus-one
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    best_loss = float("inf")
    wait = 0
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < best_loss:
            best_loss = loss
            best_weights = [w.copy() for w in weights]
            wait = 0
        else:
            if wait >= patience:
                break
            wait += 1
    return best_weights, losses


# %% mistake: patience-minus-one
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = [train_epoch(weights)]
    best_loss = losses[0]
    best_weights = [np.array(w) for w in weights]
    count = 1
    while len(losses) < max_epochs:
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < best_loss:
            best_loss, best_weights = loss, [np.array(w) for w in weights]
            count = 1
        else:
            count += 1
            if count >= patience:
                break
    return best_weights, losses


# %% mistake: stops-at-first-rise
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    best_loss = np.inf
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss >= best_loss:
            break
        best_loss = loss
        best_weights = [w.copy() for w in weights]
    return best_weights, losses


# %% mistake: tie-counts-as-better
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    wait = 0
    while len(losses) < max_epochs and wait < patience:
        losses.append(train_epoch(weights))
        if losses[-1] == min(losses):
            best_weights = [w.copy() for w in weights]
            wait = 0
        else:
            wait += 1
    return best_weights, losses


# %% mistake: patience-not-reset
def early_stopping(train_epoch, weights, patience, max_epochs):
    best, best_loss, losses = None, 1e9, []
    not_better = 0
    for i in range(max_epochs):
        loss = train_epoch(weights)
        losses += [loss]
        if loss < best_loss:
            best_loss = loss
            best = [w * 1 for w in weights]
        else:
            not_better += 1
        if not_better == patience:
            break
    return best, losses


# %% mistake: compared-with-previous
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    wait = 0
    previous = np.inf
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < previous:
            best_weights = [w.copy() for w in weights]
            wait = 0
        else:
            wait += 1
        previous = loss
        if wait == patience:
            break
    return best_weights, losses


# %% mistake: never-stops
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, states = [], []
    for _ in range(max_epochs):
        losses.append(train_epoch(weights))
        states.append([w.copy() for w in weights])
    return states[int(np.argmin(losses))], losses


# %% mistake: max-epochs-unused
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, wait = [], 0
    best_loss = np.inf
    while wait < patience:
        losses.append(train_epoch(weights))
        wait += 1
        if losses[-1] < best_loss:
            best_loss = losses[-1]
            best_weights = [w.copy() for w in weights]
            wait = 0
    return best_weights, losses


# %% mistake: highest-loss
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    best = -np.inf
    wait = 0
    for epoch in range(max_epochs):
        losses.append(train_epoch(weights))
        if losses[-1] > best:
            best = losses[-1]
            best_weights = [w.copy() for w in weights]
            wait = 0
        else:
            wait += 1
            if wait == patience:
                break
    return best_weights, losses


# %% mistake: best-starts-too-low
def early_stopping(train_epoch, weights, patience, max_epochs):
    best_loss = 0
    best_weights = [w.copy() for w in weights]
    losses = []
    wait = 0
    while len(losses) < max_epochs and wait < patience:
        loss = train_epoch(weights)
        losses.append(loss)
        wait += 1
        if loss < best_loss:
            best_loss = loss
            best_weights = [w.copy() for w in weights]
            wait = 0
    return best_weights, losses


# %% mistake: last-loss-missing
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    best_loss, wait = np.inf, 0
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        if loss < best_loss:
            best_loss, wait = loss, 0
            best_weights = [w.copy() for w in weights]
        else:
            wait += 1
        if wait == patience:
            break
        losses.append(loss)
    return best_weights, losses


# %% mistake: losses-cut-at-best
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, states = [], []
    for epoch in range(max_epochs):
        losses.append(train_epoch(weights))
        states.append([w.copy() for w in weights])
        best = int(np.argmin(losses))
        if epoch - best == patience:
            break
    return states[best], losses[: best + 1]


# %% mistake: new-minima-only
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses = []
    wait, best_loss = 0, np.inf
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        if loss < best_loss:
            best_loss = loss
            losses.append(loss)
            best_weights = [w.copy() for w in weights]
            wait = 0
        else:
            wait += 1
            if wait == patience:
                break
    return best_weights, losses


# %% pattern: prints (returns-nothing)
def early_stopping(train_epoch, weights, patience, max_epochs):
    losses, best_loss, wait = [], np.inf, 0
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < best_loss:
            best_loss, wait = loss, 0
            best_weights = [w.copy() for w in weights]
        else:
            wait += 1
        if wait == patience:
            break
    print(best_weights, losses)


# %% unanswered: raise-in-front
def early_stopping(train_epoch, weights, patience, max_epochs):
    raise NotImplementedError()
    losses = []
    for epoch in range(max_epochs):
        losses.append(train_epoch(weights))
    return weights, losses
