"""The exercises of unit 05: stopping early, penalties, fences, dropout, and new images from old."""
