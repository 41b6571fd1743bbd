extension PersonText {
    package static let english: KeyValuePairs<Self, Phrase> = [
        .personSince: "Member since {day}",
        .personFacts: "Who they are",
        .personChange: "Change",
        .personNewCard: "New card",
        .personSignIn: "Signs in",
        .personSignsIn: "With a password",
        .personSignsInNot: "Not yet",
        .personGuardians: "Guardians",
        .personRoles: "Roles",
        .personLead: "Leads {organisation}",
        .personWorker: "Confirms hours at {organisation}",
        .personTill: "Has the till at {organisation}",
        .personEnterTitle: "Enter hours they gave",
        .personEnterWhat: "What they did",
        .personEnterChoice: "{what}, {organisation} ({left} left)",
        .personEnterLong: "How long",
        .personEnterButton: "Enter these hours",
        .personEnterSum: "Enter {sum}",
        .personEnterLeaves: "Leaves {sum} to give there.",
        .personEnterShort: "That is more than is left to give there.",
        .personAddWork: "Add something to do",
        .personHistory: "Hours in and out",
        .personHistoryEmpty: "Nothing yet. The first hours they give will stand here.",
        .personEnds: "If they stop",
        .personLeftMeaning: """
        Their {left} stay. They receive nothing more, and no till takes their card. You can \
        take this back.
        """,
        .personLeftButton: "Mark as left",
        .personBackMeaning: """
        They have left. Their {left} are still here, and everything goes on where it stopped.
        """,
        .personBackButton: "They are back",
        .personEraseMeaning: """
        Name, contacts and what they wrote go for good. Their hours stay counted, without a \
        name.
        """,
        .personEraseLink: "Erase",
        .eraseTitle: "Erase {name}?",
        .eraseLead: "This cannot be taken back.",
        .eraseGoes: "Goes for good",
        .eraseGoesWhat: "Name, e-mail, phone, card, sign-in here, roles, and the words they wrote",
        .eraseStays: "Stays",
        .eraseStaysWhat: """
        The hours they gave and received, without a name; nobody else gets the number \
        {number}
        """,
        .eraseBalance: "They still have",
        .eraseBalanceLost: """
        Nobody can enjoy this any more afterwards. They can give it to somebody, or to the \
        shared pot, first.
        """,
        .eraseButton: "Erase {name} for good",
        .eraseKeep: "No, change nothing",
        .noticeErased: "Erased: {name}.",
        .changeTitle: "Change what we know of {name}",
        .changeButton: "Keep this",
        .changeEmptyHint: "Leave it empty if there is none any more.",
        .noticeChanged: "Changed.",
        .noticeMemberLeft: "{name} is marked as left.",
        .noticeMemberBack: "{name} is back.",
        .noticeNewCard: "{name} has a new card. The old one opens nothing any more.",
        .noticeHours: "{minutes} entered for {name}. {organisation} has {left} left to give.",
        .noticeHoursWait: """
        {name} has more than 24 hours on that day now. These hours wait to be confirmed at \
        {organisation}.
        """,
        .guardiansTitle: "Who acts for {name}",
        .guardiansLead: """
        A guardian sees the hours of {name}, and can give, claim and enjoy for them. All of \
        it is recorded as done for them.
        """,
        .guardianAdd: "Add a guardian",
        .guardianConsent: "Ask {name}, or whoever cares for them, first.",
        .guardianButton: "Add this guardian",
        .guardianEnd: "{name}, since {day}",
        .guardianEndButton: "End this",
        .noticeGuardian: "{name} can act for them now.",
        .noticeGuardianEnded: "{name} does not act for them any more.",
        .relativesOf: "Relatives of {name}",
        .rolesTitle: "Roles of {name}",
        .rolesLead: "What {name} does beside being a member.",
        .rolesNone: "A member, and nothing else.",
        .rolesGive: "Give a role at an organisation",
        .rolesWhere: "Which organisation",
        .rolesWhat: "What they will do there",
        .rolesOffice: "Give an office in the network",
        .rolesOfficeLead: """
        A coordinator sees and does everything in this network. A funder sees totals without \
        names.
        """,
        .rolesOfficeWhat: "Which office",
        .rolesOfficeButton: "Give this office",
        .rolesEndButton: "Take it back",
        .noticeRole: "{name}: the role is given.",
        .noticeRoleEnded: "{name}: the role is taken back.",
        .findMember: "Name or membership number",
        .findMemberChoice: "Who is “{typed}”?",
        .selectionLabel: "Show",
        .selectionAll: "Everybody",
        .selectionRecent: "Joined lately",
        .selectionNeverEarned: "Never earned",
        .selectionNeverSpent: "Never spent",
        .selectionLeft: "Left",
        .selectionEmpty: "Nobody here fits.",
        .selectionFurther: "Nobody among these. Look at the earlier ones.",
    ]
}
