extension English {
    /// What refusals say.
    static let refusals: KeyValuePairs<RefusalText, RefusalPhrase> = [
        .notSignedIn: RefusalPhrase(
            "Please sign in",
            "Sign in and do it again. Nothing was changed."
        ),
        .wrongSignIn: RefusalPhrase(
            "That did not match",
            """
            Check the number or e-mail and the password, and try again. Your coordinator can \
            hand you a code.
            """
        ),
        .lockedOut: RefusalPhrase(
            "Too many tries",
            "Wait {minutes} and try again, or ask your coordinator for a code.",
            otherwise: "Wait a while and try again, or ask your coordinator for a code."
        ),
        .notAllowed: RefusalPhrase(
            "This is for somebody else to do",
            "Your role here does not include it. Ask your coordinator if you think it should."
        ),
        .notFound: RefusalPhrase(
            "There is nothing here",
            "It may have moved, or it may not be yours to see. Go back and choose again."
        ),
        .outranked: RefusalPhrase(
            "Somebody with a higher role has to do this",
            """
            This person has a role that yours does not outrank, here or in another network. \
            Ask an operator.
            """
        ),
        .rankTooLow: RefusalPhrase(
            "That role is above your own",
            "You can give roles below your own. Ask somebody whose role is higher."
        ),
        .needsCoordinator: RefusalPhrase(
            "A coordinator has to do this",
            """
            You can do it for people whom your organisation brought in and who have not signed in, \
            earned credits or taken a role elsewhere yet. For this person, ask a coordinator.
            """
        ),
        .codeInvalid: RefusalPhrase(
            "This code does not work",
            """
            It may be mistyped, used already or too old. Check it, or ask your coordinator \
            for a new one.
            """
        ),
        .weakPassword: RefusalPhrase(
            "Choose a longer password",
            """
            Use at least {length} characters. A few words that only you would put together \
            are good.
            """,
            otherwise: """
                Use more characters. A few words that only you would put together are good.
                """
        ),
        .loginTaken: RefusalPhrase(
            "This e-mail cannot be used",
            """
            If it is yours, sign in with it first, then type the code. If not, use the \
            membership number instead.
            """
        ),
        .insecure: RefusalPhrase(
            "This connection is not safe",
            "Signing in needs an address that begins with https. Ask whoever runs this server."
        ),
        .invalid: RefusalPhrase(
            "Please check this",
            "{field}: {flaw}",
            otherwise: "Something is missing or cannot be read. Please fill it in again."
        ),
        .tooLarge: RefusalPhrase(
            "That is too much at once",
            "Send less in one go: at most 64 kilobytes."
        ),
        .formExpired: RefusalPhrase(
            "This form is too old",
            "Nothing was changed. Open the page again and send it once more."
        ),
        .keyMissing: RefusalPhrase(
            "A request key is missing",
            """
            Nothing was changed. A page: open it again. A program: send an Idempotency-Key \
            with 1 to 255 visible ASCII characters.
            """
        ),
        .keyReused: RefusalPhrase(
            "This was sent before, with something else in it",
            "Nothing was changed. Open the page again; a program draws a new key for each request."
        ),
        .keyRunning: RefusalPhrase(
            "This is still being done",
            "Wait a moment, then look at your hours, or send the same again: it counts once."
        ),
        .tooManyRequests: RefusalPhrase(
            "That was very fast",
            "Wait a minute and go on. Nothing was changed."
        ),
        .tooManyCards: RefusalPhrase(
            "Too many cards were looked up here",
            "Scan the card, or wait {minutes} and type the number again. Nothing was changed.",
            otherwise: "Scan the card, or wait a while and type the number again."
        ),
        .malformed: RefusalPhrase(
            "This cannot be read",
            "Nothing was changed. The body has to be one JSON object, with no name twice."
        ),
        .wrongType: RefusalPhrase(
            "This is not JSON",
            "Nothing was changed. Send JSON, and say so: Content-Type: application/json."
        ),
        .wrongMethod: RefusalPhrase(
            "This address does not do that",
            "Nothing was changed. What it does is named in the Allow header of the answer."
        ),
        .wrongHost: RefusalPhrase(
            "The host is missing",
            "Nothing was changed. Send one Host header with the name that is in the address."
        ),
        .unavailable: RefusalPhrase(
            "Nothing can be kept just now",
            "Nothing was changed. Try again in a few minutes, and tell whoever runs this server."
        ),
        .busy: RefusalPhrase(
            "Many people are here just now",
            "Nothing was changed. Try again in a few seconds."
        ),
        .inDoubt: RefusalPhrase(
            "We do not know yet whether that was kept",
            "Send the same form again: whatever happened, it counts once."
        ),
        .storeNewer: RefusalPhrase(
            "The program is older than its data",
            "Nothing was changed. Whoever runs this server needs to install the newer program."
        ),
        .fault: RefusalPhrase(
            "Something went wrong here",
            """
            Nothing was changed. Try again. If it happens again, tell your coordinator this \
            number: {id}.
            """,
            otherwise: """
                Nothing was changed. Try again, and tell your coordinator if it happens again.
                """
        ),
        .notEnoughCredits: RefusalPhrase(
            "There is not enough",
            "That needs {needed} and there is {left}. Choose less, or ask someone to share.",
            otherwise: "That is more than there is. Choose less, or ask someone to share."
        ),
        .doesNotFit: RefusalPhrase(
            "There is not enough",
            """
            It would be enough for: adults {adults}, children {children}. Choose fewer, or ask \
            someone to share.
            """,
            otherwise: "That is more than there is. Choose less, or ask someone to share."
        ),
        .amountOutOfRange: RefusalPhrase(
            "Please check the amount",
            "Write hours, minutes or both: at least one minute, and at most {most}.",
            otherwise: "Write hours, minutes or both, at least one minute."
        ),
        .sameAccount: RefusalPhrase(
            "Both sides are the same",
            "Choose somebody else to give to."
        ),
        .overLimit: RefusalPhrase(
            "That would go below the limit",
            "The lowest this account may go is {limit}. Choose less, or give some hours first.",
            otherwise: "This account cannot go that low. Choose less, or give some hours first."
        ),
        .overCeiling: RefusalPhrase(
            "That would be more than an account may hold",
            "An account holds {ceiling} at most. Enjoy or give some of it first.",
            otherwise: "An account holds only so much. Enjoy or give some of it first."
        ),
        .giftLimit: RefusalPhrase(
            "That is more than may be given away",
            "You can still give {left}. Choose less, or ask your coordinator.",
            otherwise: "Members can give only so much. Choose less, or ask your coordinator."
        ),
        .allocationUsedUp: RefusalPhrase(
            "The allocation is not enough",
            """
            That needs {needed} and there is {left} left to give. Confirm fewer, or ask your \
            coordinator for more.
            """,
            otherwise: """
                There is not that much left to give. Confirm fewer, or ask your coordinator for \
                more.
                """
        ),
        .wrongWay: RefusalPhrase(
            "Hours do not go this way",
            "Choose another account. Gifts go from a member to a member or to the pot."
        ),
        .potEmpty: RefusalPhrase(
            "The pot does not have that much",
            "That needs {needed} and the pot has {left}. Choose less.",
            otherwise: "The pot does not have that much. Choose less."
        ),
        .holdExpired: RefusalPhrase(
            "This was kept too long",
            "It was kept for a while and then let go. Book it again."
        ),
        .ownHours: RefusalPhrase(
            "Somebody else confirms these",
            """
            Nobody confirms their own hours, or those of somebody close to them. Ask a \
            colleague or your coordinator.
            """
        ),
        .moreThanADay: RefusalPhrase(
            "A day has 24 hours",
            """
            With these, this person would have {day} on that day. Change how long it was, or write \
            why it is right all the same.
            """,
            otherwise: """
                With these, this person would have more than 24 hours on that day. Change how \
                long it was, or write why it is right all the same.
                """
        ),
        .ownAllocation: RefusalPhrase(
            "Somebody else grants this",
            "Nobody approves an allocation of their own. Ask another coordinator."
        ),
        .alreadyConfirmed: RefusalPhrase(
            "These hours are confirmed already",
            "Nothing was changed. If they are wrong, ask your coordinator to reverse them."
        ),
        .alreadyRefused: RefusalPhrase(
            "These hours were refused already",
            "Nothing was changed. The member can send them again."
        ),
        .nothingChosen: RefusalPhrase(
            "Nothing is ticked",
            "Tick at least one, then confirm."
        ),
        .futureDate: RefusalPhrase(
            "That day is still to come",
            "Choose today or a day before it."
        ),
        .tooLongAgo: RefusalPhrase(
            "That was too long ago",
            "Ask your coordinator to enter it."
        ),
        .notEarning: RefusalPhrase(
            "Hours cannot be given here",
            "This organisation does not give credits. Choose another, or ask your coordinator."
        ),
        .organisationClosed: RefusalPhrase(
            "This organisation is closed",
            "Nothing new is recorded there. Your coordinator can open it again."
        ),
        .opportunityClosed: RefusalPhrase(
            "This is over",
            "Choose something else that you did."
        ),
        .ownTransfer: RefusalPhrase(
            "Somebody else reverses this",
            "Nobody reverses a transfer of their own. Ask another coordinator."
        ),
        .alreadyReversed: RefusalPhrase(
            "This was reversed already",
            "Nothing was changed. A transfer is reversed once."
        ),
        .alreadySpent: RefusalPhrase(
            "Some of it has moved on",
            """
            There is {left} left to take back. Reverse the later transfer first, or settle \
            from the pot.
            """,
            otherwise: """
                Not enough of it is left to take back. Reverse the later transfer first, or \
                settle from the pot.
                """
        ),
        .notReversible: RefusalPhrase(
            "This cannot be reversed",
            "A reversal stays as it is. Make the transfer again if it was right."
        ),
        .undoTooLate: RefusalPhrase(
            "Ten minutes have passed",
            "Ask your coordinator to reverse it."
        ),
        .unknownCard: RefusalPhrase(
            "We do not know this card",
            "Check it and try again, or type the membership number."
        ),
        .unknownMember: RefusalPhrase(
            "We do not know this number",
            "Check it and type it again, or ask the person for their card."
        ),
        .notGuardian: RefusalPhrase(
            "This person does not act for the member",
            "Choose the member if they are here, or ask your coordinator."
        ),
        .mistypedNumber: RefusalPhrase(
            "One character of this number is not right",
            "Compare it with the card and type it again."
        ),
        .memberLeft: RefusalPhrase(
            "This member has left the network",
            "Their account is closed. Ask your coordinator."
        ),
        .offerClosed: RefusalPhrase(
            "This offer is not open",
            "Choose another one."
        ),
        .notSpending: RefusalPhrase(
            "Credits are not accepted here",
            "This organisation has nothing to enjoy with credits. Ask your coordinator."
        ),
        .nobodyChosen: RefusalPhrase(
            "Nobody is chosen",
            "Choose at least one person."
        ),
        .memberAlike: RefusalPhrase(
            "Perhaps a member already",
            """
            {name}, number {number}, has this e-mail address. Look first whether it is the same \
            person.
            """,
            otherwise: "Somebody has this e-mail address. Look whether it is the same person."
        ),
        .memberAlikeByName: RefusalPhrase(
            "Perhaps a member already",
            """
            {name}, number {number}, has the same name and telephone number. Look first whether \
            it is the same person.
            """,
            otherwise: "Somebody has this name and telephone number. Look who it is."
        ),
        .memberAlikeHidden: RefusalPhrase(
            "Perhaps a member already",
            """
            Somebody here has this e-mail address, or this name and telephone number. Ask the \
            person, or a coordinator, whether they are a member.
            """
        ),
        .slugTaken: RefusalPhrase(
            "This short name is taken",
            "Choose another one."
        ),
        .numberTaken: RefusalPhrase(
            "This membership number is taken",
            "Leave it empty and one is made."
        ),
    ]
}
