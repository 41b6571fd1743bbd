package import Timebank
internal import Ledger

/// Operations that only write a journal row, for roles that a test inserts directly into the
/// tables.
///
/// Without these rows `verify` would report the roles as changes that no operation made.
package enum GivenRole {
    /// A role at an organisation; the subjects are the organisation, the person and the role's
    /// code.
    package struct Staff: Named {
        package static let name = AppointStaff.name
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }
    }

    /// An office of the network.
    package struct Office: Named {
        package static let name = Appoint.name
        /// The id of the person, and the code of the office.
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }
    }

    /// A guardianship; the subjects are the ward and the guardian.
    package struct Guardian: Named {
        package static let name = AddGuardian.name
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }
    }

    /// The rights of an operator; the subject is the person.
    package struct Operator: Named {
        package static let name = MakeOperator.name
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }

        package var subject: Subject { .installation }
    }

    /// An operation that only names its subjects.
    package protocol Named: Timebank.Operation {
        var subjects: [Int64] { get }
    }
}

extension GivenRole.Named {
    package static var access: Access { .operator }
    package var subject: Subject { .network }

    package func run(at desk: Desk) throws -> Done {
        for id in subjects { desk.touch(ID<Person>(raw: id)) }
        return Done()
    }
}
