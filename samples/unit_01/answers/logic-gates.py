# %% right: plain
def logic_gates():
    return {
        "AND": ([1.0, 1.0], -1.5),
        "OR": ([1.0, 1.0], -0.5),
        "NAND": ([-1.0, -1.0], 1.5),
    }


# %% right: integers
def logic_gates():
    gates = {}
    gates["AND"] = ((2, 2), -3)
    gates["OR"] = ((2, 2), -1)
    gates["NAND"] = ((-2, -2), 3)
    return gates


# %% right: on-the-edge
def logic_gates():
    return dict(AND=[[1, 1], -2], OR=[[1, 1], -1], NAND=[[-1, -1], 1], XOR=None)


# %% right: arrays
def logic_gates():
    w = np.array([0.6, 0.7], dtype=np.float32)
    return {"AND": (w, np.float64(-1)), "OR": (w, np.array([-0.3])), "NAND": (-w, 1)}


# %% right: search
import itertools


def logic_gates():
    """Tries small weights until the table is right."""
    tables = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}
    inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    found = {}
    for name, table in tables.items():
        for w1, w2, b in itertools.product(range(-2, 3), repeat=3):
            if [int(w1 * p + w2 * q + b >= 0) for p, q in inputs] == table:
                found[name] = ([w1, w2], b)
                break
    return found


# %% right: trained
def logic_gates():
    """Corrects the weights until each table is right."""
    gates = {}
    for name, table in {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0)}.items():
        w, b, wrong = [0, 0], 0, True
        while wrong:
            wrong = False
            for (p, q), y in zip([(0, 0), (0, 1), (1, 0), (1, 1)], table):
                error = y - (w[0] * p + w[1] * q + b >= 0)
                if error:
                    w, b, wrong = [w[0] + error * p, w[1] + error * q], b + error, True
        gates[name] = (w, b)
    return gates


# %% mistake: and-always-fires, 2 points
def logic_gates():
    return {
        "AND": ([1, 1], 0),
        "OR": ([1, 1], -0.5),
        "NAND": ([-1, -1], 1.5),
    }


# %% mistake: and-never-fires, 2 points
def logic_gates():
    AND = ([0.5, 0.5], -1.5)
    OR = ([0.5, 0.5], -0.25)
    NAND = ([-0.5, -0.5], 0.75)
    return {"AND": AND, "OR": OR, "NAND": NAND}


# %% mistake: or-always-fires, 2 points
def logic_gates():
    return {
        "AND": ([1, 1], -2),
        "OR": ([1, 1], 0),
        "NAND": ([-1, -1], 1),
    }


# %% mistake: or-never-fires, 2 points
def logic_gates():
    return {"AND": ([1, 1], -1.5), "OR": ([0.2, 0.2], -0.5), "NAND": ([-1, -1], 1.5)}


# %% mistake: nand-always-fires, 2 points
def logic_gates():
    return {
        "AND": ((1, 1), -2),
        "OR": ((1, 1), -1),
        "NAND": ((-1, -1), 2),  # the opposite of AND
    }


# %% mistake: nand-never-fires, 2 points
def logic_gates():
    return {
        "AND": ([1, 1], -1.5),
        "OR": ([1, 1], -0.5),
        "NAND": ([-1, -1], -1.5),
    }


# %% mistake: and-is-or, 2 points
def logic_gates():
    w = [1, 1]
    return {"AND": (w, -1), "OR": (w, -0.5), "NAND": ([-1, -1], 1.5)}


# %% mistake: or-is-and, 2 points
def logic_gates():
    w = [1, 1]
    return {"AND": (w, -2), "OR": (w, -1.5), "NAND": ([-1, -1], 1)}


# %% mistake: nand-is-and, 2 points
def logic_gates():
    return {"AND": ([3, 3], -5), "OR": ([3, 3], -2), "NAND": ([3, 3], -5)}


# %% mistake: nand-is-nor, 2 points
def logic_gates():
    return {
        "AND": ([1, 1], -1.5),
        "OR": ([1, 1], -0.5),
        "NAND": ([-1, -1], 0.5),
    }


# %% mistake: nand-is-or, 2 points
def logic_gates():
    return {
        "AND": ([1, 1], -1.5),
        "OR": ([1, 1], -0.5),
        "NAND": ([1, 1], -1),
    }


# %% mistake: three-wrong (and-is-or), 0 points
def logic_gates():
    return {
        "AND": ([1, 1], -1),
        "OR": ([1, 1], 0),
        "NAND": ([1, 1], -1.5),
    }


# %% wrong: gate-missing, 2 points
def logic_gates():
    return {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5)}


# %% wrong: lower-case-keys
def logic_gates():
    return {"and": ([1, 1], -1.5), "or": ([1, 1], -0.5), "nand": ([-1, -1], 1.5)}


# %% wrong: bias-among-weights
def logic_gates():
    return {"AND": [-1.5, 1, 1], "OR": [-0.5, 1, 1], "NAND": [1.5, -1, -1]}


# %% pattern: prints (returns-nothing)
def logic_gates():
    AND = ([1.0, 1.0], -1.5)
    OR = ([1.0, 1.0], -0.5)
    NAND = ([-1.0, -1.0], 1.5)
    print({"AND": AND, "OR": OR, "NAND": NAND})


# %% wrong: hostile-keys
def logic_gates():
    return {"=1+1": ([1, 1], -1.5), "<script>alert('key')</script>": 1, "AND": "'; DROP TABLE grade; --"}


# %% mistake: and-is-nand, 2 points
def logic_gates():
    return {
        "AND": ([-2, -2], 3),
        "OR": ([2, 2], -1),
        "NAND": ([-2, -2], 3),
    }


# %% mistake: and-uses-one-input, 2 points
def logic_gates():
    return {
        "AND": ([2, 0.5], -1),
        "OR": ([1, 1], -0.5),
        "NAND": ([-1, -1], 1.5),
    }


# %% mistake: or-uses-one-input, 2 points
def logic_gates():
    return {
        "AND": ([1, 1], -1.5),
        "OR": ([0.4, 1], -0.5),
        "NAND": ([-1, -1], 1.5),
    }
