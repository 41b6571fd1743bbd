internal import Ledger

/// The state of each account during an audit: a hash table with about 64 bytes for each.
///
/// A `Dictionary` would take more memory for 100,000 accounts, and be slower: ten million transfers
/// look up two accounts each.
struct AccountTable {
    struct State {
        let id: Int64
        /// The id of the member, organisation or network that holds it.
        let holder: Int64
        /// The position of its network in ``Audit/networks``.
        let network: Int32
        let kind: AccountKind
        /// Whether its chain of transfers was found broken, so that only the first break is
        /// reported.
        var isBroken = false
        /// Whether its holder's row refers to it.
        var isNamed = false
        /// The sum of the transfers read so far, in minutes.
        var balance: Int64 = 0
        /// The last transfer read, 0 for none; of an uncounted account, the end of its roll-up.
        var last: Int64 = 0
        /// The transfer before that one, 0 for none.
        var prior: Int64 = 0
        /// The minutes of open holds; of an uncounted account, its balance at the end of its
        /// roll-up.
        var aside: Int64 = 0
    }

    private(set) var count = 0
    private var states: [State] = []
    /// The slots of an open-addressing hash table: a position in `states` plus one, or 0 if empty.
    ///
    /// Their number is a power of two, and at most half of them are used.
    private var slots: [Int32] = Array(repeating: 0, count: 1_024)

    /// Returns the position of the account with this id; nil where there is none.
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

    /// All accounts, in the order in which they were added.
    var all: [State] { states }

    /// Adds an account; false where its id is already there.
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
