internal import ArgumentParser
internal import Store
internal import Timebank

/// Recomputes all books and compares them with the store.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that every minute is accounted for.",
        discussion: """
            Compares the tables and their guards with what this version makes. Adds up all \
            balances again from the transfers alone, and compares them, the chains, holds, \
            reversals, hours, redemptions, roles, journal and seals with what the store says. It \
            only reads, and may run while the store is served.
            """
    )

    @OptionGroup var store: StoreOptions

    @Flag(help: "Print what was found as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "A seal that you kept elsewhere, as verify printed it; it must be in the chain.",
            valueName: "seal"
        )
    )
    var against: String?

    func run() async throws {
        let kept = try against.map { text in
            guard let digest = Hex.bytes(text), digest.count == 32 else {
                throw ValidationError("A seal is 64 digits from 0 to 9 and a to f.")
            }
            return digest
        }
        let database = try await store.openReading()
        let findings = try await Verify(
            of: Program.current.scheme,
            against: kept,
            progress: Self.show
        ).run(on: database)
        await database.close()
        Out.endProgress()
        if json {
            Out.say(findings.json.line)
        } else {
            for line in findings.lines { Out.say(line) }
        }
        if !findings.holds { throw ExitCode(1) }
    }

    static func show(_ count: Int64) { Out.progress("\(count) transfers read") }
}

extension Findings {
    /// The result, for people.
    var lines: [String] {
        var lines = networks.map(\.headline)
        if let seal {
            lines.append("what belongs to no network: the last seal is \(Hex.text(seal))")
        }
        for network in networks { lines += network.problems.lines(of: network.network) }
        lines += problems.lines(of: "the store")
        lines += schema.lines(of: "the store")
        if let against {
            lines.append(
                against.network.map { "The seal that you kept is in the chain of \($0)." }
                    ?? "The seal that you kept is in no chain. These are not the books it sealed."
            )
        }
        lines.append(holds ? "Everything holds." : "Something is wrong.")
        return lines
    }

    /// What was found, for programs.
    var json: JSON {
        var fields: [(String, JSON)] = [
            ("ok", .flag(holds)), ("networks", .list(networks.map(\.json))),
            ("problems", problems.json), ("found", .number(Int64(problems.count))),
            ("seal", .text(ifAny: seal.map(Hex.text))), ("schema", schema.json),
            ("schemaFound", .number(Int64(schema.count))),
        ]
        if let against {
            fields.append(
                (
                    "against",
                    .object([
                        ("seal", .text(Hex.text(against.digest))),
                        ("found", .flag(against.isFound)),
                        ("network", .text(ifAny: against.network)),
                    ])
                )
            )
        }
        return .object(fields)
    }
}

extension NetworkFindings {
    fileprivate var headline: String {
        let kept = seal.map { ", the last is \(Hex.text($0))" } ?? ""
        return """
            \(network): \(counted(accounts, "account", "accounts")), \
            \(counted(transfers, "transfer", "transfers")), sum \(sum); \
            \(counted(seals, "seal", "seals")) over \
            \(counted(sealed, "transfer", "transfers"))\(kept)
            """
    }

    fileprivate var json: JSON {
        .object([
            ("network", .text(network)), ("accounts", .number(Int64(accounts))),
            ("transfers", .number(transfers)), ("sum", .number(sum)),
            ("seals", .number(seals)), ("sealed", .number(sealed)),
            ("seal", .text(ifAny: seal.map(Hex.text))), ("problems", problems.json),
            ("found", .number(Int64(problems.count))),
        ])
    }
}

extension Problems {
    fileprivate func lines(of network: String) -> [String] {
        let rest = count - first.count
        return first.map { "\(network): \($0)" }
            + (rest > 0 ? ["\(network): and \(rest) more"] : [])
    }

    fileprivate var json: JSON { .list(first.map { .text($0) }) }
}
