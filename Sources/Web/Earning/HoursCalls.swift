internal import Ledger
internal import Timebank

/// Hours as members and staff enter them.
struct HoursCalls: Calls {
    var endpoints: [Endpoint] { [claim, enter, ofMember] }

    private static let note = Property.maybe(
        "note",
        .text(0...500),
        "A few words about it.",
        example: "Weeding with Year 2"
    )
    private static let minutes = Property("minutes", .minutes(upTo: 1_440), example: 90)
    private static let date = Property(
        "date",
        .date,
        "The day they were given; not one to come.",
        example: "2026-11-19"
    )

    private var claim: Endpoint {
        Endpoint(
            .post,
            Routes.hours,
            About(
                "claimHours",
                "Say that a member gave hours",
                "By the member, a guardian or staff. They are paid when somebody else confirms "
                    + "them.",
                body: Body(
                    Property("opportunity", .id, "What was done."),
                    Property("member", .member, "Who did it: an id or a membership number."),
                    Self.date,
                    Self.minutes,
                    Self.note
                ),
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                ClaimHours(
                    opportunity: try call.fields.value("opportunity"),
                    member: try call.fields.value("member"),
                    day: try call.fields.value("date"),
                    minutes: try call.fields.minutes("minutes"),
                    note: try call.fields.textIfAny("note") ?? ""
                )
            )
            return Reply(answer.outcome.hours, isRepeat: answer.isRepeat)
        }
    }

    private var enter: Endpoint {
        Endpoint(
            .post,
            Routes.enteredHours,
            About(
                "enterHours",
                "Enter the same hours for many",
                "By staff or a coordinator, after a session; confirmed in the same breath where "
                    + "asked for.",
                body: Body(
                    Property(
                        "members",
                        .list(.member, most: EnterHours.most),
                        "Ids or membership numbers.",
                        example: ["1001-T", "1002-V"]
                    ),
                    Self.date,
                    Self.minutes,
                    Self.note,
                    .maybe("confirm", .flag, "Whether they are confirmed and paid at once."),
                    ConfirmingCalls.exception
                ),
                key: .required,
                answer: .made
            )
        ) { call, opportunity in
            let answer = try await call.perform(
                EnterHours(
                    opportunity: opportunity,
                    members: try call.fields.list("members"),
                    day: try call.fields.value("date"),
                    minutes: try call.fields.minutes("minutes"),
                    note: try call.fields.textIfAny("note") ?? "",
                    confirm: try call.fields.flagIfAny("confirm") ?? false,
                    exception: try call.fields.textIfAny("exception")
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var ofMember: Endpoint {
        Endpoint(
            .get,
            Routes.memberHours,
            About(
                "listMemberHours",
                "List a member's hours that were not paid",
                "Those that wait and those that were refused, newest first, the last fifty.",
                answer: .done
            )
        ) { call, member in
            let hours = try await call.ask(MyHoursQuery(member: .id(member)))
            return Reply(Stretch(items: hours, next: nil))
        }
    }
}
