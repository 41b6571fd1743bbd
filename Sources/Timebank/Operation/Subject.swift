package import Ledger
package import Store

/// The object that an operation or a query acts on; its owner decides who has access.
package enum Subject: Sendable {
    case installation
    case network
    /// An object of a network with an owner: a member, an offer, an account.
    case owned(any Owned)
}

/// A reference to an object that has an owner.
package protocol Owned: Hashable, Sendable {
    /// Whether a guardian or coordinator who acts on it acts on behalf of its member.
    var isActedOnForMember: Bool { get }
    /// Reads its owner; nil when it is not in the view's network.
    func subjectOwner(at view: View) throws -> SubjectOwner?
}

extension Owned {
    /// False by default: most objects are not acted on for a member.
    package var isActedOnForMember: Bool { false }
}

/// An entity that is referred to by its id and has an owner.
package protocol OwnedEntity {
    /// Reads the owner of the entity with this id; nil when it is not in the network.
    static func subjectOwner(
        of id: ID<Self>,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner?
}

extension ID: Owned where Of: OwnedEntity {
    package func subjectOwner(at view: View) throws -> SubjectOwner? {
        try Of.subjectOwner(of: self, in: view.here.id, view.tx)
    }
}

/// The owner of an object, and whether all members may know that it exists.
package struct SubjectOwner: Sendable, Hashable {
    /// The organisation that it belongs to, if any.
    package let organisation: Organisation.ID?
    /// The member that it belongs to, if any.
    package let member: Member.ID?
    /// The person of that member.
    package let person: Person.ID?
    /// Whether every member of the network may know that it exists.
    package let isPublic: Bool

    /// An owner; by default nobody, and hidden.
    package init(
        organisation: Organisation.ID? = nil,
        member: Member.ID? = nil,
        person: Person.ID? = nil,
        isPublic: Bool = false
    ) {
        self.organisation = organisation
        self.member = member
        self.person = person
        self.isPublic = isPublic
    }

    /// The owner of what belongs to the whole network and every member may know of.
    package static let open = SubjectOwner(isPublic: true)
    /// The owner of what belongs to nobody and is hidden.
    package static let hidden = SubjectOwner()
}

extension Subject: Hashable {
    package static func == (one: Subject, other: Subject) -> Bool {
        one.key == other.key
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private var key: AnyHashable {
        switch self {
        case .installation: 0
        case .network: 1
        case .owned(let owned): AnyHashable(owned)
        }
    }
}

extension Subject {
    /// Whether it is the whole installation.
    var isInstallation: Bool { if case .installation = self { true } else { false } }

    /// Whether a guardian or coordinator who acts on it acts on behalf of its member.
    var isActedOnForMember: Bool {
        if case .owned(let owned) = self { owned.isActedOnForMember } else { false }
    }

    /// Reads the owner; nil when the object is not in the view's network, or the view has no
    /// network.
    func subjectOwner(at view: View) throws -> SubjectOwner? {
        switch self {
        case .installation: .open
        case .network: view.network == nil ? nil : .open
        case .owned(let owned): view.network == nil ? nil : try owned.subjectOwner(at: view)
        }
    }
}
