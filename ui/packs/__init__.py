"""Numbered copies: the ledger, printing, counting back in."""
