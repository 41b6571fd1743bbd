import Foundation
import Support
import Timebank

/// Who may do what, as it was tried, and as people read it.
struct AccessTable {
    private let changes: [Line]
    private let questions: [Line]
    private let acts: PersonActs

    /// A line of the table.
    struct Line {
        let trial: Trial
        let verdicts: [(onlooker: Onlooker, verdict: Verdict)]
    }

    /// Tries everything as everybody in one network, with a neighbour from another.
    init(here: Hamlet, there: Hamlet) async throws {
        changes = try await Line.all(Trial.changes, here: here, there: there)
        questions = try await Line.all(Trial.questions, here: here, there: there)
        acts = try await PersonActs(here: here, there: there)
    }

    /// The document.
    var text: String {
        """
        # Who may do what

        Every change and every question there is, tried by everybody. A test makes this page and
        compares it: whoever changes a rule changes this page, and a reviewer sees who gains what.
        CONTRIBUTING.md says how it is recorded anew.

        What belongs to an organisation here belongs to the one where *till*, *worker* and *lead*
        are staff; what belongs to a member belongs to *self*, for whom *guardian* acts.

        | column | who |
        | --- | --- |
        \(Onlooker.allCases.map { "| \($0.title) | \($0.words) |" }.joined(separator: "\n"))

        **yes**: may. **no**: is told so. **–**: is told that there is no such thing, as for an id
        that does not exist. Anything else is the code of a refusal.

        ## Changes

        \(Self.table(changes))

        ## Questions

        \(Self.table(questions))

        ## Acts on persons

        What one does *to a person* is judged against all that this person is, in every network, and
        not against where the one stands. *Here* is the organisation at which *till*, *worker* and
        *lead* are staff; *lead elsewhere* leads another one of the same network; *neighbour*
        coordinates another network; *guardian* acts for whom the line is about. A lead hands a code
        or a card only to somebody who has never signed in, has no credits and no role elsewhere,
        and whom their organisation brought in or who works there below them.

        \(acts.text)

        """
    }

    private static func table(_ lines: [Line]) -> String {
        let titles = Onlooker.allCases.map(\.title)
        let head = [
            "| what | " + titles.joined(separator: " | ") + " |",
            "| --- |" + titles.map { _ in " --- |" }.joined(),
        ]
        return (head + lines.map(\.text)).joined(separator: "\n")
    }

    /// Where the document is.
    static var file: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../docs/access.md").standardized
    }

    /// Whether whoever runs the tests wants it recorded anew.
    static var isRecorded: Bool {
        ProcessInfo.processInfo.environment["COMMONHOUR_RECORD"] != nil
    }
}

extension AccessTable.Line {
    /// The lines of these trials, in the order of their names.
    static func all(
        _ trials: [Trial],
        here: Hamlet,
        there: Hamlet
    ) async throws -> [AccessTable.Line] {
        var lines: [AccessTable.Line] = []
        for trial in trials.sorted(by: { $0.name < $1.name }) {
            var verdicts: [(Onlooker, Verdict)] = []
            for onlooker in Onlooker.allCases {
                let who = onlooker == .neighbour ? there.who(.coordinator) : here.who(onlooker)
                verdicts.append((onlooker, try await trial.attempt(here.town.slug, here, who)))
            }
            lines.append(AccessTable.Line(trial: trial, verdicts: verdicts))
        }
        return lines
    }

    /// Its row of the table.
    var text: String {
        "| `\(trial.name)`: \(trial.words) | "
            + verdicts.map(\.verdict.cell).joined(separator: " | ") + " |"
    }
}
