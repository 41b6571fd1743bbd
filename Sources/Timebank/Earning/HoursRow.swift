internal import Ledger
internal import Store

/// A row of a file of hours.
///
/// The columns are `id,opportunity,organisation,member,date,minutes,status,note,reason,transfer`.
///
/// Confirmed hours name the transfer that paid for them, which must be imported before. If they
/// name none, the import pays them from the organisation's allocation.
///
/// Rows are records of the past, so the member and the organisation may have left since. Texts,
/// minutes and days obey the rules of ``ClaimHours``: claimed hours and hours to pay must be of the
/// last ten years, hours decided elsewhere may be older. Hours to pay also obey the rules of
/// ``EnterHours`` on the member, the organisation and the amount. More than 24 hours on a day are a
/// warning and not an error, because it has happened.
struct HoursRow: ImportedRow {
    static let isReferenced = true
    static let changesAccounts = true
    static let looksBack = true

    private let cells: RowCells
    private let reference: String
    /// The id or the title of the opportunity.
    private let opportunity: String
    private let organisation: Slug
    private let member: MemberNumber
    private let terms: ClaimHours.Terms
    private let status: Hours.Status
    private let reason: String?
    private let transfer: String?

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        opportunity =
            try cells.optional("opportunity", upTo: CellText.referenceMax) ?? Self.broughtIn
        organisation = try cells.required("organisation", .noSlug) { Slug($0.text) }
        member = try cells.required("member", .noNumber) { MemberNumber($0.text) }
        let day = try cells.required("date", .notDay) { $0.day }
        let (minutes, note) = (try cells.requiredAmount("minutes"), try cells.words("note"))
        terms = try cells.checked {
            try ClaimHours.Terms(minutes: minutes, day: day, note: note)
        }
        status = try cells.word("status", Hours.Status.self) ?? .claimed
        reason = try cells.optional("reason", upTo: 500)
        transfer = try cells.optional("transfer", upTo: CellText.referenceMax)
    }

    /// The title of the opportunity if the file names none.
    private static let broughtIn = "Hours brought in"

    /// Whether the import confirms and pays the hours.
    private var isPaidNow: Bool { status == .confirmed && transfer == nil }

    /// Returns the minutes to record: rounded as the policy says if the import pays them.
    private func given(_ writing: RowWriting) -> Minutes {
        guard isPaidNow else { return terms.minutes }
        return Desk.rounded(terms.minutes, to: writing.network.policy.rounding)
    }

    func accounts(in writing: RowWriting) throws -> [Account] {
        guard isPaidNow else { return [] }
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
            // The hours may have been imported under a policy with other rounding.
            guard isSame(as: there, holder, giver),
                [terms.minutes, given(writing)].contains(there.minutes)
            else { throw cells.problem("id", .idTaken) }
            return false
        }
        // An import must not restore words that an erasure removed.
        guard giver.status != .erased else { throw cells.problem("member", .erased) }
        try cells.obeying("date") {
            let isHistory = status != .claimed && !isPaidNow
            try DayRule.requirePast(terms.day, today: writing.today, isHistory: isHistory)
        }
        if isPaidNow {
            try cells.obeying("organisation") { try holder.requireOpen() }
            try cells.obeying("member") { try giver.requirePresent() }
        }
        let paid = status == .confirmed ? try payment(holder, giver, writing) : nil
        let hours = Hours(
            id: desk.newID(),
            opportunity: try task(of: holder, writing),
            organisation: holder.id,
            member: giver.id,
            minutes: given(writing),
            day: terms.day,
            note: terms.note,
            status: status,
            reason: status == .claimed ? nil : reason,
            transfer: paid
        )
        try insert(hours, by: desk)
        try writing.keep(reference, for: hours.id, "hours")
        return true
    }

    private func insert(_ hours: Hours, by desk: Desk) throws {
        try desk.tx.run(
            """
            INSERT INTO hours (
                id, network, opportunity, organisation, member, minutes, day, note, status,
                entered_by, reason, transfer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)
            """,
            hours.id,
            desk.here.id,
            hours.opportunity,
            hours.organisation,
            hours.member,
            hours.minutes,
            hours.day.number,
            hours.note,
            hours.status.rawValue,
            hours.reason,
            hours.transfer
        )
        if hours.status != .confirmed { try desk.mark(hours) }
    }

    private func isSame(as there: Hours, _ holder: Organisation, _ giver: Member) -> Bool {
        there.organisation == holder.id && there.member == giver.id && there.status == status
            && there.day == terms.day && there.note == terms.note
    }

    /// Returns the opportunity that the cell names by id or title.
    ///
    /// If the organisation has none with this title, a closed one is created.
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
        return try cells.obeying("opportunity") { refusal in
            if refusal.isOfOrganisation { return ("organisation", .notEarning) }
            let title = Opportunity.Fields.title.name
            guard case FieldRefusal.invalid(title, .tooLong(let most)) = refusal else { return nil }
            return ("opportunity", .tooLong(most))
        } _: {
            let terms = try AddOpportunity.Terms(title: opportunity)
            return try AddOpportunity.record(terms, of: holder, as: false, by: desk).id
        }
    }

    /// Returns the transfer that paid for the hours: the one that the row names, or a new one.
    private func payment(
        _ holder: Organisation,
        _ giver: Member,
        _ writing: RowWriting
    ) throws -> Transfer.ID {
        let (desk, network) = (writing.desk, writing.network.id)
        guard let transfer else {
            do {
                let paid = try writing.posting.post(
                    .earn,
                    from: holder.allocation,
                    to: giver.wallet,
                    given(writing),
                    at: Instant.noon(of: terms.day, now: desk.now)
                )
                try writing.network.policy.requireRoom(after: paid)
                return paid.id
            } catch let refusal as any Refusal {
                throw cells.problem("minutes", .refused(refusal))
            }
        }
        let named = try desk.tx.transfer(brought: transfer, in: network) ?? Transfer.ID(transfer)
        guard let paid = try named.flatMap({ try desk.tx.transfer($0, in: network) }) else {
            throw cells.problem("transfer", .unknown("transfer"))
        }
        guard paid.kind == .earn, paid.to == giver.wallet, paid.minutes == terms.minutes,
            paid.from == holder.allocation || paid.from.kind == .issuance,
            writing.shared(PayingTransfers.self).take(paid.id)
        else { throw cells.problem("transfer", .notPaid) }
        return paid.id
    }
}

