import Ledger
import Support
import Testing
import Timebank

@testable import Lending

/// What a part lists is tried as everything else is, by everybody.
@Suite struct LendingAccessTests {
    @Test(arguments: Backend.available)
    func `who may do what stands in the table of a program with the part`(
        on backend: Backend
    ) async throws {
        try await withHamlets(on: backend, of: .lending) { here, there in
            let tools = try await [here, there].offered()
            let changes = [
                Trial.change("offer something to borrow") {
                    OfferTool(owner: $0.bo, name: "Ladder")
                },
                Trial.change("lend something") { hamlet in
                    let tool = try #require(tools[hamlet.town.slug])
                    return LendTool(tool: tool, borrower: hamlet.ada, message: "")
                },
            ]
            let questions = [Trial.question("see what there is to borrow") { _ in ToolsQuery() }]
            let added = Scheme.lending.operations.map { "\($0)" }.filter { $0.contains("Tool") }
            #expect(Set(changes.map { "\($0.type)" }) == Set(added))

            let lines = try await AccessTable.Line.all(
                changes + questions,
                here: here,
                there: there
            )
            #expect(lines.map { $0.trial.name } == ["tool.lend", "tool.list", "tool.offer"])
            let may = lines.map { line in
                line.verdicts.filter { $0.verdict == .may }.map(\.onlooker)
            }
            let owners: [Onlooker] = [.own, .coordinator, .operator, .console]
            #expect(may[0] == owners)
            #expect(may[2] == owners)
            #expect(
                may[1]
                    == Onlooker.allCases.filter { ![.nobody, .stranger, .neighbour].contains($0) }
            )
            // The tool of another network is not there, whoever asks.
            for onlooker in Onlooker.allCases where ![.nobody, .neighbour].contains(onlooker) {
                let verdict = try await changes[1].attempt(
                    here.town.slug,
                    there,
                    here.who(onlooker)
                )
                #expect(verdict == .no("not-found"), "\(onlooker.title)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `what is lent is not lent to somebody else, nor to its owner`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend, of: .lending) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            let saw = try await town.perform(OfferTool(owner: ada, name: " Saw "), as: .ada)
            #expect(saw.name == "Saw")
            let own = LendTool(tool: saw.id, borrower: ada, message: "")
            await #expect(throws: LendingRefusal.ownTool) {
                try await town.perform(own, as: .ada)
            }
            let lend = LendTool(tool: saw.id, borrower: bo, message: "")
            #expect(try await town.perform(lend, as: .ada).borrower == town.bo.id)
            // Once more to the same member is no harm.
            #expect(try await town.perform(lend, as: .ada).borrower == town.bo.id)
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            await #expect(throws: LendingRefusal.alreadyLent(to: town.bo.number)) {
                let other = LendTool(tool: saw.id, borrower: .id(cy.id), message: "")
                try await town.perform(other, as: .ada)
            }
            await #expect(throws: Tool.Fields.name.refusal(.missing)) {
                try await town.perform(OfferTool(owner: ada, name: " "), as: .ada)
            }
        }
    }
}

extension [Hamlet] {
    /// What Bo of each offers.
    fileprivate func offered() async throws -> [Slug: Tool.ID] {
        var tools: [Slug: Tool.ID] = [:]
        for hamlet in self {
            let offer = OfferTool(owner: hamlet.bo, name: "Saw")
            tools[hamlet.town.slug] = try await hamlet.town.perform(offer, as: .bo).id
        }
        return tools
    }
}
