internal import Ledger
internal import Timebank

/// The rules of a network, which change in versions.
struct PolicyCalls: Calls {
    var endpoints: [Endpoint] { [list, change] }

    private static let giftsMost = Minutes.movable.upperBound.count

    private static let rules = Body(
        Property(
            "version",
            .number(1 ... .max),
            "The version that is replaced, so that no change of somebody else is undone unseen.",
            example: 1
        ),
        Property(
            "credit",
            .minutes(upTo: 1_000_000),
            "How many minutes a credit is.",
            example: 60
        ),
        Property(
            "mutualLimit",
            .number(0...1_000_000),
            "How far below zero, in a mutual network; in another one it stays as it is.",
            example: 600
        ),
        .maybe("ceiling", .minutes, "The most that a wallet may hold; none if left out."),
        Property("newcomerDays", .number(0...3_660), example: 30),
        Property(
            "newcomerGifts",
            .number(0...giftsMost),
            "What a newcomer may give away in all.",
            example: 600
        ),
        Property("rounding", .minutes(upTo: 1_440), example: 15),
        .maybe(
            "expiryDays",
            .number(1...36_600),
            "Refused, since credits do not run out yet: leave it out, or send null."
        )
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
        ) { call in Reply(Stretch(items: try await call.ask(PoliciesQuery()), next: nil)) }
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
            do {
                let answer = try await call.perform(ChangePolicy(policy: policy))
                return Reply(answer.outcome, isRepeat: answer.isRepeat)
            } catch FieldRefusal.invalid("policy", let flaw) {
                throw FieldRefusal.invalid(field: "version", flaw)
            } catch FieldRefusal.invalid("expiry-days", let flaw) {
                throw FieldRefusal.invalid(field: "expiryDays", flaw)
            } catch FieldRefusal.invalid("mutual-limit", let flaw) {
                throw FieldRefusal.invalid(field: "mutualLimit", flaw)
            }
        }
    }

    private static func policy(_ fields: BodyFields) throws -> Policy {
        Policy(
            version: try fields.number("version"),
            credit: try fields.minutes("credit"),
            mutualLimit: try fields.minutes("mutualLimit"),
            ceiling: try fields.minutesIfAny("ceiling"),
            newcomerDays: try fields.number("newcomerDays"),
            newcomerGifts: try fields.minutes("newcomerGifts"),
            rounding: try fields.minutes("rounding"),
            expiryDays: try fields.numberIfAny("expiryDays")
        )
    }
}
