internal import Ledger
internal import Timebank

/// What a page of the till says beside what is chosen.
struct TillSaid: Sendable {
    private(set) var refusal: (any Refusal)?
    /// Whose card it is, with whether it is enough; nil if nobody is chosen.
    private(set) var holder: CardHolder?
    /// The redemption that was just accepted.
    var accepted: Redemption.ID?
    /// The redemption that was just undone.
    var undone: Redemption.ID?
    /// What the member of the accepted redemption has left, if they asked to be shown.
    var left: Minutes?
    /// Whether the list of offers is open.
    var opens = false
    /// Whether the number of people is asked about.
    var asks = false

    init(
        refusal: (any Refusal)? = nil,
        accepted: Redemption.ID? = nil,
        undone: Redemption.ID? = nil,
        left: Minutes? = nil,
        opens: Bool = false,
        asks: Bool = false
    ) {
        (self.refusal, self.accepted, self.undone) = (refusal, accepted, undone)
        (self.left, self.opens, self.asks) = (left, opens, asks)
    }

    /// The same, with what a look-up found; an earlier refusal is said before its own.
    func finding(
        _ found: (holder: CardHolder?, refusal: (any Refusal)?)
    ) -> TillSaid {
        var said = self
        said.holder = found.holder
        said.refusal = refusal ?? found.refusal
        return said
    }
}
