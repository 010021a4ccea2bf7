"""Running a meeting."""
