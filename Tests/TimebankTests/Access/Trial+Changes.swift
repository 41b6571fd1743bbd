import Ledger
import Store
import Support

@testable import Timebank

extension Trial {
    /// Everything that changes something.
    static var changes: [Trial] {
        networks + people + organisations + hours + minutes + signIns
            + books
    }

    private static var networks: [Trial] {
        [
            .change("makes a network") { _ in CreateNetwork(slug: "newtown", title: "Newtown") },
            .change("makes a network and its first coordinator") { _ in
                FoundNetwork(
                    network: CreateNetwork(slug: "newtown", title: "Newtown"),
                    coordinator: "Jo Marsh"
                )
            },
            .change("changes the rules of the currency") {
                ChangePolicy(policy: $0.town.network.policy)
            },
            .change("says whom to ask for help") { _ in SetContact(words: "Ask at the hall.") },
            .change("shows visitors what there is, or hides it") { _ in
                SetVisibility(isPublic: true)
            },
            .change("makes a member coordinator") { Appoint(member: $0.ada, office: .coordinator) },
            .change("takes a funder's office away") { Dismiss(person: $0.funder, office: .funder) },
            .change("makes a demo network") { hamlet in
                MakeDemo(members: 10, months: 1, until: hamlet.day, cost: .cheap)
            },
            .change("imports a file") { hamlet in
                ImportRows(
                    try ImportPlan(
                        .members,
                        .commonhour,
                        isDryRun: false,
                        credit: Minutes(60),
                        progress: .unwatched,
                        from: { CSVReader.source(of: Array("number,name\nX1,Xenia\n".utf8)) }
                    ),
                    file: "members.csv"
                )
            },
        ]
    }

    private static var people: [Trial] {
        [
            .change("adds a member") {
                AddMember(name: "Eve Reed", organisation: $0.hall.id)
            },
            .change("changes how a member is reached") { EditMember(member: $0.bo, phone: "1") },
            .change("gives a member a new card") { NewCard(member: $0.bo) },
            .change("erases a member") { EraseMember(member: $0.bo) },
            .change("lets somebody act for a member") {
                AddGuardian(ward: $0.bo, guardian: $0.ada)
            },
            .change("ends that somebody acts for a member") {
                RemoveGuardian(ward: $0.bo, guardian: $0.guardian)
            },
            .change("notes that two members are relatives") {
                DeclareRelatives(member: $0.bo, other: $0.ada)
            },
            .change("takes back that two members are relatives") { hamlet in
                UndoRelatives(member: hamlet.bo, other: .id(hamlet.cy.id))
            },
        ]
    }

    private static var organisations: [Trial] {
        [
            .change("adds an organisation") { _ in
                AddOrganisation(title: "Pool", slug: "pool", earns: false, spends: .corporate)
            },
            .change("renames an organisation, closes it or opens it again") {
                EditOrganisation(organisation: $0.hall.id, title: "Old hall", isOpen: false)
            },
            .change("lets an organisation issue more") {
                GrantAllocation(organisation: $0.hall.id, minutes: Minutes(60))
            },
            .change("gives a member a role as till") {
                AppointStaff(organisation: $0.hall.id, member: $0.ada, role: .till)
            },
            .change("takes another's role as till away") {
                DismissStaff(organisation: $0.hall.id, person: $0.deputy.person)
            },
            .change("puts up something to do") {
                AddOpportunity(organisation: $0.hall.id, title: "Washing up")
            },
            .change("changes something to do") {
                EditOpportunity(
                    opportunity: $0.work.id,
                    title: "Drying up",
                    details: "",
                    place: "",
                    minutes: Minutes(60)
                )
            },
            .change("changes something to enjoy") {
                EditOffer(
                    offer: $0.offer.id,
                    title: "Dinner",
                    details: "",
                    adult: Minutes(45),
                    child: nil
                )
            },
            .change("takes something to do off the list") {
                OpenListed($0.work.id, isOpen: false)
            },
            .change("takes something to enjoy off the list") {
                OpenListed($0.offer.id, isOpen: false)
            },
            .change("puts up something to enjoy") {
                AddOffer(organisation: $0.hall.id, title: "Supper", adult: Minutes(60))
            },
        ]
    }

    private static var hours: [Trial] {
        [
            .change("claims hours for a member") { hamlet in
                ClaimHours(
                    opportunity: hamlet.work.id,
                    member: hamlet.bo,
                    day: hamlet.day,
                    minutes: Minutes(60)
                )
            },
            .change("enters hours for members and confirms them") { hamlet in
                EnterHours(
                    opportunity: hamlet.work.id,
                    members: [.id(hamlet.cy.id)],
                    day: hamlet.day,
                    minutes: Minutes(60),
                    confirm: true
                )
            },
            .change("confirms hours") { ConfirmHours(hours: $0.hours.id) },
            .change("confirms many hours at once") {
                ConfirmMany(organisation: $0.hall.id, hours: [$0.hours.id])
            },
            .change("refuses hours") { RefuseHours(hours: $0.hours.id, reason: "Not that day") },
        ]
    }

    private static var minutes: [Trial] {
        [
            .change("looks up whose card this is, at a till") {
                LookUpCard(organisation: $0.hall.id, card: $0.town.bo.number)
            },
            .change("accepts credits at a till") {
                Redeem(offer: $0.offer.id, card: $0.town.bo.number, adults: 1, children: 0)
            },
            .change("takes back what this till accepted") {
                UndoRedemption(redemption: $0.redemption.id)
            },
            .change("shows a member what is left, at the till that took their credits") {
                ShowWhatIsLeft(redemption: $0.redemption.id)
            },
            .change("gives from a member's wallet") {
                Give(from: $0.wallet, to: .id($0.town.ada.wallet.id), minutes: Minutes(10))
            },
            .change("grants from the pot") {
                GrantFromPot(to: .id($0.town.ada.wallet.id), minutes: Minutes(10))
            },
            .change("reverses a transfer") { Reverse(transfer: $0.gift.id, reason: "A mistake") },
        ]
    }

    private static var signIns: [Trial] {
        [
            .change("hands a member a code to choose a password with") {
                HandOverCode(member: $0.bo)
            },
            .change("chooses a password with a code") {
                UseCode(code: $0.code, login: nil, password: "another hash")
            },
            .change("joins with a code as the member whom it is for") {
                JoinWithCode(code: $0.code)
            },
            .change("says that one has seen what one was told") { _ in
                SeeNotices(last: Notice.ID(raw: 1))
            },
            .change("makes an operator") { _ in
                MakeOperator(login: "sam@example.org", title: "Sam Reed")
            },
            .change("signs in, after the password was compared") { _ in
                IssueToken(digest: [1], purpose: .page, seen: Hamlet.password, fresh: nil)
            },
            .change("gives many members a token, to measure with") { _ in IssueTokens(count: 1) },
            .change("ends a sign-in of one's own") { _ in RevokeToken(digest: [1]) },
            .change("changes one's own password, after the old one was compared") { _ in
                ChangePassword(seen: Hamlet.password, fresh: "another hash", keeps: [])
            },
        ]
    }

    private static var books: [Trial] {
        [
            .change("records seals") { _ in SealBooks(seals: []) },
            .change("marks what is not marked yet") { _ in MarkRows(marks: [], turn: 1) },
            .change("adds up what large accounts took in") { _ in RollUp(steps: []) },
            .change("lets go what was held too long") { _ in ReleaseHolds(accounts: []) },
            .change("forgets the keys of old requests") { _ in ForgetRequests(requests: []) },
        ]
    }
}
