# %% right: plain
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    waiting = set(graph)
    while waiting:
        ready = [n for n in waiting if all(p in values for p in graph[n][1])]
        if not ready:
            raise ValueError("the graph has a cycle")
        for n in ready:
            f, parents = graph[n]
            values[n] = f(*[values[p] for p in parents])
            waiting.remove(n)
    return values


# %% right: graphlib
from graphlib import TopologicalSorter


def evaluate_graph(graph, inputs):
    values = inputs.copy()
    edges = {name: entry[1] for name, entry in graph.items()}
    for name in TopologicalSorter(edges).static_order():
        if name not in values:
            function, parents = graph[name]
            values[name] = function(*map(values.__getitem__, parents))
    return values


# %% right: recursive
def evaluate_graph(graph, inputs):
    values, busy = {}, set()
    values.update(inputs)

    def visit(name):
        if name in values:
            return values[name]
        if name in busy:
            raise ValueError("cycle through " + name)
        busy.add(name)
        function, parents = graph[name]
        values[name] = function(*(visit(p) for p in parents))
        busy.discard(name)
        return values[name]

    for name in graph:
        visit(name)
    return values


# %% right: kahn
from collections import deque


def evaluate_graph(graph, inputs):
    """Kahn: count what each node still waits for."""
    children = {name: [] for name in list(graph) + list(inputs)}
    open_parents = {}
    for name, (_, parents) in graph.items():
        open_parents[name] = len(parents)
        for p in parents:
            children[p].append(name)
    values = dict(inputs)
    queue = deque(list(inputs) + [n for n in graph if open_parents[n] == 0])
    done = 0
    while queue:
        name = queue.popleft()
        if name in graph:
            f, parents = graph[name]
            values[name] = f(*[values[p] for p in parents])
            done += 1
        for child in children[name]:
            open_parents[child] -= 1
            if open_parents[child] == 0:
                queue.append(child)
    if done < len(graph):
        raise ValueError("cycle")
    return values


# %% mistake: order-of-the-dictionary
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    for name in graph:
        function, parents = graph[name]
        arguments = [values[p] for p in parents]
        values[name] = function(*arguments)
    return values


# %% mistake: only-one-pass
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    for name, (function, parents) in graph.items():
        if set(parents) <= set(values):
            values[name] = function(*[values[p] for p in parents])
    return values


# %% mistake: only-the-last-value
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    if not graph:
        return values
    waiting = list(graph)
    while waiting:
        before = len(waiting)
        for n in list(waiting):
            f, parents = graph[n]
            if all(p in values for p in parents):
                values[n] = f(*[values[p] for p in parents])
                waiting.remove(n)
        if len(waiting) == before:
            raise ValueError("cycle")
    return values[list(graph)[-1]]


# %% mistake: inputs-missing
def evaluate_graph(graph, inputs):
    values = {}
    while len(values) < len(graph):
        before = len(values)
        for name, (f, parents) in graph.items():
            if name in values or not all(p in values or p in inputs for p in parents):
                continue
            values[name] = f(*[values[p] if p in values else inputs[p] for p in parents])
        if len(values) == before:
            raise ValueError("there is a cycle")
    return values


# %% mistake: cycle-unnoticed
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    for _ in range(len(graph) + 1):
        for name, (f, parents) in graph.items():
            if name not in values and all(p in values for p in parents):
                values[name] = f(*[values[p] for p in parents])
    return values


# %% mistake: cycle-ends-in-recursion-error
def evaluate_graph(graph, inputs):
    values = dict(inputs)

    def compute(name):
        if name not in values:
            f, parents = graph[name]
            values[name] = f(*[compute(p) for p in parents])
        return values[name]

    for name in graph:
        compute(name)
    return values


# %% mistake: another-exception
def evaluate_graph(graph, inputs):
    values, left = dict(inputs), list(graph)
    while left:
        ready = [n for n in left if all(p in values for p in graph[n][1])]
        if not ready:
            raise Exception("the graph has a cycle!")
        for n in ready:
            values[n] = graph[n][0](*[values[p] for p in graph[n][1]])
        left = [n for n in left if n not in ready]
    return values


# %% mistake: computed-again
def evaluate_graph(graph, inputs):
    def compute(name, path=()):
        if name in inputs:
            return inputs[name]
        if name in path:
            raise ValueError("cycle")
        f, parents = graph[name]
        return f(*[compute(p, path + (name,)) for p in parents])

    values = dict(inputs)
    for name in graph:
        values[name] = compute(name)
    return values


# %% mistake: parents-reversed
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    todo = dict(graph)
    while todo:
        ready = [n for n in todo if all(p in values for p in todo[n][1])]
        if not ready:
            raise ValueError
        for n in ready:
            function, parents = todo.pop(n)
            stack = list(parents)
            arguments = []
            while stack:
                arguments.append(values[stack.pop()])
            values[n] = function(*arguments)
    return values


# %% pattern: prints (returns-nothing)
def evaluate_graph(graph, inputs):
    values = dict(inputs)
    todo = list(graph)
    while todo:
        ready = [n for n in todo if all(p in values for p in graph[n][1])]
        if not ready:
            raise ValueError("cycle")
        for n in ready:
            values[n] = graph[n][0](*[values[p] for p in graph[n][1]])
            todo.remove(n)
    for name, value in values.items():
        print(name, "=", value)


# %% pattern: writes-into-inputs (input-modified)
def evaluate_graph(graph, inputs):
    left = set(graph)
    while left:
        n = next((n for n in sorted(left) if all(p in inputs for p in graph[n][1])), None)
        if n is None:
            raise ValueError("cycle")
        f, parents = graph[n]
        inputs[n] = f(*[inputs[p] for p in parents])
        left.remove(n)
    return inputs
