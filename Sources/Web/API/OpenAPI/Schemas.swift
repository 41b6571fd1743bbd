internal import Timebank

/// What answers are made of, by the name that the description gives it.
enum Schemas {
    static let all: [(name: String, schema: Schema)] = things + lists

    private static let things: [(name: String, schema: Schema)] = [
        ("Token", .object(Timebank.SignedIn.members)),
        ("Me", .object(Me.members)),
        ("Network", .object(Network.members)),
        ("Policy", .object(Policy.members)),
        ("Account", .object(AccountState.members)),
        ("Transfer", .object(ShownTransfer.members)),
        ("StatementLine", .object(StatementLine.members)),
        ("Hours", .object(Hours.members)),
        ("WaitingHours", .object(WaitingHours.members)),
        ("Confirmation", .object(Confirmation.members)),
        ("Confirmations", .object(Confirmations.members)),
        ("Opportunity", .object(Opportunity.members)),
        ("Offer", .object(Offer.members)),
        ("Organisation", .object(OrganisationState.members)),
        ("Redemption", .object(Redemption.members)),
        ("Receipt", .object(Receipt.members)),
        ("CardHolder", .object(CardHolder.members)),
        ("Member", .object(Member.members)),
        ("MemberState", .object(MemberState.members)),
        ("Staff", .object(StaffMember.members)),
        ("OfficeHolder", .object(OfficeHolder.members)),
        ("Guardian", .object(Guardian.members)),
        ("Relative", .object(Relative.members)),
        ("Roles", .object(Roles.members)),
        ("Shelf", .object(Shelf.members)),
        ("Contact", .object(ShownContact.members)),
        ("PolicyVersion", .object(PolicyState.members)),
        ("Card", .object(ShownCard.members)),
        ("Code", .object(HandedCode.members)),
        ("Problem", .object(problem)),
    ]

    private static let lists: [(name: String, schema: Schema)] = [
        ("StatementList", list("StatementLine")), ("HoursList", list("Hours")),
        ("WaitingHoursList", list("WaitingHours")), ("OpportunityList", list("Opportunity")),
        ("OfferList", list("Offer")), ("OrganisationList", list("Organisation")),
        ("MemberList", list("MemberState")), ("StaffList", list("Staff")),
        ("OfficeHolderList", list("OfficeHolder")), ("GuardianList", list("Guardian")),
        ("RelativeList", list("Relative")),
        ("PolicyList", list("PolicyVersion")),
    ]

    private static func list(_ item: String) -> Schema {
        .object([
            Property("items", .list(.named(item), most: nil)),
            Property(
                "next",
                .orNull(.id),
                "What to give as `after` for the next stretch; null at the end."
            ),
        ])
    }

    private static let problem: [Property] = [
        Property(
            "type",
            .text(1...200),
            "An address relative to the server, whose last part is the "
                + "code to act on, such as `/problems/not-enough-credits`."
        ),
        Property("title", .text(1...200), "In the language of `Accept-Language`."),
        Property("status", .number(400...599)),
        Property("detail", .text(0...2_000), "What happened and what to do next."),
        Property("instance", .text(1...100), "The request's id, as in `X-Request-Id`."),
        .possible("left", .balance, "Minutes that there are."),
        .possible("needed", .balance, "Minutes that were asked for."),
        .possible("adults", .number(0...100), "How many of the adults could come."),
        .possible("children", .number(0...100), "How many of the children could come."),
        .possible("day", .balance, "What somebody would have on one day."),
        .possible("ceiling", .balance, "The most that a wallet may hold."),
        .possible("member", .id, "The member who may be the same person."),
        .possible("name", .text(0...200), "What that member is called."),
        .possible("number", .text(1...32), "The number of that member."),
        .possible(
            "errors",
            .list(
                .object([
                    Property("pointer", .text(0...400), "The field, as RFC 6901 points to it."),
                    Property("detail", .text(0...2_000)),
                ]),
                most: nil
            ),
            "What is wrong with which field."
        ),
    ]
}
