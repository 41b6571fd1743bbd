/// Why minutes were transferred.
///
/// The raw values are stored, so they never change.
public enum TransferKind: Int64, CaseIterable, Hashable, Codable, Sendable {
    /// Credits for an organisation to pay for hours: issuance to allocation.
    case issue = 1
    /// Payment for confirmed hours: allocation (or issuance) to wallet.
    case earn = 2
    /// Payment at a till: wallet (or notes) to takings.
    case redeem = 3
    /// Payment for help in a mutual network: wallet to wallet.
    case exchange = 4
    /// A member's gift: wallet to wallet.
    case gift = 5
    /// A member's donation: wallet to pot.
    case donate = 6
    /// A coordinator's grant: pot to wallet, allocation or takings.
    case grant = 7
    /// What a division leaves over: wallet or allocation to pot.
    case remainder = 8
    /// A member takes paper notes: wallet to notes.
    case withdraw = 9
    /// A member returns paper notes: notes to wallet.
    case deposit = 10
    /// An organisation takes paper notes: allocation to notes.
    case print = 11
    /// An organisation returns paper notes: notes to allocation.
    case void = 12
    /// Exchange with another network: wallet to mirror, or back.
    case convert = 13
    /// A paper note redeemed twice, borne by the network: loss to takings.
    case loss = 14
    /// Accepted credits are taken out of circulation: takings to issuance.
    case retire = 15
    /// Accepted credits are used to pay for hours again: takings to allocation.
    case recycle = 16
    /// A member's credits expire: wallet to issuance.
    case expire = 17
    /// A balance at the start of the books: issuance to any account, or a wallet's debt to
    /// issuance.
    case opening = 18
    /// Reverses another transfer, in the other direction.
    case reversal = 19

    /// The word for it in files, the API and commands.
    public var name: String {
        switch self {
        case .issue: "issue"
        case .earn: "earn"
        case .redeem: "redeem"
        case .exchange: "exchange"
        case .gift: "gift"
        case .donate: "donate"
        case .grant: "grant"
        case .remainder: "remainder"
        case .withdraw: "withdraw"
        case .deposit: "deposit"
        case .print: "print"
        case .void: "void"
        case .convert: "convert"
        case .loss: "loss"
        case .retire: "retire"
        case .recycle: "recycle"
        case .expire: "expire"
        case .opening: "opening"
        case .reversal: "reversal"
        }
    }

    /// The kind with this word; nil where there is none.
    public init?(name: some StringProtocol) {
        guard let kind = Self.named[String(name)] else { return nil }
        self = kind
    }

    private static let named = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name, $0) }
    )
}

extension TransferKind {
    /// Whether a transfer of this kind can go from one kind of account to another.
    ///
    /// A reversal can go wherever a transfer of another kind could have come from.
    public func leads(from: AccountKind, to: AccountKind) -> Bool {
        switch self {
        case .issue: from == .issuance && to == .allocation
        case .earn: (from == .allocation || from == .issuance) && to == .wallet
        case .redeem: (from == .wallet || from == .notes) && to == .takings
        case .exchange, .gift: from == .wallet && to == .wallet
        case .donate: from == .wallet && to == .pot
        case .grant: from == .pot && (to == .wallet || to == .allocation || to == .takings)
        case .remainder: (from == .wallet || from == .allocation) && to == .pot
        case .withdraw: from == .wallet && to == .notes
        case .deposit: from == .notes && to == .wallet
        case .print: from == .allocation && to == .notes
        case .void: from == .notes && to == .allocation
        case .convert: (from == .wallet && to == .mirror) || (from == .mirror && to == .wallet)
        case .loss: from == .loss && to == .takings
        case .retire: from == .takings && to == .issuance
        case .recycle: from == .takings && to == .allocation
        case .expire: from == .wallet && to == .issuance
        case .opening: from == .issuance || (from == .wallet && to == .issuance)
        case .reversal: Self.forward.contains { $0.leads(from: to, to: from) }
        }
    }

    /// Whether it can go below the payer's floor: only the opening balance of a wallet that is
    /// imported with a debt.
    public func mayBreakFloor(from: AccountKind) -> Bool { self == .opening && from == .wallet }

    private static let forward = allCases.filter { $0 != .reversal }
}
