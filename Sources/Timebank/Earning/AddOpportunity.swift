package import Ledger
internal import Store

/// Adds an opportunity to an organisation's list.
package struct AddOpportunity: Operation, AddListed {
    package let organisation: Organisation.ID
    package let title: String
    package let details: String
    package let place: String
    package let minutes: Minutes

    package static let name = "opportunity.add"
    package static let access: Access = .listing
    package var subject: Subject { .owned(organisation) }

    /// The default for how long an opportunity usually takes.
    package static let usual = Minutes(60)

    /// Creates the operation; `minutes` is how long the opportunity usually takes.
    package init(
        organisation: Organisation.ID,
        title: String,
        details: String = "",
        place: String = "",
        minutes: Minutes = usual
    ) {
        self.organisation = organisation
        self.title = title
        self.details = details
        self.place = place
        self.minutes = minutes
    }

    package func run(at desk: Desk) throws -> Opportunity {
        let terms = try Terms(title: title, details: details, place: place, minutes: minutes)
        return try Self.record(terms, at: organisation, by: desk)
    }
}

extension AddOpportunity {
    /// The checked texts and minutes of an opportunity.
    struct Terms: Hashable, Sendable {
        let title: String
        let details: String
        let place: String
        let minutes: Minutes

        /// Checks each value by the rule of its field.
        ///
        /// - Throws: a ``Refusal`` that names the first invalid field.
        init(
            title: String,
            details: String = "",
            place: String = "",
            minutes: Minutes = usual
        ) throws {
            self.minutes = try Opportunity.Fields.minutes.checked(minutes)
            self.title = try Opportunity.Fields.title.checked(title)
            self.details = try Opportunity.Fields.details.checked(details)
            self.place = try Opportunity.Fields.place.checked(place)
        }
    }

    static func fits(_ organisation: Organisation) -> Bool { organisation.earns }

    static func thing(
        _ id: Opportunity.ID,
        _ terms: Terms,
        of organisation: Organisation,
        isOpen: Bool
    ) -> Opportunity {
        Opportunity(id, terms, of: organisation, isOpen: isOpen)
    }

    static func insert(
        _ opportunity: Opportunity,
        in network: Network.ID,
        at moment: Instant,
        _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO opportunity (
                id, network, organisation, title, details, place, minutes, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            opportunity.id,
            network,
            opportunity.organisation,
            opportunity.title,
            opportunity.details,
            opportunity.place,
            opportunity.minutes,
            opportunity.isOpen,
            moment
        )
    }
}

extension Opportunity {
    /// Creates an opportunity with these terms at an organisation.
    init(_ id: ID, _ terms: AddOpportunity.Terms, of organisation: Organisation, isOpen: Bool) {
        self.init(
            id: id,
            organisation: organisation.id,
            organisationName: organisation.name,
            title: terms.title,
            details: terms.details,
            place: terms.place,
            minutes: terms.minutes,
            isOpen: isOpen,
            isOrganisationOpen: organisation.isOpen
        )
    }
}
