"""Meetings: the year, the schedule, an agenda."""

SCREENS = {
    "meetings": "screen",
    "meeting-agenda": "agenda",
    "meeting-forecast": "forecast",
    "meeting-minutes": "minutes",
    "meeting-actions": "actions",
    "meeting-evaluation": "evaluation",
    "meeting-briefs": "briefs",
}
