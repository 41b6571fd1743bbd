internal import Testing
internal import Timebank

@testable internal import Web

/// What the parts list for the web, beside what they list for the scheme.
@Suite struct PartTests {
    @Test func `each part is called as it is in the scheme, and stands there once`() {
        let names = WebPart.standard.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isSubset(of: Scheme.standard.parts.map(\.name)))
    }

    @Test func `no schema and no page stands there twice`() {
        let schemas = WebPart.standard.schemas.map(\.name)
        #expect(Set(schemas).count == schemas.count)
        let pages = WebPart.standard.pageRoutes.map { "\($0.method) \($0.path)" }
        #expect(Set(pages).count == pages.count)
    }
}
