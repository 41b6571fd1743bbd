internal import Ledger
internal import Store

/// Hours of a file:
/// `id,opportunity,organisation,member,date,minutes,status,note,reason,transfer`.
///
/// Confirmed hours name the transfer that paid for them, which was imported before. Where they
/// name none they are paid for now, from what the organisation may issue.
struct HoursRow: ImportedRow {
    static let isReferenced = true
    static let changesAccounts = true

    private let cells: RowCells
    private let reference: String
    private let opportunity: String
    private let organisation: Slug
    private let member: MemberNumber
    private let day: Day
    private let minutes: Minutes
    private let status: Hours.Status
    private let note: String
    private let reason: String?
    private let transfer: String?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        opportunity = try cells.optional("opportunity", upTo: 120) ?? Self.broughtIn
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        member = try cells.required("member", .noNumber) { MemberNumber($0.text) }
        day = try cells.required("date", .notDay) { $0.day }
        guard let minutes = try cells.minutes("minutes", 1...1_440) else {
            throw cells.problem("minutes", .missing)
        }
        self.minutes = minutes
        status = try cells.word("status", Hours.Status.self) ?? .claimed
        note = try cells.text("note", 0...500)
        reason = try cells.optional("reason", upTo: 500)
        transfer = try cells.optional("transfer", upTo: CellText.referenceMax)
    }

    /// What hours were given to where the file does not say.
    private static let broughtIn = "Hours brought in"

    func accounts(in writing: RowWriting) throws -> [Account] {
        guard status == .confirmed, transfer == nil else { return [] }
        let (tx, network) = (writing.desk.tx, writing.network.id)
        return [
            try tx.organisation(organisation, in: network)?.allocation,
            try tx.member(numbered: member, in: network)?.wallet,
        ].compactMap(\.self)
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (desk, network) = (writing.desk, writing.network.id)
        let holder = try writing.organisation(organisation, line: cells.line)
        guard let giver = try desk.tx.member(numbered: member, in: network) else {
            throw cells.problem("member", .unknown("member"))
        }
        if let known = try writing.known("hours", reference, Hours.self),
            let there = try desk.tx.hours(known, in: network)
        {
            guard isSame(as: there, holder, giver) else { throw cells.problem("id", .idTaken) }
            return false
        }
        let paid = status == .confirmed ? try payment(holder, giver, writing) : nil
        let id: Hours.ID = desk.newID()
        try desk.tx.run(
            """
            INSERT INTO hours (
                id, network, opportunity, organisation, member, minutes, day, note, status,
                entered_by, reason, transfer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)
            """,
            id,
            network,
            try task(of: holder, writing),
            holder.id,
            giver.id,
            minutes,
            day.number,
            note,
            status.rawValue,
            status == .claimed ? nil : reason,
            paid
        )
        try writing.keep(reference, for: id, "hours")
        return true
    }

    private func isSame(as there: Hours, _ holder: Organisation, _ giver: Member) -> Bool {
        there.organisation == holder.id && there.member == giver.id && there.minutes == minutes
            && there.day == day && there.status == status && there.note == note
    }

    /// The opportunity that the cell names by its id or its title; made, and closed, where the
    /// organisation has none such.
    private func task(of holder: Organisation, _ writing: RowWriting) throws -> Opportunity.ID {
        let (desk, network) = (writing.desk, writing.network.id)
        if let known = try writing.known("opportunity", opportunity, Opportunity.self),
            let there = try desk.tx.opportunity(known, in: network)
        {
            guard there.organisation == holder.id else {
                throw cells.problem("opportunity", .unknown("opportunity"))
            }
            return known
        }
        if let titled = try desk.tx.opportunity(titled: opportunity, of: holder.id) {
            return titled
        }
        let id: Opportunity.ID = desk.newID()
        try desk.tx.run(
            """
            INSERT INTO opportunity (
                id, network, organisation, title, details, place, minutes, is_open, created_at)
            VALUES ($1, $2, $3, $4, '', '', 60, 0, $5)
            """,
            id,
            network,
            holder.id,
            opportunity,
            desk.now
        )
        return id
    }

    /// The transfer that paid for the hours: the one that the row names, or a new one.
    private func payment(
        _ holder: Organisation,
        _ giver: Member,
        _ writing: RowWriting
    ) throws -> Transfer.ID {
        let (desk, network) = (writing.desk, writing.network.id)
        guard let transfer else {
            do {
                return try writing.posting.post(
                    .earn,
                    from: holder.allocation,
                    to: giver.wallet,
                    minutes,
                    at: Instant.noon(of: day, now: desk.now)
                ).id
            } catch let refusal as Refusal {
                throw cells.problem("minutes", .refused(refusal))
            }
        }
        let named = try desk.tx.transfer(brought: transfer, in: network) ?? Transfer.ID(transfer)
        guard let paid = try named.flatMap({ try desk.tx.transfer($0, in: network) }) else {
            throw cells.problem("transfer", .unknown("transfer"))
        }
        guard paid.kind == .earn, paid.to == giver.wallet, paid.minutes == minutes,
            paid.from == holder.allocation || paid.from.kind == .issuance,
            writing.paidBy.insert(paid.id).inserted
        else { throw cells.problem("transfer", .notPaid) }
        return paid.id
    }
}

extension Transaction {
    fileprivate func opportunity(
        titled title: String,
        of organisation: Organisation.ID
    ) throws -> Opportunity.ID? {
        try first(
            """
            SELECT id FROM opportunity WHERE organisation = $1 AND title = $2 ORDER BY id LIMIT 1
            """,
            organisation,
            title,
            as: { $0.id(0) }
        )
    }
}
