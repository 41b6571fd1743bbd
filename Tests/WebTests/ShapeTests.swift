import HTTPTypes
import Ledger
import Support
import Testing

@testable import Timebank
@testable import Web

/// What answers show, and what is said of it: each is written down once, in a shape.
@Suite struct ShapeTests {
    private let flaws = SchemaFlaws(
        named: Dictionary(
            uniqueKeysWithValues: WebPart.standard.schemas.map { ($0.name, $0.schema) }
        )
    )

    @Test(arguments: Backend.available)
    func `whatever has a shape is shown as its schema says, and each shape is tried`(
        on backend: Backend
    ) async throws {
        let samples = try await withTown(on: backend) { try await Story(town: $0).shown() }
        for sample in samples { try check(sample) }
        let tried = Set(samples.compactMap { Self.name(of: $0) })
        let described = Set(WebPart.standard.schemas.map(\.name)).subtracting(["Problem"])
        #expect(tried == described)
    }

    private func check<Sample: Shaped>(_ sample: Sample) throws {
        let bytes = JSONWriter.bytes(of: sample)
        let text = String(decoding: bytes, as: UTF8.self)
        let found = flaws.find(in: try JSONReader.read(bytes), Sample.shape.schema)
        #expect(found == [], "\(Sample.self): \(text)")

        // Whatever is written by hand, for speed, is as the shape would write it.
        var json = JSONWriter()
        json.object { Sample.shape.write(sample, to: &$0) }
        #expect(String(decoding: json.bytes, as: UTF8.self) == text)

        // A command prints the same.
        let printed = sample.printed.map { #""\#($0.name)": \#($0.json)"# }
        let spaced = "{" + printed.joined(separator: ", ") + "}"
        #expect(try JSONReader.read(spaced) == JSONReader.read(bytes))
    }

    private static func name<Sample: Shaped>(of _: Sample) -> String? { Sample.shape.name }

    @Test func `every call that only looks answers with the shape that is described`() async throws
    {
        let (flaws, calls) = (flaws, WebPart.standard.endpoints.filter { $0.verb == .get })
        #expect(calls.count > 15)
        try await Server.run { server in
            try await server.town.earn(240, server.town.ada)
            _ = try await server.town.claim(60, server.town.bo)
            let arguments = [
                "{network}": "\(server.town.slug)", "{member}": "\(server.town.bo.id)",
                "{organisation}": "\(server.town.school.id)",
                "{account}": "\(server.town.ada.wallet.id)",
            ]
            for call in calls {
                let path = arguments.reduce(call.path) { $0.replacing($1.key, with: $1.value) }
                let answer = try await server.send(.get, path, as: .coordinator)
                #expect(answer.status == 200, "\(path): \(answer.text)")
                guard let json = answer.json, let schema = call.shown else { continue }
                #expect(flaws.find(in: json, schema) == [], "\(path)")
            }
        }
    }

    @Test func `every refusal is a problem as its schema says`() throws {
        let alike = PossibleDuplicate(
            member: Member.ID(raw: 1),
            name: "Ada \"N\"",
            number: "1001-T",
            likeness: .email
        )
        let refusals: [any Error] =
            Scheme.standard.refusals.flatMap { $0.allSamples } + [
                PeopleRefusal.memberAlike(alike), FieldRefusal.invalid(field: "a/b", .missing),
                BadRequest.tooLarge,
            ]
        for refusal in refusals {
            let problem = Problem(refusal, language: .polish, now: TestClock.start)
            let json = try JSONReader.read(problem.bytes(instance: "0000000000001"))
            #expect(flaws.find(in: json, .named("Problem")) == [], "\(refusal)")
        }
    }

    @Test func `a flaw would be noticed`() throws {
        let schema = Offer.shape.schema
        for (text, flaw) in [
            ("{}", "and not"), (#"{"id": 1}"#, "and not"), ("[]", "is no"), ("null", "is no"),
        ] {
            let found = flaws.find(in: try JSONReader.read(text), schema)
            #expect(found.count == 1 && found[0].contains(flaw), "\(text): \(found)")
        }
        let post = Roles.Post.shape.schema
        for (text, place) in [
            (#"{"slug": "B", "name": "C", "role": "till"}"#, "/slug"),
            (#"{"slug": "bank", "name": 1, "role": "till"}"#, "/name"),
            (#"{"slug": "bank", "name": "C", "role": "king"}"#, "/role"),
        ] {
            let found = flaws.find(in: try JSONReader.read(text), post)
            #expect(found.count == 1 && found[0].hasPrefix(place), "\(text): \(found)")
        }
    }
}

/// A town in which everything that is shown has happened once.
private struct Story {
    let town: Town

    /// One or more of everything.
    func shown() async throws -> [any Shaped] {
        try await people() + work() + spending() + places()
    }

    private func people() async throws -> [any Shaped] {
        let ada = MemberName.id(town.ada.id)
        try await town.perform(AddGuardian(ward: ada, guardian: .id(town.bo.id)), as: .coordinator)
        try await town.perform(
            DeclareRelatives(member: ada, other: .id(town.bo.id)),
            as: .coordinator
        )
        let code = try await town.perform(HandOverCode(member: ada), as: .coordinator)
        let guardians = try await town.ask(GuardiansQuery(ward: ada), as: .coordinator)
        let relatives = try await town.ask(RelativesQuery(member: ada), as: .coordinator)
        let members = try await town.ask(MembersQuery(), as: .coordinator)
        var shown: [any Shaped] = [
            town.ada, ShownCard(town.ada), code, members, ResultPage(items: guardians, next: nil),
            ResultPage(items: relatives, next: nil),
            try await town.ask(MemberQuery(member: ada), as: .worker),
            HandedCode(code: code.code, expires: code.expires, member: nil),
        ]
        shown += members.items.map { $0 as any Shaped } + guardians.map { $0 as any Shaped }
        shown += relatives.map { $0 as any Shaped }
        for role in Town.Role.allCases {
            shown.append(try await town.bank.ask(MeQuery(), as: town.who(role)))
        }
        for member in members.items {
            let roles = RolesQuery(member: .id(member.member.id))
            shown.append(try await town.ask(roles, as: .coordinator))
        }
        if let token = TokenText(String(repeating: "A", count: 43)) {
            let person = try await town.person(.ada)
            shown.append(
                Timebank.SignedIn(person: person, token: token, expires: TestClock.start)
            )
        }
        return shown
    }

    private func work() async throws -> [any Shaped] {
        let network = town.network.policy
        try await town.earn(240, town.ada)
        let refused = try await town.claim(30, town.bo)
        let waiting = try await town.claim(60, town.bo)
        let found = try await town.ask(
            WaitingHoursQuery(organisation: town.school.id),
            as: .coordinator
        )
        let many = ConfirmMany(
            organisation: town.school.id,
            hours: [waiting.id],
            exception: nil
        )
        let refusal = RefuseHours(hours: refused.id, reason: "It was on Tuesday\n\"and\" \\ after")
        let asked: [any Shaped] = [
            waiting, try await town.perform(refusal, as: .coordinator),
            try await town.perform(many, as: .coordinator),
            try await town.perform(
                ConfirmHours(hours: try await town.claim(45, town.bo).id),
                as: .coordinator
            ),
        ]
        let hours = try await town.ask(MyHoursQuery(member: .id(town.bo.id)), as: .coordinator)
        let lists: [any Shaped] = [
            ResultPage(items: hours, next: nil), ResultPage(items: found, next: 1), network,
        ]
        return asked + lists + found.map { $0 as any Shaped }
    }

    private func spending() async throws -> [any Shaped] {
        let receipt = try await town.redeem(1, town.ada)
        var shown: [any Shaped] = [receipt, receipt.redemption]
        for (adults, children) in [(nil, nil), (1, nil), (9, 0), (90, 0)] as [(Int?, Int?)] {
            let look = LookUpCard(
                organisation: town.cinema.id,
                card: town.ada.number,
                offer: adults == nil ? nil : town.offer.id,
                adults: adults,
                children: children
            )
            shown.append(try await town.perform(look, as: .till))
        }
        let gift = try await town.give(15, from: town.ada, to: town.bo, as: .ada)
        let back = try await town.perform(
            Reverse(transfer: gift.id, reason: "Given twice"),
            as: .coordinator
        )
        shown += [ShownTransfer(gift, memo: "Thank \"you\""), ShownTransfer(back)]
        for account in [town.ada.wallet, town.cinema.takings, town.network.pot] {
            let name = AccountName.id(account.id)
            shown.append(try await town.ask(AccountQuery(account: name), as: .coordinator))
            let lines = try await town.ask(
                StatementQuery(account: name, span: Span(limit: 2)),
                as: .coordinator
            )
            shown.append(lines)
            shown += lines.items.map { $0 as any Shaped }
        }
        return shown
    }

    private func places() async throws -> [any Shaped] {
        let organisations = try await town.ask(OrganisationsQuery(span: Span()), as: .coordinator)
        let opportunities = try await town.ask(OpportunitiesQuery(), as: .ada)
        let offers = try await town.ask(OffersQuery(), as: .ada)
        let staff = try await town.ask(StaffQuery(organisation: town.school.id), as: .coordinator)
        let policies = try await town.ask(PoliciesQuery(), as: .ada)
        let offices = try await town.ask(OfficesQuery(), as: .coordinator)
        var shown: [any Shaped] = [
            organisations, opportunities, offers, town.school.withoutFigures, town.opportunity,
            town.offer, try await town.ask(NetworkQuery(), as: .ada), ShownContact(words: ""),
            try await town.ask(ShelfQuery(organisation: town.school.id), as: .coordinator),
            try await town.ask(ShelfQuery(organisation: town.cinema.id), as: .coordinator),
            try await town.ask(
                MonthStatementQuery(organisation: town.cinema.id),
                as: .coordinator
            ),
            ResultPage(items: staff, next: nil), ResultPage(items: policies, next: nil),
            ResultPage(items: offices, next: nil),
        ]
        shown += staff.map { $0 as any Shaped } + policies.map { $0 as any Shaped }
        shown += offices.map { $0 as any Shaped }
        return shown
    }
}
