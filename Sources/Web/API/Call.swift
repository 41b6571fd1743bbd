internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// An API request, with everything that can be read from it without the bank.
///
/// That is the credential, the idempotency key and the body.
final class Call: Sendable {
    let site: Site
    /// The client's token; ``Credential/nobody`` for a call that needs none.
    let who: Credential
    /// The idempotency key, if the call accepts one and the request has one.
    let key: RequestKey?
    /// The members of the body; none if the call takes no body.
    let fields: BodyFields
    private let request: Request
    private let context: SiteContext

    /// Reads and validates a request.
    ///
    /// - Throws: ``BadRequest``, or a ``Refusal`` for an invalid or missing token, key or member.
    init(
        _ about: About,
        _ request: Request,
        _ context: SiteContext,
        at site: Site
    ) async throws {
        self.site = site
        self.request = request
        self.context = context
        guard request.uri.path.utf8.last != UInt8(ascii: "/") else { throw AccessRefusal.notFound }
        who = try about.isOpen ? .nobody : Self.credential(request.headers[.authorization])
        guard let body = about.body else {
            key = try Self.key(about.key, request.headers)
            fields = .none
            return
        }
        let isBare = request.headers[.contentType] == nil && !body.isRequired
        guard isBare || Self.isJSON(request.headers[.contentType]) else {
            throw BadRequest.wrongType
        }
        key = try Self.key(about.key, request.headers)
        fields = try await Self.fields(of: request, body, isBare: isBare)
    }

    /// The value of a path argument.
    ///
    /// - Throws: ``AccessRefusal/notFound`` if it is not valid or not in canonical spelling. Other
    ///   spellings of an id are accepted only where people type ids.
    func argument<Argument: PathArgument>(
        _: Argument.Type,
        _ name: String
    ) throws -> Argument {
        guard let text = context.parameters.get(name), let argument = Argument(path: text),
            argument.path == text
        else { throw AccessRefusal.notFound }
        return argument
    }

    /// The address under which attempts to sign in are counted.
    var address: ClientAddress {
        Caller(
            peer: context.peer,
            headers: request.headers,
            trusting: site.settings.trustedProxy
        ).address
    }
}

extension Call {
    /// The page of a list that the query asks for: `limit`, by default 50, and the cursor `after`.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for an invalid or repeated `limit` or `after`.
    func span() throws -> Span {
        let query = request.uri.queryParameters
        let limits = query[values: "limit"]
        let afters = query[values: "after"]
        guard limits.count <= 1 else { throw Span.Fields.limit.refusal(.malformed) }
        guard afters.count <= 1 else { throw Span.Fields.after.refusal(.malformed) }
        var limit = 50
        if let said = limits.first {
            guard said.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(said),
                (1...200).contains(number)
            else { throw Span.Fields.limit.refusal(.outOfRange(1...200)) }
            limit = number
        }
        guard let said = afters.first else { return Span(limit: limit) }
        guard Schema.isID(String(said)), let after = Crockford.decode(String(said)) else {
            throw Span.Fields.after.refusal(.malformed)
        }
        return Span(limit: limit, after: after)
    }

    /// The search text in the query; empty if there is none.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if it is repeated or too long.
    func search() throws -> String {
        let said = request.uri.queryParameters[values: "search"]
        guard said.count <= 1 else { throw Span.Fields.search.refusal(.malformed) }
        guard let text = said.first.map(String.init) else { return "" }
        guard text.unicodeScalars.count <= About.searchMost else {
            throw Span.Fields.search.refusal(.tooLong(most: About.searchMost))
        }
        return text
    }

    /// The month in the query, such as `2026-11`; nil if there is none.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if it is repeated or is no month.
    func month() throws -> Month? {
        let said = request.uri.queryParameters[values: "month"]
        guard let text = said.first else { return nil }
        guard said.count == 1, let month = Month(String(text)) else {
            throw FieldRefusal.invalid(field: "month", .malformed)
        }
        return month
    }

    static func credential(_ header: String?) throws -> Credential {
        guard let header, header.utf8.count < 200 else { throw AccessRefusal.notSignedIn }
        let space = UInt8(ascii: " ")
        let parts = header.utf8.split(separator: space, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty,
            parts[0].elementsEqual("Bearer".utf8)
                || Substring(parts[0]).lowercased() == "bearer"
        else { throw AccessRefusal.notSignedIn }
        return .bearer(String(Substring(parts[1])))
    }

    private static func key(_ use: About.Key, _ headers: HTTPFields) throws -> RequestKey? {
        guard use != .none, let said = headers[.idempotencyKey] else {
            if use == .required { throw RequestRefusal.keyMissing }
            return nil
        }
        guard let key = RequestKey(said) else { throw RequestRefusal.keyMissing }
        return key
    }

    private static func isJSON(_ header: String?) -> Bool {
        if header == "application/json" { return true }
        guard let type = header?.split(separator: ";").first else { return false }
        return type.lowercased().filter { $0 != " " } == "application/json"
    }

    private static func fields(
        of request: Request,
        _ body: Body,
        isBare: Bool
    ) async throws -> BodyFields {
        let buffer = try await request.bytes()
        if isBare, buffer.readableBytes == 0 { return .none }
        let json: Result<JSON, JSONFlaw> = buffer.withUnsafeReadableBytes { bytes in
            do throws(JSONFlaw) {
                return .success(try JSONReader.read(bytes.bindMemory(to: UInt8.self)))
            } catch {
                return .failure(error)
            }
        }
        switch json {
        case .success(let json): return try BodyFields(json, of: body)
        case .failure(let flaw): throw BadRequest(flaw)
        }
    }
}
