package import Ledger
package import Store

/// What an operation or a query is about: whose it is decides who may.
package enum Subject: Sendable {
    case installation
    case network
    /// Something of a network that is somebody's: a member, an offer, an account.
    case owned(any Owned)
}

/// Something that is somebody's, by what it is called; its entity says whose.
package protocol Owned: Hashable, Sendable {
    /// Whether doing something here can be doing it for the member whose it is.
    var isSomebodys: Bool { get }
    /// Whose it is; nil when the network of the view has none such.
    func scene(at view: View) throws -> Scene?
}

extension Owned {
    /// Most things are done for nobody but oneself.
    package var isSomebodys: Bool { false }
}

/// What is known by an id and is somebody's.
package protocol OwnedEntity {
    /// Whose the one with this id is; nil when the network has none such.
    static func scene(
        of id: ID<Self>,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> Scene?
}

extension ID: Owned where Of: OwnedEntity {
    package func scene(at view: View) throws -> Scene? {
        try Of.scene(of: self, in: view.here.id, view.tx)
    }
}

/// Whose something is.
package struct Scene: Sendable, Hashable {
    /// The organisation whose it is, if it is one's.
    package let organisation: Organisation.ID?
    /// The member whose it is, if it is one's.
    package let member: Member.ID?
    /// Who signs in as that member.
    package let person: Person.ID?
    /// Whether every member of the network may know of it.
    package let isPublic: Bool

    /// A scene; nobody's and hidden where nothing else is said.
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

    /// What is the whole network's, as every member may know.
    package static let open = Scene(isPublic: true)
    /// What is nobody's own, and not for everybody.
    package static let hidden = Scene()
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

    /// Whether doing something here can be doing it for somebody.
    var isSomebodys: Bool { if case .owned(let owned) = self { owned.isSomebodys } else { false } }

    /// Finds the subject; nil when the network of the view has none such, or there is no network.
    func scene(at view: View) throws -> Scene? {
        switch self {
        case .installation: .open
        case .network: view.network == nil ? nil : .open
        case .owned(let owned): view.network == nil ? nil : try owned.scene(at: view)
        }
    }
}
