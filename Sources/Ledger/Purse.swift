/// What a counted account holds, and how low it may go.
///
/// `available >= floor` always holds: making a purse by moving minutes is the only way to change
/// one. The floor is the lower of the limit and what is available, so a purse found below its
/// limit (the limit was raised, a debt was brought in) may only climb, and its floor climbs with
/// it until the limit is reached.
public struct Purse: Hashable, Sendable {
    /// All that the account owns.
    public let balance: Minutes
    /// What is reserved out of it by holds.
    public let held: Minutes
    /// How low the policy lets this account go; zero or negative.
    public let limit: Minutes

    /// A purse as it was found.
    public init(balance: Minutes = .zero, held: Minutes = .zero, limit: Minutes = .zero) {
        self.balance = balance
        self.held = held
        self.limit = limit
    }

    /// What can still be reserved or moved, before the floor.
    public var available: Minutes { balance - held }

    /// How low `available` may go.
    public var floor: Minutes { min(limit, available) }

    /// How many minutes may leave now.
    public var spendable: Minutes { available - floor }

    /// The purse after minutes came in.
    public func adding(_ minutes: Minutes) -> Purse {
        Purse(balance: balance + minutes, held: held, limit: limit)
    }

    /// The purse after minutes went out.
    ///
    /// - Throws: ``LedgerError/notEnough(available:needed:)``.
    public func taking(_ minutes: Minutes, forced: Bool = false) throws(LedgerError) -> Purse {
        guard forced || minutes <= spendable else {
            throw .notEnough(available: spendable, needed: minutes)
        }
        return Purse(balance: balance - minutes, held: held, limit: limit)
    }

    /// The purse after minutes were reserved.
    ///
    /// - Throws: ``LedgerError/notEnough(available:needed:)``.
    public func holding(_ minutes: Minutes) throws(LedgerError) -> Purse {
        guard minutes <= spendable else {
            throw .notEnough(available: spendable, needed: minutes)
        }
        return Purse(balance: balance, held: held + minutes, limit: limit)
    }

    /// The purse after reserved minutes were let go.
    public func releasing(_ minutes: Minutes) -> Purse {
        precondition(minutes <= held, "more is released than was held")
        return Purse(balance: balance, held: held - minutes, limit: limit)
    }
}
