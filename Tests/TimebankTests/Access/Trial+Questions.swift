import Ledger
import Store
import Support
import Timebank

extension Trial {
    /// Everything that only asks.
    static var questions: [Trial] {
        networks + people + organisations + hours + minutes
    }

    private static var networks: [Trial] {
        [
            .question("which networks there are") { _ in NetworksQuery() },
            .question("a network's name and rules") { _ in NetworkQuery() },
            .question("whom to ask for help") { _ in ContactQuery() },
            .question("what a new network still lacks") { _ in FirstStepsQuery() },
            .question("the rules in all their versions") { _ in PoliciesQuery() },
            .question("who coordinates and who funds a network") { _ in OfficesQuery() },
            .question("rounded totals, in which nobody can be known") { _ in TotalsQuery() },
            .question("whether a demo's passwords are there") { _ in HasDemoSignIns() },
            .question("all that a network owns, as files") { _ in
                ExportNetwork(to: Files().folder, of: .standard)
            },
        ]
    }

    private static var people: [Trial] {
        [
            .question("who one is oneself") { _ in MeQuery() },
            .question("a member; staff see name and number only") { MemberQuery(member: $0.bo) },
            .question("what one may do to a member") { ReachQuery(member: $0.bo) },
            .question("members by name; staff see names and numbers only") { _ in
                MembersQuery(search: "Bo")
            },
            .question("a member's roles") { RolesQuery(member: $0.bo) },
            .question("who acts for a member") { GuardiansQuery(ward: $0.bo) },
            .question("who is a member's relative") { RelativesQuery(member: $0.bo) },
        ]
    }

    private static var organisations: [Trial] {
        [
            .question("the organisations") { _ in OrganisationsQuery() },
            .question("what an organisation has left, and what waits there") {
                OrganisationQuery(organisation: $0.hall.id)
            },
            .question("what all organisations have left") { _ in AllocationsQuery() },
            .question("who works at an organisation") { StaffQuery(organisation: $0.hall.id) },
            .question("what an organisation has on the list and off it") {
                ShelfQuery(organisation: $0.hall.id)
            },
            .question("what there is to do") { _ in OpportunitiesQuery() },
            .question("what there is to enjoy") { _ in OffersQuery() },
            .question("one thing to do") { ListedItemQuery($0.work.id) },
            .question("one thing to enjoy") { ListedItemQuery($0.offer.id) },
            .question("what an organisation took in and gave out, month by month") {
                OrganisationMonthsQuery(organisation: $0.hall.id)
            },
            .question("an organisation's takings in one month") {
                MonthStatementQuery(organisation: $0.hall.id)
            },
        ]
    }

    private static var hours: [Trial] {
        [
            .question("the hours that wait at an organisation") {
                WaitingHoursQuery(organisation: $0.hall.id)
            },
            .question("who gave hours to an organisation lately") {
                RegularsQuery(organisation: $0.hall.id)
            },
            .question("one claim") { HoursQuery(hours: $0.hours.id) },
            .question("a member's hours that were not paid") { MyHoursQuery(member: $0.bo) },
            .question("the same, with names") { UnpaidHoursQuery(member: $0.bo) },
        ]
    }

    private static var minutes: [Trial] {
        [
            .question("what a member's hours are enough for") { EnoughForQuery(member: $0.bo) },
            .question("what a wallet holds") { AccountQuery(account: $0.wallet) },
            .question("a wallet's statement") { StatementQuery(account: $0.wallet) },
            .question("who acted for a member in what moved") { hamlet in
                ActedOnBehalfQuery(wallet: hamlet.town.bo.wallet.id, transfers: [hamlet.gift.id])
            },
            .question("what a gift would leave") {
                GiftPreviewQuery(
                    from: $0.wallet,
                    to: .id($0.town.ada.wallet.id),
                    minutes: Minutes(10)
                )
            },
            .question("a transfer, as whoever paid it") { TransferQuery(transfer: $0.gift.id) },
            .question("all transfers") { _ in TransfersQuery() },
            .question("what one accepted at a till lately") {
                TillQuery(organisation: $0.hall.id, offer: $0.offer.id)
            },
        ]
    }
}
