import Ledger
import Testing
import Timebank

@testable import Web

/// What networks, organisations, members and those who sign in are asked, and what is made of it.
@Suite struct FieldsOfPeopleTests {
    private static let texts: [Field<String>] = [
        Network.Fields.name, FoundNetwork.Fields.coordinator, SetContact.Fields.contact,
        Organisation.Fields.name, GrantAllocation.Fields.memo, Member.Fields.name,
        Member.Fields.phone, EditMember.Fields.phone, MembersQuery.Fields.search,
        MakeOperator.Fields.name,
    ]

    @Test(arguments: texts)
    func `a text may be as long in the API as in the rule`(_ field: Field<String>) {
        let length: ClosedRange<Int> =
            switch field.kind {
            case .line(let length), .lines(let length): length
            default: 0...40
            }
        for count in [0, length.lowerBound, length.upperBound, length.upperBound + 1] {
            let text = String(repeating: "a", count: count)
            let (rule, schema) = (takes(text, field), takes(.text(text), Property(field)))
            #expect(rule == length.contains(count), "\(field.name): \(count)")
            #expect(schema == rule, "\(field.name): \(count)")
        }
    }

    private static let amounts: [Field<Minutes>] = [
        Policy.Fields.credit, Policy.Fields.mutualLimit, Policy.Fields.ceiling,
        Policy.Fields.newcomerGifts, Policy.Fields.rounding, GrantAllocation.Fields.minutes,
    ]

    @Test(arguments: amounts)
    func `minutes have the same bounds in the API as in the rule`(_ field: Field<Minutes>) {
        let range: ClosedRange<Int64>? =
            switch field.kind {
            case .minutes(let most): 1...most.count
            case .amount(let range): range.lowerBound.count...range.upperBound.count
            default: nil
            }
        let (least, most) = (range?.lowerBound ?? 0, range?.upperBound ?? 0)
        #expect(most > 0, "\(field.name) has no bounds")
        for count in [least - 1, least, most, most + 1] {
            let rule = takes(Minutes(count), field)
            #expect(rule == (least...most).contains(count), "\(field.name): \(count)")
            #expect(takes(.number(.whole(count)), Property(field)) == rule, "\(field.name)")
        }
    }

    @Test(arguments: [Policy.Fields.newcomerDays, IssueTokens.Fields.count])
    func `a number has the same bounds in the API as in the rule`(_ field: Field<Int64>) {
        guard case .number(let range) = field.kind else {
            Issue.record("\(field.name) has no bounds")
            return
        }
        let (least, most) = (range.lowerBound, range.upperBound)
        for count in [least - 1, least, most, most + 1] {
            let rule = takes(count, field)
            #expect(rule == range.contains(count), "\(field.name): \(count)")
            #expect(takes(.number(.whole(count)), Property(field)) == rule, "\(field.name)")
        }
    }

    @Test func `what is given as an example is taken by the rule and by the API`() {
        for field in Self.texts + Self.words {
            #expect(field.example.isEmpty || takes(field.example, field), "\(field.name)")
            #expect(takesExample(Property(field)), "\(field.name)")
        }
        for field in Self.amounts {
            let example = Int64(field.example).map { takes(Minutes($0), field) }
            #expect(example == true && takesExample(Property(field)), "\(field.name)")
        }
        for field in [Policy.Fields.version, Policy.Fields.newcomerDays, IssueTokens.Fields.count] {
            let example = Int64(field.example).map { takes($0, field) }
            #expect(example == true && takesExample(Property(field)), "\(field.name)")
        }
        for field in Self.members {
            #expect(MemberName(field.example).map { takes($0, field) } == true, "\(field.name)")
            #expect(takesExample(Property(field)), "\(field.name)")
        }
        let number = MemberNumber(Member.Fields.number.example)
        #expect(number.map { takes($0, Member.Fields.number) } == true)
        #expect(isAWord(Network.Fields.model) && isAWord(Appoint.Fields.office))
        #expect(isAWord(Organisation.Fields.spends) && isAWord(AppointStaff.Fields.role))
        #expect(isAWord(Member.Fields.status))
    }

    private static let words: [Field<String>] = [
        Network.Fields.slug, Network.Fields.zone, Network.Fields.language,
        FoundNetwork.Fields.login,
        Organisation.Fields.slug, Member.Fields.email, Member.Fields.language, SignIn.Fields.login,
        SignIn.Fields.password, SignIn.Fields.network, NewPassword.Fields.password,
        NewPassword.Fields.old, UseCode.Fields.code, UseCode.Fields.login,
        MakeOperator.Fields.login,
    ]
    private static let members = [
        Appoint.Fields.member, AppointStaff.Fields.member, AddGuardian.Fields.ward,
        AddGuardian.Fields.guardian, DeclareRelatives.Fields.member,
        DeclareRelatives.Fields.other, UndoRelatives.Fields.relative,
    ]

    @Test func `what a form asks is called something in every language`() {
        let asked: [FieldName] =
            [
                SetContact.Fields.contact.name, Organisation.Fields.name.name,
                Organisation.Fields.slug.name, Organisation.Fields.earns.name,
                Organisation.Fields.spends.name, GrantAllocation.Fields.minutes.name,
                GrantAllocation.Fields.memo.name, AppointStaff.Fields.member.name,
                AppointStaff.Fields.role.name, Member.Fields.name.name, Member.Fields.email.name,
                Member.Fields.phone.name, Member.Fields.language.name,
                Member.Fields.organisation.name, DeclareRelatives.Fields.other.name,
                SignIn.Fields.login.name, SignIn.Fields.password.name, UseCode.Fields.code.name,
                UseCode.Fields.login.name, NewPassword.Fields.password.name,
                NewPassword.Fields.old.name, Policy.Fields.newcomerDays.name,
            ] + Self.amounts.map(\.name)
        for name in asked {
            for language in Language.offered {
                #expect(name.label?.isThere(in: language) == true, "\(name) in \(language)")
            }
        }
    }

    private func takes<Value>(_ value: Value, _ field: Field<Value>) -> Bool {
        (try? field.checked(value)) != nil
    }

    private func takes(_ value: JSON, _ property: Property) -> Bool {
        (try? property.schema.check(value, property.field)) != nil
    }

    private func takesExample(_ property: Property) -> Bool {
        property.example.map { takes($0, property) } ?? true
    }

    private func isAWord<Word: RawRepresentable<String>>(_ field: Field<Word>) -> Bool {
        Word(rawValue: field.example).map { takes($0, field) } == true
            && takesExample(Property(field))
    }
}
