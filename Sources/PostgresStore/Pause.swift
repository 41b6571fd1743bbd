internal import Glibc

/// Blocks the calling thread; never to be called on a thread of tasks or of an event loop.
func pause(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    nanosleep(&time, nil)
}
