internal import Ledger
internal import Store

/// A member of a file: `number,name,email,phone,language,status,joined,card`, and `brought_by`
/// where an organisation brought somebody in.
///
/// A member is recorded as ``AddMember`` does; one who is known by a number alone, or without
/// contacts, is filled in as ``EditMember`` does.
///
/// Whoever has a known e-mail address is not joined to it: the row waits without a person until
/// somebody signs in for it with a code.
struct MemberRow: ImportedRow {
    private let cells: RowCells
    /// None where the next one that is free is to be given.
    let number: MemberNumber?
    private let terms: AddMember.Terms
    private let status: Member.Status?
    private let joined: Instant?
    private let card: CardCode?
    /// The organisation that brought them in.
    private let broughtBy: Slug?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        try self.init(cells, name: try cells.words("name"))
        if number == nil { throw cells.problem("number", .missing) }
    }

    /// A member whose name may stand in several columns, and whose number may be missing.
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
        guard let there = try writing.desk.tx.member(numbered: number, in: writing.network.id)
        else {
            _ = try add(as: number, by: writing)
            return true
        }
        return try fill(there, by: writing)
    }

    /// Records a member under a number that nobody has.
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

    /// Fills in what is not known yet of a member; what is known must be what the row says.
    private func fill(_ there: Member, by writing: RowWriting) throws -> Bool {
        let desk = writing.desk
        guard there.status != .erased else { throw cells.problem("number", .erased) }
        // One whom rows of transfers named is called by the number alone.
        let isNameless = there.name == there.number
        if !isNameless, let difference = difference(from: there) { throw difference }
        let email = there.email == nil ? terms.email : nil
        let phone = there.phone == nil ? terms.phone : nil
        let isMore = email != nil || phone != nil || isNameless && terms.name != there.name
        guard isNameless || isMore else { return false }
        // Somebody who changed the member a moment ago has the import run again, to see how.
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

    /// The organisation that brought the member in; none where the row names none.
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

    /// Gives somebody who was known by a number alone what the row says.
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

    /// The first cell that says something else than what was entered.
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

/// The highest of our own numbers that members were brought in under.
final class LastNumber: SharedByRows {
    private var ordinal = 0

    /// Takes in a number that is taken.
    func see(_ other: Int) { ordinal = max(ordinal, other) }

    /// Has the next member get a number after it.
    func finish(at desk: Desk) throws {
        try desk.tx.run(
            "UPDATE network SET last_number = $1 WHERE id = $2 AND last_number < $1",
            ordinal,
            desk.here.id
        )
    }
}
