internal import Foundation
internal import GRDB
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Support
internal import Testing

@testable internal import Timebank

/// What settings, rules and sign-ins are is in the journal as marks, and `verify` compares.
@Suite struct MarkTests {
    @Test(arguments: Backend.available)
    func `what was set to something before is not taken for what it is now`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for isOpen in [false, true, false] {
                try await town.made(OpenListed(town.offer.id, isOpen: isOpen))
            }
            for status in [Member.Status.paused, .active, .left, .active] {
                try await town.made(EditMember(member: .id(town.bo.id), status: status))
            }
            try await expectNothing(town)
            try await town.database.write(in: .whole) { tx in
                try tx.run("UPDATE offer SET is_open = 1")
                try tx.run("UPDATE member SET status = 'left' WHERE id = $1", town.bo.id)
            }
            let found = try await problems(town)
            #expect(found.count == 2, "\(found)")
            #expect(found.contains { $0.hasPrefix("offer \(town.offer.id): not as the journal") })
            #expect(found.contains { $0.hasPrefix("member \(town.bo.id): not as the journal") })
        }
    }

    @Test(arguments: Backend.available)
    func `whoever changes the same at once leaves what holds`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let member = town.bo
            _ = await several(24) { number -> Bool in
                let isOpen = number.isMultiple(of: 2)
                _ = try? await town.made(OpenListed(town.offer.id, isOpen: isOpen))
                _ = try? await town.made(
                    EditMember(member: .id(member.id), status: isOpen ? .active : .paused)
                )
                _ = try? await town.made(NewCard(member: .id(member.id)))
                _ = try? await town.made(
                    EditOrganisation(organisation: town.cinema.id, isOpen: isOpen)
                )
                return true
            }
            try await expectNothing(town)
        }
    }

    @Test(arguments: Backend.available)
    func `a change that waited for another one leaves what holds`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let close = OpenListed(town.offer.id, isOpen: false)
            _ = try await town.during(close, as: .operator) {
                try await town.perform(OpenListed(town.offer.id, isOpen: true), as: .operator)
            }
            try await expectNothing(town)
        }
    }

    @Test(arguments: Backend.available)
    func `whoever is erased, and erased again in a restored store, is nobody's alarm`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            var members: [Member] = []
            for name in ["Cy", "Di"] {
                let member = try await town.made(
                    AddMember(
                        name: name,
                        email: "\(name)@example.org",
                        organisation: town.school.id
                    )
                )
                let code = try await town.made(HandOverCode(member: .id(member.id))).code.revealed
                _ = try await town.bank.perform(
                    UseCode(code: code, login: nil, password: "a salted hash"),
                    as: .nobody
                )
                _ = try await town.claim(30, member)
                members.append(member)
            }
            try await expectNothing(town)
            try await town.made(EraseMember(member: .id(members[0].id)))
            let again = Erasure(
                network: town.network.id,
                member: members[1].id,
                at: town.bank.clock()
            )
            try await town.database.write(in: .whole) {
                try $0.repeatErasures([again], in: Scheme.standard.tables)
            }
            try await expectNothing(town)
            // But nobody comes back.
            try await town.database.write(in: .whole) { tx in
                try tx.run("UPDATE member SET status = 'active' WHERE id = $1", again.member)
            }
            let found = try await problems(town)
            #expect(found.contains("member \(again.member) was erased, and is not"), "\(found)")
        }
    }

    @Test(arguments: Backend.available)
    func `a store from before there were marks gets them in steps, and is judged from then on`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            var rows = "number,name\n"
            for number in 0..<1_500 { rows += "X-\(number),Somebody\n" }
            let text = rows
            _ = try await town.bank.bring(
                ImportFile(.members, name: "x.csv") { CSVReader.source(of: Array(text.utf8)) },
                into: town.slug,
                as: .console
            )
            _ = try await town.claim(30, town.bo)
            try await expectNothing(town)
            #expect(try await markRows(town) >= 3)
            try await forgetMarks(town, on: backend)
            // Nothing is known, so nothing is named.
            try await expectNothing(town)
            // What is changed meanwhile is marked twice at most once.
            try await town.made(OpenListed(town.offer.id, isOpen: false))
            try await town.made(NewCard(member: .id(town.bo.id)))
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try? await Marking(town.bank, most: 700).run() } }
            }
            try await Maintenance(town.bank).mark()
            try await expectNothing(town)
            let steps = try await markRows(town)
            try await Maintenance(town.bank).mark()
            #expect(try await markRows(town) == steps)
            try await town.database.write(in: .whole) { tx in
                try tx.run("UPDATE member SET status = 'paused' WHERE number = 'X-1001'")
            }
            #expect(try await problems(town).count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `a first network is marked from the beginning`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, database in
            _ = try await bank.perform(
                MakeOperator(login: "sam@example.org", title: "Sam Reed"),
                as: .console
            )
            let slugs = ["fenside", "downham"]
            await withTaskGroup(of: Void.self) { group in
                for slug in slugs {
                    group.addTask {
                        _ = try? await bank.perform(
                            CreateNetwork(slug: slug, title: "A network"),
                            as: .console
                        )
                    }
                }
            }
            let findings = try await Verify().run(on: database)
            #expect(findings.holds, "\(findings)")
            #expect(findings.networks.count == 2)
            try await database.write(in: .whole) { tx in
                try tx.run("UPDATE network SET zone = 'Europe/Riga' WHERE slug = 'fenside'")
            }
            #expect(try await !Verify().run(on: database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `the journal names nobody twice for a mark, and no id is taken for one`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let claim = try await town.claim(30, town.bo)
            let subjects = try #require(try await town.journal(ClaimHours.name)?.subjects)
            #expect(subjects.allSatisfy { $0 == claim.id.raw })
            try await town.database.read { tx in
                var walk = JournalWalk()
                try walk.finish(tx) { row in
                    #expect(row.subjects.allSatisfy { $0 > 0 })
                    if row.act == .claim { #expect(row.subjects == [claim.id.raw]) }
                }
            }
        }
    }
}

