/// The kind of an account, which decides its floor and how its balance is kept.
public enum AccountKind: Int64, CaseIterable, Hashable, Codable, Sendable {
    /// The source of a network's credits; its balance is minus the credits outstanding.
    case issuance = 0
    /// A member's account.
    case wallet = 1
    /// What an organisation may still issue for hours given to it.
    case allocation = 2
    /// What an organisation has accepted from members.
    case takings = 3
    /// The account that the whole network shares.
    case pot = 4
    /// The account for exchange with another network.
    case mirror = 5
    /// What the network bears where a paper note was redeemed twice.
    case loss = 6
    /// Credits that were issued as paper notes.
    case notes = 7

    /// Whether the account has a row that each transfer updates, and with it a floor and a chain of
    /// transfers.
    ///
    /// The other accounts take part in too many transfers for that: their balance is a roll-up plus
    /// the transfers after it.
    public var isCounted: Bool {
        switch self {
        case .wallet, .allocation, .pot, .mirror, .loss: true
        case .issuance, .takings, .notes: false
        }
    }

    /// The word for it in files, the API and commands.
    public var name: String {
        switch self {
        case .issuance: "issuance"
        case .wallet: "wallet"
        case .allocation: "allocation"
        case .takings: "takings"
        case .pot: "pot"
        case .mirror: "mirror"
        case .loss: "loss"
        case .notes: "notes"
        }
    }
}
