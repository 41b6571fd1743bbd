// A disk like a rented one: preloaded, every flush takes COMMONHOUR_SLOW_US microseconds longer.
//
//     cc -O2 -Wall -Wextra -shared -fPIC -o slowsync.so slowsync.c
//     COMMONHOUR_SLOW_US=5000 LD_PRELOAD=./slowsync.so commonhour serve …
//
// The flush itself is carried out first, so nothing else about the program changes.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static void nap(void) {
    static long slow = -1;
    if (slow < 0) {
        const char *text = getenv("COMMONHOUR_SLOW_US");
        slow = text ? atol(text) : 0;
    }
    struct timespec left = {slow / 1000000, slow % 1000000 * 1000};
    int before = errno;
    while (nanosleep(&left, &left) != 0 && errno == EINTR) continue;
    errno = before;
}

int fsync(int fd) {
    static int (*next)(int);
    if (!next) next = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    int result = next(fd);
    nap();
    return result;
}

int fdatasync(int fd) {
    static int (*next)(int);
    if (!next) next = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    int result = next(fd);
    nap();
    return result;
}
