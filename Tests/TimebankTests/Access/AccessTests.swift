import Foundation
import Ledger
import Support
import Testing
import Timebank

@Suite struct AccessTests {
    @Test func `whatever can be done or asked is tried, once`() {
        let scheme = Scheme.standard
        let listed = scheme.operations.map { "\($0)" } + scheme.queries.map { "\($0)" }
        let tried = (Trial.changes + Trial.questions).map { "\($0.type)" }
        let untried = Set(listed).subtracting(tried)
        #expect(untried.isEmpty, "Say how to try them in Tests/TimebankTests/Access.")
        #expect(Set(tried).subtracting(listed).isEmpty)
        #expect(tried.count == listed.count)
        let names = (Trial.changes + Trial.questions).map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: Backend.available)
    func `whatever can be done can be told from something else, as a key needs it`(
        on backend: Backend
    )
        async throws
    {
        try await withHamlets(on: backend) { here, _ in
            let told = try Trial.changes.map { try $0.described(here).text }
            #expect(Set(told).count == Trial.changes.count)
            let again = try Trial.changes.map { try $0.described(here).text }
            #expect(told == again)
        }
    }

    @Test(arguments: Backend.available)
    func `who may do what is as the page says`(on backend: Backend) async throws {
        try await withHamlets(on: backend) { here, there in
            let text = try await AccessTable(here: here, there: there).text
            if AccessTable.isRecorded {
                try Data(text.utf8).write(to: AccessTable.file)
            }
            let page = try String(contentsOf: AccessTable.file, encoding: .utf8)
            let (new, old) = (text.split(separator: "\n"), page.split(separator: "\n"))
            for change in new.difference(from: old) {
                switch change {
                case .insert(_, let line, _): Issue.record("is now: \(line)")
                case .remove(_, let line, _): Issue.record("the page says: \(line)")
                }
            }
            #expect(text == page)
        }
    }

    @Test(arguments: Backend.available)
    func `somebody of one network is a stranger in another`(on backend: Backend) async throws {
        try await withHamlets(on: backend) { here, there in
            let stranger = there.who(.stranger)
            for trial in Trial.changes + Trial.questions {
                let expected = try await trial.attempt(there.town.slug, there, stranger)
                for onlooker in Onlooker.allCases where onlooker.isOfOneNetwork {
                    let verdict = try await trial.attempt(
                        there.town.slug,
                        there,
                        here.who(onlooker)
                    )
                    #expect(verdict == expected, "\(trial.name) by \(onlooker.title)")
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `what belongs to another network is not there, whoever asks`(
        on backend: Backend
    ) async throws {
        try await withHamlets(on: backend) { here, there in
            for trial in Trial.changes + Trial.questions {
                let (mine, theirs) = (try trial.described(here), try trial.described(there))
                guard mine.text != theirs.text, mine.subject != .installation else { continue }
                for onlooker in Onlooker.allCases where onlooker != .neighbour {
                    let verdict = try await trial.attempt(
                        here.town.slug,
                        there,
                        here.who(onlooker)
                    )
                    #expect(verdict != .may, "\(trial.name) by \(onlooker.title)")
                    if mine.subject != theirs.subject {
                        let isNobody = onlooker == .nobody
                        let code = isNobody ? "not-signed-in" : "not-found"
                        #expect(verdict == .no(code), "\(trial.name) by \(onlooker.title)")
                    }
                }
            }
        }
    }

}

/// Two networks in one store, with one of everything in each.
func withHamlets(
    on backend: Backend,
    of scheme: Scheme = .standard,
    _ body: (Hamlet, Hamlet) async throws -> Void
) async throws {
    try await withBank(on: backend, of: scheme) { bank, database in
        let here = try await Hamlet.open(bank, database, "fenside")
        let there = try await Hamlet.open(bank, database, "ely")
        try await body(here, there)
        #expect(try await here.town.sum() == .zero)
        #expect(try await there.town.sum() == .zero)
    }
}

extension Onlooker {
    /// Whether it is somebody with a place in one network and none in the installation.
    fileprivate var isOfOneNetwork: Bool {
        switch self {
        case .nobody, .stranger, .neighbour, .operator, .console: false
        default: true
        }
    }
}
