internal import Ledger
internal import Timebank

/// The API endpoints with which members and staff enter hours, and with which unpaid hours are
/// listed.
struct HoursCalls: Calls {
    var endpoints: [Endpoint] { [claim, enter, ofMember] }

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
                    Property(Hours.Fields.opportunity),
                    Property(Hours.Fields.member),
                    Property(Hours.Fields.date),
                    Property(Hours.Fields.minutes),
                    .maybe(Hours.Fields.note)
                ),
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                ClaimHours(
                    opportunity: try call.fields.value(Hours.Fields.opportunity),
                    member: try call.fields.value(Hours.Fields.member),
                    day: try call.fields.value(Hours.Fields.date),
                    minutes: try call.fields.value(Hours.Fields.minutes),
                    note: try call.fields.ifAny(Hours.Fields.note) ?? ""
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
                    Property(Hours.Fields.members),
                    Property(Hours.Fields.date),
                    Property(Hours.Fields.minutes),
                    .maybe(Hours.Fields.note),
                    .maybe(Hours.Fields.confirm),
                    .maybe(Hours.Fields.exception)
                ),
                key: .required,
                answer: .made
            )
        ) { call, opportunity in
            let answer = try await call.perform(
                EnterHours(
                    opportunity: opportunity,
                    members: try call.fields.value(Hours.Fields.members),
                    day: try call.fields.value(Hours.Fields.date),
                    minutes: try call.fields.value(Hours.Fields.minutes),
                    note: try call.fields.ifAny(Hours.Fields.note) ?? "",
                    confirm: try call.fields.ifAny(Hours.Fields.confirm) ?? false,
                    exception: try call.fields.ifAny(Hours.Fields.exception)
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
            return Reply(ResultPage(items: hours, next: nil))
        }
    }
}
