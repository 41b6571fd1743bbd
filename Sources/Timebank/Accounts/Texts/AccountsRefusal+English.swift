extension AccountsRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .sameAccount:
            RefusalPhrase(
                "Both sides are the same",
                "Choose somebody else to give to."
            )
        case .wrongWay:
            RefusalPhrase(
                "Hours do not go this way",
                "Choose another account. Gifts go from a member to a member or to the pot."
            )
        case .notEnoughCredits:
            RefusalPhrase(
                "There is not enough",
                "That needs {needed} and there is {left}. Choose less, or ask someone to share.",
                otherwise: "That is more than there is. Choose less, or ask someone to share."
            )
        case .allocationUsedUp:
            RefusalPhrase(
                "The allocation is not enough",
                """
                That needs {needed} and there is {left} left to give. Confirm fewer, or ask your \
                coordinator for more.
                """,
                otherwise: """
                    There is not that much left to give. Confirm fewer, or ask your coordinator for \
                    more.
                    """
            )
        case .potEmpty:
            RefusalPhrase(
                "The pot does not have that much",
                "That needs {needed} and the pot has {left}. Choose less.",
                otherwise: "The pot does not have that much. Choose less."
            )
        case .overCeiling:
            RefusalPhrase(
                "That would be more than an account may hold",
                "An account holds {ceiling} at most. Enjoy or give some of it first.",
                otherwise: "An account holds only so much. Enjoy or give some of it first."
            )
        case .holdExpired:
            RefusalPhrase(
                "This was kept too long",
                "It was kept for a while and then let go. Book it again."
            )
        case .ownTransfer:
            RefusalPhrase(
                "Somebody else reverses this",
                "Nobody reverses a transfer of their own. Ask another coordinator."
            )
        case .notReversible:
            RefusalPhrase(
                "This cannot be reversed",
                "A reversal stays as it is. Make the transfer again if it was right."
            )
        case .alreadyReversed:
            RefusalPhrase(
                "This was reversed already",
                "Nothing was changed. A transfer is reversed once."
            )
        case .alreadySpent:
            RefusalPhrase(
                "Some of it has moved on",
                """
                There is {left} left to take back. Reverse the later transfer first, or settle \
                from the pot.
                """,
                otherwise: """
                    Not enough of it is left to take back. Reverse the later transfer first, or \
                    settle from the pot.
                    """
            )
        }
    }
}
