internal import Glibc
internal import Store
internal import Synchronization

/// Checks that the files of an open store are still those that were opened.
///
/// A file that was moved, removed or replaced can still be written, but nobody will find what was
/// written. So the path is checked before and after each batch of writes, and before reads at most
/// once a millisecond, by three system calls without allocation.
final class FileWatch: Sendable {
    private let path: String
    private let names: Names
    private let store: FileIdentity
    private let log: FileIdentity
    private let index: FileIdentity
    /// The open descriptor of the store's file.
    private let file: Int32
    private let pageSize: Int
    private let tell: @Sendable (String) -> Void

    /// The least size that the store's file must have, in bytes.
    private let written = Atomic<Int>(0)
    /// The least size that the log must have, in bytes; 0 where that is not certain.
    private let logged = Atomic<Int>(0)
    /// The modification time of the store's file after this process last wrote it, in nanoseconds.
    private let touched = Atomic<Int>(0)
    private let state = Atomic<Int>(State.there)
    /// When the files were last checked for a read, in nanoseconds of the monotonic clock.
    private let looked = Atomic<Int>(0)

    /// How old a check may be for a read, in nanoseconds.
    ///
    /// A thousand checks a second cost nothing measurable; one for each batch of reads would.
    private static let freshness = 1_000_000

    private enum State {
        static let there = 0
        static let gone = 1
        /// The file came back, but changed.
        static let changed = 2
    }

    /// Begins to watch a store that SQLite has just opened.
    ///
    /// - file: A descriptor of the store's file that stays open as long as the watch.
    /// - tell: Called once when the store goes away, and once when it is back.
    /// - Throws: ``StoreError/unavailable(_:)`` where a file is gone already.
    init(
        _ path: String,
        file: Int32,
        pageSize: Int,
        tell: @escaping @Sendable (String) -> Void
    ) throws {
        guard let store = FileIdentity(at: path), let log = FileIdentity(at: path + "-wal"),
            let index = FileIdentity(at: path + "-shm")
        else { throw StoreError.unavailable("\(path) went away at this moment") }
        (self.path, self.file, self.pageSize, self.tell) = (path, file, pageSize, tell)
        (self.store, self.log, self.index) = (store, log, index)
        names = Names(path)
    }

    /// Why the store must not be used, in a few words; nil where all is well.
    func trouble() -> String? {
        let fault = look()
        if fault == nil, state.load(ordering: .relaxed) == State.there { return nil }
        return settle(fault)
    }

    /// Checks the files.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` where the store is gone.
    func requireThere() throws {
        if let trouble = trouble() { throw StoreError.unavailable(trouble) }
    }

    /// Checks the files for a read, unless that was done less than a millisecond ago.
    ///
    /// What is read from a file just moved is still true; writes check each time.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` where the store is gone.
    func requireThereForReading() throws {
        let now = Self.steadyNow
        if now - looked.load(ordering: .relaxed) < Self.freshness,
            state.load(ordering: .relaxed) == State.there
        {
            return
        }
        try requireThere()
        looked.store(now, ordering: .relaxed)
    }

    private static var steadyNow: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    /// Whether only the log's name is missing, so that its pages can still be checkpointed.
    var lostOnlyItsLog: Bool { look() == .missing("-wal") }

    /// Sets how many pages the log must have; 0 where that is not certain.
    func expect(frames: Int) {
        logged.store(frames == 0 ? 0 : 32 + frames * (24 + pageSize), ordering: .releasing)
    }

    /// Notes the size and time of the store's file after this process wrote it.
    ///
    /// The database has so many pages, some of them possibly in the log only.
    func knowAnew(pages: Int) {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { return }
        let known = written.load(ordering: .relaxed)
        let now = min(Int(facts.st_size), pages * pageSize)
        written.store(max(known, now), ordering: .releasing)
        touched.store(Self.moment(facts), ordering: .relaxed)
    }

    private func look() -> Fault? {
        // Before the size: a file that grows in between must not look as if it had been cut.
        let least = written.load(ordering: .acquiring)
        var facts = stat()
        guard stat(names.store, &facts) == 0 else { return .missing("") }
        guard FileIdentity(facts) == store else { return .replaced("") }
        guard facts.st_nlink == 1 else { return .linked }
        guard Int(facts.st_size) >= least else { return .cut("") }
        let leastOfLog = logged.load(ordering: .acquiring)
        guard stat(names.log, &facts) == 0 else { return .missing("-wal") }
        guard FileIdentity(facts) == log else { return .replaced("-wal") }
        guard Int(facts.st_size) >= min(leastOfLog, logged.load(ordering: .relaxed)) else {
            return .cut("-wal")
        }
        guard stat(names.index, &facts) == 0 else { return .missing("-shm") }
        guard FileIdentity(facts) == index else { return .replaced("-shm") }
        return nil
    }

    /// Reports a change of state, once, and returns why the store must not be used.
    private func settle(_ fault: Fault?) -> String? {
        if let fault {
            if changes(from: State.there, to: State.gone) { tell(fault.sentence(path)) }
            return fault.words(path)
        }
        var facts = stat()
        let isSame =
            fstat(file, &facts) == 0 && Self.moment(facts) == touched.load(ordering: .relaxed)
        if isSame, changes(from: State.gone, to: State.there) {
            tell("The store \(path) is back as it was, and is served again.")
        }
        if isSame, state.load(ordering: .relaxed) == State.there { return nil }
        let words = "\(path) is back, and somebody has changed it meanwhile"
        if changes(from: State.gone, to: State.changed) {
            tell("\(words). Nothing is answered from it. Stop the server and start it again.")
        }
        return words
    }

    private func changes(from old: Int, to new: Int) -> Bool {
        state.compareExchange(expected: old, desired: new, ordering: .relaxed).exchanged
    }

    private static func moment(_ facts: stat) -> Int {
        Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec)
    }
}

/// What happened to a file of the store; the string is the end of its name, such as `-wal`.
private enum Fault: Equatable {
    case missing(String)
    case replaced(String)
    case cut(String)
    case linked

    /// What is wrong.
    func words(_ path: String) -> String {
        switch self {
        case .missing(let end): "\(path)\(end) is not where it was opened"
        case .replaced(let end): "\(path)\(end) is another file than the one that was opened"
        case .cut(let end): "\(path)\(end) is shorter than it was"
        case .linked: "\(path) got another name (a hard link)"
        }
    }

    /// What is wrong, and what to do about it.
    func sentence(_ path: String) -> String {
        let mend =
            switch self {
            case .linked: "Remove the other name; the server then goes on by itself."
            default:
                """
                Stop the server, put back \(path) with its -wal, or restore a backup, and start \
                the server again.
                """
            }
        return "\(words(path)), so nothing more is taken in or answered. \(mend)"
    }
}

/// The paths of the files as C strings, kept so that a check does not allocate.
private final class Names: @unchecked Sendable {
    let store: UnsafeMutablePointer<CChar>
    let log: UnsafeMutablePointer<CChar>
    let index: UnsafeMutablePointer<CChar>

    init(_ path: String) {
        store = Self.copy(path)
        log = Self.copy(path + "-wal")
        index = Self.copy(path + "-shm")
    }

    deinit {
        store.deallocate()
        log.deallocate()
        index.deallocate()
    }

    private static func copy(_ name: String) -> UnsafeMutablePointer<CChar> {
        let bytes = name.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() { copy[index] = byte }
        return copy
    }
}
