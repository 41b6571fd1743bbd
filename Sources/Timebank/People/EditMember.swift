internal import Ledger
internal import Store

/// Changes a member's name, contacts, language or status.
///
/// Members and their guardians may change contacts and language; only a coordinator or an operator
/// may change name and status. The e-mail address is a contact and never a login, so that changing
/// it gives nobody access.
package struct EditMember: Operation {
    package let member: MemberName
    /// The new name; nil leaves it unchanged, as with each of the following.
    package let title: String?
    /// The new e-mail address; empty removes it.
    package let email: String?
    /// The new phone number; empty removes it.
    package let phone: String?
    package let language: String?
    package let status: Member.Status?

    package static let name = "member.edit"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// Creates a change of the values that are not nil.
    package init(
        member: MemberName,
        title: String? = nil,
        email: String? = nil,
        phone: String? = nil,
        language: String? = nil,
        status: Member.Status? = nil
    ) {
        self.member = member
        self.title = title
        self.email = email
        self.phone = phone
        self.language = language
        self.status = status
    }

    package func run(at desk: Desk) throws -> Member {
        let old = try desk.keep(member)
        try record(over: old, by: desk)
        desk.touch(old.id)
        return try Member.recall([old.id.raw], at: desk.view)
    }

    /// Changes a member that the caller has locked.
    func record(over old: Member, by desk: Desk) throws {
        guard old.status != .erased else {
            throw PeopleRefusal.memberLeft(field: Member.Fields.member.name)
        }
        let status = try Member.Fields.status.checked(ifAny: status)
        if title != nil || status != nil {
            guard try desk.view.looksAfterAll else { throw AccessRefusal.notAllowed }
            _ = try desk.view.requireReach(.edit, over: old)
        }
        let name = try Member.Fields.name.checked(ifAny: title) ?? old.name
        let email =
            email == nil ? old.email : try Member.Fields.email.checked(unlessBlank: email)
        let phone =
            phone == nil ? old.phone : try Member.Fields.phone.checked(unlessBlank: phone)
        if email != old.email || phone != old.phone {
            let standing = try desk.view.requireReach(.contact, over: old)
            try desk.tell(old.person, .contact, standing)
        }
        if let status, status != old.status { try desk.changes(.member, old.id) }
        try desk.tx.run(
            """
            UPDATE member SET name = $1, email = $2, phone = $3, language = $4, status = $5
            WHERE id = $6
            """,
            name,
            email,
            phone,
            try Member.Fields.language.checked(unlessBlank: language) ?? old.language,
            (status ?? old.status).rawValue,
            old.id
        )
        if name != old.name { try desk.tx.indexWords(of: name, for: old.id, in: desk.here.id) }
    }
}

/// Gives a member a new card, which makes the old one useless.
package struct NewCard: Operation {
    package let member: MemberName

    package static let name = "member.card"
    package static let access: Access =
        .own || .guardian || .coordinator || .anyStaff(.lead) || .operator
    package var subject: Subject { .owned(member) }

    /// Creates the request for a new card.
    package init(member: MemberName) { self.member = member }

    package func run(at desk: Desk) throws -> Member {
        let old = try desk.keep(member)
        try old.requirePresent()
        let standing = try desk.view.requireReach(.card, over: old)
        try desk.tell(old.person, .card, standing)
        try desk.changes(.member, old.id)
        var dice = desk.dice
        try desk.tx.run(
            "UPDATE member SET card = $1 WHERE id = $2",
            CardCode(drawing: &dice).description,
            old.id
        )
        desk.touch(old.id)
        return try Member.recall([old.id.raw], at: desk.view)
    }
}
