"""Words, values and rules. Pure: imports nothing of ours but itself, no Qt, no database, no clock."""
