package import Ledger

extension Give {
    /// The fields of a gift.
    package enum Fields {
        /// The wallet that the gift comes from.
        package static let from = Transfer.Fields.from.asking(
            nil,
            "An account id or `member:NUMBER`: your own, or your ward's."
        )
        /// The receiver: a member or the pot.
        package static let to = Transfer.Fields.to.asking(GivingText.giveTo, example: "pot")
        /// The minutes to give.
        package static let minutes = Transfer.Fields.minutes.asking(GivingText.giveHowMuch)
        /// A message to the receiver.
        package static let memo = Transfer.Fields.memo.asking(nil, hint: GivingText.giveMemoHint)
    }
}

extension GrantFromPot {
    /// The fields of a grant from the pot.
    package enum Fields {
        /// The receiver: a member or an organisation.
        package static let to = Transfer.Fields.to.asking(
            nil,
            "An account id or `member:NUMBER`: a member's or an organisation's."
        )
        /// The minutes to grant.
        package static let minutes = Transfer.Fields.minutes.asking(nil, example: "120")
        /// A message to the receiver.
        package static let memo = Transfer.Fields.memo.asking(
            nil,
            example: "For the summer outing"
        )
    }
}
