internal import Timebank

/// The API endpoints for a network and its contact text.
struct NetworkCalls: Calls {
    var endpoints: [Endpoint] { [show, contact, setContact] }

    private var show: Endpoint {
        Endpoint(
            .get,
            Routes.network,
            About(
                "getNetwork",
                "Show a network",
                "Its name, what it counts in, and the rules of its currency.",
                answer: .done
            )
        ) { call in Reply(try await call.ask(NetworkQuery())) }
    }

    private var contact: Endpoint {
        Endpoint(
            .get,
            Routes.contact,
            About(
                "getContact",
                "Say whom to ask for help",
                "To anybody: who cannot sign in needs it most.",
                isOpen: true,
                answer: .done
            )
        ) { call in Reply(ShownContact(words: try await call.ask(ContactQuery()))) }
    }

    private var setContact: Endpoint {
        Endpoint(
            .patch,
            Routes.contact,
            About(
                "setContact",
                "Write down whom to ask for help",
                "By a coordinator.",
                body: Body(Property(SetContact.Fields.contact))
            )
        ) { call in
            let words = try call.fields.value(SetContact.Fields.contact)
            _ = try await call.perform(SetContact(words: words))
            return Reply.nothing
        }
    }
}
