# %% right: plain
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    result = np.zeros(images.shape)
    for i in range(len(images)):
        rows, columns = rng.integers(-max_shift, max_shift + 1, size=2)
        result[i] = shift_image(images[i], rows, columns)
    return result


# %% right: loops
def augment_batch(images, max_shift, rng, training):
    result = np.zeros(images.shape)
    n, height, width = images.shape
    for i in range(n):
        down = right = 0
        if training:
            down = rng.integers(-max_shift, max_shift, endpoint=True)
            right = rng.integers(-max_shift, max_shift, endpoint=True)
        for r in range(height):
            for c in range(width):
                if 0 <= r - down < height and 0 <= c - right < width:
                    result[i, r, c] = images[i, r - down, c - right]
    return result


# %% right: float32
def augment_batch(images, max_shift, rng, training):
    images = images.astype(np.float32)
    if not training:
        return images
    n, height, width = images.shape
    m = max_shift
    padded = np.pad(images, ((0, 0), (m, m), (m, m)))
    tops = rng.integers(2 * m + 1, size=n)
    lefts = rng.integers(2 * m + 1, size=n)
    rows = tops[:, None, None] + np.arange(height)[:, None]
    columns = lefts[:, None, None] + np.arange(width)
    return padded[np.arange(n)[:, None, None], rows, columns]


# %% right: lists
def augment_batch(images, max_shift, rng, training):
    result = []
    for image in images:
        if training:
            rows = int(rng.choice(range(-max_shift, max_shift + 1)))
            columns = int(rng.choice(range(-max_shift, max_shift + 1)))
            image = shift_image(image, rows, columns)
        result.append(np.asarray(image).tolist())
    return result


# %% right: scipy
def augment_batch(images, max_shift, rng, training):
    from scipy import ndimage

    if not training:
        return images.copy()
    shifts = np.floor(rng.uniform(-max_shift, max_shift + 1, size=(len(images), 2)))
    return np.array([ndimage.shift(im, s, order=0) for im, s in zip(images, shifts)])


# %% mistake: active-after-training
def augment_batch(images, max_shift, rng, training):
    shifts = rng.integers(-max_shift, max_shift + 1, size=(len(images), 2))
    rows = np.arange(images.shape[1])
    columns = np.arange(images.shape[2])
    result = np.zeros(images.shape)
    for i, (down, right) in enumerate(shifts):
        r = rows[(rows - down >= 0) & (rows - down < len(rows))]
        c = columns[(columns - right >= 0) & (columns - right < len(columns))]
        result[i][np.ix_(r, c)] = images[i][np.ix_(r - down, c - right)]
    return result


# %% mistake: training-reversed
def augment_batch(images, max_shift, rng, training):
    if training:
        return images
    m, (n, height, width) = max_shift, images.shape
    padded = np.pad(images, ((0, 0), (m, m), (m, m)))
    result = np.zeros(images.shape)
    for i, (r, c) in enumerate(rng.integers(0, 2 * m + 1, size=(n, 2))):
        result[i] = padded[i, r : r + height, c : c + width]
    return result


# %% mistake: nothing-shifted
def augment_batch(images, max_shift, rng, training):
    if training:
        for image in images:
            rows, columns = rng.integers(-max_shift, max_shift + 1, size=2)
            image = shift_image(image, rows, columns)
    return images


# %% mistake: one-shift-for-all
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    rows, columns = rng.integers(-max_shift, max_shift + 1, size=2)
    m, (n, height, width) = max_shift, images.shape
    padded = np.pad(images, ((0, 0), (m, m), (m, m)))
    return padded[:, m - rows : m - rows + height, m - columns : m - columns + width]


# %% mistake: same-for-rows-and-columns
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    m, (n, height, width) = max_shift, images.shape
    padded = np.pad(images, ((0, 0), (m, m), (m, m)))
    starts = rng.integers(2 * m + 1, size=n)
    return np.array([padded[i, k : k + height, k : k + width] for i, k in enumerate(starts)])


# %% mistake: largest-shift-missing
def augment_batch(images, max_shift, rng, training):
    if not training or max_shift == 0:
        return images
    height, width = images.shape[1:]
    result = np.zeros(images.shape)
    for i in range(len(images)):
        rows, columns = rng.integers(-max_shift, max_shift, size=2)
        result[i] = np.eye(height, k=-rows) @ images[i] @ np.eye(width, k=columns)
    return result


# %% mistake: never-negative
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    height, width = images.shape[1:]
    result = np.zeros(images.shape)
    for i, image in enumerate(images):
        rows, columns = rng.integers(max_shift + 1, size=2)
        result[i, rows:, columns:] = image[: height - rows, : width - columns]
    return result


# %% mistake: not-equally-likely
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    from scipy import ndimage

    shifts = np.round(rng.uniform(-max_shift, max_shift, size=(len(images), 2)))
    return np.array([ndimage.shift(im, s, order=0) for im, s in zip(images, shifts)])


# %% mistake: rows-only
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    result = np.zeros(images.shape)
    height = images.shape[1]
    for i in range(len(images)):
        shift = rng.integers(-max_shift, max_shift + 1)
        result[i] = np.eye(height, k=-shift) @ images[i]
    return result


# %% mistake: wrapped-around
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    rolled = []
    for image in images:
        shift = rng.integers(-max_shift, max_shift + 1, size=2)
        rolled.append(np.roll(image, shift, axis=(0, 1)))
    return np.stack(rolled)


# %% mistake: own-generator
def augment_batch(images, max_shift, rng, training):
    rng = np.random.default_rng(42)
    if not training:
        return images
    height, width = images.shape[1:]
    shifts = rng.integers(-max_shift, max_shift + 1, size=(len(images), 2))
    return np.array(
        [
            np.eye(height, k=-rows) @ image @ np.eye(width, k=columns)
            for image, (rows, columns) in zip(images, shifts)
        ]
    )


# %% mistake: beyond-the-limit
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    batch = []
    for image in images:
        rows = rng.integers(-max_shift, max_shift + 2)
        columns = rng.integers(-max_shift, max_shift + 2)
        batch.append(shift_image(image, rows, columns))
    return np.array(batch)


# %% pattern: in-place (input-modified)
def augment_batch(images, max_shift, rng, training):
    if training:
        for i in range(len(images)):
            rows, columns = rng.integers(-max_shift, max_shift + 1, size=2)
            images[i] = shift_image(images[i], rows, columns)
    return images


# %% pattern: global-generator (not-repeatable)
def augment_batch(images, max_shift, rng, training):
    if not training:
        return images
    shifts = np.random.randint(-max_shift, max_shift + 1, size=(len(images), 2))
    return np.array([shift_image(image, r, c) for image, (r, c) in zip(images, shifts)])


# %% pattern: prints (returns-nothing)
def augment_batch(images, max_shift, rng, training):
    for image in images:
        plt.imshow(np.roll(image, rng.integers(-max_shift, max_shift + 1), axis=0))
