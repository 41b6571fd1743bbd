internal import Ledger
internal import Store

/// A row of the redemptions file.
///
/// Its columns are `id`, `at`, `offer`, `organisation`, `account`, `adults`, `children`, `minutes`,
/// `guardian`, `name`, `transfer` and `undone_by`. The transfer that paid for it must have been
/// imported before. The file does not say who accepted it, since that person belongs to the server
/// where it happened; 0 is recorded instead.
struct RedemptionRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reference: String
    private let at: Instant
    private let offer: String
    private let organisation: Slug
    private let account: RowAccount
    private let adults: Int64
    private let children: Int64
    private let minutes: Minutes
    private let guardian: Presenting
    private let transfer: String
    private let undoneBy: String?

    /// Who presented the card.
    private enum Presenting {
        case member
        case guardian(MemberNumber)
        /// A guardian who is no member.
        case outsider(String)
        /// A guardian whose name and number are not known any more.
        case somebody
    }

    /// Stands for a guardian who is no member, or no longer one; it is not a valid number.
    static let somebody = "?"

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        at = try cells.required("at", .notMoment) { $0.instant }
        offer = try cells.text("offer", 1...CellText.referenceMax)
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        account = try cells.required("account", .noAccount) { RowAccount($0.text) }
        adults = try cells.minutes("adults", Offer.party)?.count ?? 0
        children = try cells.minutes("children", Offer.party)?.count ?? 0
        guard let minutes = try cells.minutes("minutes", RowCells.movable) else {
            throw cells.problem("minutes", .missing)
        }
        self.minutes = minutes
        guardian = try Self.presenting(cells)
        transfer = try cells.text("transfer", 1...CellText.referenceMax)
        undoneBy = try cells.optional("undone_by", upTo: CellText.referenceMax)
    }

    private static func presenting(_ cells: RowCells) throws(ImportProblem) -> Presenting {
        let name = try cells.optional("name", upTo: 120)
        guard cells["guardian"]?.unguarded.trimmed.text != somebody else {
            return name.map { .outsider($0) } ?? .somebody
        }
        let number = try cells.value("guardian", .noNumber) { MemberNumber($0.text) }
        return number.map { .guardian($0) } ?? .member
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (tx, network) = (writing.desk.tx, writing.network.id)
        let venue = try writing.organisation(organisation, line: cells.line)
        guard let wallet = try writing.account(account), wallet.kind == .wallet else {
            throw cells.problem("account", .unknown("member"))
        }
        let member = Member.ID(raw: wallet.holder)
        if let known = try writing.known("redemption", reference, Redemption.self),
            let there = try tx.redemption(known, in: network)
        {
            guard there.organisation == venue.id, there.member == member, there.at == at,
                there.minutes == minutes, there.adults == adults, there.children == children
            else { throw cells.problem("id", .idTaken) }
            return false
        }
        try cells.requirePast(at, "at", now: writing.desk.now)
        let id: Redemption.ID = writing.desk.newID()
        let paid = try payment(from: wallet.account, to: venue.takings, writing)
        try tx.run(
            """
            INSERT INTO redemption (
                id, network, offer, organisation, member, adults, children, minutes, till,
                guardian, transfer, undone_by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11, $12)
            """,
            id,
            network,
            try offer(of: venue, writing),
            venue.id,
            member,
            adults,
            children,
            minutes,
            try guardian(writing),
            paid,
            try undoing(paid, writing),
            at
        )
        try writing.keep(reference, for: id, "redemption")
        return true
    }
}

extension RedemptionRow {
    private func offer(of venue: Organisation, _ writing: RowWriting) throws -> Offer.ID {
        guard let known = try writing.known("offer", offer, Offer.self),
            try writing.desk.tx.offer(known, in: writing.network.id)?.organisation == venue.id
        else { throw cells.problem("offer", .unknown("offer")) }
        return known
    }

    private func guardian(_ writing: RowWriting) throws -> Person.ID? {
        let desk = writing.desk
        switch guardian {
        case .member: return nil
        case .somebody: return try writing.outsider(called: "")
        case .guardian(let number):
            let member = try writing.member(number, in: "guardian", of: cells)
            return try desk.person(for: desk.keep(member.id))
        case .outsider(let name):
            let found: Person.ID? = try desk.tx.first(
                """
                SELECT g.guardian FROM guardian g JOIN person p ON p.id = g.guardian
                WHERE g.network = $1 AND p.name = $2 AND NOT EXISTS (
                    SELECT 1 FROM member m WHERE m.person = g.guardian AND m.network = g.network)
                ORDER BY g.guardian LIMIT 1
                """,
                writing.network.id,
                name
            ) { $0.id(0) }
            guard let found else { throw cells.problem("name", .unknown("guardian")) }
            return found
        }
    }

    private func payment(
        from wallet: Account,
        to takings: Account,
        _ writing: RowWriting
    ) throws -> Transfer.ID {
        guard let paid = try writing.transfer(transfer) else {
            throw cells.problem("transfer", .unknown("transfer"))
        }
        guard paid.kind == .redeem, paid.from == wallet, paid.to == takings,
            paid.minutes == minutes, writing.shared(PayingTransfers.self).take(paid.id)
        else { throw cells.problem("transfer", .notSpent) }
        return paid.id
    }

    private func undoing(_ paid: Transfer.ID, _ writing: RowWriting) throws -> Transfer.ID? {
        guard let undoneBy else { return nil }
        guard let back = try writing.transfer(undoneBy), back.reverses == paid else {
            throw cells.problem("undone_by", .notItsReversal)
        }
        return back.id
    }
}

extension ImportProblem.Reason {
    fileprivate static var notSpent: Self {
        Self(
            code: "not-its-payment",
            sentence: "This transfer is no redemption by this account at this organisation, or "
                + "not of these minutes, or it pays another row."
        )
    }
}
