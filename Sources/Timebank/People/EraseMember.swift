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
        try desk.tx.erase(member.id, in: desk.here.id, at: desk.now)
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
    package func repeatErasures(_ erasures: [Erasure]) throws {
        for erasure in erasures {
            guard let member = try member(erasure.member, in: erasure.network),
                member.status != .erased
            else { continue }
            try erase(erasure.member, in: erasure.network, at: erasure.at)
        }
    }

    /// Erases a member of a network.
    fileprivate func erase(_ id: Member.ID, in network: Network.ID, at now: Instant) throws {
        guard let member = try member(id, in: network), member.status != .erased else { return }
        // A transfer under way is waited for, and leaves its words to be forgotten here.
        try keepAccounts([member.wallet.id])
        try run(
            "INSERT INTO erasure (member, network, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            id,
            network,
            now
        )
        try forgetMemos(of: member.wallet.id)
        try run("UPDATE hours SET note = '', reason = NULL WHERE member = $1", id)
        try run("UPDATE hours SET status = 'refused' WHERE member = $1 AND status = 'claimed'", id)
        try run("DELETE FROM word WHERE member = $1", id)
        try run("DELETE FROM guardian WHERE ward = $1", id)
        try run("DELETE FROM relative WHERE member = $1 OR other = $1", id)
        try dropCodes(of: member.person, member: id)
        try run(
            """
            UPDATE member SET person = NULL, card = NULL, name = '', email = NULL, phone = NULL,
                status = 'erased', brought_by = NULL
            WHERE id = $1
            """,
            id
        )
        if let person = member.person { try leave(person, network) }
    }

    /// Takes a person out of a network, and out of the store where they belong nowhere else.
    private func leave(_ person: Person.ID, _ network: Network.ID) throws {
        try run("DELETE FROM request WHERE person = $1 AND network = $2", person, network)
        try run("DELETE FROM office WHERE person = $1 AND network = $2", person, network)
        try run("DELETE FROM staff WHERE person = $1 AND network = $2", person, network)
        try run("DELETE FROM guardian WHERE guardian = $1 AND network = $2", person, network)
        guard try standing(of: person).isNothing else { return }
        try endSignIns(of: person)
        try run("DELETE FROM notice WHERE person = $1", person)
        try run(
            """
            UPDATE person SET name = '', login = NULL, password = NULL, password_at = NULL
            WHERE id = $1
            """,
            person
        )
    }
}
