internal import Ledger

/// The name of an account in a row of an imported file.
enum RowAccount: Hashable, Sendable {
    case shared(AccountName, AccountKind)
    case member(MemberNumber)
    case wallet(Account.ID)
    case allocation(Slug)
    case takings(Slug)
    case mirror(Slug)

    /// Parses a name such as `member:0042-S`; nil where it is malformed.
    init?(_ text: String) {
        switch text {
        case "pot": self = .shared(.pot, .pot)
        case "issuance": self = .shared(.issuance, .issuance)
        case "notes": self = .shared(.notes, .notes)
        case "loss": self = .shared(.loss, .loss)
        default:
            guard let named = Self.named(text) else { return nil }
            self = named
        }
    }

    var kind: AccountKind {
        switch self {
        case .shared(_, let kind): kind
        case .member, .wallet: .wallet
        case .allocation: .allocation
        case .takings: .takings
        case .mirror: .mirror
        }
    }

    /// The name as a key for look-ups, in which the case of a membership number is folded.
    var folded: String {
        switch self {
        case .shared(let name, _): name.description
        case .member(let number): "member:\(number.folded)"
        case .wallet(let id): "wallet:\(id)"
        case .allocation(let slug): "allocation:\(slug)"
        case .takings(let slug): "takings:\(slug)"
        case .mirror(let slug): "mirror:\(slug)"
        }
    }

    private static func named(_ text: String) -> RowAccount? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let name = String(parts[1])
        switch parts[0] {
        case "member": return MemberNumber(name).map { .member($0) }
        case "wallet": return Account.ID(name).map { .wallet($0) }
        case "allocation": return Slug(name).map { .allocation($0) }
        case "takings": return Slug(name).map { .takings($0) }
        case "mirror": return Slug(name).map { .mirror($0) }
        default: return nil
        }
    }
}

/// The accounts that a file names, each once, in the order of their first appearance.
struct AccountNames: Sendable {
    /// A named account, and the time of the first row that names it, in microseconds since 1970.
    struct Entry: Sendable {
        let account: RowAccount
        let kind: AccountKind
        let firstAt: Int64
    }

    private(set) var entries: [Entry] = []
    private var positions: [String: UInt32] = [:]

    /// Returns the position of the account with this name, added if it is new; nil for a malformed
    /// name.
    mutating func position(of name: String, at moment: Int64) -> Int? {
        if let position = positions[name] { return Int(position) }
        guard let account = RowAccount(name) else { return nil }
        if let position = positions[account.folded] {
            positions[name] = position
            return Int(position)
        }
        entries.append(Entry(account: account, kind: account.kind, firstAt: moment))
        positions[name] = UInt32(entries.count - 1)
        positions[account.folded] = UInt32(entries.count - 1)
        return entries.count - 1
    }
}
