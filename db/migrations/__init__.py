"""Numbered steps that bring a register's schema forward. Each is self-contained."""
