"""The exercises of unit 01, in the order of the notebook: neurons, rules of learning, gradients."""
