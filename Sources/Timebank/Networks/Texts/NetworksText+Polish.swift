extension NetworksText {
    package static let polish: KeyValuePairs<Self, Phrase> = [
        .fieldTimeZone: "Strefa czasowa",
        .networksTitle: "Która sieć?",
        .networksLead: "Wybierz tę, której nazwa jest na Twojej karcie.",
        .networksEmpty: "Nie ma tu jeszcze żadnej sieci.",
        .frontTitle: "Witamy w {network}",
        .frontLead: "Kto daje godzinę, dostaje kredyt. Kredyt to godzina czegoś dobrego.",
        .frontRing: "Godzina to godzina, bez względu na to, kto ją daje.",
        .frontGive: "Daj godzinę.",
        .frontGiveMore: "Poczytaj z dzieckiem, napraw krzesło, podaj herbatę.",
        .frontReceive: "Odbierz kredyt.",
        .frontReceiveMore: "Ten, komu pomagasz, potwierdza go i kredyt jest Twój.",
        .frontEnjoy: "Skorzystaj.",
        .frontEnjoyMore: "Basen, film, wycieczka albo pomoc sąsiada.",
        .coordinateTitle: "Dzisiaj",
        .coordinateQuiet: "Nic nie wymaga uwagi. Wszystko toczy się samo.",
        .coordinateNeeds: .counted(
            by: "count",
            [
                .one: "Jedna sprawa wymaga uwagi. Reszta toczy się sama.",
                .few: "{count} sprawy wymagają uwagi. Reszta toczy się sama.",
                .many: "{count} spraw wymaga uwagi. Reszta toczy się sama.",
            ]
        ),
        .needsConfirming: .counted(
            by: "count",
            [
                .one: "{organisation}: {count} zgłoszenie do potwierdzenia",
                .few: "{organisation}: {count} zgłoszenia do potwierdzenia",
                .many: "{organisation}: {count} zgłoszeń do potwierdzenia",
            ]
        ),
        .needsAllocation: "{organisation}, zostało do rozdania: {left}",
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
        .rulesRounding: "Potwierdzone godziny zaokrągla się do",
        .rulesRoundingHint: "15 minut robi z 50 minut 45. Jedna minuta niczego nie zmienia.",
        .rulesOther: "Ktoś inny właśnie zmienił zasady",
        .rulesOtherHint: "Zobacz, co teraz obowiązuje, i zapisz swoje albo zostaw, jak jest.",
        .noticeRules: "Zapisano. Te zasady obowiązują od teraz.",
        .rulesExpiry: "Po ilu dniach kredyty tracą ważność",
        .totalsTitle: "Podsumowanie",
        .totalsPeriod: "Od {from} do {to}",
        .totalsCaption: "Ten okres obok poprzedniego",
        .totalsMeasure: "Miara",
        .totalsNow: "Teraz",
        .totalsBefore: "Poprzednio",
        .totalsHidden: "za mało, by pokazać",
        .totalsNote: """
        Liczymy ludzi, nigdy ich nie wymieniamy. Małe liczby są ukryte, pozostałe \
        zaokrąglone.
        """,
        .totalsActive: "Osoby, które dały lub skorzystały",
        .totalsGave: "Osoby, które dały godziny",
        .totalsEnjoyed: "Osoby, które skorzystały z kredytów",
        .totalsBoth: "Osoby, które zrobiły jedno i drugie",
        .totalsHoursGiven: "Dane godziny",
        .totalsHoursEnjoyed: "Wykorzystane godziny",
        .totalsHoursExchanged: "Godziny między członkami",
        .totalsHoursGifted: "Przekazane godziny",
        .totalsOutstanding: "Godziny jeszcze do wykorzystania",
        .totalsSentence: "Ludzie dali {given}, a wykorzystali {enjoyed}.",
        .contactTitle: "Kogo zapytać",
        .contactLead: "Te słowa widać na stronie pomocy, także przed zalogowaniem.",
        .contactWords: "Imię i miejsce, gdzie można tę osobę znaleźć",
        .contactHint: "Na przykład: Joanna, we wtorki w bibliotece, 01945 555 019",
        .contactButton: "Zapisz te słowa",
        .noticeContact: "Zapisano. Widać to już na stronie pomocy.",
        .helpTitle: "Pomoc",
        .helpContact: "Kogo zapytać",
        .helpNoContact: "Zapytaj osobę, od której masz kartę.",
        .helpCreditQuestion: "Czym jest kredyt?",
        .helpCreditAnswer: """
        To jedna godzina. Godzina każdego człowieka liczy się tak samo. Kredyty nie są \
        pieniędzmi i nie można ich na nie zamienić.
        """,
        .helpEarnQuestion: "Jak dostać kredyty?",
        .helpEarnAnswer: """
        Wybierz „Znajdź, gdzie pomóc”. Potem organizacja wpisze godziny sama albo wybierzesz \
        „Zapisz swoją pomoc”, a ona to potwierdzi.
        """,
        .helpSpendQuestion: "Jak z nich skorzystać?",
        .helpSpendAnswer: """
        Pokaż kartę w kasie lub podaj numer członkowski wszędzie, gdzie kredyty są mile \
        widziane. Możesz też wybrać „Przekaż komuś godziny”.
        """,
        .helpWrongQuestion: "Coś się nie zgadza. Co teraz?",
        .helpWrongAnswer: """
        Nic nie ginie: każda godzina ma swój zapis. Powiedz organizacji lub koordynatorowi, \
        a pomyłka zostanie naprawiona.
        """,
        .helpPasswordQuestion: "Nie pamiętam hasła",
        .helpPasswordAnswer: "Koordynator może dać Ci kod. Z nim wybierzesz nowe hasło.",
        .stepsTitle: "Pierwszy kwadrans",
        .stepsLead:
            "Gotowe: {done} z {all}. Kroki zaznaczają się same; można przerwać w każdej chwili.",
        .stepsDone: "Gotowe",
        .stepContact: "Napisz, kogo pytać o pomoc",
        .stepContactHint: "Imię i numer telefonu. Strona pomocy pokaże je wszystkim.",
        .stepOrganisation: "Dodaj organizację, w której ludzie pomagają",
        .stepOrganisationHint: "Szkoła, schronisko. Od razu może rozdać 100 godzin.",
        .stepOpportunity: "Dodaj coś do zrobienia",
        .stepOpportunityHint: "Czytanie z dzieckiem, podawanie herbaty.",
        .stepOffer: "Dodaj coś dla przyjemności",
        .stepOfferHint: "Basen, film albo coś w organizacji, którą już masz.",
        .stepStaff: "Wskaż, kto potwierdza godziny lub obsługuje kasę",
        .stepStaffHint: "Na stronie organizacji: Kto tu pracuje.",
        .stepMember: "Dodaj pierwszą osobę",
        .stepMemberHint: "Wystarczy imię i nazwisko. Osoba dostaje numer i kartę.",
        .stepHours: "Wpisz pierwsze godziny",
        .stepHoursHint: "Na stronie organizacji, gdy ktoś już pomógł.",
        .stepRedemption: "Przyjmij pierwsze kredyty",
        .stepRedemptionHint: "Osoba przy kasie wpisuje kartę i naciska Przyjmij.",
        .visibilityTitle: "Kto to widzi",
        .visibilityLead: """
        Każdy, także wyszukiwarki, może czytać, gdzie można pomóc i z czego skorzystać. O \
        osobach nie ma tam nic.
        """,
        .visibilityQuestion: "Kto może to czytać?",
        .visibilityYes: "Każdy, bez logowania",
        .visibilityNo: "Tylko osoby z tej sieci",
        .visibilityButton: "Zachowaj",
        .noticePublic: "Teraz każdy może czytać, gdzie można pomóc i z czego skorzystać.",
        .noticePrivate: """
        Teraz tylko osoby z tej sieci mogą czytać, gdzie można pomóc i z czego skorzystać.
        """,
    ]
}
