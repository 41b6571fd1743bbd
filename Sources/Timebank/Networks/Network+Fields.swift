extension Network {
    /// The input fields of a network.
    package enum Fields {
        package static let slug = Field<String>.slug(
            FieldName("slug", CommonText.fieldSlug),
            "Its short name in addresses, such as fenside: letters, digits, hyphens.",
            example: "fenside"
        )
        package static let name = Field<String>.text(
            FieldName("name", CommonText.fieldName),
            1...120,
            "Its name, such as \"Fenside Time Credits\".",
            example: "Fenside Time Credits"
        )
        package static let model = Field<Model>.choice(
            "model",
            "credits (issued to organisations) or mutual (members may go below zero).",
            example: Model.credits.rawValue
        )
        package static let zone = Field<String>(
            FieldName("zone", NetworksText.fieldTimeZone),
            .line(1...120),
            "Its time zone.",
            example: "Europe/London"
        ) { zone, name in
            guard TimeZoneRules(identifier: zone) != nil else {
                throw FieldRefusal.invalid(field: name, .unknown)
            }
            return zone
        }
        package static let language = Field<String>.language(
            "Its language: \(Language.codes.joined(separator: ", "))."
        )
    }
}

extension SetContact {
    /// The input field of the help contact.
    package enum Fields {
        package static let contact = Field<String>.text(
            FieldName("contact", NetworksText.contactWords),
            0...500,
            "What people read; empty for nothing.",
            example: "Ask Sam on Tuesdays, at the library.",
            isLong: true,
            hint: NetworksText.contactHint
        )
    }
}

extension FoundNetwork {
    /// The input fields of the first coordinator.
    package enum Fields {
        package static let coordinator = Member.Fields.name.asking(
            nil,
            "What its first coordinator is called, such as \"Jo Marsh\".",
            example: "Jo Marsh"
        )
        package static let login = Member.Fields.email.asking(
            nil,
            "The e-mail address with which the coordinator signs in; else by number.",
            example: "jo@example.org"
        )
    }
}

extension Appoint {
    /// The input fields of an appointment.
    package enum Fields {
        package static let member = Member.Fields.member
        package static let office = Field<Office>.choice(
            "office",
            "coordinator or funder; a funder sees totals and nobody.",
            example: Office.funder.rawValue
        )
    }
}
