/// A line in which whoever has tried least goes first.
///
/// Somebody's rank is how many tries came before theirs: those that the caller counted, and those
/// from the same address that wait already. So addresses take turns, and one that has had many
/// goes behind one that has had few. Of two with the same rank the one who came first goes first.
struct WaitingLine<Waiting> {
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
    /// How many ever came.
    private(set) var came: Int64 = 0

    /// A line for so many.
    init(seats: Int) { self.seats = seats }

    var count: Int { entries.count }

    /// Joins the line; returns whoever has to leave it because it is full, which may be the one
    /// who came.
    ///
    /// - `turn`: How many turns were given until now.
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

    /// Takes out whoever goes next.
    mutating func next() -> Waiting? {
        entries.indices.min { entries[$0].isBefore(entries[$1]) }
            .map { entries.remove(at: $0).waiting }
    }

    /// Takes out all who came before so many turns had been given.
    mutating func leave(before turn: Int64) -> [Waiting] {
        guard entries.contains(where: { $0.turn < turn }) else { return [] }
        let late = entries.filter { $0.turn < turn }
        entries.removeAll { $0.turn < turn }
        return late.map(\.waiting)
    }
}
