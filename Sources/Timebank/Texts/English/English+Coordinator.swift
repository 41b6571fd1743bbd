extension English {
    /// The coordinator: allocations, transfers, people.
    static let coordinator: KeyValuePairs<Text, Phrase> = [
        .coordinateTitle: "Today",
        .coordinateQuiet: "Nothing needs a person. Everything is looking after itself.",
        .coordinateNeeds: .counted(
            by: "count",
            [
                .one: "One thing needs a person. Everything else is looking after itself.",
                .other: "{count} things need a person. Everything else is looking after itself.",
            ]
        ),
        .needsConfirming: .counted(
            by: "count",
            [
                .one: "{organisation} has {count} claim to confirm",
                .other: "{organisation} has {count} claims to confirm",
            ]
        ),
        .needsAllocation: "{organisation} has {left} left to give",
        .allocationsTitle: "Allocations",
        .allocationsLead: "What each organisation may still give to members.",
        .allocationsLine: "{left} left; {month} confirmed in the last 30 days",
        .allocationsSoon: "Less than a month’s worth",
        .allocationsEmpty: "No organisation gives hours yet. Add one first.",
        .grantLink: "Grant",
        .grantTitle: "Grant hours to {organisation}",
        .grantHowMuch: "How many more may they give?",
        .grantButton: "Grant these hours",
        .transfersTitle: "Transfers",
        .transfersLead: """
        Every movement of credits, newest first. A mistake is put right by reversing it.
        """,
        .transfersSearch: "Find by name, membership number or id",
        .transfersEmpty: "Nothing has moved yet.",
        .transferTitle: "Transfer of {minutes}",
        .transferReversed: "This was reversed.",
        .transferReversal: "The transfer that reversed it",
        .reversalHeading: "Reverse this transfer",
        .reversalLead: """
        The credits go back from {to} to {from}. Both keep a record of it. A reversal cannot \
        itself be reversed.
        """,
        .reversalButton: "Reverse it",
        .peopleTitle: "People",
        .peopleSearch: "Find by name or membership number",
        .peopleShort: "Type at least two letters of a name, or of a membership number.",
        .peopleEmpty: "Nobody is a member yet. Add the first.",
        .numberLine: "Number {number}",
        .personLeft: "Has left",
        .personStatement: "All hours",
        .addMemberTitle: "Add a member",
        .addMemberLead: "A name is enough. The membership number is made for them.",
        .addMemberButton: "Add this member",
        .addMemberOpen: "Open {name}",
        .addMemberAnyway: "Add all the same",
        .codeHeading: "Hand over a code",
        .codeLead: "With it they choose a password of their own. An earlier code stops working.",
        .codeByOthers:
            "Somebody with a higher role makes a code for this person: a coordinator, or an operator.",
        .codeButton: "Make a code",
        .codeTitle: "A code for {name}",
        .codeShown: "Write it down or print this page now. It is not shown again.",
        .codeAddress: "Go to",
        .codeUntil: "It works once, until {day}.",
        .codeBack: "Done",
        .lineWho: "Who",
        .lineWhat: "What",
        .lineWhen: "When",
        .lineState: "State",
        .lineNote: "Note",
        .lineEmail: "E-mail",
        .lineKind: "Kind",
        .lineFrom: "From",
        .lineTo: "To",
        .lineId: "Id",
        .lineMemo: "With these words",
    ]

    /// Organisations, opportunities and offers.
    static let places: KeyValuePairs<Text, Phrase> = [
        .organisationsTitle: "Organisations",
        .organisationsEmpty: "There is no organisation yet.",
        .organisationEarns: "Give hours here",
        .organisationEnjoy: "Enjoy credits here",
        .organisationEnjoyCommunity: "Enjoy credits here (community)",
        .addOrganisationTitle: "Add an organisation",
        .addOrganisationEarns: "Can people give hours there?",
        .addOrganisationEarnsYes: "It starts with 100 hours to give.",
        .addOrganisationSpends: "Can people enjoy credits there?",
        .spendsCommunity: "Yes, it is part of the community",
        .spendsCorporate: "Yes, it is a business",
        .addOrganisationButton: "Add this organisation",
        .opportunitiesTitle: "Things to do",
        .opportunitiesLead: "Each hour you give here earns a credit.",
        .opportunitiesEmpty: "Nothing to do is listed yet.",
        .opportunityClaim: "I was there",
        .addOpportunityTitle: "Add something to do",
        .addOpportunityButton: "Add it",
        .offersTitle: "Things to enjoy",
        .offersLead: "Show your card, and pay with your hours.",
        .offersEmpty: "Nothing to enjoy is listed yet.",
        .offerClosed: "Not just now",
        .addOfferTitle: "Add something to enjoy",
        .addOfferButton: "Add it",
    ]
}
