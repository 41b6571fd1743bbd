package import Ledger
internal import Store

/// Erases a person in a network: who they were and what they wrote goes, what they gave stays.
///
/// Name, contacts, card, words, remembered requests and roles go; the account stays, as an account
/// of nobody, so that the sums do. The number is never given again. The person stays where they
/// belong elsewhere; where they do not, their sign-in goes too.
package struct EraseMember: Operation {
    package let member: MemberName

    package static let name = "member.erase"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// A member to erase.
    package init(member: MemberName) { self.member = member }

    package func run(at desk: Desk) throws -> Done {
        let member = try desk.keep(member)
        _ = try desk.view.requireReach(.erase, over: member)
        if let person = member.person { try desk.changes(.person, person) }
        try desk.tx.erase(
            member.id,
            in: desk.here.id,
            from: desk.scheme.tables,
            at: desk.now
        )
        desk.touch(member.id)
        return Done()
    }
}

/// An erasure that was made, to be made again in a copy from before it.
package struct Erasure: Hashable, Sendable {
    package let network: Network.ID
    package let member: Member.ID
    package let at: Instant
}

extension Transaction {
    /// The erasures made since a moment, oldest first.
    package func erasures(since: Instant) throws -> [Erasure] {
        try all(
            "SELECT network, member, at FROM erasure WHERE at >= $1 ORDER BY at, member",
            since
        ) { Erasure(network: $0.id(0), member: $0.id(1), at: $0.instant(2)) }
    }

    /// Makes erasures again, in a store that was restored from before them.
    ///
    /// What it does not know, or has erased itself, it leaves alone.
    package func repeatErasures(_ erasures: [Erasure], in tables: [Table]) throws {
        for erasure in erasures {
            guard let member = try member(erasure.member, in: erasure.network),
                member.status != .erased
            else { continue }
            try erase(erasure.member, in: erasure.network, from: tables, at: erasure.at)
        }
    }

    /// Erases a member of a network: each table says which of its rows that is about.
    fileprivate func erase(
        _ id: Member.ID,
        in network: Network.ID,
        from tables: [Table],
        at now: Instant
    ) throws {
        guard let member = try member(id, in: network), member.status != .erased else { return }
        // A transfer under way is waited for, and leaves its words to be forgotten here.
        try keepAccounts([member.wallet.id])
        try run(
            "INSERT INTO erasure (member, network, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            id,
            network,
            now
        )
        try run("UPDATE hours SET status = 'refused' WHERE member = $1 AND status = 'claimed'", id)
        try run("UPDATE member SET status = 'erased' WHERE id = $1", id)
        try erase(.wallet, in: tables, member.wallet.id)
        try erase(.member, in: tables, id)
        guard let person = member.person else { return }
        try erase(.person, in: tables, person)
        try erase(.personHere, in: tables, person, network)
        if try standing(of: person).isNothing { try erase(.personGone, in: tables, person) }
    }
}
