internal import Ledger
internal import Store

/// Creates a network with its policy and its shared accounts, all of them empty.
package struct CreateNetwork: Operation {
    package let slug: String
    package let title: String
    package let model: Network.Model
    package let zone: String
    package let language: String
    /// The initial rules; nil for ``Policy/new``.
    package let policy: Policy?

    package static let name = "network.create"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// A network to create; the fields are validated when the operation runs.
    package init(
        slug: String,
        title: String,
        model: Network.Model = .credits,
        zone: String = "Europe/London",
        language: String = "en",
        policy: Policy? = nil
    ) {
        self.slug = slug
        self.title = title
        self.model = model
        self.zone = zone
        self.language = language
        self.policy = policy
    }

    package func run(at desk: Desk) throws -> Network {
        try desk.beginMarks()
        let slug = try Slug(slug, in: Network.Fields.slug)
        let terms = try Terms(title: title, zone: zone, language: language)
        let network = Network(
            id: desk.newID(),
            slug: slug,
            name: terms.title,
            model: model,
            zone: terms.zone ?? zone,
            language: terms.language ?? "en",
            isPublic: false,
            issuance: Account(desk.newID(), .issuance),
            notes: Account(desk.newID(), .notes),
            pot: Account(desk.newID(), .pot),
            loss: Account(desk.newID(), .loss),
            policy: policy ?? .new
        )
        try network.policy.requireSense()
        guard try desk.tx.insert(network, now: desk.now) else {
            throw NetworksRefusal.slugTaken(field: Network.Fields.slug.name)
        }
        try desk.makes(.network, network.id)
        try desk.insert(network.policy, of: network.id, since: desk.now)
        for account in [network.issuance, network.notes, network.loss] {
            try desk.tx.openAccount(account, holder: network.id.raw, in: network.id)
        }
        try desk.tx.openAccount(
            network.pot,
            holder: network.id.raw,
            lowest: network.potLimit,
            in: network.id
        )
        return network
    }

    /// The validated texts of a network.
    struct Terms: Hashable, Sendable {
        let title: String
        /// Nil to keep the current time zone; likewise for the language.
        let zone: String?
        let language: String?

        /// Validates the texts.
        ///
        /// - Throws: a ``Refusal`` that names the first invalid field.
        init(title: String, zone: String?, language: String?) throws {
            self.zone = try Network.Fields.zone.checked(ifAny: zone)
            self.title = try Network.Fields.name.checked(title)
            self.language = try Network.Fields.language.checked(unlessBlank: language)
        }
    }
}

extension Network: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Network {
        guard let found = try view.tx.networks().first(where: { $0.id.raw == made.first }) else {
            throw AccessRefusal.notFound
        }
        return found
    }
}

extension Transaction {
    fileprivate func insert(_ network: Network, now: Instant) throws -> Bool {
        let rows = try change(
            """
            INSERT INTO network (
                id, slug, name, model, zone, language, policy, issuance, notes, pot, loss,
                last_number, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1000, $12)
            ON CONFLICT (slug) DO NOTHING
            """,
            network.id,
            network.slug,
            network.name,
            network.model.rawValue,
            network.zone,
            network.language,
            network.policy.version,
            network.issuance.id,
            network.notes.id,
            network.pot.id,
            network.loss.id,
            now
        )
        return rows == 1
    }
}
