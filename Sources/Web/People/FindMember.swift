internal import Ledger
internal import Timebank

/// A member whom somebody named in a form.
struct NamedMember: Hashable, Sendable {
    let number: MemberNumber
    /// The member's name where a name was typed, to be shown back; `nil` for a typed number.
    let name: String?

    var memberName: MemberName { .number(number) }
}

extension Visitor {
    /// Whether the viewer may search for members, and so see their names.
    var looksUp: Bool {
        isCoordinator || isOperator || posts.contains { $0.role >= .worker }
    }
}

extension PageSnapshot {
    /// How many members are offered to choose from.
    private static let most = 10

    /// Finds the member whom a text means: by number, or by name for whoever may see names.
    ///
    /// What has digits is a number, or the beginning of one. A beginning is never taken without
    /// asking, since a check letter that was left out protects from nothing.
    ///
    /// - chosen: The numbers that were chosen before, by the text for which they were offered.
    /// - Throws: A ``PeopleRefusal`` for `field`, with the members to choose from if there are
    ///   several.
    func member(
        _ typed: String,
        in field: FieldName,
        chosen: [String: MemberNumber] = [:]
    ) throws -> NamedMember {
        let typed = typed.trimmed
        if let number = chosen[typed] { return NamedMember(number: number, name: nil) }
        let number = MemberNumber(typed)
        guard visitor.looksUp else {
            guard let number else { throw PeopleRefusal.unknownMember(field: field) }
            return NamedMember(number: number, name: nil)
        }
        let isNumber = typed.contains { $0.isNumber }
        if isNumber, let number, try isThere(number) {
            return NamedMember(number: number, name: nil)
        }
        let found = try search(typed, in: field)
        if found.isEmpty {
            guard isNumber, let number else { throw PeopleRefusal.nobodyFound(field: field) }
            // The operation says whether a character is wrong or nobody has it.
            return NamedMember(number: number, name: nil)
        }
        if !isNumber, found.count == 1, let number = MemberNumber(found[0].number) {
            return NamedMember(number: number, name: found[0].name)
        }
        throw PeopleRefusal.severalMembers(
            FoundMembers(field, typed: typed, Array(found.prefix(Self.most)))
        )
    }

    private func isThere(_ number: MemberNumber) throws -> Bool {
        do { _ = try ask(MemberQuery(member: .number(number))) } catch AccessRefusal.notFound {
            return false
        }
        return true
    }

    private func search(_ typed: String, in field: FieldName) throws -> [FoundMembers.One] {
        do {
            return try ask(MembersQuery(search: typed, span: Span(limit: Self.most + 1))).items
                .map {
                    FoundMembers.One(
                        member: $0.member.id,
                        name: $0.member.name,
                        number: $0.member.number
                    )
                }
        } catch FieldRefusal.invalid(MembersQuery.Fields.search.name, let flaw) {
            throw FieldRefusal.invalid(field: field, flaw)
        }
    }
}

extension Visit {
    /// The member whom a form names, by number or by name.
    ///
    /// - Throws: A ``Refusal`` for `field`: nobody, or several to choose from.
    func member(_ field: Field<MemberName>) async throws -> NamedMember {
        guard !body.isEmpty(field.name) else { throw field.refusal(.missing) }
        return try await members([body[field.name]], in: field.name)[0]
    }

    /// The members whom some texts of a form name, in their order.
    func members(_ typed: [String], in field: FieldName) async throws -> [NamedMember] {
        let chosen = body.chosen(in: field)
        return try await look { snapshot in
            try typed.map { try snapshot.member($0, in: field, chosen: chosen) }
        }.found
    }
}

extension FormBody {
    /// The numbers of the members who were chosen, by the text for which they were offered.
    fileprivate func chosen(in field: FieldName) -> [String: MemberNumber] {
        let pairs = all(field.choice).compactMap { value -> (String, MemberNumber)? in
            let parts = value.split(separator: "|", maxSplits: 1)
            guard parts.count == 2, let number = MemberNumber(String(parts[0])) else { return nil }
            return (String(parts[1]), number)
        }
        return Dictionary(pairs) { _, last in last }
    }
}

extension PeopleRefusal {
    /// What may be meant by the text that was refused; `nil` for any other refusal.
    var choices: Entered.Choices? {
        guard case .severalMembers(let found) = self else { return nil }
        return Entered.Choices(
            field: found.field,
            typed: found.typed,
            alternatives: found.members.map {
                Alternative("\($0.number)|\(found.typed)", $0.name, second: $0.number)
            }
        )
    }
}

extension Control {
    /// Makes the controls for a member: a text field and, where a text may mean several members, a
    /// choice of these.
    static func find(
        _ field: Field<MemberName>,
        _ words: Localizer,
        _ entered: Entered
    ) -> [Control] {
        let asked = field.asking(PersonText.findMember)
        return [.line(asked.name, asked.question(words), entered, hint: asked.hint(words))]
            + choice(field.name, words, entered)
    }

    /// The choice between the members whom a text in a field may mean; nothing where it is clear.
    static func choice(_ field: FieldName, _ words: Localizer, _ entered: Entered) -> [Control] {
        guard let choices = entered.choices, choices.field == field else { return [] }
        return [
            .choice(
                Choice(
                    field.choice,
                    words(PersonText.findMemberChoice, ["typed": .word(choices.typed)]),
                    choices.alternatives,
                    entered
                )
            )
        ]
    }
}
