"""The use cases from a terminal: one file for each group of commands."""
