internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Shows or changes the rules of a network's credits.
struct NetworkPolicy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "See the rules of a network's currency, or change them.",
        discussion: """
            Without anything to change it shows the rules as they are. A change makes a new \
            version, which holds from now on; what was done before stays as it is.

            Examples:
              commonhour network policy --network fenside
              commonhour network policy --network fenside --ceiling 6000 --newcomer-gifts 300
              commonhour network policy --network fenside --ceiling none
            """
    )

    @OptionGroup var options: NetworkOptions

    @Option(name: .of(Policy.Fields.credit), help: .of(Policy.Fields.credit))
    var credit: Int64?

    @Option(name: .of(Policy.Fields.mutualLimit), help: .of(Policy.Fields.mutualLimit))
    var mutualLimit: Int64?

    @Option(name: .of(Policy.Fields.ceiling), help: .of(Policy.Fields.ceiling))
    var ceiling: Limit?

    @Option(name: .of(Policy.Fields.newcomerDays), help: .of(Policy.Fields.newcomerDays))
    var newcomerDays: Int64?

    @Option(name: .of(Policy.Fields.newcomerGifts), help: .of(Policy.Fields.newcomerGifts))
    var newcomerGifts: Int64?

    @Option(name: .of(Policy.Fields.rounding), help: .of(Policy.Fields.rounding))
    var rounding: Int64?

    // No longer in effect; a script that uses it gets a message.
    @Option(name: .of(Policy.Fields.expiryDays), help: .hidden)
    var expiryDays: Limit?

    /// A number, or `none`.
    enum Limit: Hashable, ExpressibleByArgument {
        case unlimited
        case most(Int64)

        init?(argument: String) {
            if argument == "none" {
                self = .unlimited
            } else if let number = Int64(argument) {
                self = .most(number)
            } else {
                return nil
            }
        }

        var number: Int64? { if case .most(let number) = self { number } else { nil } }
    }

    func run() async throws {
        let old = try await options.ask(PoliciesQuery())
        guard let now = old.first else { throw AccessRefusal.notFound }
        let new = changed(now.policy)
        // A policy of an older version may have an expiry, which is not in effect; new ones have
        // none.
        guard new != (expiryDays == nil ? now.policy.followed : now.policy) else {
            return tell(now)
        }
        tell(try await options.perform(ChangePolicy(policy: new)))
    }

    private func changed(_ old: Policy) -> Policy {
        Policy(
            version: old.version,
            credit: credit.map { Minutes($0) } ?? old.credit,
            mutualLimit: mutualLimit.map { Minutes($0) } ?? old.mutualLimit,
            ceiling: ceiling.map { $0.number.map { Minutes($0) } } ?? old.ceiling,
            newcomerDays: newcomerDays ?? old.newcomerDays,
            newcomerGifts: newcomerGifts.map { Minutes($0) } ?? old.newcomerGifts,
            rounding: rounding.map { Minutes($0) } ?? old.rounding,
            expiryDays: expiryDays?.number
        )
    }

    private func tell(_ state: PolicyState) {
        let policy = state.policy
        options.say(
            .shown(state),
            "The rules of \(options.network), version \(policy.version), since \(state.since.day):",
            "One credit is \(policy.credit.words).",
            "In a mutual network a wallet may go \(policy.mutualLimit.words) below zero.",
            policy.ceiling.map { "A wallet may come to \($0.words) by receiving." }
                ?? "A wallet may hold as much as it likes.",
            """
            For \(policy.newcomerDays) days somebody counts as new, and may give away \
            \(policy.newcomerGifts.words) in all.
            """,
            "Confirmed hours are rounded to \(policy.rounding.words).",
            policy.expiryDays.map {
                "Credits do not run out: nothing follows the old rule of \($0) days."
            } ?? "Credits do not run out."
        )
    }
}
