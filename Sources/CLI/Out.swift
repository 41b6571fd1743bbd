internal import Glibc

/// The output of the program: answers on standard output, everything else on standard error.
enum Out {
    static func say(_ text: String) { print(text) }

    /// Writes out what was printed, for output that is not read at exit only.
    static func flush() { fflush(nil) }

    /// Writes bytes to standard output as they are.
    static func write(_ file: [UInt8]) { _ = Glibc.write(STDOUT_FILENO, file, file.count) }

    /// Writes a line to standard error.
    static func complain(_ text: String) { write("\(text)\n") }

    /// Whether standard error is a terminal.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Shows progress in place on a terminal; does nothing elsewhere.
    static func progress(_ text: String) {
        if isWatched { write("\r\u{1B}[K\(text)") }
    }

    /// Clears the line of ``progress(_:)``.
    static func endProgress() {
        if isWatched { write("\r\u{1B}[K") }
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
