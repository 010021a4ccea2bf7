"""Meetings: the year, the schedule, an agenda."""
