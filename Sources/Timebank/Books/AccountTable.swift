internal import Ledger

/// What is known of each account while the books are read again: eight words for each.
///
/// A table of its own and not a dictionary, so that a hundred thousand accounts stay small and
/// looking two of them up for each of ten million transfers stays quick.
struct AccountTable {
    struct State {
        let id: Int64
        /// Whose it is: a member, an organisation or a network.
        let holder: Int64
        /// Its network's position in the list.
        let network: Int32
        let kind: AccountKind
        /// Whether its chain was found wrong already, so that it is not named at each transfer.
        var isBroken = false
        /// Whether its holder names it as their own.
        var isNamed = false
        /// What the transfers read so far add up to.
        var balance: Int64 = 0
        /// The last transfer read, 0 for none; of an uncounted account, where its roll-up ends.
        var last: Int64 = 0
        /// The transfer before that one, 0 for none.
        var prior: Int64 = 0
        /// Minutes of open holds; of an uncounted account, what it held where its roll-up ends.
        var aside: Int64 = 0
    }

    private(set) var count = 0
    private var states: [State] = []
    /// One more than a place in `states`, or 0; their number is a power of two.
    private var slots: [Int32] = Array(repeating: 0, count: 1_024)

    /// Where the account stands; nil for one that is not there.
    func position(of id: Int64) -> Int? {
        var slot = firstSlot(of: id)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if states[position].id == id { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The account at a position.
    subscript(position: Int) -> State {
        get { states[position] }
        _modify { yield &states[position] }
    }

    /// Every account, in no order that matters.
    var all: [State] { states }

    /// Adds an account; false for one that is there already.
    mutating func add(_ state: State) -> Bool {
        guard position(of: state.id) == nil else { return false }
        if states.count * 2 >= slots.count { grow() }
        states.append(state)
        count = states.count
        enter(states.count - 1)
        return true
    }

    private func firstSlot(of id: Int64) -> Int {
        let spread = UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: spread >> 32) & (slots.count - 1)
    }

    private mutating func enter(_ position: Int) {
        var slot = firstSlot(of: states[position].id)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(position + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for position in states.indices { enter(position) }
    }
}
