internal import Ledger
internal import Store

/// The holder of a role, as an imported row names them: by membership number, or by name if they
/// are no member of the network.
struct RowPerson: Sendable {
    let number: MemberNumber?
    let name: String?
    private let column: String
    private let cells: RowCells

    /// Parses a row with the number in `column` and the name in the column `name`.
    init(_ cells: RowCells, in column: String) throws(ImportProblem) {
        self.cells = cells
        self.column = column
        number = try cells.value(column, .noNumber) { MemberNumber($0.text) }
        name = try cells.optional("name", upTo: 120)
        guard number != nil || name != nil else { throw cells.problem(column, .missing) }
    }

    /// The member that the row names; nil for a person who is no member.
    ///
    /// - Throws: ``ImportProblem`` if nobody has the number, the member was erased, or the name
    ///   differs.
    func member(in writing: RowWriting) throws -> Member? {
        guard let number else { return nil }
        guard let member = try writing.desk.tx.member(numbered: number, in: writing.network.id)
        else { throw cells.problem(column, .unknown("member")) }
        guard member.status != .erased else { throw cells.problem(column, .erased) }
        if let name, name != member.name.written.trimmed {
            throw cells.problem("name", .different(from: member.name))
        }
        return member
    }

    /// Creates the person for a role whose holder is no member.
    ///
    /// That person has a name and no login. An import never links a row to an existing login by
    /// name, since equal names do not prove that they are the same person.
    func outsider(in writing: RowWriting) throws -> Person.ID {
        try writing.outsider(called: name ?? "")
    }
}

extension RowWriting {
    /// Returns a person without a login who is no member, the same one for each name in a file.
    func outsider(called name: String) throws -> Person.ID {
        let outsiders = shared(Outsiders.self)
        if let known = outsiders.made[name] { return known }
        let made = try desk.newPerson(name: name, login: nil, language: network.language).id
        outsiders.made[name] = made
        return made
    }
}

/// The people without a login that an import has created, by name.
private final class Outsiders: SharedByRows {
    var made: [String: Person.ID] = [:]
}
