internal import Ledger
internal import Store

/// What things are called in an export: by number, by short name, by reference.
struct ExportNames {
    /// The names of all accounts, such as `member:0042-S`.
    private let accounts: [Int64: String]
    /// The numbers of all members.
    private let members: [Int64: String]
    /// The short names of all organisations.
    private let organisations: [Int64: String]
    /// The references under which transfers were brought in.
    private let transfers: ExportReferences
    /// The references under which other things were brought in.
    private let things: [Int64: String]

    /// The names of everything in a network.
    init(_ tx: Transaction, _ network: Network) throws {
        var accounts: [Int64: String] = [
            network.issuance.id.raw: "issuance", network.pot.id.raw: "pot",
            network.notes.id.raw: "notes", network.loss.id.raw: "loss",
        ]
        var members: [Int64: String] = [:]
        try tx.each(
            "SELECT id, number, wallet, status FROM member WHERE network = $1",
            network.id
        ) {
            members[$0.integer(0)] = $0.text(1)
            accounts[$0.integer(2)] = Self.wallet($0.id(2), of: $0.text(1), $0.text(3))
            return true
        }
        var organisations: [Int64: String] = [:]
        try tx.each(
            "SELECT id, slug, allocation, takings FROM organisation WHERE network = $1",
            network.id
        ) {
            organisations[$0.integer(0)] = $0.text(1)
            accounts[$0.integer(2)] = "allocation:" + $0.text(1)
            accounts[$0.integer(3)] = "takings:" + $0.text(1)
            return true
        }
        try tx.each("SELECT account, slug FROM mirror WHERE network = $1", network.id) {
            accounts[$0.integer(0)] = "mirror:" + $0.text(1)
            return true
        }
        var things: [Int64: String] = [:]
        try tx.each("SELECT id, reference FROM origin WHERE network = $1", network.id) {
            things[$0.integer(0)] = $0.text(1)
            return true
        }
        self.accounts = accounts
        self.members = members
        self.organisations = organisations
        self.things = things
        transfers = try ExportReferences(tx, network.id)
    }

    /// The name of an account.
    func account(_ id: Int64) -> String { accounts[id] ?? "wallet:" + Crockford.encode(id) }

    /// The number of a member.
    func member(_ id: Int64) -> String { members[id] ?? "" }

    /// The short name of an organisation.
    func organisation(_ id: Int64) -> String { organisations[id] ?? "" }

    /// What a transfer was brought in under, else its own id.
    func transfer(_ id: Int64) -> String { transfers[id] ?? Crockford.encode(id) }

    /// What hours, an opportunity or an offer were brought in under, else their own id.
    func thing(_ id: Int64) -> String { things[id] ?? Crockford.encode(id) }

    /// Of somebody erased nothing is told but that there is a wallet; it keeps its name for good.
    private static func wallet(
        _ wallet: Account.ID,
        of number: String,
        _ status: String
    ) -> String {
        guard status == Member.Status.erased.rawValue else { return "member:" + number }
        return number.hasPrefix(RowAccounts.namelessPrefix)
            ? "wallet:" + number.dropFirst(RowAccounts.namelessPrefix.count)
            : "wallet:\(wallet)"
    }
}

/// The references under which transfers were brought in, found by the transfer.
private struct ExportReferences {
    private let texts: PackedTexts
    private let ids: [Int64]
    private let order: [UInt32]

    init(_ tx: Transaction, _ network: Network.ID) throws {
        var texts = PackedTexts()
        var ids: [Int64] = []
        try tx.each("SELECT transfer, reference FROM reference WHERE network = $1", network) {
            ids.append($0.integer(0))
            texts.append(ArraySlice($0.text(1).utf8))
            return true
        }
        self.texts = texts
        self.ids = ids
        order = (0..<UInt32(ids.count)).sorted { [ids] in ids[Int($0)] < ids[Int($1)] }
    }

    subscript(id: Int64) -> String? {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if ids[Int(order[middle])] < id { low = middle + 1 } else { high = middle }
        }
        guard low < order.count, ids[Int(order[low])] == id else { return nil }
        return texts.text(Int(order[low]))
    }
}
