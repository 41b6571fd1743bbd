package import Timebank
internal import Ledger

/// Operations that write a row of the journal and nothing else, for roles that a test puts straight
/// into the store.
package enum GivenRole {
    /// A role at an organisation, by the ids of the two.
    package struct Staff: Named {
        package static let name = AppointStaff.name
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }
    }

    /// An office, by who has it.
    package struct Office: Named {
        package static let name = Appoint.name
        /// Who has it, and which it is.
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }
    }

    /// A guardianship, by the ids of the two.
    package struct Guardian: Named {
        package static let name = AddGuardian.name
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }
    }

    /// An operator.
    package struct Operator: Named {
        package static let name = MakeOperator.name
        package let subjects: [Int64]
        package init(_ subjects: [Int64]) { self.subjects = subjects }

        package var subject: Subject { .installation }
    }

    /// What only says whom it is about.
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
