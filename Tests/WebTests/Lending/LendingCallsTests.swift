import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Lending
@testable import Web

/// What a part gets in the API by listing what it adds: no file of the program names it.
@Suite struct LendingCallsTests {
    static let parts = WebPart.standard + [.lending]

    private let flaws = SchemaFlaws(
        named: Dictionary(uniqueKeysWithValues: parts.schemas.map { ($0.name, $0.schema) })
    )

    @Test func `its calls, schemas and heading stand in the description`() throws {
        let document = try JSONReader.read(OpenAPI.document(of: Self.parts))
        #expect(document["tags"]?.items.last == .object([.init(name: "name", value: "Tools")]))
        let list = document["paths"]?["/api/v1/networks/{network}/tools"]
        let loan = document["paths"]?["/api/v1/networks/{network}/tools/{tool}/loan"]
        #expect(list?["get"]?["operationId"] == "listTools")
        #expect(list?["post"]?["operationId"] == "offerTool")
        #expect(loan?["post"]?["tags"] == ["Tools"])
        #expect(loan?["parameters"]?.items.map { $0["name"] } == ["network", "tool"])
        #expect(loan?["parameters"]?.items.last?["schema"]?["pattern"] == .text(Schema.idPattern))
        let schemas = document["components"]?["schemas"]
        #expect(schemas?["Tool"]?["required"] == ["id", "owner", "name", "borrower"])
        #expect(schemas?["ToolList"] != nil)
        #expect(schemas?["Problem"]?["properties"]?["borrower"] != nil)
    }

    @Test func `the meaning and the limits of its fields come from the fields`() throws {
        let document = try JSONReader.read(OpenAPI.document(of: Self.parts))
        let text = String(decoding: OpenAPI.document(of: Self.parts), as: UTF8.self)
        #expect(document["paths"] != nil)
        for meaning in [Tool.Fields.name.meaning, Tool.Fields.borrower.meaning] {
            #expect(text.contains(meaning))
        }
        #expect(text.contains(#""maxLength":120"#))
    }

    @Test func `no two templates have one name, and no two schemas`() {
        let names = Self.parts.templates.map(\.name)
        #expect(Set(names).count == names.count)
        let schemas = Self.parts.schemas.map(\.name)
        #expect(Set(schemas).count == schemas.count)
    }

    @Test(arguments: Backend.available)
    func `its calls answer as its schemas say, and a refusal with code, status and facts`(
        on backend: Backend
    ) async throws {
        let flaws = flaws
        try await Server.run(on: backend, of: .lending, parts: Self.parts) { server in
            let (town, path) = (server.town, server.path("/tools"))
            let body = #"{"owner": "\#(town.ada.number)", "name": "Saw"}"#
            let offered = try await server.send(.post, path, body, as: .ada, key: "one")
            #expect(offered.status == 201, "\(offered.text)")
            let again = try await server.send(.post, path, body, as: .ada, key: "one")
            #expect(again.bytes == offered.bytes)
            guard case .text(let id)? = offered["id"] else {
                Issue.record("no id: \(offered.text)")
                return
            }
            let loan = "\(path)/\(id)/loan"
            let lend = #"{"borrower": "\#(town.bo.number)", "message": "Mind your fingers"}"#
            let lent = try await server.send(.post, loan, lend, as: .ada)
            #expect(lent["borrower"] == .text("\(town.bo.id)"), "\(lent.text)")
            let list = try await server.send(.get, path, as: .bo)
            for (answer, schema) in [
                (offered, Tool.shape.reference), (lent, Tool.shape.reference),
                (list, ResultPage<Tool>.shape.reference),
            ] {
                let json = try #require(answer.json)
                #expect(flaws.find(in: json, schema) == [], "\(answer.text)")
            }
            #expect(list["items"]?.items.count == 1)

            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let other = #"{"borrower": "\#(cy.number)"}"#
            let taken = try await server.send(.post, loan, other, as: .ada)
            #expect((taken.status, taken.code) == (409, "already-lent"))
            #expect(taken["borrower"] == .text("\(town.bo.number)"))
            #expect(taken["errors"]?.items.first?["pointer"] == "/borrower")
            let own = #"{"borrower": "\#(town.ada.number)"}"#
            let refused = try await server.send(.post, loan, own, as: .ada)
            #expect((refused.status, refused.code) == (422, "own-tool"))
            for problem in [taken, refused] {
                let json = try #require(problem.json)
                #expect(flaws.find(in: json, .named("Problem")) == [], "\(problem.text)")
            }
            // What is not theirs to lend is not there for them.
            let foreign = try await server.send(.post, loan, lend, as: .bo)
            #expect((foreign.status, foreign.code) == (404, "not-found"))
            #expect(try await server.send(.get, path).status == 401)
        }
    }

    @Test func `a part that is not served has no call and no page`() async throws {
        try await Server.run { server in
            let call = try await server.send(.get, server.path("/tools"), as: .ada)
            let page = try await server.send(.get, "/wisbech/tools")
            #expect((call.status, page.status) == (404, 404))
        }
    }
}

extension JSON {
    /// A member of the object that it is.
    fileprivate subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// What is in the list that it is.
    fileprivate var items: [JSON] {
        if case .list(let items) = self { items } else { [] }
    }
}
