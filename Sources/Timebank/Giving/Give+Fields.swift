package import Ledger

extension Give {
    /// What one says of a gift.
    package enum Fields {
        package static let from = Transfer.Fields.from.asking(
            nil,
            "An account id or `member:NUMBER`: your own, or your ward's."
        )
        package static let to = Transfer.Fields.to.asking(GivingText.giveTo, example: "pot")
        package static let minutes = Transfer.Fields.minutes.asking(GivingText.giveHowMuch)
        package static let memo = Transfer.Fields.memo.asking(nil, hint: GivingText.giveMemoHint)
    }
}

extension GrantFromPot {
    /// What one says of a grant.
    package enum Fields {
        package static let to = Transfer.Fields.to.asking(
            nil,
            "An account id or `member:NUMBER`: a member's or an organisation's."
        )
        package static let minutes = Transfer.Fields.minutes.asking(nil, example: "120")
        package static let memo = Transfer.Fields.memo.asking(
            nil,
            example: "For the summer outing"
        )
    }
}
