@testable internal import CLI
internal import ArgumentParser
internal import Testing
internal import Timebank

@Suite struct FieldTests {
    @Test func `a command says of each field what its operation means by it`() {
        let doing = OpportunityAdd.helpMessage(columns: 400)
        for meaning in [
            Opportunity.Fields.title.meaning, Opportunity.Fields.details.meaning,
            Opportunity.Fields.minutes.meaning,
        ] {
            #expect(doing.contains(meaning))
        }
        #expect(doing.contains("--\(Opportunity.Fields.minutes.name.option)"))
        let enjoying = OfferAdd.helpMessage(columns: 400)
        for meaning in [
            Offer.Fields.title.meaning, Offer.Fields.details.meaning, Offer.Fields.adult.meaning,
            Offer.Fields.child.meaning,
        ] {
            #expect(enjoying.contains(meaning))
        }
    }
}
