internal import Ledger

/// The members whom a text in a form may mean, of whom somebody has to choose one.
package struct FoundMembers: Hashable, Sendable {
    /// One of them.
    package struct One: Hashable, Sendable {
        package let member: Member.ID
        package let name: String
        package let number: String

        /// A member by id, name and membership number.
        package init(member: Member.ID, name: String, number: String) {
            self.member = member
            self.name = name
            self.number = number
        }
    }

    /// The field in which the text was typed.
    package let field: FieldName
    /// What was typed.
    package let typed: String
    /// At most ten.
    package let members: [One]

    /// - typed: What was typed, without space around it.
    package init(_ field: FieldName, typed: String, _ members: [One]) {
        self.field = field
        self.typed = typed
        self.members = members
    }
}
