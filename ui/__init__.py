"""The window."""

import builtins
from importlib import import_module

# PySide6 puts a hook before every import, which reads the source of each module that comes after it to ask whether it
# speaks of PySide6: a millisecond a module, for `__feature__`, which nothing here uses. What was there goes back.
import_module("PySide6")
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
