package import Ledger
internal import Store

/// Puts up something to do.
package struct AddOpportunity: Operation {
    package let organisation: Organisation.ID
    package let title: String
    package let details: String
    package let place: String
    package let minutes: Minutes

    package static let name = "opportunity.add"
    package static let access: Access = .staff(.lead) || .coordinator || .operator
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
        guard let place = try desk.tx.organisation(organisation, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        return try Self.record(terms, of: place, by: desk)
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

    /// Records an opportunity at an organisation, which must be one where people earn.
    ///
    /// - isOpen: Whether an opportunity that is brought in from elsewhere is on the list. None for
    ///   one that is put up now, which only an organisation that takes part may do.
    static func record(
        _ terms: Terms,
        of place: Organisation,
        as isOpen: Bool? = nil,
        by desk: Desk
    ) throws -> Opportunity {
        if isOpen == nil { try place.requireOpen() }
        guard place.earns else { throw Opportunity.Fields.organisation.refusal(.unknown) }
        let made = Opportunity(desk.newID(), terms, of: place, isOpen: isOpen ?? true)
        try desk.tx.run(
            """
            INSERT INTO opportunity (
                id, network, organisation, title, details, place, minutes, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            made.id,
            desk.here.id,
            made.organisation,
            made.title,
            made.details,
            made.place,
            made.minutes,
            made.isOpen,
            desk.now
        )
        try desk.makes(.opportunity, made.id)
        return made
    }
}

extension Opportunity {
    /// The opportunity at an organisation on these terms.
    init(_ id: ID, _ terms: AddOpportunity.Terms, of place: Organisation, isOpen: Bool) {
        self.init(
            id: id,
            organisation: place.id,
            organisationName: place.name,
            title: terms.title,
            details: terms.details,
            place: terms.place,
            minutes: terms.minutes,
            isOpen: isOpen,
            isPlaceOpen: place.isOpen
        )
    }
}
