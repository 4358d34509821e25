"""Exercises of unit 03, one module for each topic."""
