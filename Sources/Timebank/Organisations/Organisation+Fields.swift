package import Ledger

extension Organisation {
    /// The input fields of an organisation.
    package enum Fields {
        /// The organisation that a request refers to.
        package static let organisation = Field<ID>.id(
            FieldName("organisation", OrganisationsText.fieldOrganisation),
            "The organisation that is meant."
        )
        package static let name = Field<String>.text(
            FieldName("name", OrganisationsText.fieldOrganisationName),
            1...120,
            "What the organisation is called.",
            example: "Orchard Lane School"
        )
        package static let slug = Field<String>.slug(
            FieldName("slug", CommonText.fieldSlug),
            "Its short name, such as school: letters, digits, hyphens.",
            example: "orchard-lane",
            hint: CommonText.fieldSlugHint
        )
        package static let earns = Field<Bool>.flag(
            FieldName("earns", OrganisationsText.addOrganisationEarns),
            "Whether people give hours there."
        )
        package static let spends = Field<Spends>.choice(
            FieldName("spends", OrganisationsText.addOrganisationSpends),
            "Whether credits are accepted there: no, community or corporate.",
            example: Spends.no.rawValue
        )
        package static let open = Field<Bool>.flag(
            "open",
            "Whether it takes part: at a closed one nothing new is put up, claimed or accepted.",
            example: "no"
        )
    }
}

extension AppointStaff {
    /// The input fields of an appointment.
    package enum Fields {
        package static let member = Member.Fields.member.asking(
            hint: OrganisationsText.addPostWho
        )
        package static let role = Field<StaffRole>.choice(
            FieldName("role", OrganisationsText.postRole),
            "lead, worker or till: a till accepts credits, a worker confirms hours, a lead looks "
                + "after all.",
            example: StaffRole.worker.rawValue,
            question: OrganisationsText.addPostWhat
        )
    }
}

extension GrantAllocation {
    /// The input fields of a grant.
    package enum Fields {
        package static let minutes = Field<Minutes>.minutes(
            FieldName("minutes", CommonText.fieldMinutes),
            "How many minutes more it may issue.",
            example: "6000",
            question: OrganisationsText.grantHowMuch
        )
        package static let memo = Field<String>.text(
            FieldName("memo", CommonText.lineMemo),
            0...280,
            "What for, in a few words.",
            example: "Spring term",
            question: CommonText.fieldReasonOptional
        )
    }
}
