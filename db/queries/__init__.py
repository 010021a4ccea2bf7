"""Reads and writes, one file for each capability. Only these and the door know SQL."""
