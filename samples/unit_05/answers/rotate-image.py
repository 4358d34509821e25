# %% right: plain
def rotate_image(image, degrees):
    height, width = image.shape
    t = np.deg2rad(degrees)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.meshgrid(np.arange(height), np.arange(width), indexing="ij")
    dy, dx = row - cy, column - cx
    old_row = cy + np.cos(t) * dy + np.sin(t) * dx
    old_column = cx - np.sin(t) * dy + np.cos(t) * dx
    return look_up(image, old_row, old_column)


# %% right: loops
def rotate_image(image, degrees):
    from math import cos, floor, radians, sin

    height, width = image.shape
    t = radians(degrees)
    result = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            y = row - (height - 1) / 2
            x = column - (width - 1) / 2
            old_y = y * cos(t) + x * sin(t) + (height - 1) / 2
            old_x = x * cos(t) - y * sin(t) + (width - 1) / 2
            top, left = floor(old_y), floor(old_x)
            for r in (top, top + 1):
                for c in (left, left + 1):
                    if 0 <= r < height and 0 <= c < width:
                        share = (1 - abs(old_y - r)) * (1 - abs(old_x - c))
                        result[row, column] += share * image[r, c]
    return result


# %% right: float32
def rotate_image(image, degrees):
    image = image.astype(np.float32)
    h, w = image.shape
    t = np.float32(np.radians(degrees))
    matrix = np.array([[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]], dtype=np.float32)
    places = np.indices((h, w), dtype=np.float32).reshape(2, -1)
    middle = np.array([[(h - 1) / 2], [(w - 1) / 2]], dtype=np.float32)
    rows, columns = matrix @ (places - middle) + middle
    return look_up(image, rows, columns).reshape(h, w).astype(np.float32)


# %% right: lists
def rotate_image(image, degrees):
    import cmath
    import math

    old = np.asarray(image).tolist()
    height, width = len(old), len(old[0])
    back = cmath.exp(-1j * math.radians(degrees))
    middle = complex((width - 1) / 2, -(height - 1) / 2)

    def pixel(r, c):
        return old[r][c] if 0 <= r < height and 0 <= c < width else 0

    result = []
    for r in range(height):
        line = []
        for c in range(width):
            point = (complex(c, -r) - middle) * back + middle
            y, x = -point.imag, point.real
            i, j = math.floor(y), math.floor(x)
            y, x = y - i, x - j
            upper = (1 - x) * pixel(i, j) + x * pixel(i, j + 1)
            lower = (1 - x) * pixel(i + 1, j) + x * pixel(i + 1, j + 1)
            line.append((1 - y) * upper + y * lower)
        result.append(line)
    return result


# %% right: scipy
def rotate_image(image, degrees):
    from scipy import ndimage

    return ndimage.rotate(np.asarray(image, dtype=float), degrees, reshape=False, order=1)


# %% mistake: clockwise
def rotate_image(image, degrees):
    height, width = image.shape
    t = np.deg2rad(degrees)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    dy, dx = row - cy, column - cx
    old_row = cy + np.sin(-t) * dx + np.cos(t) * dy
    old_column = cx + np.cos(t) * dx - np.sin(-t) * dy
    return look_up(image, old_row, old_column)


# %% mistake: about-the-corner
def rotate_image(image, degrees):
    t = np.deg2rad(degrees)
    row, column = np.indices(image.shape)
    old_row = row * np.cos(t) + column * np.sin(t)
    old_column = -row * np.sin(t) + column * np.cos(t)
    return look_up(image, old_row, old_column)


# %% mistake: radians-and-degrees
def rotate_image(image, degrees):
    height, width = image.shape
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    u, v = row - cy, column - cx
    c, s = np.cos(degrees), np.sin(degrees)
    return look_up(image, cy + u * c + v * s, cx - u * s + v * c)


# %% mistake: nearest-pixel
def rotate_image(image, degrees):
    height, width = image.shape
    t = np.deg2rad(degrees)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    result = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            old_r = round(cy + (r - cy) * np.cos(t) + (c - cx) * np.sin(t))
            old_c = round(cx - (r - cy) * np.sin(t) + (c - cx) * np.cos(t))
            if 0 <= old_r < height and 0 <= old_c < width:
                result[r, c] = image[old_r, old_c]
    return result


# %% mistake: pixels-sent-forward
def rotate_image(image, degrees):
    height, width = image.shape
    t = np.deg2rad(degrees)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    result = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            new_r = round(cy + (r - cy) * np.cos(t) - (c - cx) * np.sin(t))
            new_c = round(cx + (r - cy) * np.sin(t) + (c - cx) * np.cos(t))
            if 0 <= new_r < height and 0 <= new_c < width:
                result[new_r, new_c] = image[r, c]
    return result


# %% mistake: centre-half-a-pixel-off
def rotate_image(image, degrees):
    height, width = image.shape
    t = np.deg2rad(degrees)
    row, column = np.indices((height, width))
    u, v = row - height / 2, column - width / 2
    return look_up(
        image,
        height / 2 + u * np.cos(t) + v * np.sin(t),
        width / 2 - u * np.sin(t) + v * np.cos(t),
    )


# %% mistake: centre-exchanged
def rotate_image(image, degrees):
    width, height = image.shape
    t = np.deg2rad(degrees)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices(image.shape)
    u, v = row - cy, column - cx
    old_row = cy + u * np.cos(t) + v * np.sin(t)
    old_column = cx - u * np.sin(t) + v * np.cos(t)
    return look_up(image, old_row, old_column)


# %% mistake: frame-grows
def rotate_image(image, degrees):
    from scipy.ndimage import rotate

    return rotate(image.astype(float), degrees, order=1)


# %% mistake: cubic
def rotate_image(image, degrees):
    from scipy import ndimage

    return ndimage.rotate(image.astype(float), angle=degrees, reshape=False)


# %% mistake: quarter-turns-only
def rotate_image(image, degrees):
    turns = round(degrees / 90)
    result = np.rot90(image, turns)
    if result.shape == image.shape:
        return result
    height, width = image.shape
    row, column = np.indices((height, width))
    u, v = row - (height - 1) / 2, column - (width - 1) / 2
    sign = 1 if turns % 4 == 1 else -1
    return look_up(image, (height - 1) / 2 + sign * v, (width - 1) / 2 - sign * u)


# %% mistake: one-sign-wrong
def rotate_image(image, degrees):
    height, width = image.shape
    angle = np.deg2rad(degrees)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    row, column = np.indices((height, width))
    u, v = row - cy, column - cx
    old_row = cy + u * np.cos(angle) + v * np.sin(angle)
    old_column = cx + u * np.sin(angle) + v * np.cos(angle)
    return look_up(image, old_row, old_column)


# %% mistake: whole-numbers
def rotate_image(image, degrees):
    from scipy import ndimage

    return ndimage.rotate(image, degrees, reshape=False, order=1)


# %% pattern: prints (returns-nothing)
def rotate_image(image, degrees):
    from scipy import ndimage

    plt.imshow(ndimage.rotate(image, degrees, reshape=False, order=1))
