internal import Ledger

/// Applies the rules of the operations to rows of a file.
///
/// A row obeys the same rules as the operation that would record the same; a ``Refusal`` becomes an
/// ``ImportProblem`` that names the cell.
extension RowCells {
    /// Returns a cell's text, not yet checked by the field's rule; empty if the cell is.
    ///
    /// - Throws: ``ImportProblem`` if the text is double-encoded.
    func words(_ column: String) throws(ImportProblem) -> String {
        guard let cell = self[column] else { return "" }
        let isPlain = cell.bytes.allSatisfy { $0 < 0x80 }
        guard isPlain || !Windows1252.looksDoubleEncoded(cell.text) else {
            throw problem(column, .doubleEncoded)
        }
        return cell.unguarded.text
    }

    /// Returns a cell's text, not yet checked by the field's rule; nil if the cell is empty.
    func wordsIfAny(_ column: String) throws(ImportProblem) -> String? {
        let text = try words(column)
        return text.isEmpty ? nil : text
    }

    /// Returns a cell's whole number of minutes, without a check of its range; nil if the cell is
    /// empty.
    func amount(_ column: String) throws(ImportProblem) -> Minutes? {
        try value(column, .notWhole) { $0.integer.map { Minutes($0) } }
    }

    /// Returns a required cell's whole number of minutes, without a check of its range.
    func requiredAmount(_ column: String) throws(ImportProblem) -> Minutes {
        guard let amount = try amount(column) else { throw problem(column, .missing) }
        return amount
    }

    /// Runs a check that only needs the row.
    ///
    /// - Throws: ``ImportProblem`` with the cell that a rule refuses.
    func checked<T>(_ body: () throws -> T) throws(ImportProblem) -> T {
        do {
            return try body()
        } catch let refusal as any Refusal {
            throw problem(refusal)
        } catch let problem as ImportProblem {
            throw problem
        } catch {
            throw problem("", .malformed)
        }
    }

    /// Runs what an operation would do and turns its refusals into problems with a cell.
    ///
    /// - column: The cell to name if the refusal names no field, or one that is no column of the
    ///   file.
    /// - naming: Replaces the column and reason of some refusals, for this type of row.
    /// - Throws: ``ImportProblem`` with the cell that a rule refuses, and database errors
    ///   unchanged.
    func obeying<T>(
        _ column: String,
        naming: (any Refusal) -> (column: String, reason: ImportProblem.Reason)? = { _ in nil },
        _ body: () throws -> T
    ) throws -> T {
        do {
            return try body()
        } catch let refusal as any Refusal {
            if let named = naming(refusal) { throw problem(named.column, named.reason) }
            throw problem(refusal, column)
        }
    }

    /// Refuses a time in the future, as a file records what has happened.
    ///
    /// Up to one day ahead is allowed, since some times come without a zone and clocks differ.
    func requirePast(_ moment: Instant?, _ column: String, now: Instant) throws {
        if let moment, moment > now + .seconds(86_400) { throw problem(column, .notYet) }
    }

    private func problem(_ refusal: any Refusal, _ column: String = "") -> ImportProblem {
        let field = refusal.field?.column
        let named = column.isEmpty || field.map(has) ?? false ? field ?? column : column
        return problem(named, .breaking(refusal, in: named))
    }
}

extension ImportProblem.Reason {
    /// Returns the reason to show for a refusal of the value in a column.
    fileprivate static func breaking(_ refusal: any Refusal, in column: String) -> Self {
        switch refusal {
        case FieldRefusal.invalid(_, .missing): .missing
        case FieldRefusal.invalid(_, .tooLong(let most)): .tooLong(most)
        case FieldRefusal.invalid(_, .malformed): column == "email" ? .noEmail : .malformed
        case FieldRefusal.invalid(_, .amountOutOfRange(let range)):
            .outOfRange(range.lowerBound.count...range.upperBound.count)
        case FieldRefusal.amountOutOfRange(_, let most): .outOfRange(1...most.count)
        case FieldRefusal.invalid(_, .inTheFuture): .inTheFuture
        case FieldRefusal.invalid(_, .tooLongAgo): .tooLongAgo
        case FieldRefusal.invalid(_, .unknown) where column == "zone": .noZone
        default: .refused(refusal)
        }
    }

    /// A day in the future.
    private static var inTheFuture: Self {
        Self(
            code: "future-date",
            sentence: "That day is still to come. Choose today or a day before it."
        )
    }

    /// A day too long ago to be recorded as new.
    private static var tooLongAgo: Self {
        Self(
            code: "too-long-ago",
            sentence: "This day is too long ago. Hours of more than ten years ago need the id of "
                + "the transfer that paid for them, and no day is before 1970. Is the year right?"
        )
    }

    static var notWhole: Self {
        Self(code: "amount-out-of-range", sentence: "Write a whole number of minutes.")
    }

    static var notYet: Self {
        Self(
            code: "future-date",
            sentence: "This is still to come. Write when it happened."
        )
    }

    static var notSpending: Self {
        Self(
            code: SpendingRefusal.notSpending.code,
            sentence: "This organisation accepts no credits, so nothing is offered there. Leave "
                + "the row out."
        )
    }

    static var notEarning: Self {
        Self(
            code: "not-earning",
            sentence: "Nobody earns credits at this organisation. Leave the row out, or name the "
                + "organisation where it was."
        )
    }
}
