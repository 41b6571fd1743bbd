extension GivingText {
    package static let english: KeyValuePairs<Self, Phrase> = [
        .giveWardLead: "{name} has {left} to give.",
        .giveWardTitle: "Give hours for {name}",
        .giveTitle: "Give to a neighbour",
        .giveLead: "You have {left} to give.",
        .giveTo: "Who is it for?",
        .giveToMember: "A member",
        .giveToPot: "The shared pot",
        .giveToPotHint: "For people who cannot give hours just now",
        .giveNumberHint: "The number on their card. Leave it empty for the pot.",
        .giveHowMuch: "How much?",
        .giveMemoHint: "They will read this.",
        .giveCheck: "Check before giving",
        .giveCheckTitle: "Is this right?",
        .giveButton: "Give {minutes}",
        .givenTitle: "{name} now has {minutes} more",
        .givenPotTitle: "The shared pot now has {minutes} more",
        .givenUndo: """
        Was it a mistake? Tell your coordinator, who can put it back while it is not spent.
        """,
        .leaves: "Leaves {left}.",
    ]
}
