extension PotText {
    package static let polish: KeyValuePairs<Self, Phrase> = [
        .potTitle: "Przekaż ze wspólnej puli: {name}",
        .potLink: "Przekaż ze wspólnej puli",
        .potLead: "W puli jest {left}.",
        .potEmpty: "Pula jest pusta. Napełnia się, gdy ktoś z sieci coś do niej przekaże.",
        .potButton: "Przekaż z puli",
        .noticePot: "Przekazano z puli {minutes}: {name}. W puli zostało {left}.",
    ]
}
