package import Ledger
internal import Store

/// Puts up something to do.
package struct AddOpportunity: Operation, AddListed {
    package let organisation: Organisation.ID
    package let title: String
    package let details: String
    package let place: String
    package let minutes: Minutes

    package static let name = "opportunity.add"
    package static let access: Access = .listing
    package var subject: Subject { .owned(organisation) }

    /// How long something usually takes where nobody says.
    package static let usual = Minutes(60)

    /// Something to do at an organisation, with how long it usually takes.
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
    /// What an opportunity says, within the bounds of each field.
    struct Terms: Hashable, Sendable {
        let title: String
        let details: String
        let place: String
        let minutes: Minutes

        /// - Throws: a ``Refusal`` that names the first field that will not do.
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
    /// The opportunity at an organisation on these terms.
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
