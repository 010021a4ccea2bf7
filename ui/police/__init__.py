"""The Police exchange: what went out, what came back, what is taken of it."""
