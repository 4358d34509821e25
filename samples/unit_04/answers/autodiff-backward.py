# %% right: plain
def autodiff_backward(output):
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node.parents)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for parent, local in zip(node.parents, node.local_derivatives):
            parent.grad += local * node.grad


# %% right: counting
# Kahn: a node is ready when all that it goes into are done
def autodiff_backward(output):
    waiting, found, todo = {}, [output], [output]
    waiting[id(output)] = 0
    while todo:
        for parent in todo.pop().parents:
            if id(parent) not in waiting:
                waiting[id(parent)] = 0
                found.append(parent)
                todo.append(parent)
            waiting[id(parent)] += 1
    for node in found:
        node.grad = 0.0
    output.grad = 1.0
    ready = [output]
    while ready:
        node = ready.pop()
        for parent, local in zip(node.parents, node.local_derivatives):
            parent.grad = parent.grad + node.grad * local
            waiting[id(parent)] -= 1
            if waiting[id(parent)] == 0:
                ready.append(parent)


# %% right: graphlib
from graphlib import TopologicalSorter

def autodiff_backward(output):
    uses, stack = {}, [output]
    while stack:
        node = stack.pop()
        if node not in uses:
            uses[node] = set(node.parents)
            stack += node.parents
    order = list(TopologicalSorter(uses).static_order())
    totals = dict.fromkeys(order, 0.0)
    totals[output] = 1.0
    for node in order[::-1]:
        node.grad = totals[node]
        for i, parent in enumerate(node.parents):
            totals[parent] += node.local_derivatives[i] * totals[node]


# %% mistake: assigned-not-added
def autodiff_backward(output):
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node.parents)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for parent, local in zip(node.parents, node.local_derivatives):
            parent.grad = local * node.grad


# %% mistake: gradients-not-reset
def autodiff_backward(output):
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node.parents)
    output.grad = 1.0
    for node in reversed(order):
        for parent, local in zip(node.parents, node.local_derivatives):
            parent.grad += local * node.grad


# %% mistake: local-only (upstream-ignored)
def autodiff_backward(output):
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node.parents)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for parent, local in zip(node.parents, node.local_derivatives):
            parent.grad += local


# %% mistake: one-level-only
def autodiff_backward(output):
    output.grad = 1.0
    for parent in output.parents:
        parent.grad = 0.0
    for parent, local in zip(output.parents, output.local_derivatives):
        parent.grad += local


# %% pattern: recursive (calls-itself-too-often)
# right for small graphs; a long chain hits the recursion limit
def autodiff_backward(output):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for parent, local in zip(node.parents, node.local_derivatives):
            parent.grad += local * node.grad


# %% mistake: along-every-path
def autodiff_backward(output):
    def clear(node, seen):
        stack = [node]
        while stack:
            n = stack.pop()
            if id(n) not in seen:
                seen.add(id(n))
                n.grad = 0.0
                stack.extend(n.parents)

    def back(node, upstream):
        node.grad += upstream
        for parent, d in zip(node.parents, node.local_derivatives):
            back(parent, upstream * d)

    clear(output, set())
    back(output, 1.0)


# %% mistake: passed-on-more-than-once
def autodiff_backward(output):
    seen, stack = set(), [output]
    while stack:
        n = stack.pop()
        if id(n) not in seen:
            seen.add(id(n))
            n.grad = 0.0
            stack.extend(n.parents)
    output.grad = 1.0

    def back(node):
        for parent, d in zip(node.parents, node.local_derivatives):
            parent.grad += node.grad * d
            back(parent)

    back(output)


# %% mistake: passed-on-too-early
def autodiff_backward(output):
    order = [output]
    known = {id(output)}
    for node in order:
        for parent in node.parents:
            if id(parent) not in known:
                known.add(id(parent))
                order.append(parent)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for parent, d in zip(node.parents, node.local_derivatives):
            parent.grad += d * node.grad


# %% mistake: local-derivative-ignored
def autodiff_backward(output):
    order = sorted_nodes(output)
    for node in order:
        node.grad = 0
    output.grad = 1
    for node in order:
        for parent in node.parents:
            parent.grad += node.grad


def sorted_nodes(output):
    waiting, stack, seen = {}, [output], {id(output)}
    while stack:
        node = stack.pop()
        for parent in node.parents:
            waiting[id(parent)] = waiting.get(id(parent), 0) + 1
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append(parent)
    order, ready = [], [output]
    while ready:
        node = ready.pop()
        order.append(node)
        for parent in node.parents:
            waiting[id(parent)] -= 1
            if waiting[id(parent)] == 0:
                ready.append(parent)
    return order


# %% mistake: starts-with-value
def autodiff_backward(output):
    order, stack, done = [], [(output, False)], set()
    while stack:
        node, leaving = stack.pop()
        if leaving:
            order.append(node)
        elif id(node) not in done:
            done.add(id(node))
            stack.append((node, True))
            stack.extend((p, False) for p in node.parents)
    for node in order:
        node.grad = 0.0
    output.grad = output.value
    for node in reversed(order):
        for parent, d in zip(node.parents, node.local_derivatives):
            parent.grad += d * node.grad


# %% mistake: start-missing
def autodiff_backward(output):
    order, stack, done = [], [(output, False)], set()
    while stack:
        node, leaving = stack.pop()
        if leaving:
            order.append(node)
        elif id(node) not in done:
            done.add(id(node))
            stack.append((node, True))
            stack.extend((p, False) for p in node.parents)
    for node in order:
        node.grad = 0.0
    for node in reversed(order):
        for parent, d in zip(node.parents, node.local_derivatives):
            parent.grad += d * node.grad


# %% mistake: repeated-parent-once
def autodiff_backward(output):
    order, stack, done = [], [(output, False)], set()
    while stack:
        node, leaving = stack.pop()
        if leaving:
            order.append(node)
        elif id(node) not in done:
            done.add(id(node))
            stack.append((node, True))
            stack.extend((p, False) for p in node.parents)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        slopes = dict(zip(node.parents, node.local_derivatives))
        for parent in slopes:
            parent.grad += slopes[parent] * node.grad
