// A disk that fails on demand: a library to preload under a program under test.
//
//     cc -O2 -Wall -Wextra -shared -fPIC -o faults.so faults.c
//     COMMONHOUR_FAULTS=control LD_PRELOAD=./faults.so commonhour serve …
//     echo enospc > control        the disk is full from now on
//     rm control                   and has room again
//
// COMMONHOUR_FAULTS names the control file. While it is absent or empty nothing happens. Its lines:
//     enospc           writes and growth of the matching files fail with ENOSPC
//     enospc-after N   as above, after N more writes have passed: full in the middle of something
//     eio              fsync and fdatasync of the matching files fail with EIO
//     eio-after N      as above, after N more have passed
//     slow N           fsync and fdatasync of the matching files take N microseconds longer
// The counts begin again whenever the control file changes.
//
// COMMONHOUR_FAULTS_FILES lists the matching files: glob patterns over whole paths, with colons
// between them; by default "*.sqlite*", a SQLite store with its log and its shared index.
//
// A failed fsync here has not been carried out, as when the kernel could not write the pages. The
// control file is looked at every 5 ms at most, so that a program without faults runs undisturbed;
// a test that changes it waits 10 ms before it counts on the change.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_EVERY_MS = 5, NEVER = -1 };

// How many more calls pass before they fail; NEVER while the fault is off. Slow is in microseconds.
static _Atomic long writes_left = NEVER;
static _Atomic long syncs_left = NEVER;
static _Atomic long slow;
static _Atomic bool armed;

// Calls the function that the program would have called without us.
#define NEXT(name, ...)                                                        \
    ({                                                                         \
        static __typeof__(&name) next;                                         \
        if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name);          \
        next(__VA_ARGS__);                                                     \
    })

static void read_control(const char *path) {
    long writes = NEVER, syncs = NEVER, slower = 0;
    FILE *control = fopen(path, "re");
    if (control) {
        char word[32];
        while (fscanf(control, "%31s", word) == 1) {
            if (!strcmp(word, "enospc")) writes = 0;
            else if (!strcmp(word, "eio")) syncs = 0;
            else if (!strcmp(word, "enospc-after") && fscanf(control, "%ld", &writes) != 1) break;
            else if (!strcmp(word, "eio-after") && fscanf(control, "%ld", &syncs) != 1) break;
            else if (!strcmp(word, "slow") && fscanf(control, "%ld", &slower) != 1) break;
        }
        fclose(control);
    }
    writes_left = writes;
    syncs_left = syncs;
    slow = slower;
    armed = writes != NEVER || syncs != NEVER || slower > 0;
}

// Follows the control file. One thread at a time looks; the others go by what was seen last.
static bool faults_are_on(void) {
    static atomic_flag looking = ATOMIC_FLAG_INIT;
    static _Atomic long looked;
    static struct stat seen;

    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
    long now = t.tv_sec * 1000 + t.tv_nsec / 1000000 + 1;
    if (now - looked < LOOK_EVERY_MS || atomic_flag_test_and_set(&looking)) return armed;

    const char *path = getenv("COMMONHOUR_FAULTS");
    struct stat found = {0};
    if (path && stat(path, &found) != 0) memset(&found, 0, sizeof found);
    bool same = found.st_ino == seen.st_ino && found.st_size == seen.st_size
        && found.st_mtim.tv_sec == seen.st_mtim.tv_sec
        && found.st_mtim.tv_nsec == seen.st_mtim.tv_nsec;
    if (path && !same) read_control(path);
    seen = found;
    looked = now;
    atomic_flag_clear(&looking);
    return armed;
}

// Whether this descriptor belongs to a file that should suffer. Asked only while faults are on, so
// that nothing has to be remembered about files opened before.
static bool matches(int fd) {
    char link[32], path[4096], pattern[512];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = 0;

    const char *rest = getenv("COMMONHOUR_FAULTS_FILES");
    if (!rest) rest = "*.sqlite*";
    while (*rest) {
        size_t n = strcspn(rest, ":");
        if (n > 0 && n < sizeof pattern) {
            memcpy(pattern, rest, n);
            pattern[n] = 0;
            if (fnmatch(pattern, path, 0) == 0) return true;
        }
        rest += n + (rest[n] == ':');
    }
    return false;
}

// Takes one call off the count and says whether it is one that fails.
static bool used_up(_Atomic long *left) {
    long n = *left;
    while (n > 0)
        if (atomic_compare_exchange_weak(left, &n, n - 1)) return false;
    return n == 0;
}

// A failure must leave errno as ours, and a success must leave it as it was: SQLite reads it.
static bool disk_is_full(int fd) {
    int before = errno;
    bool full = faults_are_on() && writes_left != NEVER && matches(fd) && used_up(&writes_left);
    errno = full ? ENOSPC : before;
    return full;
}

static bool sync_fails(int fd) {
    int before = errno;
    bool on = faults_are_on() && matches(fd);
    if (on && slow > 0) {
        struct timespec nap = {slow / 1000000, slow % 1000000 * 1000};
        nanosleep(&nap, NULL);
    }
    bool fails = on && used_up(&syncs_left);
    errno = fails ? EIO : before;
    return fails;
}

ssize_t write(int fd, const void *from, size_t n) {
    return disk_is_full(fd) ? -1 : NEXT(write, fd, from, n);
}

ssize_t pwrite(int fd, const void *from, size_t n, off_t at) {
    return disk_is_full(fd) ? -1 : NEXT(pwrite, fd, from, n, at);
}

ssize_t pwrite64(int fd, const void *from, size_t n, off64_t at) {
    return disk_is_full(fd) ? -1 : NEXT(pwrite64, fd, from, n, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    return disk_is_full(fd) ? -1 : NEXT(writev, fd, parts, count);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
    return disk_is_full(fd) ? -1 : NEXT(pwritev, fd, parts, count, at);
}

// Only growth needs room; SQLite shortens its log with this call, and a full disk allows that.
static bool grows(int fd, off64_t size) {
    struct stat now;
    return fstat(fd, &now) == 0 && size > now.st_size;
}

int ftruncate(int fd, off_t size) {
    return grows(fd, size) && disk_is_full(fd) ? -1 : NEXT(ftruncate, fd, size);
}

int ftruncate64(int fd, off64_t size) {
    return grows(fd, size) && disk_is_full(fd) ? -1 : NEXT(ftruncate64, fd, size);
}

int fallocate(int fd, int mode, off_t at, off_t n) {
    return disk_is_full(fd) ? -1 : NEXT(fallocate, fd, mode, at, n);
}

int fallocate64(int fd, int mode, off64_t at, off64_t n) {
    return disk_is_full(fd) ? -1 : NEXT(fallocate64, fd, mode, at, n);
}

// These two give the error itself and leave errno alone.
int posix_fallocate(int fd, off_t at, off_t n) {
    return disk_is_full(fd) ? ENOSPC : NEXT(posix_fallocate, fd, at, n);
}

int posix_fallocate64(int fd, off64_t at, off64_t n) {
    return disk_is_full(fd) ? ENOSPC : NEXT(posix_fallocate64, fd, at, n);
}

int fsync(int fd) {
    return sync_fails(fd) ? -1 : NEXT(fsync, fd);
}

int fdatasync(int fd) {
    return sync_fails(fd) ? -1 : NEXT(fdatasync, fd);
}
