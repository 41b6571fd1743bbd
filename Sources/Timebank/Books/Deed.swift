/// Something that the journal says was done with hours or a redemption, or that their row says.
///
/// Both must say the same things. Ten million of them are compared in little memory: each is a
/// number that one side adds and the other takes away, and what is left is zero.
struct Deed {
    /// What was done.
    enum Kind: UInt64 {
        case claimed, confirmed, refused, accepted
        /// What an import brought in, which the journal does not name.
        case broughtIn, broughtInPaid, broughtInRefused
    }

    /// Who says so.
    enum Side {
        case row
        /// The journal, or the list of what was brought in.
        case record
    }

    let side: Side
    /// The network that it is of, by id.
    let network: Int64
    /// Of which hours or which redemption.
    let of: Int64
    let kind: Kind
    /// By whom, by what, when: whatever both sides know.
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

    /// A number that hardly any other deed has; what the record says takes away what a row says.
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

/// Deeds added up, apart by the last digits of whose they are, so that a second look finds them.
struct DeedSums {
    private var sums = [UInt64](repeating: 0, count: 4_096)

    /// Whether all that was said on one side was said on the other.
    var isEven: Bool { sums.allSatisfy { $0 == 0 } }

    mutating func add(_ deed: Deed) { sums[position(deed)] &+= deed.weight }

    /// Whether something is wrong with a deed that stands in the same position.
    func isUneven(at deed: Deed) -> Bool { sums[position(deed)] != 0 }

    private func position(_ deed: Deed) -> Int { Int(truncatingIfNeeded: deed.of) & 4_095 }
}

extension JournalRow {
    /// What this row says was done with hours and redemptions.
    func deeds(_ tell: (Deed) -> Void) {
        let by = actor ?? 0
        switch act {
        case .claim:
            if let id = subjects.first {
                tell(Deed(.record, .claimed, of: id, in: network, (by, 0, 0, 0)))
            }
        case .enter:
            // The hours that were entered, then those that were confirmed, each after its transfer.
            let entered = entered
            for id in entered { tell(Deed(.record, .claimed, of: id, in: network, (by, 0, 0, 0))) }
            confirmed(subjects.dropFirst(entered.count), by, tell)
        case .confirm, .confirmMany:
            confirmed(subjects[...], by, tell)
        case .refuse:
            if let id = subjects.first {
                tell(Deed(.record, .refused, of: id, in: network, (by, 0, 0, 0)))
            }
        case .accept:
            guard subjects.count >= 2 else { return }
            let isPresented: Int64 = subjects.count > 2 ? 1 : 0
            tell(
                Deed(
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

    /// Before the first transfer: what follows a transfer was named before.
    private var entered: ArraySlice<Int64> {
        var named: Set<Int64> = []
        for (position, id) in subjects.enumerated().dropLast() {
            if named.contains(subjects[position + 1]) { return subjects[..<position] }
            named.insert(id)
        }
        return subjects[...]
    }

    private func confirmed(_ pairs: ArraySlice<Int64>, _ by: Int64, _ tell: (Deed) -> Void) {
        var position = pairs.startIndex
        while position + 1 < pairs.endIndex {
            let (transfer, id) = (pairs[position], pairs[position + 1])
            tell(Deed(.record, .confirmed, of: id, in: network, (transfer, by, 0, 0)))
            position += 2
        }
    }
}
