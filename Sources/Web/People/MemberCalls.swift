internal import Ledger
internal import Timebank

/// The API endpoints for members.
struct MemberCalls: Calls {
    var endpoints: [Endpoint] { [list, add, show, roles, edit, erase] }

    private static let newcomer = Body(
        Property(Member.Fields.name),
        .maybe(Member.Fields.email),
        .maybe(Member.Fields.phone),
        .maybe(Member.Fields.language),
        .maybe(Member.Fields.number),
        .maybe(Member.Fields.organisation),
        .maybe(Member.Fields.addAnyway)
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
                    name: try call.fields.value(Member.Fields.name),
                    email: try call.fields.ifAny(Member.Fields.email),
                    phone: try call.fields.ifAny(Member.Fields.phone),
                    language: try call.fields.ifAny(Member.Fields.language),
                    number: try call.fields.ifAny(Member.Fields.number),
                    organisation: try call.fields.ifAny(Member.Fields.organisation),
                    addAnyway: try call.fields.ifAny(Member.Fields.addAnyway) ?? false
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
                    .maybe(EditMember.Fields.name),
                    .maybe(EditMember.Fields.email),
                    .maybe(EditMember.Fields.phone),
                    .maybe(EditMember.Fields.language),
                    .maybe(EditMember.Fields.status)
                ),
                answer: .done
            )
        ) { call, member in
            let answer = try await call.perform(
                EditMember(
                    member: .id(member),
                    title: try call.fields.ifAny(EditMember.Fields.name),
                    email: try call.fields.ifAny(EditMember.Fields.email),
                    phone: try call.fields.ifAny(EditMember.Fields.phone),
                    language: try call.fields.ifAny(EditMember.Fields.language),
                    status: try call.fields.wordIfAny(EditMember.Fields.status)
                )
            )
            return Reply(answer.outcome)
        }
    }

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
