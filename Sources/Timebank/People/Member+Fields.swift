extension Member {
    /// The input fields that describe a member.
    package enum Fields {
        /// The member that an operation is about.
        package static let member = Field<MemberName>.member(
            FieldName("member", PeopleText.fieldNumber),
            "The membership number or the id of a member."
        )
        package static let name = Field<String>.text(
            FieldName("name", CommonText.fieldName),
            1...120,
            "What the member is called.",
            example: "Ada Nowak"
        )
        package static let email = Field<String>.email(
            FieldName("email", CommonText.lineEmail),
            "The e-mail address: a contact and never a sign-in.",
            example: "ada@example.org",
            question: PeopleText.fieldEmailOptional
        )
        package static let phone = Field<String>(
            FieldName("phone", PeopleText.fieldPhone),
            .phone,
            "The telephone number.",
            example: "01945 555 123",
            question: PeopleText.fieldPhoneOptional
        ) { try FieldRules.text($1, $0, 0...40) }
        package static let language = Field<String>.language(
            "The language to speak to them: \(Language.codes.joined(separator: ", "))."
        )
        package static let number = Field<MemberNumber>(
            FieldName("number", PeopleText.fieldNumber),
            .line(1...Int(MemberNumber.lengthMax)),
            "The number that another system gave; the next of ours if left out.",
            example: "1002-K"
        ) { number, name in
            guard !number.isMistyped else { throw PeopleRefusal.mistypedNumber(field: name) }
            return number
        }
        package static let organisation = Organisation.Fields.organisation.asking(
            PeopleText.fieldBroughtBy,
            "Which organisation brings them in; a lead of several says which."
        )
        package static let addAnyway = Field<Bool>.flag(
            "addAnyway",
            "Whether to add somebody who may be a member already: who has the same e-mail "
                + "address, or the same name and telephone number. Without it that is refused, "
                + "and a coordinator is told who it is.",
            example: "no"
        )
        /// Excludes `erased`, since erasing is an operation of its own.
        package static let status = Field<Status>(
            "status",
            .choice(Status.allCases.filter { $0 != .erased }.map(\.rawValue)),
            "Whether they take part: active, paused or left.",
            example: Status.paused.rawValue
        ) { status, name in
            guard status != .erased else {
                throw FieldRefusal.invalid(field: name, .unknown)
            }
            return status
        }
    }
}

extension EditMember {
    /// The input fields for changing a member; an omitted one leaves its value unchanged.
    package enum Fields {
        package static let name = Member.Fields.name
        package static let email = Member.Fields.email.asking(
            nil,
            "The e-mail address: a contact and never a sign-in; empty for none any more."
        )
        package static let phone = Member.Fields.phone.asking(
            nil,
            "The telephone number; empty for none any more."
        )
        package static let language = Member.Fields.language
        package static let status = Member.Fields.status
    }
}

extension AddGuardian {
    /// The input fields of a guardianship.
    package enum Fields {
        package static let ward = Field<MemberName>.member(
            "ward",
            "The number or the id of the member who cannot act themselves."
        )
        package static let guardian = Field<MemberName>.member(
            FieldName("guardian", PeopleText.fieldGuardian),
            "The number or the id of the member who acts for them."
        )
    }
}

extension DeclareRelatives {
    /// The input fields of two relatives.
    package enum Fields {
        package static let member = Field<MemberName>.member(
            Member.Fields.member.name,
            "The number or the id of the one."
        )
        package static let other = Field<MemberName>.member(
            FieldName("other", PeopleText.relativesWho),
            "The number or the id of the other."
        )
    }
}

extension UndoRelatives {
    /// The input field that names the member who is not a relative after all.
    package enum Fields {
        package static let relative = Field<MemberName>.member(
            FieldName("relative", PeopleText.relativesWho),
            "The number or the id of the member who is no relative after all."
        )
    }
}

extension MembersQuery {
    /// The input fields for searching members.
    package enum Fields {
        package static let search = Field<String>.text(
            FieldName("search", CommonText.fieldSearch),
            0...120,
            "The beginnings of names, or of a number.",
            example: "nowak"
        )
    }
}

extension SeeNotices {
    /// The input fields for acknowledging notices.
    package enum Fields {
        package static let last = Field<Notice.ID>.id("last", "The newest notice that was seen.")
    }
}
