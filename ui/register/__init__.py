"""The list of cases, who is left out of it, and taking in an extract."""
