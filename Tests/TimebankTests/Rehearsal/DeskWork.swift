internal import Ledger
internal import Store
internal import Timebank

// What a desk can do that no operation of the scheme asks for yet, so that it is rehearsed too.

/// A hold as the outcome of an operation.
struct Held: Outcome {
    let hold: Hold
    var made: [Int64] { [hold.id.raw, hold.account.raw, hold.minutes.count, expires] }
    private var expires: Int64 { hold.expires.microseconds }

    static func recall(_ made: [Int64], at view: View) throws -> Held {
        Held(
            hold: Hold(
                id: ID(raw: made[0]),
                account: ID(raw: made[1]),
                minutes: Minutes(made[2]),
                expires: Instant(microseconds: made[3])
            )
        )
    }
}

/// Reserves minutes of a wallet.
struct PlaceHold: Operation {
    let wallet: Account.ID
    let minutes: Minutes
    let until: Instant

    static let name = "test.hold"
    static let access: Access = .own
    var subject: Subject { .owned(AccountName.id(wallet)) }

    func run(at desk: Desk) throws -> Held {
        let hold = try desk.hold(minutes, of: Account(wallet, .wallet), until: until)
        try desk.place(after: [wallet])
        return Held(hold: hold)
    }
}

/// Lets a hold go.
struct ReleaseHold: Operation {
    let hold: Hold.ID

    static let name = "test.release"
    static let access: Access = .coordinator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        try desk.release(hold)
        desk.touch(hold)
        let wallet = try desk.tx.first("SELECT account FROM hold WHERE id = $1", hold) {
            Account.ID(raw: $0.integer(0))
        }
        try desk.place(after: wallet.map { [$0] } ?? [])
        return Done()
    }
}

/// Moves a hold on to takings.
struct PostHold: Operation {
    let hold: Hold.ID
    let wallet: Account.ID
    let takings: Account.ID

    static let name = "test.post"
    static let access: Access = .coordinator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Transfer {
        let transfer = try desk.post(
            hold,
            as: .redeem,
            from: Account(wallet, .wallet),
            to: Account(takings, .takings)
        )
        desk.touch(hold)
        return transfer
    }
}

/// Sets how low wallets may go.
struct LimitWallets: Operation {
    let lowest: Minutes

    static let name = "test.limit"
    static let access: Access = .coordinator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        try desk.limitWallets(to: lowest)
        // The journal keeps ids; this one tells the replay what was set.
        desk.touch(ID<LimitWallets>(raw: -lowest.count))
        let wallets = try desk.tx.all(
            "SELECT id FROM account WHERE network = $1 AND kind = 1 ORDER BY id",
            desk.here.id
        ) { Account.ID(raw: $0.integer(0)) }
        try desk.place(after: wallets)
        return Done()
    }
}

extension Desk {
    /// Leaves in the journal where on these accounts' chains this happens, so that a replay knows
    /// where many do something at once: each account and its last transfer, then an id drawn now.
    fileprivate func place(after accounts: [Account.ID]) throws {
        for account in accounts {
            let last = try tx.first("SELECT last FROM account WHERE id = $1", account) {
                $0.integerIfAny(0)
            }
            touch(account)
            touch(ID<Transfer>(raw: (last ?? nil) ?? 0))
        }
        _ = newID(Transfer.self)
    }
}
