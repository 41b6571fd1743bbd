internal import Ledger
internal import Store

/// The accounts that a file names: found in the network, or created for the import.
struct RowAccounts {
    private let names: AccountNames
    private let desk: Desk
    private let tx: Transaction
    private let network: Network
    private var accounts: [Account?] = []

    /// The number of members created because a row names them.
    private(set) var madeMembers = 0
    /// The number of organisations created because a row names them.
    private(set) var madeOrganisations = 0

    /// Looks up the accounts with these names; creates none.
    init(_ names: AccountNames, at desk: Desk) throws {
        self.names = names
        self.desk = desk
        tx = desk.tx
        network = try desk.here
        accounts = try names.entries.map { try find($0.account) }
    }

    /// The account of the name at a position; nil where it does not exist yet.
    subscript(position: UInt32) -> Account? { accounts[Int(position)] }

    /// Creates the missing accounts of these rows, in the order in which the file first names them.
    mutating func makeMissing(for rows: [Int], of list: TransferList) throws {
        var isNeeded = Array(repeating: false, count: accounts.count)
        for row in rows {
            isNeeded[Int(list.entries[row].from)] = true
            isNeeded[Int(list.entries[row].to)] = true
        }
        for position in accounts.indices where isNeeded[position] && accounts[position] == nil {
            let entry = names.entries[position]
            // An organisation is created with both of its accounts, so this one may exist by now.
            accounts[position] = try find(entry.account) ?? make(entry)
        }
    }

    /// Returns the existing accounts of these rows, in no particular order.
    func needed(for rows: [Int], of list: TransferList) -> [Account] {
        let positions = rows.reduce(into: Set<UInt32>()) { positions, row in
            positions.insert(list.entries[row].from)
            positions.insert(list.entries[row].to)
        }
        return positions.compactMap { accounts[Int($0)] }
    }

    private func find(_ account: RowAccount) throws -> Account? {
        switch account {
        case .shared(let name, _): return try found(name)
        case .member(let number): return try found(.member(number))
        case .allocation(let slug): return try found(.allocation(slug))
        case .takings(let slug): return try found(.takings(slug))
        case .mirror(let slug):
            return try tx.mirror(of: slug, in: network.id).map { Account($0, .mirror) }
        case .wallet(let id):
            if let found = try tx.account(id, in: network.id), found.kind == .wallet {
                return found.account
            }
            return try Self.number(of: id).flatMap { try found(.member($0)) }
        }
    }

    private func found(_ name: AccountName) throws -> Account? {
        try desk.view.account(name)?.account
    }

    private mutating func make(_ entry: AccountNames.Entry) throws -> Account? {
        switch entry.account {
        case .shared: return nil
        case .member(let number): return try makeMember(number, entry).wallet
        case .wallet(let id):
            guard let number = Self.number(of: id) else { return nil }
            let member = try makeMember(number, entry)
            try desk.changes(.member, member.id)
            try tx.leaveNamesOff(member.id)
            return member.wallet
        case .allocation(let slug): return try makeOrganisation(slug).allocation
        case .takings(let slug): return try makeOrganisation(slug).takings
        case .mirror(let slug): return try desk.openMirror(of: slug)
        }
    }

    /// Creates a member named by the membership number, until a file of members gives the name.
    private mutating func makeMember(
        _ number: MemberNumber,
        _ entry: AccountNames.Entry
    ) throws -> Member {
        madeMembers += 1
        let joined = entry.firstAt == TransferList.undated ? desk.now.microseconds : entry.firstAt
        return try desk.newMember(
            number: number,
            isFree: true,
            name: number.description,
            email: nil,
            phone: nil,
            language: network.language,
            person: nil,
            joined: min(Instant(microseconds: joined), desk.now)
        )
    }

    /// Creates an organisation named by its slug, until a file of organisations gives the name.
    ///
    /// It earns or spends if the file names its allocation or its takings.
    private mutating func makeOrganisation(_ slug: Slug) throws -> Organisation {
        madeOrganisations += 1
        let named = names.entries.map(\.account)
        return try desk.newOrganisation(
            slug: slug,
            isFree: true,
            name: slug.description,
            earns: named.contains(.allocation(slug)),
            spends: named.contains(.takings(slug)) ? .corporate : .no
        )
    }

    /// Returns the membership number for an imported wallet whose member was erased before the
    /// export.
    static func number(of wallet: Account.ID) -> MemberNumber? {
        MemberNumber(RowAccounts.namelessPrefix + wallet.description)
    }

    /// The prefix of such a membership number; the wallet's id in the exported network follows.
    static let namelessPrefix = "wallet/"
}

extension Transaction {
    /// Removes a member's name and card and sets the status to erased.
    fileprivate func leaveNamesOff(_ member: Member.ID) throws {
        try run(
            "UPDATE member SET name = '', card = NULL, status = 'erased' WHERE id = $1",
            member
        )
        try run("DELETE FROM word WHERE member = $1", member)
    }
}
