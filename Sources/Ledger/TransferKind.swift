/// Why minutes move: the closed list of design section 6.
public enum TransferKind: Int64, CaseIterable, Hashable, Codable, Sendable {
    case issue = 1
    case earn = 2
    case redeem = 3
    case exchange = 4
    case gift = 5
    case donate = 6
    case grant = 7
    case remainder = 8
    case withdraw = 9
    case deposit = 10
    case print = 11
    case void = 12
    case convert = 13
    case loss = 14
    case retire = 15
    case recycle = 16
    case expire = 17
    case opening = 18
    case reversal = 19

    /// The word used in files, the API and commands.
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

    /// The kind with this word.
    public init?(name: some StringProtocol) {
        guard let kind = Self.named[String(name)] else { return nil }
        self = kind
    }

    private static let named = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name, $0) }
    )
}

extension TransferKind {
    /// Whether a transfer of this kind may lead from one kind of account to another.
    ///
    /// A reversal may lead back along any way that another kind allows.
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

    /// Whether the payer's floor gives way: only for a debt that is brought in from elsewhere.
    public func mayBreakFloor(from: AccountKind) -> Bool { self == .opening && from == .wallet }

    private static let forward = allCases.filter { $0 != .reversal }
}
