internal import Ledger
internal import Store

/// A row of the members file: `number,name,email,phone,language,status,joined,card`, and
/// `brought_by`, the organisation that brought the member in.
///
/// A new member is recorded as by ``AddMember``. An existing member who has no name yet, only a
/// number, or who lacks contacts is completed as by ``EditMember``.
///
/// An e-mail address that some person signs in with does not link the member to that person. The
/// member has no person until somebody uses a set-up code for it.
struct MemberRow: ImportedRow {
    private let cells: RowCells
    /// The membership number; nil for the next one of the network.
    let number: MemberNumber?
    private let terms: AddMember.Terms
    private let status: Member.Status?
    private let joined: Instant?
    private let card: CardCode?
    /// The organisation that brought the member in.
    private let broughtBy: Slug?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        try self.init(cells, name: try cells.words("name"))
        if number == nil { throw cells.problem("number", .missing) }
    }

    /// Parses a row whose name was assembled by the caller and whose number may be missing.
    init(_ cells: RowCells, name: String) throws(ImportProblem) {
        self.cells = cells
        number = try cells.value("number", .noNumber) { MemberNumber($0.text) }
        let (email, phone) = (try cells.wordsIfAny("email"), try cells.wordsIfAny("phone"))
        let language = try cells.language
        terms = try cells.checked {
            try AddMember.Terms(name: name, email: email, phone: phone, language: language)
        }
        let status = try cells.word("status", Member.Status.self)
        guard status != .erased else {
            throw cells.problem("status", .oneOf(["active", "paused", "left"]))
        }
        self.status = status
        joined = try cells.value("joined", .notDay) { $0.looseInstant }
        card = try cells.value("card", .noCard) { CardCode($0.text) }
        broughtBy = try cells.value("brought_by", .noSlug) { Slug($0.text) }
    }

    func write(by writing: RowWriting) throws -> Bool {
        guard let number else { throw cells.problem("number", .missing) }
        try cells.requirePast(joined, "joined", now: writing.desk.now)
        if let ordinal = number.ordinal, ordinal <= 9_999_999 {
            writing.shared(LastNumber.self).see(ordinal)
        }
        guard let there = try writing.desk.tx.member(withExactly: number, in: writing.network.id)
        else {
            _ = try add(as: number, by: writing)
            return true
        }
        return try fill(there, by: writing)
    }

    /// Records a member under a number that is not in use.
    func add(as number: MemberNumber, by writing: RowWriting) throws -> Member {
        let (desk, network) = (writing.desk, writing.network)
        try cells.requirePast(joined, "joined", now: desk.now)
        try requireFree(card, for: nil, in: network, desk)
        return try desk.newMember(
            number: number,
            isFree: true,
            name: terms.name,
            email: terms.email,
            phone: terms.phone,
            language: terms.language ?? network.language,
            person: nil,
            status: status ?? .active,
            card: card,
            joined: joined,
            broughtBy: try bringing(writing)
        )
    }

    /// Adds what is missing of an existing member, whose other values must equal those of the row.
    ///
    /// - Returns: Whether the row added a name or a contact.
    /// - Throws: ``ImportProblem`` if a value differs.
    private func fill(_ there: Member, by writing: RowWriting) throws -> Bool {
        let desk = writing.desk
        guard there.status != .erased else { throw cells.problem("number", .erased) }
        // A member created by an import of transfers has the number as the name.
        let isNameless = there.name == there.number
        if !isNameless, let difference = difference(from: there) { throw difference }
        let email = there.email == nil ? terms.email : nil
        let phone = there.phone == nil ? terms.phone : nil
        let isMore = email != nil || phone != nil || isNameless && terms.name != there.name
        guard isNameless || isMore else { return false }
        // If the member was changed concurrently, the import is retried on the new state.
        guard try desk.keep(there.id) == there else { throw StoreError.conflict }
        try cells.obeying("number") {
            try EditMember(
                member: .id(there.id),
                title: isNameless ? terms.name : nil,
                email: email,
                phone: phone,
                language: isNameless ? terms.language : nil,
                status: isNameless ? status : nil
            ).record(over: there, by: desk)
        }
        if isNameless { try settle(there, by: writing) }
        return isMore
    }

    /// The organisation that brought the member in; nil if the row names none.
    private func bringing(_ writing: RowWriting) throws -> Organisation.ID? {
        try broughtBy.map { slug in
            guard let found = try writing.desk.tx.organisation(slug, in: writing.network.id) else {
                throw cells.problem("brought_by", .unknown("organisation"))
            }
            return found.id
        }
    }

    private func requireFree(
        _ card: CardCode?,
        for member: Member.ID?,
        in network: Network,
        _ desk: Desk
    ) throws {
        guard let card, let other = try desk.tx.member(carrying: card, in: network.id),
            other.id != member
        else { return }
        throw cells.problem("card", .taken)
    }

    /// Gives a member who was known by number only the card, date and organisation of the row.
    private func settle(_ member: Member, by writing: RowWriting) throws {
        let (desk, network) = (writing.desk, writing.network)
        try requireFree(card, for: member.id, in: network, desk)
        try desk.changes(.member, member.id)
        try desk.tx.run(
            """
            UPDATE member SET joined_at = $1, card = $2, brought_by = COALESCE(brought_by, $3)
            WHERE id = $4 AND network = $5
            """,
            joined ?? member.joined,
            card?.description ?? member.card,
            try bringing(writing),
            member.id,
            network.id
        )
    }

    /// The problem of the first cell that differs from the recorded value; nil if none does.
    private func difference(from there: Member) -> ImportProblem? {
        let said: [(String, String?, String?)] = [
            ("name", terms.name, there.name), ("email", terms.email, there.email),
            ("phone", terms.phone, there.phone), ("language", terms.language, there.language),
            ("status", status?.rawValue, there.status.rawValue),
            ("card", card?.description, there.card),
        ]
        for (column, mine, theirs) in said {
            if let mine, let theirs, mine != theirs.written.trimmed {
                return cells.problem(column, .different(from: theirs))
            }
        }
        guard let joined, joined != there.joined else { return nil }
        return cells.problem("joined", .different(from: there.joined.rfc3339))
    }
}

/// The highest ordinal among imported numbers that have the form of ours.
final class LastNumber: SharedByRows {
    private var ordinal = 0

    /// Takes an imported ordinal into account.
    func see(_ other: Int) { ordinal = max(ordinal, other) }

    /// Raises the network's counter, so that the next number issued follows the imported ones.
    func finish(at desk: Desk) throws {
        try desk.tx.run(
            "UPDATE network SET last_number = $1 WHERE id = $2 AND last_number < $1",
            ordinal,
            desk.here.id
        )
    }
}
