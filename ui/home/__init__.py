"""This month at a glance."""

SCREENS = {
    "home": "screen",
}
