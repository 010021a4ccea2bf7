/* What a program asks of its disk, written down and, when told, answered with a fault.
 *
 * Loaded before everything else (LD_PRELOAD) by benchmarks/_trust_shim.py; no part of the product knows of it.
 * Only regular files and folders under one folder count. A record is a head, a path and data, appended to one
 * log in the order in which the system said that it was done. docs/decisions/0034 says what is made of it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, UNLINK, RENAME, MAP, LINK };
enum { CREATED = 1, FOR_WRITING = 2 };
enum { F_NONE, F_WRITE, F_SYNC, F_OPEN, F_TRUNCATE, F_RENAME, F_UNLINK, F_SHORT, KINDS };
enum { MOST_FILES = 4096 };

struct head {
    uint32_t mark;
    uint8_t op, flags;
    uint16_t path_length;
    uint64_t file, offset, size;
    uint32_t data_length, process;
};

static int log_handle = -1, drop_syncs;
static char under[PATH_MAX];
static size_t under_length;
static unsigned char watched[MOST_FILES];
static atomic_flag busy = ATOMIC_FLAG_INIT;

static int fault_kind, fault_errno, fault_lasts;
static long fault_at, done[KINDS];

#define REAL(type, name, ...)               \
    static type (*real_##name)(__VA_ARGS__); \
    if (!real_##name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name)

static ssize_t write_log(const struct iovec *parts, int count) {
    REAL(ssize_t, writev, int, const struct iovec *, int);
    return real_writev(log_handle, parts, count);
}

static void record(int op, int flags, uint64_t file, uint64_t offset, uint64_t size, const char *path,
                   const void *data, size_t length) {
    if (log_handle < 0) return;
    int kept = errno;
    size_t path_length = path ? strlen(path) : 0;
    struct head head = {0x54525354, (uint8_t)op, (uint8_t)flags, (uint16_t)path_length, file, offset, size,
                        (uint32_t)length, (uint32_t)getpid()};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, path_length}, {(void *)data, length}};
    while (atomic_flag_test_and_set(&busy)) {}
    ssize_t want = (ssize_t)(sizeof head + path_length + length);
    if (write_log(parts, 3) != want) {
        static const char said[] = "the log of the disk could not be written\n";
        REAL(ssize_t, write, int, const void *, size_t);
        if (real_write(2, said, sizeof said - 1)) {}
        _exit(97);
    }
    atomic_flag_clear(&busy);
    errno = kept;
}

/* Whether the next act of a kind is to fail: 0 no, else the errno. */
static int fails(int kind) {
    done[kind]++;
    if (fault_kind != kind || !fault_at) return 0;
    if (done[kind] == fault_at || (fault_lasts && done[kind] > fault_at)) return fault_errno;
    return 0;
}

void trust_begin(const char *folder, const char *log) {
    REAL(int, open, const char *, int, ...);
    snprintf(under, sizeof under, "%s", folder);
    under_length = strlen(under);
    if (log && *log) {
        int handle = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        log_handle = fcntl(handle, F_DUPFD_CLOEXEC, 1000);
        close(handle);
    }
}

void trust_fail(int kind, long at, int error, int lasts) {
    fault_kind = kind, fault_at = at, fault_errno = error, fault_lasts = lasts;
    memset(done, 0, sizeof done);
}

long trust_done(int kind) { return done[kind]; }

void trust_drop_syncs(int drop) { drop_syncs = drop; }

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("TRUST_DISK_UNDER"), *log = getenv("TRUST_DISK_LOG");
    if (getenv("TRUST_DISK_DROP_SYNCS")) drop_syncs = 1;
    if (folder) trust_begin(folder, log);
}

/* The path made absolute; 1 when it lies under the folder that counts. */
static int counts(int folder, const char *path, char *out) {
    if (!under_length || !path) return 0;
    if (path[0] == '/') {
        snprintf(out, PATH_MAX, "%s", path);
    } else if (folder == AT_FDCWD) {
        if (!getcwd(out, PATH_MAX)) return 0;
        size_t at = strlen(out);
        snprintf(out + at, PATH_MAX - at, "/%s", path);
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        ssize_t at = readlink(link, out, PATH_MAX - 1);
        if (at < 0) return 0;
        snprintf(out + at, PATH_MAX - (size_t)at, "/%s", path);
    }
    static const char *const never[] = {"/proc/", "/dev/", "/sys/"};
    for (int each = 0; each < 3; each++)
        if (!strncmp(out, never[each], strlen(never[each])) && strncmp(out, "/dev/shm/", 9)) return 0;
    return !strncmp(out, under, under_length);
}

static void watch(int handle, int yes) {
    if (handle >= 0 && handle < MOST_FILES) watched[handle] = (unsigned char)yes;
}
static int is_watched(int handle) { return handle >= 0 && handle < MOST_FILES && watched[handle]; }

