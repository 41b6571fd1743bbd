internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct TypedPasswordTests {
    /// The same password from two keyboards.
    private static let composed = "caf\u{E9} at the mill"
    private static let decomposed = "cafe\u{301} at\u{A0}the mill"

    @Test(arguments: Backend.available)
    func `a password is the same however its accents and blanks are typed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for (name, chosen) in [("cy", Self.composed), ("di", Self.decomposed)] {
                let email = "\(name)@example.org"
                try await town.settle(name, email: email, password: chosen)
                for typed in [Self.composed, Self.decomposed] {
                    _ = try await town.enter(email, typed)
                }
                await #expect(throws: SigningInRefusal.wrongSignIn) {
                    try await town.enter(email, "cafe at the mill")
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a hash of the bytes as they were typed still opens, and is then hashed anew`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy", email: "cy@example.org")
            let hash = try PasswordHash(
                of: Self.decomposed,
                salt: Array(repeating: 7, count: 16),
                cost: .cheap
            ).description
            try await town.database.write { tx in
                try tx.run(
                    "UPDATE person SET password = $1 WHERE login = 'cy@example.org'",
                    hash
                )
            }
            await #expect(throws: SigningInRefusal.wrongSignIn) {
                try await town.enter("cy@example.org", Self.composed)
            }
            _ = try await town.enter("cy@example.org", Self.decomposed)
            _ = try await town.enter("cy@example.org", Self.composed)
        }
    }

    @Test(arguments: Backend.available)
    func `an e-mail address is the same however its accents are typed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Zo\u{E9}", email: "zoe\u{301}@example.org")
            for login in ["zo\u{E9}@example.org", "ZOE\u{301}@example.org\u{200B}"] {
                _ = try await town.enter(login, "five warm loaves")
            }
            // Older versions kept it as it was typed.
            try await town.database.write { tx in
                try tx.run(
                    "UPDATE person SET login = $1 WHERE login = $2",
                    "zoe\u{301}@example.org",
                    "zo\u{E9}@example.org"
                )
            }
            _ = try await town.enter("zoe\u{301}@example.org", "five warm loaves")
        }
    }
}

extension Town {
    fileprivate func enter(_ login: String, _ password: String) async throws -> SignedIn {
        try await signIn(
            login: login,
            password: password,
            address: .home,
            purpose: .page
        )
    }
}
