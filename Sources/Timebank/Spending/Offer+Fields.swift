package import Ledger

extension Offer {
    /// The input fields that describe an offer.
    package enum Fields {
        package static let organisation = Field<Organisation.ID>.id(
            FieldName("organisation", OrganisationsText.fieldOrganisation),
            "The organisation where it is."
        )
        package static let title = Field<String>.text(
            FieldName("title", SpendingText.fieldOfferName),
            1...120,
            "What there is to enjoy, in a few words.",
            example: "Film, any screen",
            hint: SpendingText.fieldOfferNameHint
        )
        package static let details = Field<String>.text(
            FieldName("details", CommonText.fieldAbout),
            0...2_000,
            "More about it.",
            example: "Monday to Thursday",
            isLong: true,
            question: CommonText.fieldAboutOptional,
            hint: CommonText.fieldAboutHint
        )
        package static let adult = Field<Minutes>.amount(
            FieldName("adult", SpendingText.fieldAdultPrice),
            prices,
            "How many minutes one adult pays."
        )
        package static let child = Field<Minutes>.amount(
            FieldName("child", SpendingText.fieldChildPrice),
            prices,
            "How many minutes one child pays; none where children do not come.",
            example: "30",
            hint: SpendingText.fieldChildPriceHint
        )

        /// The maximum price for one adult or one child.
        static let most = Minutes(100_000)
        private static let prices = Minutes.zero...most
    }
}
