package import Ledger
internal import Store

/// Records hours for one or many members at once, as staff do after a session.
package struct EnterHours: Operation {
    package let opportunity: Opportunity.ID
    package let members: [MemberName]
    package let day: Day
    package let minutes: Minutes
    package let note: String
    /// Whether to confirm the hours at once, except those that exceed 24 hours on a day.
    package let confirm: Bool
    /// The reason why members have more than 24 hours on that day; nil for none.
    package let exception: String?

    package static let name = "hours.enter"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(opportunity) }

    /// The maximum number of members to enter at once.
    package static let most = 200

    /// Creates the operation, with the same day, minutes and note for each of the members.
    package init(
        opportunity: Opportunity.ID,
        members: [MemberName],
        day: Day,
        minutes: Minutes,
        note: String = "",
        confirm: Bool,
        exception: String? = nil
    ) {
        self.opportunity = opportunity
        self.members = members
        self.day = day
        self.minutes = minutes
        self.note = note
        self.confirm = confirm
        self.exception = exception
    }

    package func run(at desk: Desk) throws -> Confirmations {
        let members = try Hours.Fields.members.checked(members)
        let terms = try ClaimHours.Terms(minutes: minutes, day: day, note: note)
        let found = try members.map { try desk.find($0) }
        guard Set(found.map(\.id)).count == found.count else {
            throw Hours.Fields.members.refusal(.taken)
        }
        for member in found.map(\.id).sorted() { try desk.tx.alone(on: member.raw) }
        let entered = try found.map {
            try desk.claim(opportunity, by: $0, as: Hours.Fields.members.name, terms)
        }
        guard confirm else { return Confirmations(confirmed: [], left: entered.map(\.id)) }
        var days = try DayTotals(of: entered, exception: exception, at: desk)
        if let organisation = entered.first?.organisation {
            try desk.lockAccounts(of: organisation, and: found.map(\.id))
        }
        var left: [Hours.ID] = []
        for hours in entered {
            let day = days.take(hours)
            if day.fits {
                _ = try desk.confirm(hours, hours.minutes) { _ in day.reason }
            } else {
                left.append(hours.id)
            }
        }
        return Confirmations(
            confirmed: entered.map(\.id).filter { !left.contains($0) },
            left: left
        )
    }
}

extension Desk {
    /// Returns the member with this name.
    ///
    /// - field: The field that named the member, for refusals.
    /// - Throws: ``PeopleRefusal/mistypedNumber(field:)`` or
    ///   ``PeopleRefusal/unknownMember(field:)``.
    func find(_ name: MemberName, field: FieldName = Hours.Fields.members.name) throws -> Member {
        if let member = try tx.member(name, in: here.id) { return member }
        if case .number(let number) = name, number.looksMistyped {
            throw PeopleRefusal.mistypedNumber(field: field)
        }
        throw PeopleRefusal.unknownMember(field: field)
    }
}
