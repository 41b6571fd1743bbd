internal import CMalloc

/// Settings of the C library's memory allocator.
enum Memory {
    private static let kept: Int32 = 64 << 20

    /// Keeps freed memory, up to 64 MiB for each arena.
    ///
    /// A batch of writes frees what the next one allocates. By default the allocator would return
    /// it to the system in between, at a tenth of the running time.
    /// it back to the system in between, and a tenth of the time would go into that.
    static func keepWhatIsFreed() {
        _ = mallopt(M_TRIM_THRESHOLD, kept)
        _ = mallopt(M_MMAP_THRESHOLD, kept / 2)
    }
}
