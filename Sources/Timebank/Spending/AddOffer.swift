package import Ledger
internal import Store

/// Adds an offer to an organisation's list.
package struct AddOffer: Operation, AddListed {
    package let organisation: Organisation.ID
    package let title: String
    package let details: String
    package let adult: Minutes
    package let child: Minutes?

    package static let name = "offer.add"
    package static let access: Access = .listing
    package var subject: Subject { .owned(organisation) }

    /// Creates an offer with its prices, in minutes, for one adult and for one child.
    ///
    /// Without a price for a child, children cannot come.
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
        return try Self.record(terms, at: organisation, by: desk)
    }
}

extension AddOffer {
    /// The validated values of the fields that describe an offer.
    struct Terms: Hashable, Sendable {
        let title: String
        let details: String
        let adult: Minutes
        let child: Minutes?

        /// Validates each field, and that at least one price is not zero.
        ///
        /// - Throws: A ``Refusal`` that names the first invalid field.
        init(title: String, details: String, adult: Minutes, child: Minutes?) throws {
            self.adult = try Offer.Fields.adult.checked(adult)
            self.child = try Offer.Fields.child.checked(ifAny: child)
            // What costs nothing needs no till.
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

    static func fits(_ organisation: Organisation) -> Bool { organisation.spends != .no }

    static func thing(
        _ id: Offer.ID,
        _ terms: Terms,
        of organisation: Organisation,
        isOpen: Bool
    ) -> Offer {
        Offer(id, terms, of: organisation, isOpen: isOpen)
    }

    static func insert(
        _ offer: Offer,
        in network: Network.ID,
        at moment: Instant,
        _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO offer (
                id, network, organisation, title, details, adult, child, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            offer.id,
            network,
            offer.organisation,
            offer.title,
            offer.details,
            offer.adult,
            offer.child,
            offer.isOpen,
            moment
        )
    }
}

extension Offer {
    /// Creates an organisation's offer from validated values.
    init(_ id: ID, _ terms: AddOffer.Terms, of organisation: Organisation, isOpen: Bool) {
        self.init(
            id: id,
            organisation: organisation.id,
            organisationName: organisation.name,
            title: terms.title,
            details: terms.details,
            adult: terms.adult,
            child: terms.child,
            isOpen: isOpen,
            isOrganisationOpen: organisation.isOpen,
            spends: organisation.spends
        )
    }
}
