internal import Ledger

/// The people who come for an offer.
package struct Party: Hashable, Sendable {
    package let adults: Int
    package let children: Int

    /// Creates a party of so many adults and children.
    package init(adults: Int, children: Int) {
        self.adults = adults
        self.children = children
    }
}

/// Whether a member's credits are enough for an offer and a party.
package enum Fit: Hashable, Sendable {
    case enough
    /// The credits are not enough; the value is the part of the party that could come.
    ///
    /// Nil if nobody could, or if the party has more than ``most`` people.
    case tooLittle(Party?)

    /// The largest party for which a smaller one is suggested, in people.
    ///
    /// For a larger one, the suggestion would almost reveal the balance.
    package static let most = 10
}

extension Offer {
    /// Whether so many minutes are enough for a party.
    ///
    /// - Throws: The errors of ``price(adults:children:)``.
    func fit(of party: Party, within minutes: Minutes) throws -> Fit {
        let price = try price(adults: party.adults, children: party.children)
        return price <= minutes ? .enough : .tooLittle(part(of: party, within: minutes))
    }

    /// The part of a party that could come, with as many adults as possible and then children.
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
