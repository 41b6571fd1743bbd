internal import Timebank

/// A schema with the name under which the OpenAPI document lists it.
struct NamedSchema: Sendable {
    let name: String
    let schema: Schema

    /// A schema with a name.
    init(_ name: String, _ schema: Schema) {
        self.name = name
        self.schema = schema
    }

    /// The schema of one value of a type.
    static func one(_ shown: (some Shaped).Type) -> NamedSchema {
        NamedSchema(shown.shape.name ?? "", shown.shape.schema)
    }

    /// The schema of a page of a list of such items.
    static func stretch<Item: Shaped>(of _: Item.Type) -> NamedSchema {
        .one(ResultPage<Item>.self)
    }

    /// The schema of problem details, with the facts that the refusals of parts add.
    static func problem(with facts: [Property]) -> NamedSchema {
        NamedSchema("Problem", .object(problemMembers + facts + [errors]))
    }

    private static let problemMembers: [Property] = [
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
    ]

    private static let errors: Property = .possible(
        "errors",
        .list(
            .object([
                Property("pointer", .text(0...400), "The field, as RFC 6901 points to it."),
                Property("detail", .text(0...2_000)),
            ]),
            most: nil
        ),
        "What is wrong with which field."
    )
}
