"""Limits a worker process puts on itself before it looks at anything: memory and processor time.

POSIX has resource limits, Windows its job objects; both end the worker alone, never the program.
"""

from __future__ import annotations

import sys

MEMORY = 256 * 1024 * 1024
SECONDS = 10


def limit_this_process(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Bound this process to `memory` bytes of address space and `seconds` of processor time.

    Raises OSError where the system refuses a limit: a worker that cannot be bounded must not work.
    """
    if sys.platform == "win32":
        _limit_by_job(memory, seconds)
    else:
        _limit_by_resource(memory, seconds)


if sys.platform == "win32":

    def _limit_by_job(memory: int, seconds: int) -> None:
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("per_process_user_time", ctypes.c_int64),
                ("per_job_user_time", ctypes.c_int64),
                ("flags", wintypes.DWORD),
                ("minimum_working_set", ctypes.c_size_t),
                ("maximum_working_set", ctypes.c_size_t),
                ("active_processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority_class", wintypes.DWORD),
                ("scheduling_class", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("basic", Basic),
                ("io_counters", ctypes.c_uint64 * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            )

        process_time, active_process, process_memory = 0x2, 0x8, 0x100
        extended_information = 9
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = Extended()
        limits.basic.per_process_user_time = seconds * 10_000_000  # in 100 ns
        limits.basic.flags = process_time | active_process | process_memory
        limits.basic.active_processes = 1
        limits.process_memory = memory
        job = kernel.CreateJobObjectW(None, None)
        done = (
            job
            and kernel.SetInformationJobObject(
                job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        )
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())

else:

    def _limit_by_resource(memory: int, seconds: int) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # macOS refuses a bound on address space
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
