"""Who has access, and who asks for it."""
