package import Ledger
internal import Store

/// Puts up something to enjoy.
package struct AddOffer: Operation {
    package let organisation: Organisation.ID
    package let title: String
    package let details: String
    package let adult: Minutes
    package let child: Minutes?

    package static let name = "offer.add"
    package static let access: Access = .staff(.lead) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// Something to enjoy, with its price for adult and child.
    package init(
        organisation: Organisation.ID,
        title: String,
        details: String = "",
        adult: Minutes,
        child: Minutes? = nil
    ) {
        self.organisation = organisation
        self.title = title
        self.details = details
        self.adult = adult
        self.child = child
    }

    package func run(at desk: Desk) throws -> Offer {
        let terms = try Terms(title: title, details: details, adult: adult, child: child)
        guard let place = try desk.tx.organisation(organisation, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        return try Self.record(terms, of: place, by: desk)
    }
}

extension AddOffer {
    /// What an offer says, within the bounds of each field.
    struct Terms: Hashable, Sendable {
        let title: String
        let details: String
        let adult: Minutes
        let child: Minutes?

        /// - Throws: a ``Refusal`` that names the first field that will not do.
        init(title: String, details: String, adult: Minutes, child: Minutes?) throws {
            self.adult = try Offer.Fields.adult.checked(adult)
            self.child = try Offer.Fields.child.checked(ifAny: child)
            // Nothing is given away: what everybody may have for nothing needs no till.
            guard adult > .zero || (child ?? .zero) > .zero else {
                throw FieldRefusal.amountOutOfRange(
                    field: Offer.Fields.adult.name,
                    most: Offer.Fields.most
                )
            }
            self.title = try Offer.Fields.title.checked(title)
            self.details = try Offer.Fields.details.checked(details)
        }
    }

    /// Records an offer of an organisation, which must accept credits.
    ///
    /// - isOpen: Whether an offer that is brought in from elsewhere is on the list. None for one
    ///   that is put up now, which only an organisation that takes part may do.
    static func record(
        _ terms: Terms,
        of place: Organisation,
        as isOpen: Bool? = nil,
        by desk: Desk
    ) throws -> Offer {
        if isOpen == nil { try place.requireOpen() }
        guard place.spends != .no else {
            throw Offer.Fields.organisation.refusal(.unknown)
        }
        let made = Offer(desk.newID(), terms, of: place, isOpen: isOpen ?? true)
        try desk.tx.run(
            """
            INSERT INTO offer (
                id, network, organisation, title, details, adult, child, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            made.id,
            desk.here.id,
            made.organisation,
            made.title,
            made.details,
            made.adult,
            made.child,
            made.isOpen,
            desk.now
        )
        try desk.makes(.offer, made.id)
        return made
    }
}

extension Offer {
    /// The offer of an organisation on these terms.
    init(_ id: ID, _ terms: AddOffer.Terms, of place: Organisation, isOpen: Bool) {
        self.init(
            id: id,
            organisation: place.id,
            organisationName: place.name,
            title: terms.title,
            details: terms.details,
            adult: terms.adult,
            child: terms.child,
            isOpen: isOpen
        )
    }
}
