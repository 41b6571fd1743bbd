internal import Ledger
internal import Timebank

/// The API endpoints for organisations and their allocations.
struct OrganisationCalls: Calls {
    var endpoints: [Endpoint] { [list, add, edit, shelf, allocate] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.organisations,
            About(
                "listOrganisations",
                "List the organisations, oldest first",
                isList: true,
                answer: .done
            )
        ) { call in Reply(try await call.ask(OrganisationsQuery(span: try call.span()))) }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.organisations,
            About(
                "addOrganisation",
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
                answer: .made
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
            return Reply(
                answer.outcome.withoutFigures,
                isRepeat: answer.isRepeat
            )
        }
    }

    private var edit: Endpoint {
        Endpoint(
            .patch,
            Routes.organisation,
            About(
                "editOrganisation",
                "Rename an organisation, close it, or open it again",
                "By a coordinator. What is left out stays as it is. At a closed one nothing new "
                    + "is put up, claimed or accepted; what waits is still confirmed or refused.",
                body: Body(
                    .maybe(Organisation.Fields.name),
                    .maybe(Organisation.Fields.open)
                ),
                answer: .done
            )
        ) { call, organisation in
            let answer = try await call.perform(
                EditOrganisation(
                    organisation: organisation,
                    title: try call.fields.ifAny(Organisation.Fields.name),
                    isOpen: try call.fields.ifAny(Organisation.Fields.open)
                )
            )
            return Reply(answer.outcome.withoutFigures)
        }
    }

    private var shelf: Endpoint {
        Endpoint(
            .get,
            Routes.shelf,
            About(
                "getShelf",
                "List what an organisation has on the list and off it, newest first",
                "To who leads it and a coordinator; at most \(ShelfQuery.most) of each.",
                answer: .done
            )
        ) { call, organisation in
            Reply(
                try await call.ask(ShelfQuery(organisation: organisation))
            )
        }
    }

    private var allocate: Endpoint {
        Endpoint(
            .post,
            Routes.allocations,
            About(
                "grantAllocation",
                "Let an organisation issue more",
                "By a coordinator who does not work there.",
                body: Body(
                    Property(GrantAllocation.Fields.minutes),
                    .maybe(GrantAllocation.Fields.memo)
                ),
                key: .required,
                answer: .made
            )
        ) { call, organisation in
            let memo = try call.fields.ifAny(GrantAllocation.Fields.memo) ?? ""
            let answer = try await call.perform(
                GrantAllocation(
                    organisation: organisation,
                    minutes: try call.fields.value(GrantAllocation.Fields.minutes),
                    memo: memo
                )
            )
            return TransferCalls.reply(answer, memo: memo)
        }
    }
}
