internal import CMalloc

/// How the process keeps memory that it will need again in a moment.
enum Memory {
    private static let kept: Int32 = 64 << 20

    /// Keeps what was freed, up to 64 MiB for each arena.
    ///
    /// A batch of changes frees what the next one takes again. By itself the C library would give
    /// it back to the system in between, and a tenth of the time would go into that.
    static func keepWhatIsFreed() {
        _ = mallopt(M_TRIM_THRESHOLD, kept)
        _ = mallopt(M_MMAP_THRESHOLD, kept / 2)
    }
}
