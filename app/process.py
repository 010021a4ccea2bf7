"""What the system may keep of this process: no core dump, and no other program of the same person looks into it.

`design/trust.md`, "Locking, memory". A core or a crash report would hold the passphrase, the key and rows in clear.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":

    def keep_to_itself() -> None:
        """No box that offers a dump, and no heap in what the system reports of a crash."""
        import ctypes

        no_box, no_heap = (
            0x0001 | 0x0002,
            0x0001,
        )  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX; ..._NOHEAP
        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(no_box)
        kernel.WerSetFlags(no_heap)

else:

    def keep_to_itself() -> None:
        """No core, whatever the system's limits are; on Linux nobody but root may trace it or read its memory."""
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            import ctypes

            set_dumpable = 4
            ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)
