"""The encrypted register: keys, connection, tables, queries, trail."""
