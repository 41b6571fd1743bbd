extension PeopleRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .memberLeft:
            RefusalPhrase(
                "This member has left the network",
                "Their account is closed. Ask your coordinator."
            )
        case .unknownMember:
            RefusalPhrase(
                "We do not know this number",
                "Check it and type it again, or ask the person for their card."
            )
        case .nobodyFound:
            RefusalPhrase(
                "We found nobody with this name",
                "Type the beginning of their first or last name, or the number on their card."
            )
        case .severalMembers:
            RefusalPhrase(
                "It is not clear who you mean",
                "Choose one of these people, or type more of the name, or the number on the card."
            )
        case .mistypedNumber:
            RefusalPhrase(
                "One character of this number is not right",
                "Compare it with the card and type it again."
            )
        case .notGuardian:
            RefusalPhrase(
                "This person does not act for the member",
                "Choose the member if they are here, or ask your coordinator."
            )
        case .memberAlike(let alike): Self.english(alike?.likeness)
        }
    }

    private static func english(_ likeness: PossibleDuplicate.Likeness?) -> RefusalPhrase {
        switch likeness {
        case nil:
            RefusalPhrase(
                "Perhaps a member already",
                """
                Somebody here has this e-mail address, or this name and telephone number. Ask the \
                person, or a coordinator, whether they are a member.
                """
            )
        case .nameAndPhone:
            RefusalPhrase(
                "Perhaps a member already",
                """
                {name}, number {number}, has the same name and telephone number. Look first whether \
                it is the same person.
                """,
                otherwise: "Somebody has this name and telephone number. Look who it is."
            )
        case .email:
            RefusalPhrase(
                "Perhaps a member already",
                """
                {name}, number {number}, has this e-mail address. Look first whether it is the same \
                person.
                """,
                otherwise: "Somebody has this e-mail address. Look whether it is the same person."
            )
        }
    }
}
