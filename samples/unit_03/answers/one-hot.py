# %% right: plain
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels]


# %% right: loops
def one_hot(labels, n_classes):
    rows = np.zeros((len(labels), n_classes))
    for i in range(len(labels)):
        rows[i, labels[i]] = 1
    return rows


# %% right: float32
def one_hot(labels, n_classes):
    rows = np.zeros((len(labels), n_classes), dtype=np.float32)
    rows[np.arange(len(labels)), labels] = 1
    return rows


# %% right: scipy
from scipy.sparse import coo_array


def one_hot(labels, n_classes):
    n = len(labels)
    return coo_array((np.ones(n), (np.arange(n), labels)), shape=(n, n_classes)).toarray()


# %% right: lists
def one_hot(labels, n_classes):
    return [[int(k == label) for k in range(n_classes)] for label in labels]


# %% right: other
def one_hot(labels, n_classes):
    # truth values are zeros and ones, too
    return np.asarray(labels)[:, np.newaxis] == np.arange(n_classes)[np.newaxis, :]


# %% mistake: classes-counted-in-batch
def one_hot(labels, n_classes):
    return np.eye(max(labels) + 1)[labels]


# %% mistake: whole-columns
def one_hot(labels, n_classes):
    rows = np.zeros((len(labels), n_classes))
    rows[:, labels] = 1
    return rows


# %% mistake: whole-rows
def one_hot(labels, n_classes):
    rows = np.zeros((len(labels), n_classes))
    rows[labels] = 1
    return rows


# %% mistake: transposed
def one_hot(labels, n_classes):
    table = np.zeros((n_classes, len(labels)))
    for i, label in enumerate(labels):
        table[label][i] = 1
    return table


# %% mistake: counted-from-one
def one_hot(labels, n_classes):
    rows = np.zeros((len(labels), n_classes))
    for i in range(len(labels)):
        rows[i, int(labels[i]) - 1] = 1
    return rows


# %% mistake: one-column-more
def one_hot(labels, n_classes):
    return np.eye(n_classes + 1)[labels]


# %% mistake: one-class-left-out
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels][:, 1:]


# %% mistake: labels-ignored
def one_hot(labels, n_classes):
    return np.eye(n_classes)


# %% mistake: one-cold
def one_hot(labels, n_classes):
    rows = np.ones((len(labels), n_classes))
    rows[np.arange(len(labels)), labels] = 0
    return rows


# %% mistake: label-as-value
def one_hot(labels, n_classes):
    rows = np.zeros((len(labels), n_classes))
    for i in range(len(labels)):
        rows[i, labels[i]] = labels[i]
    return rows


# %% wrong: text
def one_hot(labels, n_classes):
    return ["0" * k + "1" + "0" * (n_classes - k - 1) for k in map(int, labels)]
