package import Ledger

extension Give {
    /// What one says of a gift.
    package enum Fields {
        /// Whose wallet it comes from.
        package static let from = Transfer.Fields.from.asking(
            nil,
            "An account id or `member:NUMBER`: your own, or your ward's."
        )
        /// Who gets it: a member or the pot.
        package static let to = Transfer.Fields.to.asking(GivingText.giveTo, example: "pot")
        /// How much is given.
        package static let minutes = Transfer.Fields.minutes.asking(GivingText.giveHowMuch)
        /// Words that come with it.
        package static let memo = Transfer.Fields.memo.asking(nil, hint: GivingText.giveMemoHint)
    }
}

extension GrantFromPot {
    /// What one says of a grant.
    package enum Fields {
        /// Who gets it: a member or an organisation.
        package static let to = Transfer.Fields.to.asking(
            nil,
            "An account id or `member:NUMBER`: a member's or an organisation's."
        )
        /// How much is granted.
        package static let minutes = Transfer.Fields.minutes.asking(nil, example: "120")
        /// Words that come with it.
        package static let memo = Transfer.Fields.memo.asking(
            nil,
            example: "For the summer outing"
        )
    }
}
