package import Ledger
internal import Store

/// Erases a person in a network, but keeps their transfers.
///
/// Name, contacts, card, texts, remembered request keys and roles are deleted. The account stays
/// without a name, so that the sums still hold, and the membership number is never issued again. In
/// other networks the person remains; if they belong to none, their login is deleted too.
package struct EraseMember: Operation {
    package let member: MemberName

    package static let name = "member.erase"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// Creates the request to erase a member.
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

/// A recorded erasure, to be repeated in a backup that is older than it.
package struct Erasure: Hashable, Sendable {
    package let network: Network.ID
    package let member: Member.ID
    package let at: Instant
}

extension Transaction {
    /// The erasures recorded since a time, oldest first.
    package func erasures(since: Instant) throws -> [Erasure] {
        try all(
            "SELECT network, member, at FROM erasure WHERE at >= $1 ORDER BY at, member",
            since
        ) { Erasure(network: $0.id(0), member: $0.id(1), at: $0.instant(2)) }
    }

    /// Repeats erasures in a store that was restored from an older backup.
    ///
    /// Skips members that do not exist in it or are erased already.
    package func repeatErasures(_ erasures: [Erasure], in tables: [Table]) throws {
        for erasure in erasures {
            guard let member = try member(erasure.member, in: erasure.network),
                member.status != .erased
            else { continue }
            try erase(erasure.member, in: erasure.network, from: tables, at: erasure.at)
        }
    }

    /// Erases a member of a network, in each table as its ``Erasing`` rules say.
    fileprivate func erase(
        _ id: Member.ID,
        in network: Network.ID,
        from tables: [Table],
        at now: Instant
    ) throws {
        guard let member = try member(id, in: network), member.status != .erased else { return }
        // Waits for a transfer that is being written, so that its memo is erased too.
        try lockAccounts([member.wallet.id])
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
