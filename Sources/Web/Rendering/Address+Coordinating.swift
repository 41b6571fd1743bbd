/// The addresses of coordinators and funders, and the lists that members read too.
extension Address {
    /// Where coordinators begin.
    package static func coordinate(_ network: String = ":network") -> String {
        "/\(network)/coordinate"
    }

    /// What each organisation has left to give.
    package static func allocations(_ network: String = ":network") -> String {
        "/\(network)/allocations"
    }

    /// The form for a grant to an organisation.
    package static func grant(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/grant"
    }

    /// Every transfer, newest first, or those that a search finds.
    package static func transfers(
        _ network: String = ":network",
        search: String = "",
        after: String? = nil
    ) -> String {
        "/\(network)/transfers" + query(["q": search, "after": after])
    }

    /// One transfer, and the form that reverses it.
    package static func transfer(
        _ network: String = ":network",
        _ transfer: String = ":transfer"
    ) -> String {
        "/\(network)/transfers/\(transfer)"
    }

    /// Where that form is sent.
    package static func reversal(
        _ network: String = ":network",
        _ transfer: String = ":transfer"
    ) -> String {
        "/\(network)/transfers/\(transfer)/reversal"
    }

    /// The members, or those that a search finds.
    package static func people(
        _ network: String = ":network",
        search: String = "",
        after: String? = nil
    ) -> String {
        "/\(network)/people" + query(["q": search, "after": after])
    }

    /// The form for a new member.
    package static func addMember(_ network: String = ":network") -> String {
        "/\(network)/people/add"
    }

    /// One member.
    package static func member(
        _ network: String = ":network",
        _ member: String = ":member"
    ) -> String {
        "/\(network)/people/\(member)"
    }

    /// Where a code to hand over is asked for; the answer shows it once.
    package static func code(
        _ network: String = ":network",
        _ member: String = ":member"
    ) -> String {
        "/\(network)/people/\(member)/code"
    }

    /// Whom to ask for help, as a coordinator writes it.
    package static func contact(_ network: String = ":network") -> String {
        "/\(network)/contact"
    }

    /// Where a relative of a member is noted, and taken back.
    package static func relatives(
        _ network: String = ":network",
        _ member: String = ":member"
    ) -> String {
        "/\(network)/people/\(member)/relatives"
    }

    /// The rules of the network.
    package static func rules(_ network: String = ":network") -> String { "/\(network)/rules" }

    /// An organisation's name, and whether it takes part.
    package static func changeOrganisation(
        _ network: String = ":network",
        _ organisation: String = ":organisation"
    ) -> String {
        "/\(network)/organisations/\(organisation)/change"
    }

    /// The organisations of the network.
    package static func organisations(_ network: String = ":network") -> String {
        "/\(network)/organisations"
    }

    /// The form for a new organisation.
    package static func addOrganisation(_ network: String = ":network") -> String {
        "/\(network)/organisations/add"
    }

    /// What there is to enjoy.
    package static func offers(_ network: String = ":network") -> String { "/\(network)/offers" }

    /// The form for a new offer.
    package static func addOffer(_ network: String = ":network") -> String {
        "/\(network)/offers/add"
    }

    /// What there is to do.
    package static func opportunities(_ network: String = ":network") -> String {
        "/\(network)/opportunities"
    }

    /// The form for a new opportunity.
    package static func addOpportunity(_ network: String = ":network") -> String {
        "/\(network)/opportunities/add"
    }

    /// What funders see: totals, and nobody's name.
    package static func totals(_ network: String = ":network") -> String { "/\(network)/totals" }
}
