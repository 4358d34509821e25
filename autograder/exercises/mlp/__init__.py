"""The exercises of unit 02, in the notebook's order: XOR, layers, chains, networks, graphs."""
