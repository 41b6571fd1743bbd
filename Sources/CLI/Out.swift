internal import Glibc

/// What the program says: answers on standard output, everything else on standard error.
enum Out {
    /// Prints an answer.
    static func say(_ text: String) { print(text) }

    /// Lets out what was printed, where nobody waits for the end.
    static func flush() { fflush(nil) }

    /// Prints an answer that is a file, as it is.
    static func write(_ file: [UInt8]) { _ = Glibc.write(STDOUT_FILENO, file, file.count) }

    /// Prints what went wrong, or what is going on.
    static func complain(_ text: String) { write("\(text)\n") }

    /// Whether somebody watches standard error, so that progress is worth showing.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Shows how far long work has come, in place, where somebody watches.
    static func progress(_ text: String) {
        if isWatched { write("\r\u{1B}[K\(text)") }
    }

    /// Clears the line on which progress was shown.
    static func endProgress() {
        if isWatched { write("\r\u{1B}[K") }
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
