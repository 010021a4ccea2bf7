"""Numbered copies: the ledger, printing, counting back in."""

SCREENS = {
    "packs": "screen",
    "packs-make": "make",
    "packs-count": "count",
    "packs-missing": "acts",
    "packs-incident": "incident",
    "packs-destroy": "acts",
    "packs-settle": "acts",
    "packs-preview": "preview",
    "packs-slips": "slips",
}
