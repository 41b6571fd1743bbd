package import Ledger
internal import Store

/// The name of an account in requests and files: an id, `own`, `member:NUMBER`, `pot` and so on.
package enum AccountName: Hashable, Sendable, CodedAsText {
    case id(Account.ID)
    /// The actor's own wallet; no account where the actor is not a member of the network.
    case own
    case member(MemberNumber)
    case allocation(Slug)
    case takings(Slug)
    case pot
    case issuance
    case notes
    case loss

    package init?(_ text: String) {
        let description = text.asCode
        switch description {
        case "own": self = .own
        case "pot": self = .pot
        case "issuance": self = .issuance
        case "notes": self = .notes
        case "loss": self = .loss
        default:
            let isNamed = description.utf8.contains(UInt8(ascii: ":"))
            guard let found = isNamed ? Self.named(description) : Self.numbered(description)
            else { return nil }
            self = found
        }
    }

    package var description: String {
        switch self {
        case .id(let id): id.description
        case .own: "own"
        case .member(let number): "member:\(number)"
        case .allocation(let slug): "allocation:\(slug)"
        case .takings(let slug): "takings:\(slug)"
        case .pot: "pot"
        case .issuance: "issuance"
        case .notes: "notes"
        case .loss: "loss"
        }
    }

    private static func named(_ text: String) -> AccountName? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let name = String(parts[1])
        switch parts[0] {
        case "member": return MemberNumber(name).map { .member($0) }
        case "allocation": return Slug(name).map { .allocation($0) }
        case "takings": return Slug(name).map { .takings($0) }
        default: return nil
        }
    }

    private static func numbered(_ text: String) -> AccountName? {
        Account.ID(text).map { .id($0) }
    }
}

/// An account that was found, with its holder.
package struct FoundAccount: Hashable, Sendable {
    package let account: Account
    /// The id of the member, organisation or network that holds the account.
    package let holder: Int64

    /// What the account is for.
    package var kind: AccountKind { account.kind }
}

extension View {
    /// Returns the network's account of this name; nil where there is none.
    ///
    /// `own` is nil where the actor has no wallet in the network.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where the view has no network.
    package func account(_ name: AccountName) throws -> FoundAccount? {
        guard name == .own else { return try tx.account(name, in: here.id) }
        return try ownMember().map {
            FoundAccount(account: Account($0.wallet, .wallet), holder: $0.member.raw)
        }
    }

    /// Returns the actor as a member of the network, with their wallet; nil for a non-member.
    fileprivate func ownMember() throws -> (member: Member.ID, wallet: Account.ID)? {
        guard let person = actor.person else { return nil }
        return try tx.first(
            "SELECT id, wallet FROM member WHERE network = $1 AND person = $2",
            here.id,
            person
        ) { ($0.id(0), $0.id(1)) }
    }
}

extension Transaction {
    /// Returns the network's account of this name; nil where there is none.
    ///
    /// - name: Any name but ``AccountName/own``, which depends on the actor and needs a ``View``.
    fileprivate func account(_ name: AccountName, in network: Network.ID) throws -> FoundAccount? {
        switch name {
        case .own: return nil
        case .id(let id): return try account(id, in: network)
        case .member(let number):
            if let found = try wallet(folded: number.folded, in: network) { return found }
            let (folded, issued) = (number.folded, number.issuedForm)
            return folded == issued ? nil : try wallet(folded: issued, in: network)
        case .allocation(let slug):
            return try first(
                "SELECT allocation, id FROM organisation WHERE network = $1 AND slug = $2",
                network,
                slug
            ) { FoundAccount(account: Account($0.id(0), .allocation), holder: $0.integer(1)) }
        case .takings(let slug):
            return try first(
                "SELECT takings, id FROM organisation WHERE network = $1 AND slug = $2",
                network,
                slug
            ) { FoundAccount(account: Account($0.id(0), .takings), holder: $0.integer(1)) }
        case .pot, .issuance, .notes, .loss:
            return try shared(name, in: network)
        }
    }

    private func wallet(folded number: String, in network: Network.ID) throws -> FoundAccount? {
        try first(
            "SELECT wallet, id FROM member WHERE network = $1 AND folded_number = $2",
            network,
            number
        ) { FoundAccount(account: Account($0.id(0), .wallet), holder: $0.integer(1)) }
    }

    /// Returns the network's account with this id, counted or not; nil where there is none.
    func account(_ id: Account.ID, in network: Network.ID) throws -> FoundAccount? {
        let counted = try first(
            "SELECT kind, holder FROM account WHERE id = $1 AND network = $2",
            id,
            network
        ) { FoundAccount(account: Account(id, try $0.number(0)), holder: $0.integer(1)) }
        if let counted { return counted }
        return try first(
            "SELECT kind, holder FROM rollup WHERE account = $1 AND network = $2",
            id,
            network
        ) { FoundAccount(account: Account(id, try $0.number(0)), holder: $0.integer(1)) }
    }

    private func shared(_ name: AccountName, in network: Network.ID) throws -> FoundAccount? {
        let ids = try first(
            "SELECT pot, issuance, notes, loss FROM network WHERE id = $1",
            network
        ) { row in (0..<4).map { Account.ID(raw: row.integer($0)) } }
        guard let ids else { return nil }
        let account =
            switch name {
            case .issuance: Account(ids[1], .issuance)
            case .notes: Account(ids[2], .notes)
            case .loss: Account(ids[3], .loss)
            default: Account(ids[0], .pot)
            }
        return FoundAccount(account: account, holder: network.raw)
    }
}

extension AccountName: Owned {
    package var isActedOnForMember: Bool { true }

    package func subjectOwner(at view: View) throws -> SubjectOwner? {
        let (tx, network) = (view.tx, try view.here.id)
        switch self {
        case .own:
            return try view.ownMember().map {
                SubjectOwner(member: $0.member, person: view.actor.person)
            }
        case .id(let id):
            if let subjectOwner = try tx.subjectOwner(wallet: id, in: network) {
                return subjectOwner
            }
        default: break
        }
        guard let account = try view.account(self) else { return nil }
        switch account.kind {
        case .wallet: return try tx.subjectOwner(wallet: account.account.id, in: network) ?? .hidden
        case .allocation, .takings:
            return SubjectOwner(organisation: Organisation.ID(raw: account.holder))
        case .pot: return .open
        case .issuance, .notes, .loss, .mirror: return .hidden
        }
    }
}

extension Transaction {
    /// Returns the owner of a member's wallet, for the access check; nil for any other account.
    fileprivate func subjectOwner(
        wallet id: Account.ID,
        in network: Network.ID
    ) throws -> SubjectOwner? {
        try first(
            """
            SELECT m.id, m.person FROM account a JOIN member m ON m.id = a.holder
            WHERE a.id = $1 AND a.network = $2 AND a.kind = 1
            """,
            id,
            network
        ) { SubjectOwner(member: $0.id(0), person: $0.idIfAny(1)) }
    }
}
