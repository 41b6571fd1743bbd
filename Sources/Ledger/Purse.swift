/// The balance, the held minutes and the limit of a counted account.
///
/// `available >= floor` always holds, since a purse changes only by the methods here. The floor is
/// the lower of limit and available minutes: an account below its limit (the limit was changed, or
/// a debt was imported) may only rise, and its floor rises with it until the limit is reached.
public struct Purse: Hashable, Sendable {
    /// All minutes of the account, held ones included.
    public let balance: Minutes
    /// The minutes that holds reserve.
    public let held: Minutes
    /// How low the policy lets ``available`` go; zero or negative.
    public let limit: Minutes

    /// A purse from stored values.
    public init(balance: Minutes = .zero, held: Minutes = .zero, limit: Minutes = .zero) {
        self.balance = balance
        self.held = held
        self.limit = limit
    }

    /// The balance without held minutes.
    public var available: Minutes { balance - held }

    /// How low ``available`` may go now.
    public var floor: Minutes { min(limit, available) }

    /// How many minutes can be transferred or held now.
    public var spendable: Minutes { available - floor }

    /// The purse after a credit.
    public func adding(_ minutes: Minutes) -> Purse {
        Purse(balance: balance + minutes, held: held, limit: limit)
    }

    /// The purse after a debit.
    ///
    /// - forced: Lets it go below the floor.
    /// - Throws: ``LedgerError/notEnough(available:needed:)``.
    public func taking(_ minutes: Minutes, forced: Bool = false) throws(LedgerError) -> Purse {
        guard forced || minutes <= spendable else {
            throw .notEnough(available: spendable, needed: minutes)
        }
        return Purse(balance: balance - minutes, held: held, limit: limit)
    }

    /// The purse after minutes were put on hold.
    ///
    /// - Throws: ``LedgerError/notEnough(available:needed:)``.
    public func holding(_ minutes: Minutes) throws(LedgerError) -> Purse {
        guard minutes <= spendable else {
            throw .notEnough(available: spendable, needed: minutes)
        }
        return Purse(balance: balance, held: held + minutes, limit: limit)
    }

    /// The purse after minutes on hold were released.
    public func releasing(_ minutes: Minutes) -> Purse {
        precondition(minutes <= held, "more is released than was held")
        return Purse(balance: balance, held: held - minutes, limit: limit)
    }
}
