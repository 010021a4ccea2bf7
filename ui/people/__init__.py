"""Who has access, and who asks for it."""

SCREENS = {
    "people": "screen",
}
