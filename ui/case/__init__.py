"""One case: its identity, its timeline, and what every service says of it."""

SCREENS = {
    "case": "screen",
}
