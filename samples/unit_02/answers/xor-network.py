# %% right: plain
def xor_network():
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])  # OR, NAND
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1.0], [1.0]])  # AND
    b2 = np.array([-1.5])
    return W1, b1, W2, b2


# %% right: either-or
def xor_network():
    W1 = np.array([[1, -1], [-1, 1]])  # the first only, the second only
    b1 = np.array([-1, -1])
    return W1, b1, np.array([[1], [1]]), np.array([-1])


# %% right: lists
def xor_network():
    """OR but not AND."""
    return [[[2, 2], [2, 2]], [-1, -3], [2, -2], -1]


# %% right: float32
def xor_network():
    W1 = np.ones((2, 2), dtype=np.float32)
    b1 = np.array([-0.5, -1.5], dtype=np.float32)
    W2 = np.array([[1], [-2]], dtype=np.float32)
    return (W1, b1, W2, np.float32(-0.5))


# %% right: search
import itertools


def xor_network():
    """Tries small whole numbers until the table is right."""
    step = lambda z: int(z >= 0)
    for a, b, c, d, e, f, g, h, i in itertools.product((-1, 0, 1), repeat=9):
        right = True
        for p, q in [(0, 0), (0, 1), (1, 0), (1, 1)]:
            h1, h2 = step(a * p + b * q + e), step(c * p + d * q + f)
            right = right and step(g * h1 + h * h2 + i) == (p != q)
        if right:
            return [[a, c], [b, d]], [e, f], [[g], [h]], [i]


# %% mistake: always-fires
def xor_network():
    W1 = np.array([[1, -1], [1, -1]])
    return W1, np.array([0, 0]), np.array([[1], [1]]), np.array([0])


# %% mistake: relu-weights (is-nor)
def xor_network():
    # as in the book
    W1 = np.array([[1, 1], [1, 1]])
    b1 = np.array([0, -1])
    W2 = np.array([[1], [-2]])
    b2 = np.array([0])
    return W1, b1, W2, b2


# %% mistake: half-of-xor
def xor_network():
    W1 = np.array([[1.0, 1.0], [-1.0, 1.0]])
    return W1, np.array([-0.5, -1.5]), np.array([1.0, -1.0]), -0.5


# %% mistake: follows-one-input
def xor_network():
    W1 = np.eye(2)
    b1 = np.array([-0.5, -0.5])
    return W1, b1, np.array([[1.0], [0.0]]), np.array([-0.5])


# %% mistake: is-or
def xor_network():
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1], [0]])
    return W1, b1, W2, np.array([-1])


# %% mistake: is-xnor
def xor_network():
    W1 = np.array([[1, 1], [1, 1]])  # OR, AND
    b1 = np.array([-0.5, -1.5])
    return W1, b1, np.array([[-1], [1]]), np.array([0])


# %% mistake: is-and
def xor_network():
    W1 = np.array([[1, 1], [1, 1]])  # OR, AND
    b1 = np.array([-0.5, -1.5])
    return W1, b1, np.array([[1], [1]]), np.array([-1.5])


# %% mistake: never-fires
def xor_network():
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    return W1, b1, np.array([[0.5], [0.5]]), np.array([-1.5])


# %% mistake: is-nand
def xor_network():
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([0.5, 1.5])
    return W1, b1, np.array([[1], [1]]), np.array([-2])


# %% wrong: three-things
def xor_network():
    return np.array([[1, -1], [1, -1]]), np.array([-0.5, 1.5]), np.array([[1], [1]])


# %% wrong: row-for-column
def xor_network():
    W1 = np.array([[1, -1], [1, -1]])
    return W1, np.array([-0.5, 1.5]), np.array([[1, 1]]), np.array([-1.5])
