# %% right: plain
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.meshgrid(np.arange(height), np.arange(width), indexing="ij")
    return look_up(image, cy + (row - cy) / factor, cx + (column - cx) / factor)


# %% right: loops
def resize_image(image, factor):
    height, width = image.shape
    result = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            y = (row - (height - 1) / 2) / factor + (height - 1) / 2
            x = (column - (width - 1) / 2) / factor + (width - 1) / 2
            top, left = int(np.floor(y)), int(np.floor(x))
            for r in (top, top + 1):
                for c in (left, left + 1):
                    if 0 <= r < height and 0 <= c < width:
                        result[row, column] += (1 - abs(y - r)) * (1 - abs(x - c)) * image[r, c]
    return result


# %% right: float32
def resize_image(image, factor):
    def hats(n):
        old = (np.arange(n, dtype=np.float32) - (n - 1) / 2) / np.float32(factor) + (n - 1) / 2
        return np.maximum(0, 1 - abs(old[:, None] - np.arange(n, dtype=np.float32)))

    height, width = image.shape
    return (hats(height) @ image @ hats(width).T).astype(np.float32)


# %% right: lists
def resize_image(image, factor):
    old = np.asarray(image).tolist()

    def stretch(line):
        n = len(line)
        line = [0] + line + [0]
        new = []
        for k in range(n):
            place = min(max((k - (n - 1) / 2) / factor + (n - 1) / 2 + 1, 0), n + 1)
            before = min(int(place), n)
            share = place - before
            new.append((1 - share) * line[before] + share * line[before + 1])
        return new

    wide = [stretch(row) for row in old]
    tall = [stretch(list(column)) for column in zip(*wide)]
    return [list(row) for row in zip(*tall)]


# %% right: scipy
def resize_image(image, factor):
    from scipy import ndimage

    middle = (np.array(image.shape) - 1) / 2
    return ndimage.affine_transform(
        np.asarray(image, dtype=float),
        [1 / factor, 1 / factor],
        offset=middle - middle / factor,
        order=1,
    )


# %% mistake: factor-inverted
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    return look_up(image, cy + (row - cy) * factor, cx + (column - cx) * factor)


# %% mistake: about-the-corner
def resize_image(image, factor):
    row, column = np.indices(image.shape)
    return look_up(image, row / factor, column / factor)


# %% mistake: nearest-pixel
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    result = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            old_r = round(cy + (r - cy) / factor)
            old_c = round(cx + (c - cx) / factor)
            if 0 <= old_r < height and 0 <= old_c < width:
                result[r, c] = image[old_r, old_c]
    return result


# %% mistake: pixels-sent-forward
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    result = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            new_r = round(cy + (r - cy) * factor)
            new_c = round(cx + (c - cx) * factor)
            if 0 <= new_r < height and 0 <= new_c < width:
                result[new_r, new_c] = image[r, c]
    return result


# %% mistake: centre-half-a-pixel-off
def resize_image(image, factor):
    height, width = image.shape
    row, column = np.indices((height, width))
    old_row = height / 2 + (row - height / 2) / factor
    old_column = width / 2 + (column - width / 2) / factor
    return look_up(image, old_row, old_column)


# %% mistake: centre-exchanged
def resize_image(image, factor):
    width, height = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices(image.shape)
    return look_up(image, cy + (row - cy) / factor, cx + (column - cx) / factor)


# %% mistake: rows-only
def resize_image(image, factor):
    height, width = image.shape
    cy = (height - 1) / 2
    row, column = np.indices((height, width))
    return look_up(image, cy + (row - cy) / factor, column)


# %% mistake: columns-only
def resize_image(image, factor):
    height, width = image.shape
    cx = (width - 1) / 2
    row, column = np.indices((height, width))
    return look_up(image, row, cx + (column - cx) / factor)


# %% mistake: area-instead-of-length
def resize_image(image, factor):
    height, width = image.shape
    side = np.sqrt(factor)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    return look_up(image, cy + (row - cy) / side, cx + (column - cx) / side)


# %% mistake: brightness-scaled
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    return factor * look_up(image, cy + (row - cy) / factor, cx + (column - cx) / factor)


# %% mistake: frame-grows
def resize_image(image, factor):
    from scipy.ndimage import zoom

    return zoom(image.astype(float), factor, order=1)


# %% mistake: corners-to-corners
def resize_image(image, factor):
    from scipy.ndimage import zoom

    big = zoom(image.astype(float), factor, order=1)
    height, width = image.shape
    result = np.zeros((height, width))
    if factor >= 1:
        top = (big.shape[0] - height) // 2
        left = (big.shape[1] - width) // 2
        return big[top : top + height, left : left + width]
    top = (height - big.shape[0]) // 2
    left = (width - big.shape[1]) // 2
    result[top : top + big.shape[0], left : left + big.shape[1]] = big
    return result


# %% mistake: cubic
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    places = [cy + (row - cy) / factor, cx + (column - cx) / factor]
    return map_coordinates(image.astype(float), places)


# %% mistake: whole-numbers
def resize_image(image, factor):
    from scipy import ndimage

    middle = (np.array(image.shape) - 1) / 2
    scale = [1 / factor, 1 / factor]
    return ndimage.affine_transform(image, scale, middle - middle / factor, order=1)


# %% pattern: prints (returns-nothing)
def resize_image(image, factor):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    plt.imshow(look_up(image, cy + (row - cy) / factor, cx + (column - cx) / factor))
