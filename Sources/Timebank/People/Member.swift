package import Ledger
package import Store

/// A person's place in one network: membership number, card, wallet.
package struct Member: Hashable, Sendable {
    package typealias ID = Ledger.ID<Member>

    /// Whether the member takes part in the network.
    package enum Status: String, CaseIterable, Codable, Sendable {
        case active
        case paused
        case left
        case erased
    }

    package let id: ID
    /// The person who signs in as this member; nil for a member who only has a paper card.
    package let person: Person.ID?
    package let number: String
    package let card: String?
    package let name: String
    package let email: String?
    package let phone: String?
    package let language: String
    package let status: Status
    package let wallet: Account
    package let joined: Instant
}

/// A reference to a member, by id or by membership number.
package enum MemberName: Hashable, Sendable, CodedAsText {
    case id(Member.ID)
    case number(MemberNumber)

    package init?(_ text: String) {
        let description = text.asCode
        if let id = Member.ID(description) {
            self = .id(id)
        } else if let number = MemberNumber(description) {
            self = .number(number)
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .id(let id): id.description
        case .number(let number): number.description
        }
    }
}

extension Member {
    /// The columns that ``init(_:)`` reads, in its order.
    static let columns: SQLText = """
        id, person, number, card, name, email, phone, language, status, wallet, joined_at
        """

    private static func found(_ condition: SQLText) -> SQLText {
        "SELECT \(columns) FROM member WHERE \(condition)"
    }

    fileprivate static let byID = found("id = $1 AND network = $2")
    fileprivate static let byNumber = found("network = $1 AND folded_number = $2")
    fileprivate static let byCard = found("network = $1 AND card = $2")
    fileprivate static let byPerson = found("person = $1 AND network = $2")
}

extension Transaction {
    /// The member of a network with this id or number; nil if there is none.
    package func member(_ name: MemberName, in network: Network.ID) throws -> Member? {
        switch name {
        case .id(let id):
            if let member = try member(id, in: network) { return member }
            // A text of thirteen characters may also be a number that another system gave.
            guard let number = MemberNumber(id.description) else { return nil }
            return try member(numbered: number, in: network)
        case .number(let number): return try member(numbered: number, in: network)
        }
    }

    /// The member of a network with this id; nil if there is none.
    package func member(_ id: Member.ID, in network: Network.ID) throws -> Member? {
        try laterMember(id, in: network).value()
    }

    /// Sends the query for a member together with others; the result is read later.
    func laterMember(_ id: Member.ID, in network: Network.ID) throws -> Later<Member> {
        try later(
            Member.byID,
            id,
            network,
            as: Member.init
        )
    }

    /// The member of a network with this membership number, as people type it; nil if there is
    /// none.
    ///
    /// The number that was typed is tried first, then the one of ours that it may stand for
    /// (``MemberNumber/issuedForm``).
    package func member(numbered number: MemberNumber, in network: Network.ID) throws -> Member? {
        if let member = try member(withExactly: number, in: network) { return member }
        let (folded, issued) = (number.folded, number.issuedForm)
        if folded == issued { return nil }
        return try first(Member.byNumber, network, issued, as: Member.init)
    }

    /// The member of a network with exactly this membership number; nil if there is none.
    func member(withExactly number: MemberNumber, in network: Network.ID) throws -> Member? {
        try first(
            Member.byNumber,
            network,
            number.folded,
            as: Member.init
        )
    }

    /// The member of a network whose card has this code; nil if there is none.
    package func member(carrying card: CardCode, in network: Network.ID) throws -> Member? {
        try first(
            Member.byCard,
            network,
            card.description,
            as: Member.init
        )
    }

    /// The member as whom a person takes part in a network; nil if they do not.
    package func member(of person: Person.ID, in network: Network.ID) throws -> Member? {
        try first(
            Member.byPerson,
            person,
            network,
            as: Member.init
        )
    }

    /// Whether a member is the person, a ward of theirs or a declared relative.
    ///
    /// A person may neither confirm hours for such a member nor reverse a transfer of theirs.
    func isOwn(_ member: Member.ID, to person: Person.ID, in network: Network.ID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM member WHERE id = $1 AND person = $2
            UNION ALL
            SELECT 1 FROM guardian WHERE network = $3 AND guardian = $2 AND ward = $1
            UNION ALL
            SELECT 1 FROM relative r JOIN member m ON m.id = r.other
            WHERE r.network = $3 AND r.member = $1 AND m.person = $2
            LIMIT 1
            """,
            member,
            person,
            network,
            as: { _ in true }
        ) ?? false
    }

    /// All members for whom ``isOwn(_:to:in:)`` is true.
    func own(of person: Person.ID?, in network: Network.ID) throws -> Set<Member.ID> {
        guard let person else { return [] }
        let found: [Member.ID] = try all(
            """
            SELECT id FROM member WHERE person = $1 AND network = $2
            UNION ALL
            SELECT ward FROM guardian WHERE network = $2 AND guardian = $1
            UNION ALL
            SELECT r.other FROM member m JOIN relative r ON r.network = $2 AND r.member = m.id
            WHERE m.person = $1 AND m.network = $2
            """,
            person,
            network
        ) { $0.id(0) }
        return Set(found)
    }
}

extension Member {
    init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            person: row.idIfAny(1),
            number: row.text(2),
            card: row.textIfAny(3),
            name: row.text(4),
            email: row.textIfAny(5),
            phone: row.textIfAny(6),
            language: row.text(7),
            status: try row.word(8),
            wallet: Account(row.id(9), .wallet),
            joined: row.instant(10)
        )
    }

    /// Refuses a member who has left or was erased; `field` names the input that referred to them.
    func requirePresent(as field: FieldName = Member.Fields.member.name) throws {
        if status == .left || status == .erased { throw PeopleRefusal.memberLeft(field: field) }
    }
}

extension Member: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Member {
        guard let id = made.first, let member = try view.tx.member(ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return member
    }
}

extension MemberName: Owned {
    package var isActedOnForMember: Bool { true }

    package func subjectOwner(at view: View) throws -> SubjectOwner? {
        try view.tx.member(self, in: view.here.id).map {
            SubjectOwner(member: $0.id, person: $0.person)
        }
    }
}
