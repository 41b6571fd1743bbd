internal import Ledger
internal import Store

/// An existing member who may be the same person as one who is about to be added.
package struct PossibleDuplicate: Hashable, Sendable {
    /// What the two have in common.
    package enum Likeness: Hashable, Sendable {
        case email
        case nameAndPhone
    }

    package let member: Member.ID
    package let name: String
    package let number: String
    package let likeness: Likeness

    /// Creates a description of the existing member.
    package init(member: Member.ID, name: String, number: String, likeness: Likeness) {
        self.member = member
        self.name = name
        self.number = number
        self.likeness = likeness
    }
}

extension Desk {
    /// Refuses to add a member who may be a member already.
    ///
    /// Only a coordinator or an operator learns who the existing member is; anyone else learns only
    /// that there is one.
    ///
    /// - Throws: ``PeopleRefusal/memberAlike(_:)``.
    func refuseDuplicates(name: String, email: String?, phone: String?) throws {
        let network = try here.id
        if let email {
            // Of two transactions that add this address, the second waits and then sees the first.
            try tx.alone(on: lockName("member-email", "\(network) \(email)"))
        }
        let byEmail = try email.flatMap { try tx.member(reachedBy: $0, in: network) }
        let alike =
            try byEmail
            ?? phone.flatMap { try tx.member(called: name, phone: $0, in: network) }
        guard let alike else { return }
        throw PeopleRefusal.memberAlike(try view.looksAfterAll ? alike : nil)
    }
}

extension Transaction {
    /// The first member who has this e-mail address, as a contact or as a login.
    fileprivate func member(
        reachedBy email: String,
        in network: Network.ID
    ) throws -> PossibleDuplicate? {
        try first(
            """
            SELECT id, name, number FROM member
            WHERE email = $1 AND network = $2 AND status <> 'erased'
            UNION ALL
            SELECT m.id, m.name, m.number FROM person p JOIN member m ON m.person = p.id
            WHERE p.login = $1 AND m.network = $2 AND m.status <> 'erased'
            ORDER BY 1 LIMIT 1
            """,
            email,
            network
        ) { PossibleDuplicate($0, .email) }
    }

    /// The first member whose name has the same words and whose phone number has the same digits.
    ///
    /// Nil for a number of fewer than six digits, which says too little.
    fileprivate func member(
        called name: String,
        phone: String,
        in network: Network.ID
    ) throws -> PossibleDuplicate? {
        let words = Set(Words.folded(name))
        let digits = phone.callDigits
        // The longest word is probably the rarest, so the fewest rows are read.
        guard let word = words.max(by: { ($0.count, $0) < ($1.count, $1) }), digits.count >= 6
        else { return nil }
        let named = try all(
            """
            SELECT m.id, m.name, m.number, m.phone FROM word w JOIN member m ON m.id = w.member
            WHERE w.network = $1 AND w.word = $2 AND m.phone IS NOT NULL AND m.status <> 'erased'
            ORDER BY m.id
            """,
            network,
            word
        ) { (alike: PossibleDuplicate($0, .nameAndPhone), phone: $0.text(3)) }
        return named.first {
            $0.phone.callDigits == digits && Set(Words.folded($0.alike.name)) == words
        }?.alike
    }
}

extension PossibleDuplicate {
    fileprivate init(_ row: Row, _ likeness: Likeness) {
        self.init(
            member: row.id(0),
            name: row.text(1),
            number: row.text(2),
            likeness: likeness
        )
    }
}

extension String {
    /// The last nine digits of a phone number, which are the same with or without a country code.
    fileprivate var callDigits: String {
        String(decoding: asCode.utf8.filter { 0x30...0x39 ~= $0 }.suffix(9), as: UTF8.self)
    }
}
