/// A queue of limited length in which the client with the fewest attempts is next.
///
/// The rank of an entry is the number of attempts counted against the client plus the number of
/// entries from the same address that wait already. Addresses therefore take turns, and one with
/// many attempts comes after one with few. Entries of equal rank are served in order of arrival.
struct FairQueue<Waiting> {
    private struct Entry {
        let rank: Int64
        let number: Int64
        let turn: Int64
        let address: ClientAddress
        let waiting: Waiting

        func isBefore(_ other: Entry) -> Bool {
            (rank, number) < (other.rank, other.number)
        }
    }

    private let seats: Int
    private var entries: [Entry] = []
    /// The number of entries ever added.
    private(set) var came: Int64 = 0

    /// Creates an empty queue with a capacity of `seats`.
    init(seats: Int) { self.seats = seats }

    var count: Int { entries.count }

    /// Adds an entry; returns the entry that is dropped if the queue is full, which may be the new
    /// one.
    ///
    /// `turn` is the number of clients served so far.
    mutating func join(
        _ waiting: Waiting,
        from address: ClientAddress,
        tries: Int64,
        turn: Int64
    ) -> Waiting? {
        came += 1
        let beside = entries.count { $0.address == address }
        let entry = Entry(
            rank: tries + Int64(beside),
            number: came,
            turn: turn,
            address: address,
            waiting: waiting
        )
        entries.append(entry)
        guard entries.count > seats else { return nil }
        return entries.indices.max { entries[$0].isBefore(entries[$1]) }
            .map { entries.remove(at: $0).waiting }
    }

    /// Removes and returns the next entry; nil if the queue is empty.
    mutating func next() -> Waiting? {
        entries.indices.min { entries[$0].isBefore(entries[$1]) }
            .map { entries.remove(at: $0).waiting }
    }

    /// Removes and returns the entries that were added before so many clients had been served.
    mutating func leave(before turn: Int64) -> [Waiting] {
        guard entries.contains(where: { $0.turn < turn }) else { return [] }
        let late = entries.filter { $0.turn < turn }
        entries.removeAll { $0.turn < turn }
        return late.map(\.waiting)
    }
}
