"""What left the forum."""

SCREENS = {
    "disclosure": "screen",
    "disclosure-requests": "requests",
}
