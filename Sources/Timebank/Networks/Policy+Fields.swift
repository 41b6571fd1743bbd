package import Ledger

extension Policy {
    /// The input fields of a network's rules.
    package enum Fields {
        package static let version = Field<Int64>.number(
            "version",
            1 ... .max,
            "The version that is replaced, so that no change of somebody else is undone unseen."
        )
        package static let credit = minutes(
            FieldName("credit", NetworksText.rulesCredit),
            upTo: some,
            "How many minutes make one credit."
        )
        package static let mutualLimit = Field<Minutes>.amount(
            FieldName("mutualLimit", NetworksText.rulesLimit),
            .zero...some,
            "How many minutes a wallet may go below zero in a mutual network; in another one it "
                + "stays as it is.",
            example: "600"
        )
        package static let ceiling = minutes(
            FieldName("ceiling", NetworksText.rulesCeiling),
            upTo: Minutes.movable.upperBound,
            "The most minutes that a wallet may come to by receiving; none for no limit.",
            example: "6000",
            hint: NetworksText.rulesCeilingHint
        )
        package static let newcomerDays = Field<Int64>.number(
            FieldName("newcomerDays", NetworksText.rulesNewDays),
            0...3_660,
            "For how many days somebody counts as new.",
            example: "30",
            hint: NetworksText.rulesNewDaysHint
        )
        package static let newcomerGifts = Field<Minutes>.amount(
            FieldName("newcomerGifts", NetworksText.rulesNewGifts),
            .zero...Minutes.movable.upperBound,
            "How many minutes somebody new may give away in all.",
            example: "600"
        )
        package static let rounding = minutes(
            FieldName("rounding", NetworksText.rulesRounding),
            upTo: Minutes(1_440),
            "Confirmed hours are rounded to this many minutes.",
            example: "15",
            hint: NetworksText.rulesRoundingHint
        )
        package static let expiryDays = Field<Int64>(
            FieldName("expiryDays", NetworksText.rulesExpiry),
            .number(1...36_600),
            "Refused, since credits do not run out yet: leave it out, or send null."
        ) { _, name in throw FieldRefusal.invalid(field: name, .withoutEffect) }

        private static let some = Minutes(1_000_000)

        /// A field for an amount from one minute to `most`, whose refusal names these bounds.
        private static func minutes(
            _ name: FieldName,
            upTo most: Minutes,
            _ meaning: String,
            example: String = "60",
            hint: (any Text)? = nil
        ) -> Field<Minutes> {
            let range = Minutes(1)...most
            return Field(name, .minutes(upTo: most), meaning, example: example, hint: hint) {
                guard range.contains($0) else {
                    throw FieldRefusal.invalid(field: $1, .amountOutOfRange(range))
                }
                return $0
            }
        }
    }
}
