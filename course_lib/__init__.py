"""The model answers and the tools of the course; read a module once you have finished its unit."""
