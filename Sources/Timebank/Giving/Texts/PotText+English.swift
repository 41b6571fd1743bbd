extension PotText {
    package static let english: KeyValuePairs<Self, Phrase> = [
        .potTitle: "Give {name} hours from the shared pot",
        .potLink: "Give from the pot",
        .potLead: "There is {left} in the pot.",
        .potEmpty: "The pot is empty. It fills when members give to it.",
        .potButton: "Give from the pot",
        .noticePot: "{minutes} given to {name} from the pot. {left} is left in it.",
    ]
}
