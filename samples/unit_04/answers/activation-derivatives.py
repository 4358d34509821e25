# %% right: plain
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": (z > 0).astype(float)}


# %% right: scipy
from scipy.special import expit

def activation_derivatives(z):
    return {
        "sigmoid": expit(z) * expit(-np.asarray(z)),
        "tanh": 1 / np.cosh(np.clip(np.asarray(z, float), -300, 300)) ** 2,
        "relu": np.heaviside(np.asarray(z, float), 0),
    }


# %% right: loops
import math

def activation_derivatives(z):
    z = np.asarray(z)
    result = {name: np.zeros(z.shape) for name in ("sigmoid", "tanh", "relu")}
    for i in np.ndindex(z.shape):
        e = math.exp(-abs(float(z[i])))
        result["sigmoid"][i] = e / (1 + e) ** 2
        result["tanh"][i] = 1 - math.tanh(z[i]) ** 2
        result["relu"][i] = 1 if z[i] > 0 else 0
    return result


# %% right: float32
def activation_derivatives(z):
    z = np.asarray(z, dtype=np.float32)
    half = np.tanh(z / 2)
    return {"sigmoid": (1 - half * half) / 4, "tanh": 1 - np.tanh(z) ** 2, "relu": z > 0}


# %% right: lists
def activation_derivatives(z):
    z = np.array(z, dtype=float)
    e = np.exp(-2 * np.abs(z))
    f = np.exp(-np.abs(z))
    return {
        "relu": np.sign(np.maximum(z, 0)).tolist(),
        "tanh": (4 * e / (1 + e) ** 2).tolist(),
        "sigmoid": (f / (1 + f) ** 2).tolist(),
    }


# %% mistake: sigmoid-not-the-slope
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return {"sigmoid": s, "tanh": np.tanh(z), "relu": np.maximum(0, z)}


# %% mistake: sigmoid-rule-on-z, 1 point
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    return {"sigmoid": z * (1 - z), "tanh": 1 - z**2, "relu": (z > 0).astype(float)}


# %% mistake: relu-one-at-zero, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return {"sigmoid": e / (1 + e) ** 2, "tanh": 1 - np.tanh(z) ** 2, "relu": (z >= 0) * 1.0}


# %% mistake: tanh-not-squared, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return {"sigmoid": e / (1 + e) ** 2, "tanh": 1 - np.tanh(z), "relu": (z > 0) * 1.0}


# %% mistake: sigmoid-overflow, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    return {"sigmoid": np.exp(-z) / (1 + np.exp(-z)) ** 2, "tanh": 1 - np.tanh(z) ** 2, "relu": (z > 0) * 1.0}


# %% mistake: tanh-sigmoid-rule, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    t = np.tanh(z)
    return {"sigmoid": e / (1 + e) ** 2, "tanh": t * (1 - t), "relu": (z > 0) * 1.0}


# %% mistake: sigmoid-rule-on-a-again, 1 point
def activation_derivatives(z):
    def sigma_slope(v):
        s = 1 / (1 + np.exp(-np.clip(v, -500, 500)))
        return s * (1 - s)

    z = np.asarray(z, dtype=float)
    a = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    t = np.tanh(z)
    return {"sigmoid": sigma_slope(a), "tanh": 1 - np.tanh(t) ** 2, "relu": np.where(z > 0, 1, 0)}


# %% mistake: sigmoid-one-factor, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": 1 - s, "tanh": 1 - np.tanh(z) ** 2, "relu": np.where(z > 0, 1.0, 0.0)}


# %% mistake: sigmoid-sign, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (s - 1), "tanh": 1 - np.tanh(z) ** 2, "relu": np.where(z > 0, 1.0, 0.0)}


# %% mistake: sigmoid-integers, 1 point
def activation_derivatives(z):
    z = np.asarray(z)
    ds, dt, dr = np.zeros_like(z), np.zeros_like(z), np.zeros_like(z)
    for i in np.ndindex(z.shape):
        s = np.exp(-np.logaddexp(0, -float(z[i])))
        ds[i] = s * (1 - s)
        dt[i] = 1 - np.tanh(float(z[i])) ** 2
        dr[i] = z[i] > 0
    return {"sigmoid": ds, "tanh": dt, "relu": dr}


# %% mistake: tanh-rule-on-z, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (1 - s), "tanh": 1 - z * z, "relu": np.where(z > 0, 1.0, 0.0)}


# %% mistake: tanh-inner-derivative, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)

    def sigma(v):
        return np.exp(-np.logaddexp(0, -v))

    slope = lambda v: sigma(v) * (1 - sigma(v))
    return {"sigmoid": slope(z), "tanh": 2 * slope(2 * z), "relu": np.where(z > 0, 1.0, 0.0)}


# %% mistake: tanh-sign, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (1 - s), "tanh": np.tanh(z) ** 2 - 1, "relu": (z > 0).astype(int)}


# %% mistake: tanh-overflow, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return {"sigmoid": s * (1 - s), "tanh": 1 - t**2, "relu": (z > 0).astype(int)}


# %% mistake: relu-half-at-zero, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": np.heaviside(z, 0.5)}


# %% mistake: relu-not-the-slope, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": z * (z > 0)}


# %% mistake: relu-sign-of-z, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    relu_slope = np.where(z > 0, 1, -1) * (z != 0)
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": relu_slope}


# %% mistake: relu-inverted, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": np.where(z > 0, 0, 1)}


# %% mistake: relu-quotient, 2 points
def activation_derivatives(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return {"sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2, "relu": np.maximum(0, z) / z}
