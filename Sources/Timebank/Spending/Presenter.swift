internal import Ledger
internal import Store

/// A guardian who may present a member's card at a till.
package struct Presenter: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    /// The folded number; nil for a guardian who is no member.
    let number: String?
    let card: String?

    /// The same guardian, with the name as a till sees it.
    var asAtTill: Presenter {
        Presenter(person: person, name: name.asAtTill, number: number, card: card)
    }

    /// Whether a card's code, a membership number or a person's id is that of this guardian.
    fileprivate func answers(to shown: CardText?, or id: Person.ID?) -> Bool {
        if let card, shown?.code?.description == card { return true }
        if let number, let typed = shown?.number, [typed.folded, typed.issuedForm].contains(number)
        {
            return true
        }
        return id == person
    }
}

extension View {
    /// The guardian of a member with this card, number or id.
    ///
    /// - Throws: ``PeopleRefusal/mistypedNumber(field:)`` or ``PeopleRefusal/notGuardian``.
    func presenter(_ text: String, of member: Member) throws -> Presenter {
        let shown = try? CardText(text, in: here.slug)
        let id = Person.ID(text.asCode)
        let found = try tx.presenters(of: member).first { $0.answers(to: shown, or: id) }
        if let found { return found }
        if let number = shown?.number, number.looksMistyped {
            throw PeopleRefusal.mistypedNumber(field: Redemption.Fields.guardian.name)
        }
        throw PeopleRefusal.notGuardian
    }
}

extension Transaction {
    /// The guardians of a member, without those who have left the network; at most 50.
    func presenters(of member: Member) throws -> [Presenter] {
        try all(
            """
            SELECT g.guardian, COALESCE(m.name, p.name), m.folded_number, m.card
            FROM guardian g JOIN person p ON p.id = g.guardian
                LEFT JOIN member m ON m.person = g.guardian AND m.network = g.network
            WHERE g.ward = $1 AND (m.status IS NULL OR m.status IN ('active', 'paused'))
            ORDER BY g.since, g.guardian LIMIT 50
            """,
            member.id
        ) {
            Presenter(
                person: $0.id(0),
                name: $0.text(1),
                number: $0.textIfAny(2),
                card: $0.textIfAny(3)
            )
        }
    }
}
