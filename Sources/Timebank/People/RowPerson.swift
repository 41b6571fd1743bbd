internal import Ledger
internal import Store

/// Who has a role, as a row names them: by the number of a member, or by name where they are no
/// member of the network.
struct RowPerson: Sendable {
    let number: MemberNumber?
    let name: String?
    private let column: String
    private let cells: RowCells

    /// The person of a row whose number stands in `column`, and whose name in `name`.
    init(_ cells: RowCells, in column: String) throws(ImportProblem) {
        self.cells = cells
        self.column = column
        number = try cells.value(column, .noNumber) { MemberNumber($0.text) }
        name = try cells.optional("name", upTo: 120)
        guard number != nil || name != nil else { throw cells.problem(column, .missing) }
    }

    /// The member that the row means; nil for somebody who is none.
    ///
    /// - Throws: ``ImportProblem`` for a number that nobody has, or that is somebody else's.
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

    /// The person to whom a role is given that no member has.
    ///
    /// They become a name that nobody signs in as: a file joins nobody to a sign-in, however much
    /// the names are alike.
    func outsider(in writing: RowWriting) throws -> Person.ID {
        try writing.outsider(called: name ?? "")
    }
}

extension RowWriting {
    /// Somebody without a sign-in who is no member; one for each name in a file.
    func outsider(called name: String) throws -> Person.ID {
        let outsiders = shared(Outsiders.self)
        if let known = outsiders.made[name] { return known }
        let made = try desk.newPerson(name: name, login: nil, language: network.language).id
        outsiders.made[name] = made
        return made
    }
}

/// Those without a sign-in who were made for a file, by their names.
private final class Outsiders: SharedByRows {
    var made: [String: Person.ID] = [:]
}
