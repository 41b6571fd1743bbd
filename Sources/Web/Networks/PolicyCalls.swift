internal import Ledger
internal import Timebank

/// The API endpoints for the rules of a network, which are versioned.
struct PolicyCalls: Calls {
    var endpoints: [Endpoint] { [list, change] }

    private static let rules = Body(
        Property(Policy.Fields.version),
        Property(Policy.Fields.credit),
        Property(Policy.Fields.mutualLimit),
        .maybe(Policy.Fields.ceiling),
        Property(Policy.Fields.newcomerDays),
        Property(Policy.Fields.newcomerGifts),
        Property(Policy.Fields.rounding),
        .maybe(Policy.Fields.expiryDays)
    )

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.policies,
            About(
                "listPolicies",
                "List the rules in all their versions, newest first",
                answer: .done
            )
        ) { call in Reply(ResultPage(items: try await call.ask(PoliciesQuery()), next: nil)) }
    }

    private var change: Endpoint {
        Endpoint(
            .post,
            Routes.policies,
            About(
                "changePolicy",
                "Change the rules, in a new version that holds from now on",
                "By a coordinator. All the rules are sent; what was done under earlier ones stays "
                    + "as it is.",
                body: Self.rules,
                key: .optional,
                answer: .made
            )
        ) { call in
            let policy = try Self.policy(call.fields)
            let answer = try await call.perform(ChangePolicy(policy: policy))
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private static func policy(_ fields: BodyFields) throws -> Policy {
        Policy(
            version: try fields.value(Policy.Fields.version),
            credit: try fields.value(Policy.Fields.credit),
            mutualLimit: try fields.value(Policy.Fields.mutualLimit),
            ceiling: try fields.ifAny(Policy.Fields.ceiling),
            newcomerDays: try fields.value(Policy.Fields.newcomerDays),
            newcomerGifts: try fields.value(Policy.Fields.newcomerGifts),
            rounding: try fields.value(Policy.Fields.rounding),
            expiryDays: try fields.ifAny(Policy.Fields.expiryDays)
        )
    }
}
