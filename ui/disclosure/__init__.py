"""What left the forum."""
