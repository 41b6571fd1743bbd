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

    @OptionGroup var place: PlaceOptions

    @Option(help: "How many minutes make one credit.")
    var credit: Int64?

    @Option(help: "How far below zero a wallet may go in a mutual network, in minutes.")
    var mutualLimit: Int64?

    @Option(help: "The most minutes that a wallet may come to by receiving, or none.")
    var ceiling: Limit?

    @Option(help: "For how many days somebody counts as new.")
    var newcomerDays: Int64?

    @Option(help: "How many minutes somebody new may give away in all.")
    var newcomerGifts: Int64?

    @Option(help: "Confirmed hours are rounded to this many minutes.")
    var rounding: Int64?

    // No longer in effect; a script that uses it gets a message.
    @Option(help: .hidden)
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
        let old = try await place.ask(PoliciesQuery())
        guard let now = old.first else { throw AccessRefusal.notFound }
        let new = changed(now.policy)
        // A policy of an older version may have an expiry, which is not in effect; new ones have
        // none.
        guard new != (expiryDays == nil ? now.policy.followed : now.policy) else {
            return tell(now)
        }
        tell(try await place.perform(ChangePolicy(policy: new)))
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
        place.say(
            .shown(state),
            "The rules of \(place.network), version \(policy.version), since \(state.since.day):",
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
