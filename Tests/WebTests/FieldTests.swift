import HTTPTypes
import Ledger
import Support
import Testing
import Timebank

@testable import Web

@Suite struct FieldTests {
    @Test(arguments: AskedField.bounded)
    func `a body may hold what the operation takes, and nothing else`(_ field: AskedField) {
        for edge in field.edges {
            let takes = field.takes(edge)
            #expect(takes.schema == takes.rule, "\(field.name): \(edge)")
        }
    }

    @Test(arguments: AskedField.all)
    func `the example of a field is one that is taken`(_ field: AskedField) {
        guard let example = field.property.example else { return }
        #expect(field.takes(example) == (true, true), "\(field.name): \(example)")
    }

    @Test(arguments: AskedField.all)
    func `a field that people fill in has words for people and a meaning for programmers`(
        _ field: AskedField
    ) {
        #expect(field.isAsked, "\(field.name)")
        #expect(field.name.label != nil, "\(field.name)")
        #expect(!field.property.about.isEmpty, "\(field.name)")
    }

    @Test(arguments: Backend.available)
    func `a refusal points to a member that the call takes, and to nothing else`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.perform(
                OpenListed(town.opportunity.id, isOpen: false),
                as: .coordinator
            )
            let member = town.ada.id
            let said = #""date":"2026-11-19","minutes":60"#
            let claim = try await server.send(
                .post,
                server.path("/hours"),
                "{\"opportunity\":\"\(town.opportunity.id)\",\"member\":\"\(member)\",\(said)}",
                as: .ada
            )
            #expect(claim.code == "opportunity-closed")
            #expect(claim.pointers == ["/opportunity"])
            let entered = try await server.send(
                .post,
                server.path("/opportunities/\(town.opportunity.id)/hours"),
                "{\"members\":[\"\(member)\"],\(said)}",
                as: .worker,
                key: "k"
            )
            #expect(entered.code == "opportunity-closed")
            #expect(entered.pointers == [])
            let list = try await server.send(.get, server.path("/offers?limit=0"), as: .ada)
            #expect(list.status == 400)
            #expect(list.pointers == ["/limit"])
            let misspelt = try await server.send(
                .post,
                server.path("/hours"),
                "{\"oportunity\":\"\"}",
                as: .ada
            )
            #expect(misspelt.pointers == ["/opportunity"])
        }
    }

    @Test(arguments: Backend.available)
    func `what is wrong stands beside the field that it is about`(
        on backend: Backend
    ) async throws {
        try await Server.run(on: backend) { server in
            let town = server.town
            try await town.earn(60)
            let ada = Surfer(server, as: .ada)
            let gift = [("to", "member"), ("minutes-hours", "1")]
            for (number, minutes, wrong) in [
                (town.ada.number, "0", "number"), ("7777-7", "0", "number"),
                (town.bo.number, "1", "minutes"), ("", "0", "number"),
            ] {
                try await ada.open("/wisbech/give")
                try await ada.submit(
                    to: "/wisbech/give/check",
                    gift + [("number", number), ("minutes-minutes", minutes)]
                )
                #expect(await ada.wrong == ["f-\(wrong)"], "\(number) \(minutes)")
            }
            try await ada.open("/wisbech/claim")
            try await town.perform(
                OpenListed(town.opportunity.id, isOpen: false),
                as: .coordinator
            )
            try await ada.submit(
                to: "/wisbech/claim",
                [
                    ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-19"),
                    ("minutes-hours", "1"),
                ]
            )
            #expect(await ada.wrong == ["f-opportunity"])
            let till = Surfer(server, as: .till)
            let path = "/wisbech/till/\(town.cinema.id)"
            try await till.open(path)
            let party = [("adults", "3"), ("children", "0")]
            try await till.submit(to: path, party + [("card", "7777-7")])
            #expect(await till.page.contains("id=\"f-card-wrong\""))
            try await till.submit(to: path, party + [("card", town.ada.number)])
            #expect(await till.page.contains("more than there is"))
            try await till.submit(to: path, [("adults", ""), ("children", "x"), ("act", "accept")])
            #expect(await till.page.contains("id=\"f-children-wrong\""))
        }
    }
}

extension Answered {
    /// The members of the body that a refusal points to.
    fileprivate var pointers: [String] {
        guard case .list(let errors)? = self["errors"] else { return [] }
        return errors.compactMap { error in
            guard case .object(let members) = error,
                case .text(let pointer)? = members.first(where: { $0.name == "pointer" })?.value
            else { return nil }
            return pointer
        }
    }
}

extension Surfer {
    /// The fields to which the summary of what is wrong leads.
    fileprivate var wrong: [String] {
        page.matches(of: /<li><a href="#(f-[\w-]+)"/).map { String($0.1) }
    }
}
