internal import ArgumentParser
internal import Timebank

/// Verbs about who acts for whom.
struct PersonGuardian: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guardian",
        abstract: "Let a member act for another who cannot, with consent; or end that.",
        discussion: """
            A guardian sees a ward's hours, gives and spends for them. Each time it is recorded \
            on whose behalf.

            Examples:
              commonhour person guardian add 1003-M 1002-K --network fenside
              commonhour person guardian remove 1003-M 1002-K --network fenside
            """,
        subcommands: [Add.self, Remove.self]
    )

    /// Makes a member another one's guardian.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a member act for another.",
            discussion: """
                Ask the ward, or whoever cares for them, first.

                Example:
                  commonhour person guardian add 1003-M 1002-K --network fenside
                """
        )

        @OptionGroup var options: NetworkOptions
        @OptionGroup var pair: Pair

        func run() async throws {
            let (ward, guardian) = try await pair.found(in: options)
            _ = try await options.perform(
                AddGuardian(ward: .id(ward.id), guardian: .id(guardian.id))
            )
            options.say(
                .object([("ward", .text(ward.number)), ("guardian", .text(guardian.number))]),
                "\(guardian.name) acts for \(ward.name) now."
            )
        }
    }

    /// Ends a guardianship.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End that a member acts for another.",
            discussion: """
                Example:
                  commonhour person guardian remove 1003-M 1002-K --network fenside
                """
        )

        @OptionGroup var options: NetworkOptions
        @OptionGroup var pair: Pair

        func run() async throws {
            let (ward, guardian) = try await pair.found(in: options)
            let isNone = CommandRefusal(
                sentence: "\(guardian.name) does not act for \(ward.name)."
            )
            guard let person = guardian.person else { throw isNone }
            do {
                _ = try await options.perform(
                    RemoveGuardian(ward: .id(ward.id), guardian: person)
                )
            } catch AccessRefusal.notFound { throw isNone }
            options.say(
                .object([("ward", .text(ward.number)), ("guardian", .null)]),
                "\(guardian.name) does not act for \(ward.name) any more."
            )
        }
    }

    /// The ward and the guardian, by number.
    struct Pair: ParsableArguments {
        @Argument(help: .of(AddGuardian.Fields.ward))
        var ward: MemberName

        @Argument(help: .of(AddGuardian.Fields.guardian))
        var guardian: MemberName

        func found(in options: NetworkOptions) async throws -> (ward: Member, guardian: Member) {
            try await options.asking {
                (try await $0.member(ward).member, try await $0.member(guardian).member)
            }
        }
    }
}

/// Declares two members relatives.
struct PersonRelatives: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relatives",
        abstract: "Note that two members are relatives, who do not confirm for each other.",
        discussion: """
            Who is whose relative: commonhour person show NUMBER

            Examples:
              commonhour person relatives 1002-K 1003-M --network fenside
              commonhour person relatives 1002-K 1003-M --undo --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(DeclareRelatives.Fields.member))
    var one: MemberName

    @Argument(help: .of(DeclareRelatives.Fields.other))
    var other: MemberName

    @Flag(help: "They are not relatives after all.")
    var undo = false

    func run() async throws {
        let (first, second) = try await options.asking {
            (try await $0.member(one).member, try await $0.member(other).member)
        }
        let (names, both) = ("\(first.name) and \(second.name)", [first.number, second.number])
        if undo {
            do {
                _ = try await options.perform(
                    UndoRelatives(member: .id(first.id), other: .id(second.id))
                )
            } catch AccessRefusal.notFound {
                throw CommandRefusal(sentence: "\(names) were not noted as relatives.")
            }
        } else {
            _ = try await options.perform(
                DeclareRelatives(member: .id(first.id), other: .id(second.id))
            )
        }
        options.say(
            .object([("relatives", .list(undo ? [] : both.map { .text($0) }))]),
            undo
                ? "\(names) are not noted as relatives any more."
                : "\(names) do not confirm for each other any more."
        )
    }
}
