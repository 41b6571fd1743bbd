/// The texts that people of the demo write.
enum DemoWords {
    /// Notes on claims.
    static let notes = [
        "Stayed to wash up", "With my sister", "Set up and cleared away", "Rainy, few children",
        "Pomagałam w kuchni", "Brought my own tools", "Ajudei com as crianças", "Čia buvo smagu",
        "New display board by the door",
    ]

    /// Reasons for refusing hours.
    static let reasons = [
        "We could not find you on the sheet. Please come and see us.",
        "This one is in twice.",
        "The session was cancelled that day.",
    ]

    /// Memos of gifts; some gifts have none.
    static let thanks = [
        "Thank you for the lift", "For looking after the cat", "Happy birthday",
        "Dziękuję za pomoc", "Paldies", "Ačiū", "Obrigada", "So that you can come to the film",
        "", "", "",
    ]

    /// Memos of exchanges.
    static let help = [
        "Two lifts to the hospital", "Put up a shelf", "Haircut at home", "Bread baked together",
        "Letters translated",
    ]

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
