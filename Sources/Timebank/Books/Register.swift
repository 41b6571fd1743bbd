/// The ids of all people, members, organisations, opportunities and offers, with their network.
///
/// The audit looks up references here: ten million rows refer to a few hundred thousand ids, and a
/// query for each would take minutes.
struct Register {
    /// The kinds of things that are in the register.
    enum Thing: String, CaseIterable {
        case person, member, organisation, opportunity, offer
    }

    /// For each kind, by id, the position of its network in ``Audit/networks``; -1 for none.
    private var positions = [[Int64: Int32]](repeating: [:], count: Thing.allCases.count)

    /// Adds a thing; `position` is that of its network.
    mutating func enter(_ id: Int64, _ thing: Thing, position: Int?) {
        positions[Self.index(thing)][id] = Int32(position ?? -1)
    }

    /// Whether a person with this id exists, or a thing with this id in this network.
    ///
    /// With a nil position a thing of any network counts.
    func has(_ id: Int64, _ thing: Thing, position: Int?) -> Bool {
        guard let found = positions[Self.index(thing)][id] else { return false }
        return thing == .person || position.map { Int32($0) == found } ?? true
    }

    private static func index(_ thing: Thing) -> Int {
        switch thing {
        case .person: 0
        case .member: 1
        case .organisation: 2
        case .opportunity: 3
        case .offer: 4
        }
    }
}
