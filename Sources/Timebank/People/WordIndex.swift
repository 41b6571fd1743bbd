internal import Ledger
internal import Store

/// The words that members are found by, which an older version may have folded otherwise.
///
/// A migration cannot fold, so the index of an older store is looked through once in the life of
/// each server, in small steps beside everything else, and what differs is made anew.
struct WordIndex: Sendable {
    private let bank: Bank

    private static let step = 500

    /// The index of a bank's members.
    init(_ bank: Bank) { self.bank = bank }

    /// Makes the words anew of members whose words are not those of their name.
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
    /// The members of each network whose words are not those of their name, among some of them, and
    /// the last one that was looked at; none at the end.
    ///
    /// ASCII is folded as it always was, so only other names are looked at closely.
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

    /// Makes a member's words anew, alone with the member, whose name may be another by now.
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
