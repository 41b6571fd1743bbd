internal import Ledger
internal import Store

/// Who stands above whom, where one can open another's account or take their role away.
enum Rank: Int, Comparable {
    /// A member, or the guardian of one.
    case member
    /// A till, or a funder.
    case till
    case worker
    case lead
    case coordinator

    init(_ role: StaffRole) {
        switch role {
        case .till: self = .till
        case .worker: self = .worker
        case .lead: self = .lead
        }
    }

    init(_ office: Office) {
        switch office {
        case .coordinator: self = .coordinator
        case .funder: self = .till
        }
    }

    static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
}

extension View {
    /// Refuses an actor who does not outrank a person in every network where that person is
    /// anything.
    ///
    /// In each of them, because a password opens all of them: whoever coordinates a small network
    /// must not come into a wallet elsewhere by it. Nobody outranks an operator, and an operator
    /// outranks everybody else.
    ///
    /// - Throws: ``Refusal/outranked``.
    func requireOutranking(_ person: Person.ID) throws {
        if try tx.isOperator(person) { throw Refusal.outranked }
        if actor.isOperator { return }
        let mine = try actor.person.map { try tx.ranks(of: $0) } ?? [:]
        for (network, rank) in try tx.ranks(of: person) {
            guard let own = mine[network], own > rank else { throw Refusal.outranked }
        }
    }

    /// What the actor is in this network; none for somebody who is nothing in it.
    var ownRank: Rank? {
        get throws {
            guard let person = actor.person else { return nil }
            return try tx.ranks(of: person)[here.id]
        }
    }
}

extension Transaction {
    func isOperator(_ person: Person.ID) throws -> Bool {
        try first("SELECT 1 FROM operator WHERE person = $1", person, as: { _ in true }) ?? false
    }

    /// The highest thing that a person is, in each network where they are anything.
    func ranks(of person: Person.ID) throws -> [Network.ID: Rank] {
        let found = try beyond {
            try all(
                """
                SELECT network, 'member' FROM member WHERE person = $1
                UNION ALL SELECT network, 'member' FROM guardian WHERE guardian = $1
                UNION ALL SELECT network, role FROM office WHERE person = $1
                UNION ALL SELECT network, role FROM staff WHERE person = $1
                """,
                person
            ) { row in
                let word = row.text(1)
                let rank =
                    StaffRole(rawValue: word).map { Rank($0) }
                    ?? Office(rawValue: word).map { Rank($0) } ?? .member
                return (Network.ID(raw: row.integer(0)), rank)
            }
        }
        return Dictionary(found, uniquingKeysWith: max)
    }
}
