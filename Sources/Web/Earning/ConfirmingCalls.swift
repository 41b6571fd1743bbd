internal import Ledger
internal import Timebank

/// The API endpoints with which staff list, confirm and refuse claims.
struct ConfirmingCalls: Calls {
    var endpoints: [Endpoint] { [waiting, confirm, confirmMany, refuse] }

    private var waiting: Endpoint {
        Endpoint(
            .get,
            Routes.waitingHours,
            About(
                "listWaitingHours",
                "List the hours that wait at an organisation",
                "What deserves a second look first, then in the order they came; at most "
                    + "\(ConfirmMany.most).",
                answer: .done
            )
        ) { call, organisation in
            let asked = WaitingHoursQuery(organisation: organisation)
            return Reply(ResultPage(items: try await call.ask(asked), next: nil))
        }
    }

    private var confirm: Endpoint {
        Endpoint(
            .post,
            Routes.confirmation,
            About(
                "confirmHours",
                "Confirm hours, which pays them",
                "By staff or a coordinator, never by who earned them.",
                body: Body(
                    .maybe(Hours.Fields.given),
                    .maybe(Hours.Fields.exception)
                ),
                key: .required,
                answer: .done
            )
        ) { call, hours in
            let answer = try await call.perform(
                ConfirmHours(
                    hours: hours,
                    minutes: try call.fields.ifAny(Hours.Fields.given),
                    exception: try call.fields.ifAny(Hours.Fields.exception)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var confirmMany: Endpoint {
        Endpoint(
            .post,
            Routes.confirmations,
            About(
                "confirmManyHours",
                "Confirm many hours of an organisation at once",
                "All of them, but for one's own, what was decided already and what would bring "
                    + "somebody to more than 24 hours on a day; or none.",
                body: Body(
                    Property(Hours.Fields.hours),
                    .maybe(Hours.Fields.exception)
                ),
                key: .required,
                answer: .done
            )
        ) { call, organisation in
            let answer = try await call.perform(
                ConfirmMany(
                    organisation: organisation,
                    hours: try call.fields.value(Hours.Fields.hours),
                    exception: try call.fields.ifAny(Hours.Fields.exception)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var refuse: Endpoint {
        Endpoint(
            .post,
            Routes.refusal,
            About(
                "refuseHours",
                "Say no to hours, with a reason",
                body: Body(Property(Hours.Fields.reason)),
                key: .optional,
                answer: .done
            )
        ) { call, hours in
            let answer = try await call.perform(
                RefuseHours(
                    hours: hours,
                    reason: try call.fields.value(Hours.Fields.reason)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }
}
