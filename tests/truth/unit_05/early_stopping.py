"""Answers to early-stopping: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import numpy as np


def right_counter(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    best, lowest, waited, losses = None, np.inf, 0, []
    for _ in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < lowest:
            best, lowest, waited = [w.copy() for w in weights], loss, 0
        else:
            waited += 1
        if waited >= patience:
            break
    return best, losses


def right_while_best_epoch(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    losses: list = []
    best, best_epoch, epoch = None, 0, 0
    while epoch < max_epochs and epoch - best_epoch < patience:
        epoch += 1
        loss = train_epoch(weights)
        if not losses or loss < min(losses):
            best, best_epoch = deepcopy(weights), epoch
        losses.append(loss)
    return best, losses


def right_all_snapshots(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    losses, snapshots = [], []
    while len(losses) < max_epochs:
        losses.append(float(train_epoch(weights)))
        snapshots.append([np.array(w) for w in weights])
        if len(losses) - 1 - int(np.argmin(losses)) >= patience:
            break
    return snapshots[int(np.argmin(losses))], losses


def right_buffers(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    """Fresh arrays once, then filled in place at each new minimum."""
    buffers = [np.empty_like(w) for w in weights]
    losses: list = []
    left = patience
    for epoch in range(max_epochs):
        loss = train_epoch(weights)
        if epoch == 0 or loss < min(losses):
            for kept, w in zip(buffers, weights, strict=True):
                kept[...] = w
            left = patience
        else:
            left -= 1
        losses.append(loss)
        if left == 0:
            break
    return buffers, losses


def wrong_reference(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    best, lowest, waited, losses = None, np.inf, 0, []
    for _ in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < lowest:
            best, lowest, waited = weights, loss, 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, losses


def wrong_tie_is_minimum(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    best, lowest, waited, losses = None, np.inf, 0, []
    for _ in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss <= lowest:
            best, lowest, waited = [w.copy() for w in weights], loss, 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, losses


def wrong_not_in_a_row(train_epoch: Any, weights: Any, patience: Any, max_epochs: Any) -> Any:
    best, lowest, waited, losses = None, np.inf, 0, []
    for _ in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < lowest:
            best, lowest = [w.copy() for w in weights], loss
        else:
            waited += 1
            if waited == patience:
                break
    return best, losses


def wrong_compares_with_previous(
    train_epoch: Any, weights: Any, patience: Any, max_epochs: Any
) -> Any:
    best, previous, waited, losses = None, np.inf, 0, []
    for _ in range(max_epochs):
        loss = train_epoch(weights)
        losses.append(loss)
        if loss < previous:
            best, waited = [w.copy() for w in weights], 0
        else:
            waited += 1
            if waited == patience:
                break
        previous = loss
    return best, losses
