"""What this computer keeps for one person, and their own passphrase."""
