internal import Ledger
internal import Timebank

/// Organisations and what they may issue.
struct OrganisationCalls: Calls {
    var endpoints: [Endpoint] { [list, add, edit, shelf, allocate] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.organisations,
            About(
                "listOrganisations",
                .organisations,
                "List the organisations, oldest first",
                isList: true,
                answer: .done,
                .named("OrganisationList")
            )
        ) { call in Reply(try await call.ask(OrganisationsQuery(span: try call.span()))) }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.organisations,
            About(
                "addOrganisation",
                .organisations,
                "Add an organisation",
                "By a coordinator. One that earns gets a starting allocation, so that its first "
                    + "hours can be paid.",
                body: Body(
                    Property("name", .text(1...120), example: "Orchard Lane School"),
                    Property("slug", .slug, "Its short name.", example: "orchard-lane"),
                    Property("earns", .flag, "Whether people earn there.", example: true),
                    Property(
                        "spends",
                        .word(Organisation.Spends.allCases.map(\.rawValue)),
                        "Whether credits are accepted there.",
                        example: "no"
                    )
                ),
                key: .required,
                answer: .made,
                .named("Organisation")
            )
        ) { call in
            let answer = try await call.perform(
                AddOrganisation(
                    title: try call.fields.text("name"),
                    slug: try call.fields.text("slug"),
                    earns: try call.fields.flag("earns"),
                    spends: try call.fields.word("spends")
                )
            )
            return Reply(.made, answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var edit: Endpoint {
        Endpoint(
            .patch,
            Routes.organisation,
            About(
                "editOrganisation",
                .organisations,
                "Rename an organisation, close it, or open it again",
                "By a coordinator. What is left out stays as it is. At a closed one nothing new "
                    + "is put up, claimed or accepted; what waits is still confirmed or refused.",
                body: Body(
                    .maybe("name", .text(1...120), example: "Orchard Lane School"),
                    .maybe("open", .flag, example: false)
                ),
                answer: .done,
                .named("Organisation")
            )
        ) { call in
            let answer = try await call.perform(
                EditOrganisation(
                    organisation: try call.id("organisation"),
                    title: try call.fields.textIfAny("name"),
                    isOpen: try call.fields.flagIfAny("open")
                )
            )
            return Reply(.done, answer.outcome)
        }
    }

    private var shelf: Endpoint {
        Endpoint(
            .get,
            Routes.shelf,
            About(
                "getShelf",
                .organisations,
                "List what an organisation has on the list and off it, newest first",
                "To who leads it and a coordinator; at most \(ShelfQuery.most) of each.",
                answer: .done,
                .named("Shelf")
            )
        ) { call in
            Reply(
                .done,
                try await call.ask(ShelfQuery(organisation: try call.id("organisation")))
            )
        }
    }

    private var allocate: Endpoint {
        Endpoint(
            .post,
            Routes.allocations,
            About(
                "grantAllocation",
                .organisations,
                "Let an organisation issue more",
                "By a coordinator who does not work there.",
                body: Body(
                    Property("minutes", .minutes, example: 6_000),
                    .maybe("memo", .text(0...280), example: "Spring term")
                ),
                key: .required,
                answer: .made,
                .named("Transfer")
            )
        ) { call in
            let memo = try call.fields.textIfAny("memo") ?? ""
            let answer = try await call.perform(
                GrantAllocation(
                    organisation: try call.id("organisation"),
                    minutes: try call.fields.minutes("minutes"),
                    memo: memo
                )
            )
            return TransferCalls.reply(answer, memo: memo)
        }
    }
}
