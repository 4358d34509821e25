"""The exercises of unit 04, one module for each topic: gradients, their passage, and training."""
