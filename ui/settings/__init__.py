"""What this computer keeps for one person, and their own passphrase."""

SCREENS = {
    "settings": "screen",
    "settings-lists": "lists",
    "settings-restore": "restoring",
    "settings-about": "about",
}