/// Whatever is wrong with a town's books.
private func problems(_ town: Town) async throws -> [String] {
    let findings = try await Verify().run(on: town.database)
    return findings.problems.first + findings.networks.flatMap(\.problems.first)
}

private func expectNothing(
    _ town: Town,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let found = try await problems(town)
    #expect(found.isEmpty, "\(found)", sourceLocation: sourceLocation)
}

/// How many rows of the journal say nothing but marks.
private func markRows(_ town: Town) async throws -> Int64 {
    try await town.database.read { tx in
        try tx.first("SELECT COUNT(*) FROM journal WHERE operation = $1", MarkRows.name) {
            $0.integer(0)
        } ?? 0
    }
}

/// Makes the journal one from before there were marks.
private func forgetMarks(_ town: Town, on backend: Backend) async throws {
    let rows = try await town.database.read { tx in
        try tx.all("SELECT id, subjects FROM journal ORDER BY id") { ($0.integer(0), $0.text(1)) }
    }
    var sql = "DELETE FROM journal WHERE operation = 'books.mark'; DELETE FROM duty;\n"
    for (id, text) in rows {
        let ids = JournalRow.parts(of: JournalRow.ids(in: text)).ids
        sql += "UPDATE journal SET subjects = '\(idList(ids))' WHERE id = \(id);\n"
    }
    switch backend {
    case .sqlite:
        let guards = "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;\n"
        try await define(Script("", sqlite: guards + sql), in: town.database, on: backend)
    case .postgres: try await damage(town.database, sql)
    }
}

extension Town {
    /// What the command line does here.
    @discardableResult
    fileprivate func made<Asked: Timebank.Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await bank.perform(asked, in: slug, as: .console).outcome
    }
}
