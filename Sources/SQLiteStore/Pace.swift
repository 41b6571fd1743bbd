/// How long batches have lately been run for, and how long making them durable took.
struct Pace {
    private var running = Duration.zero
    private var flushing = Duration.zero

    /// Whether it is the disk that the next change will wait for.
    var isDisks: Bool { flushing > running }

    /// Counts one more batch; each counts an eighth, so that one slow flush says little.
    mutating func note(ran: Duration, flushed: Duration) {
        running = (running * 7 + ran) / 8
        flushing = (flushing * 7 + flushed) / 8
    }
}
