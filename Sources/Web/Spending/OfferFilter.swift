internal import Ledger
internal import Timebank

/// Which offers a list shows: the filters that are chosen, as its address has them.
package struct OfferFilter: Hashable, Sendable {
    var organisation: Organisation.ID?
    var kind: Organisation.Spends?
    /// Whether only offers count for which the viewer's hours are enough.
    var isEnough = false
    /// Whether only offers count at which children pay less than adults.
    var isForFamilies = false

    /// No filter.
    package init() {}

    /// The list with these filters.
    func address(_ network: Slug) -> Href {
        Address.offers(network).asking([
            "at": organisation?.description,
            "kind": kind?.rawValue,
            "enough": isEnough ? "yes" : nil,
            "families": isForFamilies ? "yes" : nil,
        ])
    }

    /// The offers that pass; `minutes` is what the viewer has, if they are a member.
    func passing(_ offers: [Offer], having minutes: Minutes?) -> [Offer] {
        offers.filter { offer in
            (organisation == nil || offer.organisation == organisation)
                && (kind == nil || offer.spends == kind)
                && (!isEnough || offer.isEnough(minutes))
                && (!isForFamilies || offer.isCheaperForChildren)
        }
    }

    /// The same filters with one changed.
    func with(_ change: (inout OfferFilter) -> Void) -> OfferFilter {
        var filter = self
        change(&filter)
        return filter
    }
}

extension OfferFilter {
    /// Reads the filters of an address; what is not valid is left out.
    init(_ visit: Visit) {
        organisation = Organisation.ID(visit.query("at"))
        kind = Organisation.Spends(rawValue: visit.query("kind"))
        isEnough = visit.query("enough") == "yes"
        isForFamilies = visit.query("families") == "yes"
    }
}

extension Offer {
    /// The price for one person: an adult, or a child where adults pay nothing.
    var least: Minutes { adult > .zero ? adult : child ?? .zero }

    /// Whether so many minutes are enough for one person.
    func isEnough(_ minutes: Minutes?) -> Bool { minutes.map { least <= $0 } ?? false }

    /// Whether children may come and pay less than adults.
    var isCheaperForChildren: Bool { child.map { $0 < adult } ?? false }
}
