package import Timebank

/// The first steps of a new network as a list that ticks itself.
package struct StepsView: Hashable, Sendable {
    let heading: String
    let lead: String
    let list: [StepLine]

    /// Nil once the network is under way.
    package init?(_ steps: FirstSteps, in network: Slug, _ words: Localizer) {
        guard !steps.isUnderWay else { return nil }
        let all = FirstSteps.Step.allCases
        heading = words(NetworksText.stepsTitle)
        lead = words(
            NetworksText.stepsLead,
            ["done": .number(Int64(steps.done.count)), "all": .number(Int64(all.count))]
        )
        list = all.map { step in
            let isDone = steps.done.contains(step)
            return StepLine(
                what: words(step.text),
                hint: isDone ? nil : words(step.hint),
                way: step.address(in: network).text,
                ticked: isDone ? words(NetworksText.stepsDone) : nil
            )
        }
    }
}

/// One step: what it is, and where it is done.
struct StepLine: Hashable, Sendable {
    let what: String
    let hint: String?
    let way: String
    /// The word that says that it is done; nil where it is not.
    let ticked: String?
}

extension FirstSteps.Step {
    fileprivate var text: NetworksText {
        switch self {
        case .contact: .stepContact
        case .organisation: .stepOrganisation
        case .opportunity: .stepOpportunity
        case .offer: .stepOffer
        case .staff: .stepStaff
        case .member: .stepMember
        case .hours: .stepHours
        case .redemption: .stepRedemption
        }
    }

    fileprivate var hint: NetworksText {
        switch self {
        case .contact: .stepContactHint
        case .organisation: .stepOrganisationHint
        case .opportunity: .stepOpportunityHint
        case .offer: .stepOfferHint
        case .staff: .stepStaffHint
        case .member: .stepMemberHint
        case .hours: .stepHoursHint
        case .redemption: .stepRedemptionHint
        }
    }

    /// The page where it is done.
    fileprivate func address(in network: Slug) -> Href {
        switch self {
        case .contact: Address.contact(network)
        case .organisation: Address.addOrganisation(network)
        case .opportunity: Address.addOpportunity(network)
        case .offer: Address.addOffer(network)
        case .staff, .hours, .redemption: Address.organisations(network)
        case .member: Address.addMember(network)
        }
    }
}