extension HoursRow {
    /// Returns a warning for each row on a day with more than 24 confirmed hours of its member.
    ///
    /// One query finds such days; the file is read again for the line numbers only if there are
    /// any.
    static func lookBack(
        on rows: RowFile,
        since id: Int64,
        in writing: RowWriting
    ) throws -> ProblemList {
        var warnings = ProblemList()
        let full = try writing.desk.tx.fullDays(after: id, in: writing.network.id)
        guard !full.isEmpty else { return warnings }
        var problems = ProblemList()
        try rows.each(noting: &problems) { row in
            let warning = try (row as? HoursRow)?.warning(of: full, in: writing)
            if let warning { warnings.note(warning) }
        }
        return warnings
    }

    private func warning(
        of full: [MemberDay: Minutes],
        in writing: RowWriting
    ) throws -> ImportProblem? {
        guard status == .confirmed, full.keys.contains(where: { $0.day == terms.day }),
            let giver = try writing.desk.tx.member(numbered: member, in: writing.network.id),
            let day = full[MemberDay(member: giver.id, day: terms.day)]
        else { return nil }
        return cells.problem("date", .fullDay(day))
    }
}

extension ImportProblem.Reason {
    fileprivate static func fullDay(_ day: Minutes) -> Self {
        Self(
            code: "more-than-a-day",
            sentence: "On this day the member has \(day.count) confirmed minutes, and a day has "
                + "\(DayRule.most.count). It is kept as it is. Is the date or the number right?"
        )
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

extension ImportProblem.Reason {
    fileprivate static var notPaid: Self {
        Self(
            code: "not-its-payment",
            sentence: "This transfer pays no hours of this member at this organisation, or not "
                + "these minutes, or it pays another row."
        )
    }
}
