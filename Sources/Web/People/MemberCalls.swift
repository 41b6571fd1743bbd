internal import Ledger
internal import Timebank

/// Members.
struct MemberCalls: Calls {
    var endpoints: [Endpoint] { [list, add, show, roles, edit, erase] }

    private static let name = Property("name", .text(1...120), example: "Ada Nowak")
    private static let phone = Property.maybe("phone", .text(0...40))
    private static let language = Property.maybe(
        "language",
        .word(Language.codes)
    )
    private static let newcomer = Body(
        name,
        .maybe("email", .text(0...254), example: "ada@example.org"),
        phone,
        language,
        .maybe(
            "number",
            .text(1...32),
            "The number another system gave; the next of ours if left out."
        ),
        .maybe(
            "organisation",
            .id,
            "Which organisation brings them in; a lead of several says which."
        ),
        .maybe(
            "addAnyway",
            .flag,
            "Whether to add somebody who may be a member already: who has the same "
                + "e-mail address, or the same name and telephone number. Without it "
                + "that is refused, and a coordinator is told who it is."
        )
    )

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.members,
            About(
                "listMembers",
                "List the members, oldest first, or search them",
                "A coordinator sees everybody. Staff who enter hours look somebody up, by at "
                    + "least two characters, and see names and numbers.",
                isList: true,
                isSearch: true,
                answer: .done
            )
        ) { call in
            Reply(
                try await call.ask(MembersQuery(search: try call.search(), span: try call.span()))
            )
        }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.members,
            About(
                "addMember",
                "Add a member, with an e-mail address or without",
                "By a coordinator, or who leads an organisation.",
                body: Self.newcomer,
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                AddMember(
                    name: try call.fields.text("name"),
                    email: try call.fields.textIfAny("email"),
                    phone: try call.fields.textIfAny("phone"),
                    language: try call.fields.textIfAny("language"),
                    number: try call.fields.valueIfAny("number"),
                    organisation: try call.fields.valueIfAny("organisation"),
                    addAnyway: try call.fields.flagIfAny("addAnyway") ?? false
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var show: Endpoint {
        Endpoint(
            .get,
            Routes.member,
            About(
                "getMember",
                "Show a member",
                "Contacts, card and wallet only to the member, who acts for them, and a "
                    + "coordinator.",
                answer: .done
            )
        ) { call, member in
            Reply(try await call.ask(MemberQuery(member: .id(member))))
        }
    }

    private var roles: Endpoint {
        Endpoint(
            .get,
            Routes.roles,
            About(
                "getRoles",
                "Say what a member is beside a member",
                "Offices, roles at organisations, and for whom they act. To the member and a "
                    + "coordinator.",
                answer: .done
            )
        ) { call, member in
            Reply(try await call.ask(RolesQuery(member: .id(member))))
        }
    }

    private var edit: Endpoint {
        Endpoint(
            .patch,
            Routes.member,
            About(
                "editMember",
                "Change what is known of a member",
                "What is left out stays as it is. Name and status are the coordinator's to say; "
                    + "the e-mail address is a contact and never a sign-in.",
                body: Body(
                    .maybe("name", .text(1...120), example: "Ada Nowak"),
                    .maybe("email", .text(0...254), "Empty for none any more."),
                    .maybe("phone", .text(0...40), "Empty for none any more."),
                    Self.language,
                    .maybe("status", .word(Self.statuses.map(\.rawValue)), example: "paused")
                ),
                answer: .done
            )
        ) { call, member in
            let answer = try await call.perform(
                EditMember(
                    member: .id(member),
                    title: try call.fields.textIfAny("name"),
                    email: try call.fields.textIfAny("email"),
                    phone: try call.fields.textIfAny("phone"),
                    language: try call.fields.textIfAny("language"),
                    status: try call.fields.textIfAny("status").flatMap(Member.Status.init)
                )
            )
            return Reply(answer.outcome)
        }
    }

    /// Erasing is a call of its own.
    private static let statuses = Member.Status.allCases.filter { $0 != .erased }

    private var erase: Endpoint {
        Endpoint(
            .delete,
            Routes.member,
            About(
                "eraseMember",
                "Erase a member, for good",
                "By a coordinator. Who they were and what they wrote goes; what they gave stays "
                    + "counted."
            )
        ) { call, member in
            _ = try await call.perform(EraseMember(member: .id(member)))
            return Reply.nothing
        }
    }
}
