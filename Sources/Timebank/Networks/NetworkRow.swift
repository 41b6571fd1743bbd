internal import Ledger
internal import Store

/// The single row of `network.csv`, as an export writes it.
///
/// While no credits have moved in the network, an import sets its name, time zone, language and
/// creation time. After that the first three must be equal, and the creation time is ignored. The
/// help contact may still be set where there is none; the model must always be equal, and the slug
/// is ignored.
struct NetworkRow: ImportedRow {
    private let cells: RowCells
    private let terms: CreateNetwork.Terms
    private let model: Network.Model?
    private let contact: String?
    private let lastNumber: Int?
    private let made: Instant?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        model = try cells.word("model", Network.Model.self)
        let (title, words) = (try cells.words("name"), try cells.wordsIfAny("contact"))
        let zone = try cells.value("zone", .noZone) { $0.text }
        let language = try cells.language
        terms = try cells.checked {
            try CreateNetwork.Terms(title: title, zone: zone, language: language)
        }
        contact = try cells.checked { try SetContact.Fields.contact.checked(ifAny: words) }
        lastNumber = try cells.minutes("last_number", 0...9_999_999).map { Int($0.count) }
        made = try cells.value("made", .notMoment) { $0.instant }
    }

    func write(by writing: RowWriting) throws -> Bool {
        let there = writing.network
        if let model, model != there.model {
            throw cells.problem("model", .different(from: there.model.rawValue))
        }
        try cells.requirePast(made, "made", now: writing.desk.now)
        if let lastNumber { writing.shared(LastNumber.self).see(lastNumber) }
        let known = try writing.desk.tx.contact(of: there.id)
        let isFresh = try writing.desk.tx.isFresh(there.id)
        if !isFresh { try requireSame(as: there, contact: known) }
        let isTold = contact != nil && contact != known
        if isTold { try writing.desk.keepContact(contact ?? "") }
        let isSame =
            terms.title == there.name && terms.zone ?? there.zone == there.zone
            && terms.language ?? there.language == there.language
        if isFresh { try settle(there, writing.desk) }
        return isTold || !isSame
    }

    private func settle(_ there: Network, _ desk: Desk) throws {
        try desk.changes(.network, there.id)
        try desk.tx.run(
            "UPDATE network SET name = $1, zone = $2, language = $3 WHERE id = $4",
            terms.title,
            terms.zone ?? there.zone,
            terms.language ?? there.language,
            there.id
        )
        guard let made else { return }
        try desk.tx.run("UPDATE network SET created_at = $1 WHERE id = $2", made, there.id)
    }

    private func requireSame(as there: Network, contact known: String) throws(ImportProblem) {
        let said: [(String, String?, String)] = [
            ("name", terms.title, there.name), ("zone", terms.zone, there.zone),
            ("language", terms.language, there.language),
            ("contact", known.isEmpty ? nil : contact, known),
        ]
        for (column, mine, theirs) in said {
            if let mine, mine != theirs.written.trimmed {
                throw cells.problem(column, .different(from: theirs))
            }
        }
    }
}

extension Transaction {
    /// Whether no credits have moved in a network yet, so that an import may still set its fields.
    func isFresh(_ network: Network.ID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM member m JOIN account a ON a.id = m.wallet
            WHERE m.network = $1 AND a.last IS NOT NULL
            UNION ALL
            SELECT 1 FROM organisation o JOIN account a ON a.id = o.allocation
            WHERE o.network = $1 AND a.last IS NOT NULL
            LIMIT 1
            """,
            network,
            as: { _ in true }
        ) == nil
    }
}
