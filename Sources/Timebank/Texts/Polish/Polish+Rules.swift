extension Polish {
    /// The rules of a network, relatives, and organisations that are renamed or closed.
    static let rules: KeyValuePairs<Text, Phrase> = [
        .relativesTitle: "Krewni",
        .relativesHeading: "Zapisz krewnego lub krewną",
        .relativesLead: "Krewni nie potwierdzają sobie nawzajem godzin.",
        .relativesWho: "Numer członkowski tej osoby",
        .relativesButton: "Zapisz jako krewnych",
        .relativesEndHeading: "Zapisano jako krewnych: {name}",
        .relativesEndButton: "To nie są krewni",
        .noticeRelative: "Zapisano jako krewnych: {name}.",
        .noticeRelativeEnded: "To już nie są zapisani krewni: {name}.",
        .rulesTitle: "Zasady",
        .rulesLead: "Te zasady obowiązują wszystkich. To, co było przed zmianą, zostaje bez zmian.",
        .rulesHeading: "Zmień zasady",
        .rulesButton: "Zapisz te zasady",
        .rulesSince: "Obowiązują od",
        .rulesNoLimit: "Bez ograniczeń",
        .rulesDays: .counted(
            by: "count",
            [.one: "{count} dzień", .few: "{count} dni", .many: "{count} dni"]
        ),
        .rulesCredit: "Jeden kredyt to",
        .rulesLimit: "Jak głęboko poniżej zera można zejść",
        .rulesCeiling: "Ile najwięcej można mieć",
        .rulesCeilingHint: "Zostaw oba pola puste, jeśli bez ograniczeń.",
        .rulesNewDays: "Jak długo ktoś jest nową osobą",
        .rulesNewDaysHint: "Liczba dni, na przykład 30.",
        .rulesNewGifts: "Ile w sumie może podarować nowa osoba",
        .rulesExpiry: "Po ilu dniach kredyty tracą ważność",
        .rulesRounding: "Potwierdzone godziny zaokrągla się do",
        .rulesRoundingHint: "15 minut robi z 50 minut 45. Jedna minuta niczego nie zmienia.",
        .rulesOther: "Ktoś inny właśnie zmienił zasady",
        .rulesOtherHint: "Zobacz, co teraz obowiązuje, i zapisz swoje albo zostaw, jak jest.",
        .noticeRules: "Zapisano. Te zasady obowiązują od teraz.",
        .organisationChange: "Zmień nazwę lub zamknij",
        .organisationOpen: "Otwarta",
        .organisationShut: "Zamknięta",
        .organisationShutLead: """
        Ta organizacja jest zamknięta. O tym, co tu czeka, nadal można zdecydować.
        """,
        .renameHeading: "Nadaj inną nazwę",
        .renameButton: "Zapisz tę nazwę",
        .closeHeading: "Zamknij tę organizację",
        .closeLead: """
        Nie będzie tam można zgłaszać godzin ani z niczego korzystać. Zgłoszenia, które czekają, \
        nadal można potwierdzić. Organizację można otworzyć na nowo.
        """,
        .closeButton: "Zamknij",
        .openHeading: "Otwórz tę organizację na nowo",
        .openLead: "Znów będzie tam można zgłaszać godziny i korzystać z kredytów.",
        .openButton: "Otwórz na nowo",
        .noticeRenamed: "Nowa nazwa: {name}.",
        .noticeClosed: "Zamknięto: {name}.",
        .noticeOpened: "Otwarto na nowo: {name}.",
    ]
}
