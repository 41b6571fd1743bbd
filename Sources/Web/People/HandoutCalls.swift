internal import Ledger
internal import Timebank

/// The API endpoints for a member's new card and set-up code.
struct HandoutCalls: Calls {
    var endpoints: [Endpoint] { [card, code] }

    private var card: Endpoint {
        Endpoint(
            .post,
            Routes.card,
            About(
                "newCard",
                "Give a member a new card",
                "A lost one opens nothing any more.",
                key: .optional,
                answer: .made
            )
        ) { call, member in
            let answer = try await call.perform(NewCard(member: .id(member)))
            return Reply(ShownCard(answer.outcome), isRepeat: answer.isRepeat)
        }
    }

    private var code: Endpoint {
        Endpoint(
            .post,
            Routes.code,
            About(
                "handOverCode",
                "Make a code with which a member chooses a password",
                "By who outranks them, for those who have no password yet or have forgotten it. "
                    + "It is shown once; an earlier one no longer works.",
                answer: .made
            )
        ) { call, member in
            let answer = try await call.perform(
                HandOverCode(member: .id(member))
            )
            return Reply(answer.outcome)
        }
    }
}
