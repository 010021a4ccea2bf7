"""The Police exchange: what went out, what came back, what is taken of it."""

SCREENS = {
    "police": "screen",
    "police-export": "send",
    "police-import": "takein",
    "police-review": "review",
}
