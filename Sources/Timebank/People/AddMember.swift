package import Ledger
internal import Store

/// Adds a member to a network, with or without an e-mail address, and gives them a card.
package struct AddMember: Operation {
    package let name: String
    package let email: String?
    package let phone: String?
    /// The language to address the member in; nil for the network's language.
    package let language: String?
    /// The membership number that another system gave; nil for the network's next number.
    package let number: MemberNumber?
    /// The organisation that brings the member in.
    ///
    /// Nil means none if a coordinator or an operator adds the member, and otherwise the only
    /// organisation that the actor leads.
    package let organisation: Organisation.ID?
    /// Whether to add the member even if they seem to be a member already; otherwise that is
    /// refused.
    package let addAnyway: Bool?

    package static let name = "member.add"
    package static let access: Access = .coordinator || .anyStaff(.lead) || .operator
    package var subject: Subject { .network }

    /// Creates the request to add a member.
    package init(
        name: String,
        email: String? = nil,
        phone: String? = nil,
        language: String? = nil,
        number: MemberNumber? = nil,
        organisation: Organisation.ID? = nil,
        addAnyway: Bool = false
    ) {
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
        self.number = number
        self.organisation = organisation
        // False becomes nil, which is not encoded, so that a request without the flag keeps the
        // fingerprint that it had before the flag existed.
        self.addAnyway = addAnyway ? true : nil
    }

    package func run(at desk: Desk) throws -> Member {
        let terms = try Terms(name: name, email: email, phone: phone, language: language)
        let number = try Member.Fields.number.checked(ifAny: number)
        let broughtBy = try bringing(at: desk)
        if addAnyway != true {
            try desk.refuseDuplicates(name: terms.name, email: terms.email, phone: terms.phone)
        }
        if let broughtBy { desk.touch(broughtBy) }
        return try desk.newMember(
            number: number ?? desk.nextNumber(),
            isFree: number == nil,
            name: terms.name,
            email: terms.email,
            phone: terms.phone,
            language: terms.language ?? desk.here.language,
            person: nil,
            broughtBy: broughtBy
        )
    }

    /// The validated values of the fields that describe a member.
    struct Terms: Hashable, Sendable {
        let name: String
        let email: String?
        let phone: String?
        let language: String?

        /// Validates each field.
        ///
        /// - Throws: A ``Refusal`` that names the first invalid field.
        init(name: String, email: String?, phone: String?, language: String?) throws {
            self.name = try Member.Fields.name.checked(name)
            self.email = try Member.Fields.email.checked(unlessBlank: email)
            self.phone = try Member.Fields.phone.checked(unlessBlank: phone)
            self.language = try Member.Fields.language.checked(unlessBlank: language)
        }
    }

    /// The organisation that brings the member in; nil for none.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if the organisation does not exist, if the
    ///   actor names one that they do not lead, or if they lead several and name none.
    private func bringing(at desk: Desk) throws -> Organisation.ID? {
        if let organisation, try desk.tx.organisation(organisation, in: desk.here.id) == nil {
            throw Member.Fields.organisation.refusal(.unknown)
        }
        if try desk.view.looksAfterAll { return organisation }
        guard let person = desk.actor.person else { throw AccessRefusal.notSignedIn }
        let led = try desk.tx.led(by: person, in: desk.here.id)
        if let organisation {
            guard led.contains(organisation) else {
                throw Member.Fields.organisation.refusal(.unknown)
            }
            return organisation
        }
        guard led.count == 1 else { throw Member.Fields.organisation.refusal(.missing) }
        return led[0]
    }
}

extension Desk {
    /// Records a member with an empty wallet and a card.
    ///
    /// `isFree` says that the caller has just found `number` unused. If the number is taken all the
    /// same, a concurrent transaction was faster, and `StoreError.conflict` has this one retried.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if the network has already given the number.
    package func newMember(
        number: MemberNumber,
        isFree: Bool = false,
        name: String,
        email: String?,
        phone: String?,
        language: String,
        person: Person.ID?,
        status: Member.Status = .active,
        card: CardCode? = nil,
        joined: Instant? = nil,
        broughtBy: Organisation.ID? = nil
    ) throws -> Member {
        var dice = dice
        let id: Member.ID = newID()
        let wallet = Account(newID(), .wallet)
        let member = Member(
            id: id,
            person: person,
            number: number.description,
            card: (card ?? CardCode(drawing: &dice)).description,
            name: name,
            email: email,
            phone: phone,
            language: language,
            status: status,
            wallet: wallet,
            joined: joined ?? now
        )
        guard try tx.insert(member, folded: number.folded, broughtBy, in: here.id) else {
            if isFree { throw StoreError.conflict }
            throw Member.Fields.number.refusal(.taken)
        }
        try makes(.member, id)
        try tx.openAccount(wallet, holder: id.raw, lowest: walletLimit, in: here.id)
        try tx.addWords(of: name, for: id, in: here.id)
        return member
    }

    /// The lowest balance that a new wallet may have.
    ///
    /// In a mutual network it depends on the policy. The lock on the network makes a change of the
    /// policy and a new wallet wait for each other, so that no wallet keeps an outdated limit.
    private var walletLimit: Minutes {
        get throws {
            let network = try here
            guard network.model == .mutual else { return network.walletLimit }
            try tx.alone(on: network.id.raw)
            let limit = try tx.first(
                """
                SELECT p.mutual_limit FROM network n
                JOIN policy p ON p.network = n.id AND p.version = n.policy WHERE n.id = $1
                """,
                network.id
            ) { $0.minutes(0) }
            return limit.map { -$0 } ?? network.walletLimit
        }
    }

    /// Draws the next membership number of the network, with its check letter.
    package func nextNumber() throws -> MemberNumber {
        while true {
            let ordinal = try tx.first(
                """
                UPDATE network SET last_number = last_number + 1 WHERE id = $1
                RETURNING last_number
                """,
                here.id,
                as: { Int($0.integer(0)) }
            )
            guard let ordinal else { throw AccessRefusal.notFound }
            let number = MemberNumber.issued(ordinal)
            // A member who was imported may already have this number.
            if try tx.member(withExactly: number, in: here.id) == nil { return number }
        }
    }
}

extension Transaction {
    fileprivate func insert(
        _ member: Member,
        folded: String,
        _ broughtBy: Organisation.ID?,
        in network: Network.ID
    ) throws -> Bool {
        try change(
            """
            INSERT INTO member (
                id, network, person, number, folded_number, card, name, email, phone, language,
                status, wallet, newcomer_gifts, joined_at, brought_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14)
            ON CONFLICT DO NOTHING
            """,
            member.id,
            network,
            member.person,
            member.number,
            folded,
            member.card,
            member.name,
            member.email,
            member.phone,
            member.language,
            member.status.rawValue,
            member.wallet.id,
            member.joined,
            broughtBy
        ) == 1
    }

    /// The organisations of a network that a person leads, in the order in which they became lead.
    fileprivate func led(by person: Person.ID, in network: Network.ID) throws -> [Organisation.ID] {
        try all(
            """
            SELECT organisation FROM staff WHERE person = $1 AND network = $2 AND role = 'lead'
            ORDER BY since, organisation
            """,
            person,
            network
        ) { $0.id(0) }
    }
}
