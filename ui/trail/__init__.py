"""The trail as sentences."""
