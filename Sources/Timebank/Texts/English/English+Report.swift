extension English {
    /// Totals, help, faults, and what was just done.
    static let report: KeyValuePairs<Text, Phrase> = [
        .totalsTitle: "Totals",
        .totalsPeriod: "{from} to {to}",
        .totalsCaption: "This period beside the one before",
        .totalsMeasure: "Measure",
        .totalsNow: "Now",
        .totalsBefore: "Before",
        .totalsHidden: "too few to show",
        .totalsNote: """
        People are counted, never named. Small counts are hidden and others are rounded.
        """,
        .totalsActive: "People who gave or enjoyed",
        .totalsGave: "People who gave hours",
        .totalsEnjoyed: "People who enjoyed credits",
        .totalsBoth: "People who did both",
        .totalsHoursGiven: "Hours given",
        .totalsHoursEnjoyed: "Hours enjoyed",
        .totalsHoursExchanged: "Hours between members",
        .totalsHoursGifted: "Hours given away",
        .totalsOutstanding: "Hours still to enjoy",
        .totalsSentence: "People gave {given} and enjoyed {enjoyed}.",
        .contactTitle: "Whom to ask",
        .contactLead: "People see this on the help page, also before they sign in.",
        .contactWords: "A name, and where to find them",
        .contactHint: "For example: Joan, Tuesdays at the library, 01945 555 019",
        .contactButton: "Keep these words",
        .noticeContact: "Kept. The help page shows it now.",
        .helpTitle: "Help",
        .helpContact: "Whom to ask",
        .helpNoContact: "Ask the person who gave you your card.",
        .helpCreditQuestion: "What is a credit?",
        .helpCreditAnswer: """
        One hour. Everybody’s hour counts the same. Credits are not money and cannot be \
        turned into it.
        """,
        .helpEarnQuestion: "How do I receive credits?",
        .helpEarnAnswer: """
        Give some time to an organisation in the network. They confirm your hours, or you \
        tell us about them and they confirm.
        """,
        .helpSpendQuestion: "How do I enjoy them?",
        .helpSpendAnswer: """
        Show your card, or say your membership number, wherever credits are welcome. You can \
        also give them to somebody.
        """,
        .helpWrongQuestion: "Something is wrong. What now?",
        .helpWrongAnswer: """
        Nothing is ever lost: every hour has its record. Tell the organisation or your \
        coordinator, who can put a mistake right.
        """,
        .helpPasswordQuestion: "I have forgotten my password",
        .helpPasswordAnswer: """
        Your coordinator can hand you a code. With it you choose a new password.
        """,
        .errorId: "Problem number {id}",
        .noticeConfirmed: .counted(
            by: "count",
            [
                .one: "Confirmed: {count} claim, {minutes}.",
                .other: "Confirmed: {count} claims, {minutes} in all.",
            ]
        ),
        .noticeLeft: "Still waiting: {names}. Look at these one by one.",
        .noticeRefused: "Refused. {name} can read the reason.",
        .noticeEntered: .counted(
            by: "count",
            [
                .one: "{count} person received {minutes}.",
                .other: "{count} people received {minutes} each.",
            ]
        ),
        .noticeGranted: "{organisation} may give {minutes} more.",
        .noticeReversed: "Reversed. {minutes} went back.",
        .noticeAdded: "Added: {name}.",
        .noticeSignedOut: "You are signed out.",
        .noticePassword: "Your new password is kept. Everywhere else you are signed out.",
    ]

    /// Hours and days.
    static let calendar: KeyValuePairs<Text, Phrase> = [
        .unitHour: "h",
        .unitHourShort: "h",
        .unitMinute: "min",
        .spokenHours: .counted(by: "count", [.one: "{count} hour", .other: "{count} hours"]),
        .spokenMinutes: .counted(by: "count", [.one: "{count} minute", .other: "{count} minutes"]),
        .spokenBelow: "{amount} below zero",
        .dayToday: "today",
        .dayYesterday: "yesterday",
        .dayTomorrow: "tomorrow",
        .dayFull: "{weekday} {day} {month}",
        .dayShort: "{weekday} {day} {month}",
        .dayDated: "{day} {month} {year}",
        .monday: "Monday", .tuesday: "Tuesday", .wednesday: "Wednesday", .thursday: "Thursday",
        .friday: "Friday", .saturday: "Saturday", .sunday: "Sunday",
        .mondayShort: "Mon", .tuesdayShort: "Tue", .wednesdayShort: "Wed", .thursdayShort: "Thu",
        .fridayShort: "Fri", .saturdayShort: "Sat", .sundayShort: "Sun",
        .january: "January", .february: "February", .march: "March", .april: "April",
        .may: "May", .june: "June", .july: "July", .august: "August",
        .september: "September", .october: "October", .november: "November",
        .december: "December",
        .januaryShort: "Jan", .februaryShort: "Feb", .marchShort: "Mar", .aprilShort: "Apr",
        .mayShort: "May", .juneShort: "Jun", .julyShort: "Jul", .augustShort: "Aug",
        .septemberShort: "Sep", .octoberShort: "Oct", .novemberShort: "Nov",
        .decemberShort: "Dec",
    ]
}
