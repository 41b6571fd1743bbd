import Ledger
import Support
import Timebank

@testable import Web

/// A form that moves credits, with somebody who has it before them.
enum Moving: String, CaseIterable, Sendable {
    case give, giveForWard, confirmMany, confirmOne, enter, redeem, undo, grant, reverse

    /// Who sends it.
    var role: Town.Role {
        switch self {
        case .give: .ada
        case .giveForWard: .guardian
        case .confirmMany, .confirmOne, .enter: .lead
        case .redeem, .undo: .till
        case .grant, .reverse: .coordinator
        }
    }

    /// Opens the page with the form, and says where it goes and what is filled in.
    func prepare(
        _ surfer: Surfer,
        in town: Town
    ) async throws -> (action: String, fields: [(String, String)]) {
        try await town.earn(240, town.ada)
        try await town.earn(240, town.bo)
        switch self {
        case .give, .giveForWard: return try await gift(surfer, in: town)
        case .confirmMany:
            let claim = try await town.claim(60, town.bo)
            let action = "/wisbech/organisations/\(town.school.id)/confirm"
            try await surfer.open(action)
            return (action, [("hours", "\(claim.id)")])
        case .confirmOne:
            let claim = try await town.claim(60, town.bo)
            try await surfer.open("/wisbech/hours/\(claim.id)")
            return ("/wisbech/hours/\(claim.id)/confirm", [("minutes-minutes", "50")])
        case .enter: return try await entry(surfer, in: town)
        case .redeem: return try await ticket(surfer, in: town)
        case .undo:
            let (action, fields) = try await ticket(surfer, in: town)
            try await surfer.submit(to: action, fields)
            let undo = await surfer.actions.first { $0.hasSuffix("/undo") }
            return (undo ?? "", [])
        case .grant:
            let action = "/wisbech/organisations/\(town.school.id)/grant"
            try await surfer.open(action)
            return (action, [("minutes-hours", "3")])
        case .reverse:
            let gift = try await town.give(30, from: town.ada, to: town.bo, as: .ada)
            try await surfer.open("/wisbech/transfers/\(gift.id)")
            return ("/wisbech/transfers/\(gift.id)/reversal", [("reason", "Tried out")])
        }
    }

    private func gift(
        _ surfer: Surfer,
        in town: Town
    ) async throws -> (action: String, fields: [(String, String)]) {
        let ward = self == .giveForWard
        try await surfer.open("/wisbech/give\(ward ? "?from=\(town.bo.wallet.id)" : "")")
        let number = ward ? town.ada.number : town.bo.number
        let fields = [("to", "member"), ("number", number), ("minutes-minutes", "20")]
        try await surfer.submit(to: "/wisbech/give/check", fields)
        return ("/wisbech/give", [])
    }

    private func entry(
        _ surfer: Surfer,
        in town: Town
    ) async throws -> (action: String, fields: [(String, String)]) {
        let action = "/wisbech/organisations/\(town.school.id)/enter"
        try await surfer.open(action)
        return (
            action,
            [
                ("opportunity", "\(town.opportunity.id)"), ("date", "2026-11-20"),
                ("minutes-hours", "1"), ("members", "\(town.ada.id)"),
                ("numbers", town.bo.number),
            ]
        )
    }

    private func ticket(
        _ surfer: Surfer,
        in town: Town
    ) async throws -> (action: String, fields: [(String, String)]) {
        let action = "/wisbech/till/\(town.cinema.id)"
        try await surfer.open(action)
        let party = [("adults", "1"), ("children", "0")]
        // A code, since a till that typed many wrong numbers has to wait before it types one more.
        let card = town.ada.card ?? town.ada.number
        try await surfer.submit(to: action, party + [("card", card)])
        return (action, party + [("act", "accept")])
    }
}
