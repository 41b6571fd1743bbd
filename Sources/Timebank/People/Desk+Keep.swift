internal import Ledger
internal import Store

extension Desk {
    /// The member with this name, whom nobody else changes until this is done.
    ///
    /// What hangs on a member or on who signs in as one (a name, a card, a code, a role) is read
    /// and then relied on; so whoever changes any of it is alone with the two. It costs nothing
    /// where changes run one after another.
    ///
    /// - Throws: what ``find(_:field:)`` throws.
    func keep(_ name: MemberName, field: FieldName = Member.Fields.member.name) throws -> Member {
        try keep(try find(name, field: field).id)
    }

    /// Two members whom nobody else changes until this is done.
    func keep(
        _ one: (MemberName, field: FieldName),
        _ other: (MemberName, field: FieldName)
    ) throws -> (Member, Member) {
        try keep(
            find(one.0, field: one.field).id,
            find(other.0, field: other.field).id
        )
    }

    /// Two members with these ids, whom nobody else changes until this is done.
    func keep(_ one: Member.ID, _ other: Member.ID) throws -> (Member, Member) {
        let ids = [one, other]
        // In the order of their ids, so that two who do this at once never wait crosswise.
        let kept = try Set(ids).sorted().map { try keep($0) }
        let byID = Dictionary(uniqueKeysWithValues: kept.map { ($0.id, $0) })
        guard let first = byID[ids[0]], let second = byID[ids[1]] else {
            throw AccessRefusal.notFound
        }
        return (first, second)
    }

    /// The member with this id, whom nobody else changes until this is done.
    func keep(_ id: Member.ID) throws -> Member {
        try tx.alone(on: id.raw)
        guard let member = try tx.member(id, in: here.id) else { throw AccessRefusal.notFound }
        if let person = member.person { try tx.alone(on: person.raw) }
        return member
    }
}
