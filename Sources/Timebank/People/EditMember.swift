internal import Ledger
internal import Store

/// Changes what is known of a member: their name, how to reach them, whether they take part.
///
/// Members change how they are reached and in which language themselves; their name and whether
/// they take part are the coordinator's to say. An e-mail address here is a contact and never a
/// sign-in, so changing it opens nothing.
package struct EditMember: Operation {
    package let member: MemberName
    /// What stays as it is where none is given, here and below.
    package let title: String?
    /// Empty for none any more.
    package let email: String?
    /// Empty for none any more.
    package let phone: String?
    package let language: String?
    package let status: Member.Status?

    package static let name = "member.edit"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// A change of what is given.
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

    /// Changes a member whom nobody else changes until this is done.
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

/// Gives a member a new card, so that a lost one opens nothing any more.
package struct NewCard: Operation {
    package let member: MemberName

    package static let name = "member.card"
    package static let access: Access =
        .own || .guardian || .coordinator || .anyStaff(.lead) || .operator
    package var subject: Subject { .owned(member) }

    /// A new card for a member.
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
