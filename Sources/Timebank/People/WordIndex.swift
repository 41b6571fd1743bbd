internal import Ledger
internal import Store

/// Rebuilds entries of the search index that an older version folded differently.
///
/// A migration is SQL and cannot fold text. So each server process checks the whole index once, in
/// small batches between other work, and rebuilds what differs.
struct WordIndex: Sendable {
    private let bank: Bank

    /// The number of members in a batch.
    private static let step = 500

    /// Creates the check for a bank's store.
    init(_ bank: Bank) { self.bank = bank }

    /// Checks all members and rebuilds the entries of those whose words do not match their name.
    func mend() async throws {
        var after: Int64 = 0
        while true {
            let from = after
            let (stale, last) = try await bank.database.report(in: .whole) {
                try $0.staleWords(after: from, most: Self.step)
            }
            for (network, members) in stale {
                try await bank.database.write(in: .only(network)) { tx in
                    for member in members { try tx.mendWords(of: member) }
                }
            }
            guard let last else { return }
            after = last
        }
    }
}

extension Transaction {
    /// The members of a batch whose index entries do not match their name, by network.
    ///
    /// ASCII has always been folded the same way, so only other names are compared.
    ///
    /// - Returns: Also the last id of the batch, from which the next one continues; nil at the end.
    fileprivate func staleWords(
        after: Int64,
        most: Int
    ) throws -> (stale: [Int64: [Member.ID]], last: Int64?) {
        let members = try all(
            """
            SELECT id, network, name FROM member
            WHERE id > $1 AND status <> 'erased' ORDER BY id LIMIT $2
            """,
            after,
            most
        ) { row in (id: row.integer(0), network: row.integer(1), name: row.text(2)) }
        let others = members.filter { !$0.name.isPlain }
        var words: [Int64: Set<String>] = [:]
        if !others.isEmpty {
            try each(
                """
                \(IDList.asked)
                SELECT w.member, w.word FROM asked JOIN word w ON w.member = asked.id
                """,
                IDList(others.map(\.id))
            ) { row in
                words[row.integer(0), default: []].insert(row.text(1))
                return true
            }
        }
        var stale: [Int64: [Member.ID]] = [:]
        for member in others where words[member.id, default: []] != Set(Words.folded(member.name)) {
            stale[member.network, default: []].append(Member.ID(raw: member.id))
        }
        return (stale, members.count < most ? nil : members.last?.id)
    }

    /// Rebuilds a member's entries under a lock, since the name may have changed since it was read.
    fileprivate func mendWords(of member: Member.ID) throws {
        try alone(on: member.raw)
        let found = try first(
            "SELECT name, network FROM member WHERE id = $1 AND status <> 'erased'",
            member
        ) { (name: $0.text(0), network: $0.integer(1)) }
        guard let found else { return }
        try indexWords(of: found.name, for: member, in: Network.ID(raw: found.network))
    }
}
