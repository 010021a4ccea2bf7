"""The list of cases, who is left out of it, and taking in an extract."""

SCREENS = {
    "cases": "screen",
    "cases-left-out": "left_out",
    "cases-criteria": "criteria",
    "cases-import": "taking_in",
    "cases-extracts": "taken_in",
}
