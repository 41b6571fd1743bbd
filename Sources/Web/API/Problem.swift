internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// An error response: problem details (RFC 9457) in the API, the same texts on a page.
struct Problem: Sendable {
    let status: HTTPResponse.Status
    /// The stable code, which is the last part of `type`.
    let code: String
    let title: String
    let detail: String
    /// The facts behind a refusal, which become members of the problem details.
    var facts: [RefusalFact] = []
    /// The field of the request to which the problem applies.
    var field: String?
    /// The number of seconds after which to try again; nil if that is no use.
    var retryAfter: Int64?
    /// The methods that the path supports, for `Allow`, if the request used another one.
    var allowed: String?

    /// The `type` of a problem: a URL relative to the server.
    static func type(_ code: String) -> String { "/problems/\(code)" }

    /// The JSON body, in which `instance` is the id of the request.
    func bytes(instance: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", Self.type(code))
            json.member("title", title)
            json.member("status", Int64(status.code))
            json.member("detail", detail)
            json.member("instance", instance)
            for fact in facts {
                switch fact.fact {
                case .number(let number): json.member(fact.name, number)
                case .minutes(let minutes): json.member(fact.name, minutes)
                case .word(let word): json.member(fact.name, word)
                case .day, .text: break
                }
            }
            if let field {
                json.name("errors")
                json.list([field]) { json, field in
                    json.object { json in
                        json.member("pointer", Self.pointer(field))
                        json.member("detail", detail)
                    }
                }
            }
        }
        return json.bytes
    }

    /// The JSON Pointer (RFC 6901) to a field.
    private static func pointer(_ field: String) -> String {
        "/" + field.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension Problem {
    /// Describes an error in a language; waiting times count from `now`.
    init(_ error: any Error, language: Language, now: Instant) {
        switch error {
        case let bad as BadRequest: self.init(bad, language: language)
        case let error as HTTPError: self.init(error.status, language: language)
        default:
            switch Trouble(error) {
            case .refused(let refusal): self.init(refusal, language: language, now: now)
            case .busy:
                self.init(.serviceUnavailable, .busy, language)
                retryAfter = 1
            case .unavailable:
                self.init(.serviceUnavailable, .unavailable, language)
                retryAfter = 10
            case .inDoubt:
                self.init(.serviceUnavailable, .inDoubt, language)
                retryAfter = 1
            case .fault: self.init(.internalServerError, .fault, language)
            }
        }
    }

    private init(
        _ status: HTTPResponse.Status,
        _ trouble: TroubleWords,
        _ language: Language
    ) {
        self.init(status, trouble.rawValue, trouble.words(in: language))
    }

    private init(_ status: HTTPResponse.Status, _ bad: BadRequestWords, _ language: Language) {
        self.init(status, bad.rawValue, bad.words(in: language))
    }

    private init(_ status: HTTPResponse.Status, _ code: String, _ words: RefusalWords) {
        self.init(status: status, code: code, title: words.title, detail: words.sentence)
    }

    private init(_ refusal: any Refusal, language: Language, now: Instant) {
        let words = refusal.words(in: language, at: now)
        self.init(
            status: refusal.kind.status,
            code: refusal.code,
            title: words.title,
            detail: words.sentence,
            facts: refusal.facts.filter(\.isShown),
            field: refusal.field?.text,
            retryAfter: refusal.wait?.seconds(from: now)
        )
    }

    private init(_ bad: BadRequest, language: Language) {
        switch bad {
        case .malformed, .notAnObject: self.init(.badRequest, .malformed, language)
        case .duplicate(let name):
            self.init(.badRequest, .malformed, language)
            field = String(name.prefix(60))
        case .wrongHost: self.init(.badRequest, .wrongHost, language)
        case .wrongType: self.init(.unsupportedMediaType, .wrongType, language)
        case .tooLarge: self.init(.contentTooLarge, .tooLarge, language)
        case .insecure: self.init(.forbidden, .insecure, language)
        case .wrongMethod(let allowed):
            self.init(.methodNotAllowed, .wrongMethod, language)
            self.allowed = allowed
        }
    }

    /// Describes an error status that the HTTP framework chose.
    private init(_ status: HTTPResponse.Status, language: Language) {
        switch status {
        case .notFound:
            let refusal = AccessRefusal.notFound
            self.init(.notFound, refusal.code, refusal.words(in: language))
        case .contentTooLarge: self.init(BadRequest.tooLarge, language: language)
        default:
            guard (400..<500).contains(status.code) else {
                self.init(.internalServerError, .fault, language)
                return
            }
            self.init(.badRequest, .malformed, language)
        }
    }
}
