/// Who and what there is, by id, with the network it belongs to.
///
/// What a row names is looked up here: ten million rows name a few hundred thousand people, and
/// asking the store for each of them would take minutes.
struct Register {
    /// What a row can name.
    enum Thing: String, CaseIterable {
        case person, member, organisation, opportunity, offer
    }

    /// For each kind of thing, by id, the position of its network in the list; -1 for none.
    private var positions = [[Int64: Int32]](repeating: [:], count: Thing.allCases.count)

    /// Enters a thing; `position` is where its network stands in the list.
    mutating func enter(_ id: Int64, _ thing: Thing, position: Int?) {
        positions[Self.index(thing)][id] = Int32(position ?? -1)
    }

    /// Whether there is such a person, or such a thing of that network.
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
