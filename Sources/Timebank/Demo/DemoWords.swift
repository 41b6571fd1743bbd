/// The texts that people of the demo write.
enum DemoWords {
    /// Notes on claims, in the language of the member.
    static func notes(in language: String) -> [String] {
        switch language {
        case "pl":
            [
                "Zmywanie do końca", "Razem z siostrą", "Pomoc w kuchni", "Własne narzędzia",
                "Deszcz, mało dzieci", "Nowa tablica przy drzwiach",
            ]
        case "pt": ["Ajudei com as crianças", "Com a minha irmã"]
        case "lt": ["Čia buvo smagu", "Su seserimi"]
        default:
            [
                "Stayed to wash up", "With my sister", "Set up and cleared away",
                "Rainy, few children", "Brought my own tools", "New display board by the door",
            ]
        }
    }

    /// Reasons for refusing hours.
    static let reasons = [
        "We could not find you on the sheet. Please come and see us.",
        "This one is in twice.",
        "The session was cancelled that day.",
    ]

    /// Memos of gifts, in the language of the giver; some gifts have none.
    static func thanks(in language: String) -> [String] {
        let thanks =
            switch language {
            case "pl":
                ["Dziękuję za pomoc", "Za opiekę nad kotem", "Wszystkiego najlepszego", "Na kino"]
            case "lv": ["Paldies", "Paldies par palīdzību"]
            case "lt": ["Ačiū", "Ačiū už pagalbą"]
            case "pt": ["Obrigada", "Obrigado pela boleia"]
            default:
                [
                    "Thank you for the lift", "For looking after the cat", "Happy birthday",
                    "So that you can come to the film",
                ]
            }
        return thanks + ["", ""]
    }

    /// The memo of a gift to the pot, in the language of the giver.
    static func donation(in language: String) -> String {
        language == "pl" ? "Dla kogoś w potrzebie" : "For whoever needs it"
    }

    /// Memos of exchanges, in the language of the one who was helped.
    static func help(in language: String) -> [String] {
        switch language {
        case "pl":
            ["Dwa razy do szpitala", "Półka na ścianie", "Strzyżenie w domu", "Wspólne pieczenie"]
        default:
            [
                "Two lifts to the hospital", "Put up a shelf", "Haircut at home",
                "Bread baked together", "Letters translated",
            ]
        }
    }

    /// A claim that needs a closer look; `who` is a number that stands for a member.
    struct OddClaim: Sendable {
        let who: Int
        let task: Int
        let minutes: Int
        let daysAgo: Int
        let note: String
    }

    static let oddClaims = [
        OddClaim(
            who: 1,
            task: 1,
            minutes: 600,
            daysAgo: 1,
            note: "Summer fair, from set-up to end"
        ),
        OddClaim(who: 2, task: 0, minutes: 90, daysAgo: 2, note: "Reading"),
        OddClaim(who: 2, task: 0, minutes: 90, daysAgo: 2, note: "Reading, in case it was lost"),
        OddClaim(who: 3, task: 2, minutes: 120, daysAgo: 33, note: "I forgot to send this one"),
        OddClaim(who: 4, task: 3, minutes: 10, daysAgo: 3, note: "Only dropped off books"),
    ]
}
