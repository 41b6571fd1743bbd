extension NetworksText {
    package static let english: KeyValuePairs<Self, Phrase> = [
        .fieldTimeZone: "Time zone",
        .networksTitle: "Which network?",
        .networksLead: "Choose the one whose name is on your card.",
        .networksEmpty: "There is no network here yet.",
        .frontTitle: "Welcome to {network}",
        .frontLead: """
        People give an hour and receive a credit. A credit is an hour of something good.
        """,
        .frontRing: "An hour is an hour, whoever gives it.",
        .frontGive: "Give an hour.",
        .frontGiveMore: "Read with a child, mend a chair, pour the tea.",
        .frontReceive: "Receive a credit.",
        .frontReceiveMore: "Whoever you helped confirms it, and it is yours.",
        .frontEnjoy: "Enjoy it.",
        .frontEnjoyMore: "A swim, a film, a day out, or a neighbour’s help.",
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
        .rulesTitle: "Rules",
        .rulesLead: "They hold for everybody. What was done before a change stays as it was.",
        .rulesHeading: "Change the rules",
        .rulesButton: "Keep these rules",
        .rulesSince: "They hold since",
        .rulesNoLimit: "No limit",
        .rulesDays: .counted(by: "count", [.one: "{count} day", .other: "{count} days"]),
        .rulesCredit: "One credit is",
        .rulesLimit: "How far below zero a member may go",
        .rulesCeiling: "The most that a member may hold",
        .rulesCeilingHint: "Leave both empty for no limit.",
        .rulesNewDays: "How long somebody counts as new",
        .rulesNewDaysHint: "A number of days, such as 30.",
        .rulesNewGifts: "What somebody new may give away in all",
        .rulesRounding: "Confirmed hours are rounded to",
        .rulesRoundingHint: "15 minutes makes 50 minutes into 45. One minute changes nothing.",
        .rulesOther: "Somebody else has just changed the rules",
        .rulesOtherHint: "Look at what holds now, then keep yours or leave it.",
        .noticeRules: "Kept. These rules hold from now on.",
        .rulesExpiry: "Days after which credits run out",
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
        Choose “Help out” and find something to do. Afterwards they enter your hours, or you \
        choose “I helped”, tell us, and they confirm.
        """,
        .helpSpendQuestion: "How do I enjoy them?",
        .helpSpendAnswer: """
        Show your card at the till, or say your membership number, wherever credits are \
        welcome. With “Give to a neighbour” you can also give them away.
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
        .stepsTitle: "Your first quarter of an hour",
        .stepsLead: "{done} of {all} done. Each ticks itself, and you can leave at any time.",
        .stepsDone: "Done",
        .stepContact: "Say whom to ask for help",
        .stepContactHint: "A name and a telephone number. The help page shows it to everybody.",
        .stepOrganisation: "Add an organisation where people help",
        .stepOrganisationHint: "A school, a hostel. It can give 100 hours at once.",
        .stepOpportunity: "Add something to do there",
        .stepOpportunityHint: "Reading with a child, pouring the tea.",
        .stepOffer: "Add something to enjoy",
        .stepOfferHint: "A swim, a film, or something at the organisation you have.",
        .stepStaff: "Say who confirms hours, or who has the till",
        .stepStaffHint: "On the organisation’s page: Who works here.",
        .stepMember: "Add the first member",
        .stepMemberHint: "A name is enough. They get a number and a card.",
        .stepHours: "Enter the first hours",
        .stepHoursHint: "On the organisation’s page, once somebody has helped.",
        .stepRedemption: "Accept the first credits",
        .stepRedemptionHint: "Whoever has the till types a card and presses Accept.",
        .visibilityTitle: "Who sees what there is",
        .visibilityLead: """
        What there is to do and to enjoy can be read by everybody, also by search engines. \
        Nothing about persons is.
        """,
        .visibilityQuestion: "Who may read it?",
        .visibilityYes: "Everybody, without signing in",
        .visibilityNo: "Only people of this network",
        .visibilityButton: "Keep this",
        .noticePublic: "Everybody can read now what there is to do and to enjoy.",
        .noticePrivate: """
        Only people of this network can read now what there is to do and to enjoy.
        """,
    ]
}
