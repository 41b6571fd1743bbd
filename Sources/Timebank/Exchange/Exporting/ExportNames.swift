internal import Ledger
internal import Store

/// The names by which the rows of an export refer to each other.
///
/// Members go by number, organisations by short name, and transfers and other things by the
/// reference under which they were imported, else by id. All names of the network are in memory.
struct ExportNames {
    /// The names of all accounts by id, such as `member:0042-S`.
    private let accounts: [Int64: String]
    /// The numbers of all members by id.
    private let members: [Int64: String]
    /// The short names of all organisations by id.
    private let organisations: [Int64: String]
    /// The references under which transfers were imported.
    private let transfers: ExportReferences
    /// The references under which other things were imported, by their id.
    private let things: [Int64: String]

    /// Loads the names of everything in a network.
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

    /// Returns the name of an account.
    func account(_ id: Int64) -> String { accounts[id] ?? "wallet:" + Crockford.encode(id) }

    /// Returns the number of a member; empty for an unknown id.
    func member(_ id: Int64) -> String { members[id] ?? "" }

    /// Returns the short name of an organisation; empty for an unknown id.
    func organisation(_ id: Int64) -> String { organisations[id] ?? "" }

    /// Returns the reference under which a transfer was imported, else its own id.
    func transfer(_ id: Int64) -> String { transfers[id] ?? Crockford.encode(id) }

    /// Returns the reference under which hours, an opportunity or an offer were imported, else
    /// their id.
    func thing(_ id: Int64) -> String { things[id] ?? Crockford.encode(id) }

    /// Returns the name of a member's wallet.
    ///
    /// An erased member's wallet is named by its id, so that the export does not show the member's
    /// number. If the wallet came from another network it keeps the id it had there, through any
    /// number of exports and imports.
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

/// The references under which transfers were imported, sorted by transfer id for a binary search.
///
/// A large network has millions of them, and the packed form takes far less memory than a
/// dictionary.
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
