internal import Ledger
internal import Store

extension Desk {
    /// Returns the member with this name, locked until the transaction ends.
    ///
    /// A change of a member, or of how somebody signs in as one (name, card, code, role), first
    /// reads them and then relies on what it read. Every such operation therefore locks the member
    /// and their person. On SQLite, where write transactions run one after another, the lock costs
    /// nothing.
    ///
    /// - Throws: The errors of ``find(_:field:)``.
    func keep(_ name: MemberName, field: FieldName = Member.Fields.member.name) throws -> Member {
        try keep(try find(name, field: field).id)
    }

    /// Returns two members, locked until the transaction ends.
    func keep(
        _ one: (MemberName, field: FieldName),
        _ other: (MemberName, field: FieldName)
    ) throws -> (Member, Member) {
        try keep(
            find(one.0, field: one.field).id,
            find(other.0, field: other.field).id
        )
    }

    /// Returns the two members with these ids, locked until the transaction ends.
    func keep(_ one: Member.ID, _ other: Member.ID) throws -> (Member, Member) {
        let ids = [one, other]
        // Locks in the order of ids, so that two transactions with the same members cannot
        // deadlock.
        let kept = try Set(ids).sorted().map { try keep($0) }
        let byID = Dictionary(uniqueKeysWithValues: kept.map { ($0.id, $0) })
        guard let first = byID[ids[0]], let second = byID[ids[1]] else {
            throw AccessRefusal.notFound
        }
        return (first, second)
    }

    /// Returns the member with this id, locked until the transaction ends.
    ///
    /// - Throws: ``AccessRefusal/notFound``.
    func keep(_ id: Member.ID) throws -> Member {
        try tx.alone(on: id.raw)
        guard let member = try tx.member(id, in: here.id) else { throw AccessRefusal.notFound }
        if let person = member.person { try tx.alone(on: person.raw) }
        return member
    }
}
