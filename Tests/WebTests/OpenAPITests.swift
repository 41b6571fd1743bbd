import Hummingbird
import Support
import Testing

@testable import Web

@Suite struct OpenAPITests {
    private func described() throws -> [String: Set<String>] {
        let text = OpenAPI.document(of: WebPart.standard)
        guard case .object(let document) = try JSONReader.read(text),
            case .object(let paths)? = document.first(where: { $0.name == "paths" })?.value
        else { return [:] }
        var all: [String: Set<String>] = [:]
        for path in paths {
            guard case .object(let members) = path.value else { continue }
            all[path.name] = Set(members.map(\.name)).subtracting(["parameters"])
        }
        return all
    }

    @Test func `every address of the API is described, and nothing else is`() async throws {
        let described = try described()
        #expect(described.count > 15)
        try await withBank(on: .sqlite) { bank, _ in
            let router = Router(context: SiteContext.self)
            API(site: try Site(bank: bank)).add(to: router)
            var served: [String: Set<String>] = [:]
            for route in router.routes where route.path.description != Routes.document.pattern {
                served[route.path.description, default: []]
                    .insert(route.method.rawValue.lowercased())
            }
            #expect(served == described)
        }
    }

    @Test func `every call has a name of its own`() {
        let names = WebPart.standard.endpoints.map(\.about.id)
        #expect(Set(names).count == names.count)
    }

    @Test func `what a schema refers to is there`() throws {
        let text = String(decoding: OpenAPI.document(of: WebPart.standard), as: UTF8.self)
        let known = Set(WebPart.standard.schemas.map(\.name))
        for match in text.matches(of: /#\/components\/schemas\/(\w+)/) {
            #expect(known.contains(String(match.1)))
        }
    }
}
