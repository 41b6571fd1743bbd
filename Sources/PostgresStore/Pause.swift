internal import Glibc

/// Keeps the calling thread waiting, which therefore has to be one of our own.
func pause(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    nanosleep(&time, nil)
}
