internal import Ledger

/// Who comes for an offer.
package struct Party: Hashable, Sendable {
    package let adults: Int
    package let children: Int

    /// So many adults and children.
    package init(adults: Int, children: Int) {
        self.adults = adults
        self.children = children
    }
}

/// Whether somebody's credits are enough for what was chosen.
package enum Fit: Hashable, Sendable {
    case enough
    /// They are not, and who of those that were to come could come; none where nobody could.
    case tooLittle(Party?)

    /// Of how many people it is said who of them could come.
    ///
    /// For many, the answer would come close to saying what somebody has.
    package static let most = 10
}

extension Offer {
    /// Whether so many minutes are enough for a party.
    ///
    /// - Throws: what ``price(adults:children:)`` throws.
    func fit(of party: Party, within minutes: Minutes) throws -> Fit {
        let price = try price(adults: party.adults, children: party.children)
        return price <= minutes ? .enough : .tooLittle(part(of: party, within: minutes))
    }

    /// Who of a party could come: as many adults as may be, and then children.
    private func part(of party: Party, within minutes: Minutes) -> Party? {
        guard party.adults + party.children <= Fit.most else { return nil }
        let there = max(minutes.count, 0)
        let adults = Self.most(party.adults, at: adult.count, within: there)
        let rest = there - Int64(adults) * adult.count
        let children = child.map { Self.most(party.children, at: $0.count, within: rest) } ?? 0
        let costs = Int64(adults) * adult.count + Int64(children) * (child?.count ?? 0)
        return costs > 0 ? Party(adults: adults, children: children) : nil
    }

    private static func most(_ wanted: Int, at price: Int64, within minutes: Int64) -> Int {
        price > 0 ? min(wanted, Int(minutes / price)) : wanted
    }
}
