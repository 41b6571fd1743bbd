internal import FoundationEssentials
internal import Ledger
internal import Store

/// The protocol by which a command-line process passes an operation to the server of the store.
///
/// The request and the reply are one line of JSON each. The server's socket is open only to users
/// who may also read and write the store's files, so the operation gets the command line's
/// permissions.
package enum Handover {
    /// Encodes an operation as `{"operation": …, "network": … or absent, "body": {…}}`.
    package static func line<Asked: Operation>(
        _ asked: Asked,
        in network: Slug?
    ) throws -> [UInt8] {
        Array(try JSONEncoder().encode(Parcel(network: network, body: asked)))
    }

    /// Performs the operation in a line, and returns the reply as a line.
    package static func answer(_ line: [UInt8], by bank: Bank) async -> [UInt8] {
        let reply: Reply
        do {
            reply = try await perform(Data(line), by: bank)
        } catch let refusal as any Refusal {
            let words = refusal.words(in: .english, at: bank.clock())
            reply = Reply(refusal: refusal.code, words: words.line)
        } catch StoreError.busy {
            reply = Reply(refusal: Reply.busy)
        } catch StoreError.inDoubt(let words) {
            reply = Reply(refusal: Reply.inDoubt, words: words)
        } catch StoreError.unavailable(let words) {
            reply = Reply(refusal: Reply.unavailable, words: words)
        } catch {
            reply = Reply(refusal: Reply.fault, words: "\(error)")
        }
        // A reply consists of optional strings and arrays of strings, whose encoding cannot fail.
        return (try? JSONEncoder().encode(reply)).map { Array($0) } ?? []
    }

    /// Decodes the reply to an operation that was handed over.
    ///
    /// - Throws: ``HandedRefusal`` where a rule forbade it, a `StoreError` where the store failed.
    package static func outcome<Outcome: Timebank.Outcome>(
        _ reply: [UInt8],
        at view: View
    ) throws -> Outcome {
        let reply = try read(reply)
        let made = (reply.made ?? []).compactMap { Crockford.decode($0) }
        return try Outcome.recall(made, once: reply.once ?? [], at: view)
    }

    private static func read(_ line: [UInt8]) throws -> Reply {
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(line)) else {
            throw StoreError.inDoubt("the server's answer was cut off")
        }
        switch reply.refusal {
        case nil: return reply
        case Reply.busy?: throw StoreError.busy
        case Reply.inDoubt?: throw StoreError.inDoubt(reply.words ?? "")
        case Reply.unavailable?: throw StoreError.unavailable(reply.words ?? "")
        case Reply.fault?: throw StoreError.failed(reply.words ?? "")
        case let code?: throw HandedRefusal(code: code, sentence: reply.words ?? code)
        }
    }

    private static func perform(_ line: Data, by bank: Bank) async throws -> Reply {
        let label = try JSONDecoder().decode(Label.self, from: line)
        guard let asked = bank.scheme.operations.first(where: { $0.name == label.operation }) else {
            throw StoreError.failed("the server knows no \(label.operation)")
        }
        return try await perform(asked, line, in: label.network, by: bank)
    }

    private static func perform<Asked: Operation>(
        _: Asked.Type,
        _ line: Data,
        in network: Slug?,
        by bank: Bank
    ) async throws -> Reply {
        let parcel = try JSONDecoder().decode(Parcel<Asked>.self, from: line)
        let outcome = try await bank.perform(parcel.body, in: network, as: .console).outcome
        return Reply(made: outcome.made.map { Crockford.encode($0) }, once: outcome.once)
    }
}

/// A refusal by the server, known to the command-line process only by its code and sentence.
package struct HandedRefusal: Error, Hashable {
    package let code: String
    package let sentence: String
}

/// The fields that are decoded first, to find the type of the body.
private struct Label: Decodable {
    let operation: String
    let network: Slug?
}

/// An operation with its name and its network.
private struct Parcel<Body: Operation>: Codable {
    let operation: String
    let network: Slug?
    let body: Body

    init(network: Slug?, body: Body) {
        operation = Body.name
        self.network = network
        self.body = body
    }
}

private struct Reply: Codable {
    static let busy = "store-busy"
    static let inDoubt = "store-in-doubt"
    static let unavailable = "store-unavailable"
    static let fault = "store-fault"

    let made: [String]?
    let once: [String]?
    let refusal: String?
    let words: String?

    init(
        made: [String]? = nil,
        once: [String]? = nil,
        refusal: String? = nil,
        words: String? = nil
    ) {
        self.made = made
        self.once = once
        self.refusal = refusal
        self.words = words
    }
}

extension Outcome {
    /// Empty by default: most outcomes have nothing that is shown only once.
    package var once: [String] { [] }

    /// Ignores `once` by default.
    package static func recall(_ made: [Int64], once: [String], at view: View) throws -> Self {
        try recall(made, at: view)
    }
}
