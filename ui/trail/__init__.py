"""The trail as sentences."""

SCREENS = {
    "trail": "screen",
}
