internal import Store

/// What a new network has and still lacks, for a coordinator who is setting it up.
package struct FirstSteps: Sendable, Hashable {
    /// A step that sets a network up, in the order in which it is done.
    package enum Step: Int, Sendable, Hashable, CaseIterable {
        /// The help page says whom to ask.
        case contact
        /// An organisation earns, so people can help there.
        case organisation
        /// There is something to do.
        case opportunity
        /// An organisation offers something to enjoy.
        case offer
        /// Somebody works at an organisation or at its till.
        case staff
        /// There is a member who does not look after the network.
        case member
        /// A member has received credits, as a rule for hours.
        case hours
        /// Credits were accepted at a till.
        case redemption
    }

    /// The steps that are done.
    package let done: Set<Step>

    /// Whether credits pass: somebody received some and a till accepted some, or all is done.
    package var isUnderWay: Bool {
        done.isSuperset(of: [.hours, .redemption]) || done.count == Step.allCases.count
    }
}

/// Reads which of the first steps are done; each is one look at an index.
package struct FirstStepsQuery: Query {
    package static let name = "network.first-steps"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// A query for the network of the request.
    package init() {}

    package func answer(at view: View) throws -> FirstSteps {
        let done = try view.tx.first(
            """
            SELECT
                EXISTS (SELECT 1 FROM contact WHERE network = $1 AND words <> ''),
                EXISTS (SELECT 1 FROM organisation WHERE network = $1 AND earns = 1),
                EXISTS (SELECT 1 FROM opportunity WHERE network = $1),
                EXISTS (SELECT 1 FROM offer WHERE network = $1),
                EXISTS (SELECT 1 FROM staff WHERE network = $1),
                EXISTS (SELECT 1 FROM member m WHERE m.network = $1 AND NOT EXISTS (
                    SELECT 1 FROM office o WHERE o.network = m.network AND o.person = m.person)),
                EXISTS (SELECT 1 FROM member m JOIN account a ON a.id = m.wallet
                    WHERE m.network = $1 AND a.last IS NOT NULL),
                EXISTS (SELECT 1 FROM organisation o
                    JOIN transfer t ON t.to_account = o.takings AND t.to_after IS NULL
                    WHERE o.network = $1)
            """,
            view.here.id
        ) { row in FirstSteps.Step.allCases.filter { row.flag($0.rawValue) } }
        return FirstSteps(done: Set(done ?? []))
    }
}
