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
                    Property(Organisation.Fields.name),
                    Property(Organisation.Fields.slug),
                    Property(Organisation.Fields.earns),
                    Property(Organisation.Fields.spends)
                ),
                key: .required,
                answer: .made,
                .named("Organisation")
            )
        ) { call in
            let answer = try await call.perform(
                AddOrganisation(
                    title: try call.fields.value(Organisation.Fields.name),
                    slug: try call.fields.value(Organisation.Fields.slug),
                    earns: try call.fields.value(Organisation.Fields.earns),
                    spends: try call.fields.word(Organisation.Fields.spends)
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
                    .maybe(Organisation.Fields.name),
                    .maybe(Organisation.Fields.open)
                ),
                answer: .done,
                .named("Organisation")
            )
        ) { call in
            let answer = try await call.perform(
                EditOrganisation(
                    organisation: try call.id("organisation"),
                    title: try call.fields.ifAny(Organisation.Fields.name),
                    isOpen: try call.fields.ifAny(Organisation.Fields.open)
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
                    Property(GrantAllocation.Fields.minutes),
                    .maybe(GrantAllocation.Fields.memo)
                ),
                key: .required,
                answer: .made,
                .named("Transfer")
            )
        ) { call in
            let memo = try call.fields.ifAny(GrantAllocation.Fields.memo) ?? ""
            let answer = try await call.perform(
                GrantAllocation(
                    organisation: try call.id("organisation"),
                    minutes: try call.fields.value(GrantAllocation.Fields.minutes),
                    memo: memo
                )
            )
            return TransferCalls.reply(answer, memo: memo)
        }
    }
}
