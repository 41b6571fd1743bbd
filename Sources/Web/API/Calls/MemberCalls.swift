internal import Ledger
internal import Timebank

/// Members.
struct MemberCalls: Calls {
    var endpoints: [Endpoint] { [list, add] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.members,
            About(
                "listMembers",
                .members,
                "List the members, oldest first, or search them",
                "A coordinator sees everybody. Staff who enter hours look somebody up, by at "
                    + "least two characters, and see names and numbers.",
                isList: true,
                isSearch: true,
                answer: .done,
                .named("MemberList")
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
                .members,
                "Add a member, with an e-mail address or without",
                "By a coordinator, or who leads an organisation.",
                body: Body(
                    Property("name", .text(1...120), example: "Ada Nowak"),
                    .maybe("email", .text(0...254), example: "ada@example.org"),
                    .maybe("phone", .text(0...40)),
                    .maybe("language", .word(["en", "cy", "pl", "lv", "lt", "pt", "hu", "ru"])),
                    .maybe(
                        "number",
                        .text(1...32),
                        "The number another system gave; the next of ours if left out."
                    )
                ),
                key: .optional,
                answer: .made,
                .named("Member")
            )
        ) { call in
            let answer = try await call.perform(
                AddMember(
                    name: try call.fields.text("name"),
                    email: try call.fields.textIfAny("email"),
                    phone: try call.fields.textIfAny("phone"),
                    language: try call.fields.textIfAny("language"),
                    number: try call.fields.valueIfAny("number")
                )
            )
            return Reply(.made, answer.outcome, isRepeat: answer.isRepeat)
        }
    }
}
