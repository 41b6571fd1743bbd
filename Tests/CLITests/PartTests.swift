@testable internal import CLI
internal import Testing
internal import Timebank

/// What the parts list for the command line, beside what they list for the scheme.
@Suite struct PartTests {
    @Test func `each part is called as it is in the scheme, and no verb stands there twice`() {
        let names = CommandPart.standard.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isSubset(of: Scheme.standard.parts.map(\.name)))
        let verbs = CommandPart.standard.flatMap(\.verbs).map { "\($0)" }
        #expect(Set(verbs).count == verbs.count)
    }
}
