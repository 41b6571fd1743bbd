extension Polish {
    /// Totals, help, faults, and what was just done.
    static let report: KeyValuePairs<Text, Phrase> = [
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
        Poświęć trochę czasu organizacji z naszej sieci. Organizacja wpisze godziny sama \
        albo potwierdzi Twoje zgłoszenie.
        """,
        .helpSpendQuestion: "Jak z nich skorzystać?",
        .helpSpendAnswer: """
        Pokaż kartę lub podaj numer członkowski wszędzie, gdzie kredyty są mile widziane. \
        Możesz je też komuś przekazać.
        """,
        .helpWrongQuestion: "Coś się nie zgadza. Co teraz?",
        .helpWrongAnswer: """
        Nic nie ginie: każda godzina ma swój zapis. Powiedz organizacji lub koordynatorowi, \
        a pomyłka zostanie naprawiona.
        """,
        .helpPasswordQuestion: "Nie pamiętam hasła",
        .helpPasswordAnswer: "Koordynator może dać Ci kod. Z nim wybierzesz nowe hasło.",
        .errorId: "Numer problemu: {id}",
        .noticeConfirmed: .counted(
            by: "count",
            [
                .one: "Potwierdzono {count} zgłoszenie, {minutes}.",
                .few: "Potwierdzono {count} zgłoszenia, razem {minutes}.",
                .many: "Potwierdzono {count} zgłoszeń, razem {minutes}.",
            ]
        ),
        .noticeLeft: "Czekają dalej: {names}. Sprawdź te zgłoszenia pojedynczo.",
        .noticeRefused: "Odrzucono. Powód może przeczytać {name}.",
        .noticeEntered: .counted(
            by: "count",
            [
                .one: "{count} osoba dostała {minutes}.",
                .few: "{count} osoby dostały po {minutes}.",
                .many: "{count} osób dostało po {minutes}.",
            ]
        ),
        .noticeGranted: "{organisation} ma do rozdania o {minutes} więcej.",
        .noticeReversed: "Cofnięto: {minutes}.",
        .noticeAdded: "Dodano: {name}.",
        .noticeSignedOut: "Wylogowano.",
        .noticePassword: "Nowe hasło jest zapisane. Gdzie indziej trzeba zalogować się ponownie.",
    ]

    /// Hours and days.
    static let calendar: KeyValuePairs<Text, Phrase> = [
        .unitHour: "godz.",
        .unitHourShort: "h",
        .unitMinute: "min",
        .spokenHours: .counted(
            by: "count",
            [.one: "{count} godzina", .few: "{count} godziny", .many: "{count} godzin"]
        ),
        .spokenMinutes: .counted(
            by: "count",
            [.one: "{count} minuta", .few: "{count} minuty", .many: "{count} minut"]
        ),
        .spokenBelow: "{amount} poniżej zera",
        .dayToday: "dzisiaj",
        .dayYesterday: "wczoraj",
        .dayTomorrow: "jutro",
        .dayFull: "{weekday}, {day} {month}",
        .dayShort: "{weekday} {day} {month}",
        .dayDated: "{day} {month} {year}",
        .monday: "poniedziałek", .tuesday: "wtorek", .wednesday: "środa", .thursday: "czwartek",
        .friday: "piątek", .saturday: "sobota", .sunday: "niedziela",
        .mondayShort: "pon.", .tuesdayShort: "wt.", .wednesdayShort: "śr.",
        .thursdayShort: "czw.", .fridayShort: "pt.", .saturdayShort: "sob.",
        .sundayShort: "niedz.",
        .january: "stycznia", .february: "lutego", .march: "marca", .april: "kwietnia",
        .may: "maja", .june: "czerwca", .july: "lipca", .august: "sierpnia",
        .september: "września", .october: "października", .november: "listopada",
        .december: "grudnia",
        .januaryShort: "sty", .februaryShort: "lut", .marchShort: "mar", .aprilShort: "kwi",
        .mayShort: "maj", .juneShort: "cze", .julyShort: "lip", .augustShort: "sie",
        .septemberShort: "wrz", .octoberShort: "paź", .novemberShort: "lis",
        .decemberShort: "gru",
    ]
}
