"""Figures without names: pictures, tables, what leaves for a report."""

SCREENS = {
    "figures": "screen",
}
