# %% right: plain
def shift_image(image, rows, columns):
    height, width = image.shape
    result = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            if 0 <= r - rows < height and 0 <= c - columns < width:
                result[r, c] = image[r - rows, c - columns]
    return result


# %% right: padded
def shift_image(image, rows, columns):
    height, width = image.shape
    padded = np.pad(image, ((abs(rows), abs(rows)), (abs(columns), abs(columns))))
    top = abs(rows) - rows
    left = abs(columns) - columns
    return padded[top : top + height, left : left + width]


# %% right: loops
def shift_image(image, rows, columns):
    result = np.zeros(image.shape)
    for r in range(image.shape[0]):
        for c in range(image.shape[1]):
            new_r, new_c = r + rows, c + columns
            inside = new_r >= 0 and new_r < image.shape[0]
            inside = inside and new_c >= 0 and new_c < image.shape[1]
            if inside:
                result[new_r, new_c] = image[r, c]
    return result


# %% right: float32
def shift_image(image, rows, columns):
    height, width = image.shape
    down = np.eye(height, k=-rows, dtype=np.float32)
    right = np.eye(width, k=columns, dtype=np.float32)
    return down @ image.astype(np.float32) @ right


# %% right: lists
def shift_image(image, rows, columns):
    old = np.asarray(image).tolist()
    height, width = len(old), len(old[0])
    return [
        [
            old[r - rows][c - columns] if 0 <= r - rows < height and 0 <= c - columns < width else 0
            for c in range(width)
        ]
        for r in range(height)
    ]


# %% right: scipy
def shift_image(image, rows, columns):
    from scipy import ndimage

    return ndimage.shift(image, (rows, columns), order=0)


# %% mistake: wrapped-around
def shift_image(image, rows, columns):
    return np.roll(np.roll(image, rows, axis=0), columns, axis=1)


# %% mistake: rows-and-columns-exchanged
def shift_image(image, rows, columns):
    result = np.zeros(image.shape)
    height, width = image.shape
    for r in range(height):
        for c in range(width):
            if 0 <= r - columns < height and 0 <= c - rows < width:
                result[r, c] = image[r - columns, c - rows]
    return result


# %% mistake: direction-reversed
def shift_image(image, rows, columns):
    height, width = image.shape
    result = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            if 0 <= r + rows < height and 0 <= c + columns < width:
                result[r, c] = image[r + rows, c + columns]
    return result


# %% mistake: up-instead-of-down
def shift_image(image, rows, columns):
    height, width = image.shape
    padded = np.pad(image, ((abs(rows), abs(rows)), (abs(columns), abs(columns))))
    top = abs(rows) + rows
    left = abs(columns) - columns
    return padded[top : top + height, left : left + width]


# %% mistake: left-instead-of-right
def shift_image(image, rows, columns):
    height, width = image.shape
    return np.eye(height, k=-rows) @ image @ np.eye(width, k=-columns)


# %% mistake: rows-only
def shift_image(image, rows, columns):
    result = np.zeros(image.shape)
    for r in range(len(image)):
        if 0 <= r - rows < len(image):
            result[r] = image[r - rows]
    return result


# %% mistake: positive-only
def shift_image(image, rows, columns):
    height, width = image.shape
    rows, columns = abs(rows), abs(columns)
    result = np.zeros((height, width))
    if rows < height and columns < width:
        result[rows:, columns:] = image[: height - rows, : width - columns]
    return result


# %% mistake: edge-repeated
def shift_image(image, rows, columns):
    height, width = image.shape
    r = np.clip(np.arange(height) - rows, 0, height - 1)
    c = np.clip(np.arange(width) - columns, 0, width - 1)
    return image[np.ix_(r, c)]


# %% mistake: filled-with-mean
def shift_image(image, rows, columns):
    from scipy import ndimage

    return ndimage.shift(image.astype(float), (rows, columns), order=0, cval=image.mean())


# %% mistake: zero-shift-loses-all
def shift_image(image, rows, columns):
    height, width = image.shape
    result = np.zeros((height, width))
    if abs(rows) >= height or abs(columns) >= width:
        return result
    if rows > 0:
        to_rows, from_rows = slice(rows, None), slice(None, -rows)
    else:
        to_rows, from_rows = slice(None, rows), slice(-rows, None)
    if columns > 0:
        to_columns, from_columns = slice(columns, None), slice(None, -columns)
    else:
        to_columns, from_columns = slice(None, columns), slice(-columns, None)
    part = image[from_rows, from_columns]
    into = result[to_rows, to_columns]
    if part.size and into.size:
        into[:] = part
    return result


# %% mistake: far-shift-comes-back
def shift_image(image, rows, columns):
    height, width = image.shape
    rows = int(np.sign(rows)) * (abs(rows) % height)
    columns = int(np.sign(columns)) * (abs(columns) % width)
    return np.eye(height, k=-rows) @ image @ np.eye(width, k=columns)


# %% mistake: frame-grows
def shift_image(image, rows, columns):
    down, up = max(rows, 0), max(-rows, 0)
    right, left = max(columns, 0), max(-columns, 0)
    return np.pad(image, ((down, up), (right, left)))


# %% pattern: in-place (input-modified)
def shift_image(image, rows, columns):
    old = image.copy()
    height, width = image.shape
    image[:] = 0
    for r in range(height):
        for c in range(width):
            if 0 <= r + rows < height and 0 <= c + columns < width:
                image[r + rows, c + columns] = old[r, c]
    return image


# %% mistake: index-error (wrapped-around)
def shift_image(image, rows, columns):
    result = np.zeros(image.shape)
    for r in range(image.shape[0]):
        for c in range(image.shape[1]):
            result[r + rows, c + columns] = image[r, c]
    return result


# %% pattern: prints (returns-nothing)
def shift_image(image, rows, columns):
    plt.imshow(np.roll(image, (rows, columns), axis=(0, 1)))
