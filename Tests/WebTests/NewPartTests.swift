import Hummingbird
import HummingbirdTesting
import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// What a part gets for the web by listing what it adds: no file of the program names it.
@Suite struct NewPartTests {
    private static let parts = WebPart.standard + [.lending]

    @Test func `its calls have a heading of their own, and its address describes itself`() throws {
        let document = try JSONReader.read(OpenAPI.document(of: Self.parts))
        #expect(document["tags"]?.items.last == .object([.init(name: "name", value: "Tools")]))
        let path = document["paths"]?["/api/v1/networks/{network}/tools/{owner}/{other}"]
        #expect(path?["get"]?["tags"] == ["Tools"])
        #expect(path?["parameters"]?.items.map { $0["name"] } == ["network", "owner", "other"])
        #expect(path?["parameters"]?.items.last?["schema"]?["pattern"] == .text(Schema.idPattern))
        #expect(document["components"]?["schemas"]?["Tool"]?["required"] == ["owner", "other"])
    }

    @Test func `its call is handed its arguments, and its page has a template of its own`()
        async throws
    {
        try await withTown(on: .sqlite) { town in
            let site = try Site(
                bank: town.bank,
                parts: Self.parts,
                settings: Settings(limitsRates: false),
                log: Log(descriptor: -1)
            )
            let (one, other) = (town.ada.id, town.bo.id)
            try await Application(router: site.router()).test(.router) { client in
                let path = "/api/v1/networks/wisbech/tools/\(one)/"
                let headers: HTTPFields = [.authorization: "Bearer \(Self.token)"]
                let answer = try await client.execute(
                    uri: path + "\(other)",
                    method: .get,
                    headers: headers
                ) { Answered($0) }
                #expect(answer.status == 401, "\(answer.text)")
                let open = try await client.execute(
                    uri: "/api/v1/networks/wisbech/tools/\(one)",
                    method: .get
                ) { Answered($0) }
                #expect(open.text == #"{"owner":"\#(one)","other":"\#(one)"}"#)
                // An id in another spelling than ours is nobody's.
                let typed = try await client.execute(
                    uri: "/api/v1/networks/wisbech/tools/\("\(one)".lowercased())",
                    method: .get
                ) { Answered($0) }
                #expect(typed.status == ("\(one)".lowercased() == "\(one)" ? 200 : 404))
                let page = try await client.execute(uri: "/wisbech/tools/\(one)", method: .get) {
                    Answered($0)
                }
                #expect(page.status == 200)
                #expect(page.text.contains("<p>lent by \(one)</p>"))
            }
        }
    }

    private static let token = String(repeating: "z", count: 42) + "A"

    @Test func `no two templates have one name`() {
        let names = Self.parts.templates.map(\.name)
        #expect(Set(names).count == names.count)
    }
}

extension WebPart {
    fileprivate static let lending = WebPart(
        "Lending",
        heading: "Tools",
        calls: [ToolCalls()],
        journeys: [Lending()],
        templates: [.tool],
        schemas: [.one(Tool.self)]
    )
}

extension Routes {
    fileprivate static let toolsOf = network / "tools" / Member.ID.called("owner")
    fileprivate static let tool = toolsOf / Member.ID.called("other")
}

extension Address {
    fileprivate static let tool = network / "tools" / Member.ID.self
}

extension Template {
    fileprivate static let tool = Template(
        "tool",
        source: """
            {{<layout}}
            {{$main}}
            <p>lent by {{owner}}</p>
            {{/main}}
            {{/layout}}
            """
    )
}

private struct Tool: Shaped {
    let owner: Member.ID
    let other: Member.ID

    static let shape = Shape<Tool>(
        "Tool",
        [.member("owner", .id) { $0.owner }, .member("other", .id) { $0.other }]
    )
}

private struct ToolCalls: Calls {
    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                Routes.toolsOf,
                About("getTools", "Show a tool", isOpen: true, answer: .done)
            ) { _, owner in Reply(Tool(owner: owner, other: owner)) },
            Endpoint(
                .get,
                Routes.tool,
                About("getTool", "Show a tool", answer: .done)
            ) { call, owner, other in
                _ = try await call.ask(NetworkQuery())
                return Reply(Tool(owner: owner, other: other))
            },
        ]
    }
}

private struct Lending: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.tool) { visit, owner in
                let visitor = try await visit.visitor()
                return visit.show(
                    ToolPage(frame: visit.frame(visitor), title: "A tool", owner: "\(owner)")
                )
            }
        ]
    }
}

private struct ToolPage: Page {
    static let template = Template.tool
    let frame: Frame
    let title: String
    let owner: String
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
