"""Running a meeting."""

SCREENS = {
    "run": "screen",
}
