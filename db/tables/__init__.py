"""Mapped classes, one file for each capability. They hold columns and no behaviour."""
