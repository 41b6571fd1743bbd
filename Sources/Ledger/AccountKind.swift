/// What an account is for, which decides how low it may go and how its balance is kept.
public enum AccountKind: Int64, CaseIterable, Hashable, Codable, Sendable {
    /// Where a network's credits come from; as far below zero as credits are outstanding.
    case issuance = 0
    /// What a member has.
    case wallet = 1
    /// What an organisation may still issue for hours given to it.
    case allocation = 2
    /// What a spend partner has accepted.
    case takings = 3
    /// What is shared by everybody in the network.
    case pot = 4
    /// What stands between this network and another one.
    case mirror = 5
    /// What the network bears when paper was honoured twice.
    case loss = 6
    /// What is out on paper.
    case notes = 7

    /// Whether the account has a row that each transfer updates, and so a floor and a chain.
    ///
    /// The others are never hot: nothing is updated when a cinema takes a credit. Their balance is
    /// a roll-up plus what came after it.
    public var isCounted: Bool {
        switch self {
        case .wallet, .allocation, .pot, .mirror, .loss: true
        case .issuance, .takings, .notes: false
        }
    }

    /// The word used in files, the API and commands.
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
