internal import ArgumentParser
@testable internal import CLI
internal import Testing
internal import Timebank

/// What verbs about networks, organisations and members ask, which is what their operations ask.
@Suite struct OptionsOfPeopleTests {
    @Test func `a verb asks for a field by its name and says what it means`() {
        let rules = NetworkPolicy.helpMessage(columns: 1_000)
        for field in [
            Policy.Fields.credit, Policy.Fields.mutualLimit, Policy.Fields.ceiling,
            Policy.Fields.newcomerGifts, Policy.Fields.rounding,
        ] { #expect(rules.says(field)) }
        #expect(rules.says(Policy.Fields.newcomerDays))
        let network = CreateNetworkCommand.helpMessage(columns: 1_000)
        #expect(network.says(Network.Fields.name) && network.says(Network.Fields.language))
        #expect(network.says(Network.Fields.model))
        let add = OrganisationAdd.helpMessage(columns: 1_000)
        #expect(add.says(Organisation.Fields.name) && add.says(Organisation.Fields.earns))
        #expect(add.says(Organisation.Fields.spends))
        #expect(StaffAppoint.helpMessage(columns: 1_000).says(AppointStaff.Fields.role))
        #expect(OrganisationGrant.helpMessage(columns: 1_000).says(GrantAllocation.Fields.memo))
        let person = PersonAdd.helpMessage(columns: 1_000)
        #expect(person.says(Member.Fields.email) && person.says(Member.Fields.phone))
        #expect(person.says(Member.Fields.language) && person.says(Member.Fields.number))
        #expect(person.says(Member.Fields.addAnyway))
        let edit = PersonEdit.helpMessage(columns: 1_000)
        #expect(edit.says(EditMember.Fields.name) && edit.says(EditMember.Fields.email))
        #expect(edit.says(EditMember.Fields.phone) && edit.says(EditMember.Fields.status))
    }
}

extension String {
    fileprivate func says<Value>(_ field: Field<Value>) -> Bool {
        contains("--\(field.name.option) ") && contains(field.meaning)
    }
}
