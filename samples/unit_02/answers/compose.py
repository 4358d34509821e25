# %% right: plain
def compose(functions):
    def chain(x):
        for f in functions:
            x = f(x)
        return x

    return chain


# %% right: recursive
def compose(functions):
    if len(functions) == 0:
        return lambda x: x
    rest = compose(functions[1:])
    return lambda x: rest(functions[0](x))


# %% right: reduce
from functools import reduce


def compose(functions):
    return lambda x: reduce(lambda value, f: f(value), functions, x)


# %% right: nested
def compose(functions):
    def link(outer, inner):
        return lambda x: outer(inner(x))

    result = lambda x: x
    for f in functions:
        result = link(f, result)
    return result


# %% right: a-class
class Chain:
    def __init__(self, functions):
        self.functions = tuple(functions)

    def __call__(self, x):
        y = x
        i = 0
        while i < len(self.functions):
            y = self.functions[i](y)
            i += 1
        return y


compose = Chain


# %% mistake: reversed-order
def compose(functions):
    def chain(x):
        for f in reversed(functions):
            x = f(x)
        return x

    return chain


# %% mistake: only-the-first
def compose(functions):
    def chain(x):
        for f in functions:
            x = f(x)
            return x
        return x

    return chain


# %% mistake: only-the-last
def compose(functions):
    def chain(x):
        y = x
        for f in functions:
            y = f(x)
        return y

    return chain


# %% mistake: not-chained
def compose(functions):
    return lambda x: [f(x) for f in functions]


# %% mistake: results-combined
def compose(functions):
    def chain(x):
        if not functions:
            return x
        total = functions[0](x)
        for f in functions[1:]:
            total = total * f(x)
        return total

    return chain


# %% mistake: first-one-missing
def compose(functions):
    def chain(x):
        for i in range(1, len(functions)):
            x = functions[i](x)
        return x

    return chain


# %% mistake: last-one-missing
def compose(functions):
    def chain(x):
        for i in range(len(functions) - 1):
            x = functions[i](x)
        return x

    return chain


# %% mistake: no-identity
def compose(functions):
    def chain(x):
        y = 0
        for number, f in enumerate(functions):
            y = f(x) if number == 0 else f(y)
        return y

    return chain


# %% mistake: all-steps-returned
def compose(functions):
    def chain(x):
        values = [x]
        for f in functions:
            values.append(f(values[-1]))
        return values

    return chain


# %% mistake: only-first-two
def compose(functions):
    def chain(x):
        if len(functions) == 0:
            return x
        if len(functions) == 1:
            return functions[0](x)
        return functions[1](functions[0](x))

    return chain


# %% pattern: prints (returns-nothing)
def compose(functions):
    def chain(x):
        for f in functions:
            x = f(x)
        print(x)

    return chain


# %% pattern: late-binding (calls-itself-too-often)
def compose(functions):
    result = lambda x: x
    for f in functions:
        result = lambda x: f(result(x))
    return result


# %% mistake: uses-them-up (works-only-once)
def compose(functions):
    def chain(x):
        while functions:
            x = functions.pop(0)(x)
        return x

    return chain
