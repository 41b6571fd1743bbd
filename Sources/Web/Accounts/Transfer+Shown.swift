package import Ledger
package import Timebank

/// A transfer together with its memo, as the API returns it.
package struct ShownTransfer: Shaped {
    let transfer: Transfer
    let memo: String

    /// - `memo`: The message that came with the transfer; empty when there was none.
    package init(_ transfer: Transfer, memo: String = "") {
        self.transfer = transfer
        self.memo = memo
    }

    package static let shape = Shape<ShownTransfer>("Transfer", moving)
}

/// The members that every JSON object about a transfer has.
private protocol Moving: Sendable {
    var id: Transfer.ID { get }
    var at: Instant { get }
    var kind: TransferKind { get }
    var from: Account.ID { get }
    var to: Account.ID { get }
    var minutes: Minutes { get }
    var memo: String { get }
    var reverses: Transfer.ID? { get }
}

extension Moving {
    /// The shape of these members, for the API description and for printing.
    fileprivate static var moving: [Shape<Self>.Member] {
        [
            .member("id", .id) { $0.id }, .member("at", .time, "When it happened.") { $0.at },
            .member("kind", .choice(TransferKind.allCases.map(\.name))) { $0.kind.name },
            .member("from", .id, "The account that gave.") { $0.from },
            .member("to", .id, "The account that received.") { $0.to },
            .member("minutes", .minutes) { $0.minutes },
            .member("memo", .text(0...500)) { $0.memo },
            .member("reverses", .orNull(.id), "The transfer that this one takes back.") {
                $0.reverses
            },
        ]
    }

    /// Writes the members in the order of ``moving``, without going through the shape.
    ///
    /// This is faster than the generic path: a statement has up to 200 lines and is the most
    /// frequent request to the API. A test compares the output with the shape's.
    fileprivate func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("at", at)
        json.member("kind", kind.name)
        json.member("from", from)
        json.member("to", to)
        json.member("minutes", minutes)
        json.member("memo", memo)
        json.member("reverses", reverses)
    }
}

extension ShownTransfer: Moving {
    fileprivate var id: Transfer.ID { transfer.id }
    fileprivate var at: Instant { transfer.at }
    fileprivate var kind: TransferKind { transfer.kind }
    fileprivate var from: Account.ID { transfer.from.id }
    fileprivate var to: Account.ID { transfer.to.id }
    fileprivate var minutes: Minutes { transfer.minutes }
    fileprivate var reverses: Transfer.ID? { transfer.reverses }

    /// Writes the object without going through the shape, as ``StatementLine`` does.
    package func show(to json: inout JSONWriter) { json.object { write(to: &$0) } }
}

extension StatementLine: Moving {}

extension StatementLine: Shaped {
    package static let shape = Shape<StatementLine>(
        "StatementLine",
        listed: "StatementList",
        after: moving,
        [
            .member(
                "balance",
                .orNull(.balance),
                "What the account holds after it; null where that is not counted."
            ) { $0.balance },
            .member("other", .text(0...200), "Who or what stands on the other side.") {
                $0.otherName
            },
        ]
    )

    /// Writes the object without going through the shape, for the same reason as transfers.
    package func show(to json: inout JSONWriter) {
        json.object { json in
            write(to: &json)
            json.member("balance", balance)
            json.member("other", otherName)
        }
    }
}

extension AccountState: Shaped {
    package static let shape = Shape<AccountState>(
        "Account",
        [
            .member("id", .id) { $0.account.id },
            .member("kind", .choice(AccountKind.allCases.map(\.name))) { $0.account.kind.name },
            .member("holder", .text(0...200), "Whose it is, by name.") { $0.holder },
            .member("minutes", .balance) { $0.minutes },
            .member("held", .balance, "Of these, reserved.") { $0.held },
        ]
    )

    /// Writes the object without going through the shape, because balances are requested often.
    ///
    /// A test compares the output with the shape's.
    package func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", account.id)
            json.member("kind", account.kind.name)
            json.member("holder", holder)
            json.member("minutes", minutes)
            json.member("held", held)
        }
    }
}