static int open_any(int folder, const char *path, int flags, mode_t mode) {
    REAL(int, openat, int, const char *, int, ...);
    char whole[PATH_MAX];
    if (!counts(folder, path, whole)) {
        int other = real_openat(folder, path, flags, mode);
        watch(other, 0);
        return other;
    }
    int writes = (flags & O_ACCMODE) != O_RDONLY, error;
    if (!(flags & O_DIRECTORY) && (error = fails(F_OPEN))) return errno = error, -1;
    struct stat before, now;
    int was = !fstatat(folder, path, &before, 0);
    int handle = real_openat(folder, path, flags, mode);
    if (handle < 0) return handle;
    int kept = errno;
    if (!fstat(handle, &now) && (S_ISREG(now.st_mode) || S_ISDIR(now.st_mode))) {
        watch(handle, S_ISDIR(now.st_mode) ? 2 : 1);
        if (S_ISREG(now.st_mode)) {
            /* One that gets its name later, by a link, has none yet. */
            int nameless = flags & __O_TMPFILE;
            record(OPEN, (was && !nameless ? 0 : CREATED) | (writes ? FOR_WRITING : 0), now.st_ino, 0,
                   (uint64_t)now.st_size, nameless ? NULL : whole, NULL, 0);
            if (was && !nameless && (flags & O_TRUNC) && before.st_size) record(TRUNCATE, 0, now.st_ino, 0, 0, NULL, NULL, 0);
        }
    } else {
        watch(handle, 0);
    }
    errno = kept;
    return handle;
}

#define MODE                                  \
    mode_t mode = 0;                          \
    if (flags & (O_CREAT | __O_TMPFILE)) {    \
        va_list more;                         \
        va_start(more, flags);                \
        mode = (mode_t)va_arg(more, int);     \
        va_end(more);                         \
    }
