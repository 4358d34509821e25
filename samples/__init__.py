"""A class of made-up students whose submissions come with the truth about them."""
