/// An event in the life of hours or a redemption, as its row or the journal states it.
///
/// Both sides must state the same events. To compare ten million in little memory, each event has a
/// hash that one side adds to a sum and the other subtracts; if they agree, the sum is zero.
struct WorkEvent {
    /// The kind of event.
    enum Kind: UInt64 {
        case claimed, confirmed, refused, accepted
        /// Events of an import, which the journal does not name.
        case broughtIn, broughtInPaid, broughtInRefused
    }

    /// The side that states the event.
    enum Side {
        case row
        /// The journal, or for imports the table `origin`.
        case record
    }

    let side: Side
    /// The id of the network.
    let network: Int64
    /// The id of the hours or the redemption.
    let of: Int64
    let kind: Kind
    /// What both sides know of the event, such as actor, transfer and time; 0 for what is absent.
    let details: Details

    typealias Details = (Int64, Int64, Int64, Int64)

    init(
        _ side: Side,
        _ kind: Kind,
        of id: Int64,
        in network: Int64,
        _ details: Details = (0, 0, 0, 0)
    ) {
        self.side = side
        self.kind = kind
        of = id
        self.network = network
        self.details = details
    }

    /// A 64-bit hash of the event, negated on the side of the record.
    var weight: UInt64 {
        var weight = Self.mixed(UInt64(bitPattern: network) ^ kind.rawValue &* 0x9E37_79B9)
        weight = Self.mixed(weight ^ UInt64(bitPattern: of))
        weight = Self.mixed(weight &+ UInt64(bitPattern: details.0))
        weight = Self.mixed(weight &+ UInt64(bitPattern: details.1))
        weight = Self.mixed(weight &+ UInt64(bitPattern: details.2))
        weight = Self.mixed(weight &+ UInt64(bitPattern: details.3))
        return side == .row ? weight : 0 &- weight
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var z = number &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Sums of events' hashes in 4,096 buckets, by the low bits of the id.
///
/// A second pass then looks only at the events in buckets that are not zero.
struct WorkEventSums {
    private var sums = [UInt64](repeating: 0, count: 4_096)

    /// Whether both sides state the same events.
    var isEven: Bool { sums.allSatisfy { $0 == 0 } }

    mutating func add(_ event: WorkEvent) { sums[position(event)] &+= event.weight }

    /// Whether the bucket of this event is not zero.
    func isUneven(at event: WorkEvent) -> Bool { sums[position(event)] != 0 }

    private func position(_ event: WorkEvent) -> Int { Int(truncatingIfNeeded: event.of) & 4_095 }
}

extension JournalRow {
    /// Passes to `tell` the events of hours and redemptions that this row states.
    func workEvents(_ tell: (WorkEvent) -> Void) {
        let by = actor ?? 0
        switch act {
        case .claim:
            if let id = subjects.first {
                tell(WorkEvent(.record, .claimed, of: id, in: network, (by, 0, 0, 0)))
            }
        case .enter:
            // The subjects are the hours entered, then a transfer and its hours for each that was
            // confirmed.
            let entered = entered
            for id in entered {
                tell(WorkEvent(.record, .claimed, of: id, in: network, (by, 0, 0, 0)))
            }
            confirmed(subjects.dropFirst(entered.count), by, tell)
        case .confirm, .confirmMany:
            confirmed(subjects[...], by, tell)
        case .refuse:
            if let id = subjects.first {
                tell(WorkEvent(.record, .refused, of: id, in: network, (by, 0, 0, 0)))
            }
        case .accept:
            guard subjects.count >= 2 else { return }
            let isPresented: Int64 = subjects.count > 2 ? 1 : 0
            tell(
                WorkEvent(
                    .record,
                    .accepted,
                    of: subjects[1],
                    in: network,
                    (subjects[0], by, at, isPresented)
                )
            )
        default: return
        }
    }

    /// The hours entered: the subjects before the first transfer.
    ///
    /// The first transfer is the first id that is followed by an id which occurred before.
    private var entered: ArraySlice<Int64> {
        var named: Set<Int64> = []
        for (position, id) in subjects.enumerated().dropLast() {
            if named.contains(subjects[position + 1]) { return subjects[..<position] }
            named.insert(id)
        }
        return subjects[...]
    }

    private func confirmed(_ pairs: ArraySlice<Int64>, _ by: Int64, _ tell: (WorkEvent) -> Void) {
        var position = pairs.startIndex
        while position + 1 < pairs.endIndex {
            let (transfer, id) = (pairs[position], pairs[position + 1])
            tell(WorkEvent(.record, .confirmed, of: id, in: network, (transfer, by, 0, 0)))
            position += 2
        }
    }
}
