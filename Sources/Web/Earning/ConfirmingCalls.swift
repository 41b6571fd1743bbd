internal import Ledger
internal import Timebank

/// What staff do with hours that wait.
struct ConfirmingCalls: Calls {
    var endpoints: [Endpoint] { [waiting, confirm, confirmMany, refuse] }

    private var waiting: Endpoint {
        Endpoint(
            .get,
            Routes.waitingHours,
            About(
                "listWaitingHours",
                .hours,
                "List the hours that wait at an organisation",
                "What deserves a second look first, then in the order they came; at most "
                    + "\(ConfirmMany.most).",
                answer: .done,
                .named("WaitingHoursList")
            )
        ) { call in
            let asked = WaitingHoursQuery(organisation: try call.id("organisation"))
            return Reply(Stretch(items: try await call.ask(asked), next: nil))
        }
    }

    private var confirm: Endpoint {
        Endpoint(
            .post,
            Routes.confirmation,
            About(
                "confirmHours",
                .hours,
                "Confirm hours, which pays them",
                "By staff or a coordinator, never by who earned them.",
                body: Body(
                    .maybe(Hours.Fields.given),
                    .maybe(Hours.Fields.exception)
                ),
                key: .required,
                answer: .done,
                .named("Confirmation")
            )
        ) { call in
            let answer = try await call.perform(
                ConfirmHours(
                    hours: try call.id("hours"),
                    minutes: try call.fields.ifAny(Hours.Fields.given),
                    exception: try call.fields.ifAny(Hours.Fields.exception)
                )
            )
            return Reply(.done, answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var confirmMany: Endpoint {
        Endpoint(
            .post,
            Routes.confirmations,
            About(
                "confirmManyHours",
                .hours,
                "Confirm many hours of an organisation at once",
                "All of them, but for one's own, what was decided already and what would bring "
                    + "somebody to more than 24 hours on a day; or none.",
                body: Body(
                    Property(Hours.Fields.hours),
                    .maybe(Hours.Fields.exception)
                ),
                key: .required,
                answer: .done,
                .named("Confirmations")
            )
        ) { call in
            let answer = try await call.perform(
                ConfirmMany(
                    organisation: try call.id("organisation"),
                    hours: try call.fields.value(Hours.Fields.hours),
                    exception: try call.fields.ifAny(Hours.Fields.exception)
                )
            )
            return Reply(.done, answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var refuse: Endpoint {
        Endpoint(
            .post,
            Routes.refusal,
            About(
                "refuseHours",
                .hours,
                "Say no to hours, with a reason",
                body: Body(Property(Hours.Fields.reason)),
                key: .optional,
                answer: .done,
                .named("Hours")
            )
        ) { call in
            let answer = try await call.perform(
                RefuseHours(
                    hours: try call.id("hours"),
                    reason: try call.fields.value(Hours.Fields.reason)
                )
            )
            return Reply(.done, answer.outcome, isRepeat: answer.isRepeat)
        }
    }
}