int open(const char *path, int flags, ...) { MODE return open_any(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_any(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_any(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_any(folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_any(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static ssize_t wrote(int handle, off_t at, const void *data, ssize_t length) {
    struct stat now;
    if (length > 0 && !fstat(handle, &now))
        record(WRITE, 0, now.st_ino, (uint64_t)at, (uint64_t)now.st_size, NULL, data, (size_t)length);
    return length;
}

/* How much of a write goes through: all, half of it once, or nothing (-1, errno set). */
static ssize_t let_through(size_t length) {
    int error = fails(F_WRITE);
    if (error) return errno = error, -1;
    if ((error = fails(F_SHORT))) {
        if (done[F_SHORT] > fault_at) return errno = error, -1;
        return (ssize_t)(length > 1 ? length / 2 : length);
    }
    return (ssize_t)length;
}

ssize_t write(int handle, const void *data, size_t length) {
    REAL(ssize_t, write, int, const void *, size_t);
    if (is_watched(handle) != 1) return real_write(handle, data, length);
    ssize_t through = let_through(length);
    if (through < 0) return through;
    ssize_t did = real_write(handle, data, (size_t)through);
    return did > 0 ? wrote(handle, lseek(handle, 0, SEEK_CUR) - did, data, did) : did;
}

ssize_t pwrite(int handle, const void *data, size_t length, off_t at) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    if (is_watched(handle) != 1) return real_pwrite(handle, data, length, at);
    ssize_t through = let_through(length);
    if (through < 0) return through;
    return wrote(handle, at, data, real_pwrite(handle, data, (size_t)through, at));
}
ssize_t pwrite64(int handle, const void *data, size_t length, off64_t at) { return pwrite(handle, data, length, at); }

ssize_t writev(int handle, const struct iovec *parts, int count) {
    REAL(ssize_t, writev, int, const struct iovec *, int);
    if (is_watched(handle) != 1) return real_writev(handle, parts, count);
    ssize_t all = 0;
    for (int each = 0; each < count; each++) {
        ssize_t did = write(handle, parts[each].iov_base, parts[each].iov_len);
        if (did < 0) return all ? all : did;
        all += did;
        if ((size_t)did < parts[each].iov_len) break;
    }
    return all;
}

size_t fwrite(const void *data, size_t size, size_t count, FILE *stream) {
    REAL(size_t, fwrite, const void *, size_t, size_t, FILE *);
    size_t did = real_fwrite(data, size, count, stream);
    if (log_handle >= 0 && did && is_watched(fileno(stream)) == 1) wrote(fileno(stream), 0, data, (ssize_t)(size * did));
    return did;
}

static FILE *opened(FILE *stream, const char *path) {
    char whole[PATH_MAX];
    struct stat now;
    if (stream && counts(AT_FDCWD, path, whole) && !fstat(fileno(stream), &now) && S_ISREG(now.st_mode)) {
        watch(fileno(stream), 1);
        record(OPEN, FOR_WRITING, now.st_ino, 0, (uint64_t)now.st_size, whole, NULL, 0);
    }
    return stream;
}
FILE *fopen(const char *path, const char *mode) {
    REAL(FILE *, fopen, const char *, const char *);
    FILE *stream = real_fopen(path, mode);
    return strpbrk(mode, "wa+") ? opened(stream, path) : stream;
}
FILE *fopen64(const char *path, const char *mode) { return fopen(path, mode); }

/* Copies inside the system would go unseen: whoever asks falls back on reading and writing. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    REAL(ssize_t, sendfile, int, int, off_t *, size_t);
    return is_watched(to) ? (errno = ENOTSOCK, -1) : real_sendfile(to, from, at, length);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { return sendfile(to, from, at, length); }
ssize_t copy_file_range(int from, off64_t *in, int to, off64_t *out, size_t length, unsigned flags) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
    return is_watched(to) ? (errno = ENOSYS, -1) : real_copy_file_range(from, in, to, out, length, flags);
}

int ftruncate(int handle, off_t size) {
    REAL(int, ftruncate, int, off_t);
    if (is_watched(handle) != 1) return real_ftruncate(handle, size);
    int error = fails(F_TRUNCATE);
    if (error) return errno = error, -1;
    int did = real_ftruncate(handle, size);
    struct stat now;
    if (!did && !fstat(handle, &now)) record(TRUNCATE, 0, now.st_ino, 0, (uint64_t)size, NULL, NULL, 0);
    return did;
}
int ftruncate64(int handle, off64_t size) { return ftruncate(handle, size); }

static int sync_any(int handle, int (*real)(int)) {
    if (!is_watched(handle)) return real(handle);
    int error = fails(F_SYNC);
    if (error) return errno = error, -1;
    if (drop_syncs) return 0;
    struct stat now;
    if (!log_handle || log_handle < 0) return real(handle);
    if (!fstat(handle, &now)) {
        /* The log is the disk of this run: what the simulator makes of it does not ask for a real barrier. */
        if (watched[handle] == 2) {
            char link[64], path[PATH_MAX];
            snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
            ssize_t at = readlink(link, path, sizeof path - 1);
            if (at > 0) path[at] = 0, record(SYNC_FOLDER, 0, now.st_ino, 0, 0, path, NULL, 0);
        } else {
            record(SYNC, 0, now.st_ino, 0, (uint64_t)now.st_size, NULL, NULL, 0);
        }
    }
    return 0;
}
int fsync(int handle) {
    REAL(int, fsync, int);
    return sync_any(handle, real_fsync);
}
int fdatasync(int handle) {
    REAL(int, fdatasync, int);
    return sync_any(handle, real_fdatasync);
}

int unlinkat(int folder, const char *path, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    char whole[PATH_MAX];
    if (!counts(folder, path, whole)) return real_unlinkat(folder, path, flags);
    int error = fails(F_UNLINK);
    if (error) return errno = error, -1;
    int did = real_unlinkat(folder, path, flags);
    if (!did && !(flags & AT_REMOVEDIR)) record(UNLINK, 0, 0, 0, 0, whole, NULL, 0);
    return did;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    REAL(int, renameat, int, const char *, int, const char *);
    char one[PATH_MAX], two[PATH_MAX];
    int here = counts(from_folder, from, one), there = counts(to_folder, to, two);
    if (!here && !there) return real_renameat(from_folder, from, to_folder, to);
    int error = fails(F_RENAME);
    if (error) return errno = error, -1;
    int did = real_renameat(from_folder, from, to_folder, to);
    if (!did) record(RENAME, 0, 0, 0, 0, one, two, strlen(two));
    return did;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    char whole[PATH_MAX];
    struct stat now;
    int here = counts(to_folder, to, whole), did = real_linkat(from_folder, from, to_folder, to, flags);
    if (here && !did && !fstatat(to_folder, to, &now, 0)) record(LINK, 0, now.st_ino, 0, 0, whole, NULL, 0);
    return did;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

void *mmap(void *at, size_t length, int guard, int flags, int handle, off_t offset) {
    REAL(void *, mmap, void *, size_t, int, int, int, off_t);
    void *did = real_mmap(at, length, guard, flags, handle, offset);
    struct stat now;
    if (did != MAP_FAILED && (flags & MAP_SHARED) && (guard & PROT_WRITE) && is_watched(handle) == 1 &&
        !fstat(handle, &now))
        record(MAP, 0, now.st_ino, (uint64_t)offset, length, NULL, NULL, 0);
    return did;
}

int close(int handle) {
    REAL(int, close, int);
    watch(handle, 0);
    return handle == log_handle && handle >= 0 ? 0 : real_close(handle);
}
static int copied(int from, int to) {
    if (to >= 0) watch(to, from >= 0 && from < MOST_FILES ? watched[from] : 0);
    return to;
}
int dup(int handle) {
    REAL(int, dup, int);
    return copied(handle, real_dup(handle));
}
int dup2(int handle, int to) {
    REAL(int, dup2, int, int);
    return copied(handle, real_dup2(handle, to));
}
int fcntl(int handle, int command, ...) {
    REAL(int, fcntl, int, int, ...);
    va_list more;
    va_start(more, command);
    void *word = va_arg(more, void *);
    va_end(more);
    int did = real_fcntl(handle, command, word);
    return command == F_DUPFD || command == F_DUPFD_CLOEXEC ? copied(handle, did) : did;
}
int fcntl64(int handle, int command, ...) {
    va_list more;
    va_start(more, command);
    void *word = va_arg(more, void *);
    va_end(more);
    return fcntl(handle, command, word);
}
