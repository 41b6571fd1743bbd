internal import Ledger
internal import Store

/// A member of a file: `number,name,email,phone,language,status,joined,card`, and `brought_by`
/// where an organisation brought somebody in.
///
/// Whoever has a known e-mail address is not joined to it: the row waits without a person until
/// somebody signs in for it with a code.
struct MemberRow: ImportedRow {
    private let cells: RowCells
    private let number: MemberNumber
    private let name: String
    private let email: String?
    private let phone: String?
    private let language: String?
    private let status: Member.Status?
    private let joined: Instant?
    private let card: CardCode?
    /// The organisation that brought them in.
    private let broughtBy: Slug?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        try self.init(cells, name: try cells.text("name", 1...120))
    }

    /// A member whose name stands in several columns.
    init(_ cells: RowCells, name: String) throws(ImportProblem) {
        self.cells = cells
        self.name = name
        number = try cells.required("number", .noNumber) { MemberNumber($0.text) }
        email = try cells.value("email", .noEmail) { try? Field.email("email", $0.text) }
        phone = try cells.optional("phone", upTo: 40)
        language = try cells.language
        let status = try cells.word("status", Member.Status.self)
        guard status != .erased else {
            throw cells.problem("status", .oneOf(["active", "paused", "left"]))
        }
        self.status = status
        joined = try cells.value("joined", .notDay) { $0.instant ?? $0.day?.start }
        card = try cells.value("card", .noCard) { CardCode($0.text) }
        broughtBy = try cells.value("brought_by", .noSlug) { Slug($0.text) }
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network)
        if let ordinal = number.ordinal, ordinal <= 9_999_999 {
            writing.lastNumber = max(writing.lastNumber, ordinal)
        }
        guard let there = try desk.tx.member(numbered: number, in: network.id) else {
            try requireFree(card, for: nil, in: network, desk)
            _ = try desk.newMember(
                number: number,
                isFree: true,
                name: name,
                email: email,
                phone: phone,
                language: language ?? network.language,
                person: nil,
                status: status ?? .active,
                card: card,
                joined: joined,
                broughtBy: try bringing(writing)
            )
            return true
        }
        guard there.status != .erased else { throw cells.problem("number", .erased) }
        // One whom rows of transfers named is called by the number alone.
        let isNameless = there.name == there.number
        if !isNameless, let difference = difference(from: there) { throw difference }
        let filled = there.filled(name: name, email: email, phone: phone)
        guard isNameless || filled != there else { return false }
        let rows = try desk.tx.change(
            """
            UPDATE member SET name = $1, email = COALESCE(email, $2), phone = COALESCE(phone, $3)
            WHERE id = $4 AND name = $5 AND status <> 'erased'
            """,
            filled.name,
            filled.email,
            filled.phone,
            there.id,
            there.name
        )
        // Somebody changes the member at this moment: the import is run again, to see how.
        guard rows == 1 else { throw StoreError.conflict }
        try desk.tx.indexWords(of: filled.name, for: there.id, in: network.id)
        if isNameless { try settle(there, by: writing) }
        return filled != there
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
        try desk.tx.run(
            """
            UPDATE member SET status = $1, language = $2, joined_at = $3, card = $4,
                brought_by = COALESCE(brought_by, $5)
            WHERE id = $6 AND network = $7
            """,
            (status ?? member.status).rawValue,
            language ?? member.language,
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
            ("name", name, there.name), ("email", email, there.email),
            ("phone", phone, there.phone), ("language", language, there.language),
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

extension Member {
    /// This member with what was not known before.
    fileprivate func filled(name: String, email: String?, phone: String?) -> Member {
        Member(
            id: id,
            person: person,
            number: number,
            card: card,
            name: name,
            email: self.email ?? email,
            phone: self.phone ?? phone,
            language: language,
            status: status,
            wallet: wallet,
            joined: joined
        )
    }
}

extension Transaction {
    /// Goes on after this number when the next member is added.
    func skipNumbers(upTo ordinal: Int, in network: Network.ID) throws {
        try run(
            "UPDATE network SET last_number = $1 WHERE id = $2 AND last_number < $1",
            ordinal,
            network
        )
    }
}
