package import Ledger

extension Opportunity {
    /// The fields of an opportunity.
    package enum Fields {
        package static let organisation = Field<Organisation.ID>.id(
            FieldName("organisation", OrganisationsText.fieldOrganisation),
            "The organisation where it is."
        )
        package static let title = Field<String>.text(
            FieldName("title", EarningText.fieldOpportunityName),
            1...120,
            "What there is to do, in a few words.",
            example: "Reading with Year 2",
            hint: EarningText.fieldOpportunityNameHint
        )
        package static let details = Field<String>.text(
            FieldName("details", CommonText.fieldAbout),
            0...2_000,
            "More about it: when, and what helps to know.",
            example: "On Tuesdays after lunch",
            isLong: true,
            question: CommonText.fieldAboutOptional,
            hint: CommonText.fieldAboutHint
        )
        package static let place = Field<String>.text(
            FieldName("place", CommonText.fieldPlace),
            0...200,
            "Where it is.",
            example: "Orchard Lane School",
            question: CommonText.fieldPlaceOptional
        )
        package static let minutes = Field<Minutes>.minutes(
            FieldName("minutes", CommonText.fieldMinutes),
            upTo: DayRule.most,
            "How many minutes it usually takes.",
            question: EarningText.fieldUsual,
            hint: EarningText.fieldUsualHint
        )
    }
}
