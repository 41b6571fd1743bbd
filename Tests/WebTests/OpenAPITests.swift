import Hummingbird
import Support
import Testing

@testable import Lending
@testable import Web

@Suite struct OpenAPITests {
    /// What is delivered, and the same with a part that is not.
    static let programs = [WebPart.standard, WebPart.standard + [.lending]]

    private func described(_ parts: [WebPart]) throws -> [String: Set<String>] {
        let text = OpenAPI.document(of: parts)
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

    @Test(arguments: programs)
    func `every address of the API is described, and nothing else is`(
        _ parts: [WebPart]
    ) async throws {
        let described = try described(parts)
        #expect(described.count > 15)
        try await withBank(on: .sqlite, of: .lending) { bank, _ in
            let router = Router(context: SiteContext.self)
            API(site: try Site(bank: bank, parts: parts)).add(to: router)
            var served: [String: Set<String>] = [:]
            for route in router.routes where route.path.description != Routes.document.pattern {
                served[route.path.description, default: []]
                    .insert(route.method.rawValue.lowercased())
            }
            #expect(served == described)
        }
    }

    @Test(arguments: programs)
    func `every call has a name of its own`(_ parts: [WebPart]) {
        let names = parts.endpoints.map(\.about.id)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: programs)
    func `what a schema refers to is there`(_ parts: [WebPart]) throws {
        let text = String(decoding: OpenAPI.document(of: parts), as: UTF8.self)
        let known = Set(parts.schemas.map(\.name))
        for match in text.matches(of: /#\/components\/schemas\/(\w+)/) {
            #expect(known.contains(String(match.1)))
        }
    }
}
