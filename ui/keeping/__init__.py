"""How long records are kept, what was destroyed, and the record as it stood on a past day (needs A6, A7)."""

SCREENS = {
    "keeping": "screen",
    "keeping-past": "past",
}
