import Ledger
import Store
import Support
import Timebank

/// Something that can be done or asked, with how to try it: a line of the access table.
struct Trial {
    /// What the journal and the table call it.
    let name: String
    let type: Any.Type
    /// What it does, in a few words.
    let words: String
    /// What it is about, from which it can be seen whether it names anything of a town.
    let described: (Hamlet) throws -> (text: String, subject: Subject)
    /// Tries it in the network of one hamlet with the things of another.
    let attempt: (_ network: Slug, _ things: Hamlet, Credential) async throws -> Verdict

    /// A change, which is undone the moment it has gone well.
    static func change<Asked: Operation>(
        _ words: String,
        _ make: @escaping (Hamlet) throws -> Asked
    ) -> Trial {
        Trial(
            name: Asked.name,
            type: Asked.self,
            words: words,
            described: { hamlet in
                let asked = try make(hamlet)
                return ("\(try Fingerprint(of: asked).bytes)", asked.subject)
            },
            attempt: { network, things, who in
                let asked = Tried(asked: try make(things))
                return try await verdict {
                    let place = asked.subject == .installation ? nil : network
                    _ = try await things.town.bank.perform(asked, in: place, as: who)
                }
            }
        )
    }

    /// A question.
    static func question<Asked: Query>(
        _ words: String,
        _ make: @escaping (Hamlet) throws -> Asked
    ) -> Trial {
        Trial(
            name: Asked.name,
            type: Asked.self,
            words: words,
            described: { hamlet in
                let asked = try make(hamlet)
                return ("\(asked)", asked.subject)
            },
            attempt: { network, things, who in
                let asked = try make(things)
                return try await verdict {
                    let place = asked.subject == .installation ? nil : network
                    _ = try await things.town.bank.ask(asked, in: place, as: who)
                }
            }
        )
    }

    private static func verdict(_ body: () async throws -> Void) async throws -> Verdict {
        do { try await body() } catch is WentWell { return .may } catch let refusal as any Refusal {
            return .no(refusal.code)
        }
        return .may
    }
}

/// An operation that is undone the moment it has gone well, so that the next one finds the same.
private struct Tried<Asked: Operation>: Operation {
    let asked: Asked

    static var name: String { Asked.name }
    static var access: Access { Asked.access }
    var subject: Subject { asked.subject }

    func run(at desk: Desk) throws -> Done {
        _ = try asked.run(at: desk)
        throw WentWell()
    }
}

private struct WentWell: Error {}
