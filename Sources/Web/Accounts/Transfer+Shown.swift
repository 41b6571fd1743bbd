internal import Ledger
internal import Timebank

/// A transfer with the words that came with it.
struct ShownTransfer: Shown {
    let transfer: Transfer
    let memo: String

    init(_ transfer: Transfer, memo: String = "") {
        self.transfer = transfer
        self.memo = memo
    }

    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", transfer.id)
            json.member("at", transfer.at)
            json.member("kind", transfer.kind.name)
            json.member("from", transfer.from.id)
            json.member("to", transfer.to.id)
            json.member("minutes", transfer.minutes)
            json.member("memo", memo)
            json.member("reverses", transfer.reverses)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("at", .time, "When it happened."),
        Property("kind", .word(TransferKind.allCases.map(\.name))),
        Property("from", .id, "The account that gave."),
        Property("to", .id, "The account that received."), Property("minutes", .minutes),
        Property("memo", .text(0...500)),
        Property("reverses", .orNull(.id), "The transfer that this one takes back."),
    ]
}

extension StatementLine: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("at", at)
            json.member("kind", kind.name)
            json.member("from", from)
            json.member("to", to)
            json.member("minutes", minutes)
            json.member("memo", memo)
            json.member("reverses", reverses)
            json.member("balance", balance)
            json.member("other", otherName)
        }
    }

    static let members =
        ShownTransfer.members + [
            Property(
                "balance",
                .orNull(.balance),
                "What the account holds after it; null where that is not counted."
            ),
            Property("other", .text(0...200), "Who or what stands on the other side."),
        ]
}

extension AccountState: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", account.id)
            json.member("kind", account.kind.name)
            json.member("holder", holder)
            json.member("minutes", minutes)
            json.member("held", held)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("kind", .word(AccountKind.allCases.map(\.name))),
        Property("holder", .text(0...200), "Whose it is, by name."),
        Property("minutes", .balance), Property("held", .balance, "Of these, reserved."),
    ]
}
