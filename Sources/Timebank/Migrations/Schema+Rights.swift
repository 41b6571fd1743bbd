package import Store

extension Schema {
    /// What the program does with each table; no more is given to the role that serves, where
    /// another one owns the tables.
    ///
    /// The ledger only grows: what is once in a transfer, a reversal, a reference, a seal or the
    /// journal stays as it is.
    package static let rights = Rights(
        ledger.merging(places) { $1 }.merging(people) { $1 }.merging(program) { $1 }
    )

    private static let ledger: [String: Set<Rights.Change>] = [
        "transfer": [.insert], "reversal": [.insert], "reference": [.insert],
        "seal": [.insert], "journal": [.insert], "journal_seal": [.insert],
        "origin": [.insert], "mirror": [.insert],
        // Words are forgotten with whoever wrote them.
        "memo": [.insert, .delete],
        "account": [.insert, .update], "rollup": [.insert, .update],
        "hold": [.insert, .update], "request": [.insert, .delete],
    ]

    private static let places: [String: Set<Rights.Change>] = [
        "network": [.insert, .update], "policy": [.insert, .delete],
        "contact": [.insert, .update], "organisation": [.insert, .update],
        "opportunity": [.insert, .update], "offer": [.insert, .update],
        "hours": [.insert, .update], "redemption": [.insert, .update],
    ]

    private static let people: [String: Set<Rights.Change>] = [
        "person": [.insert, .update, .delete], "member": [.insert, .update],
        "erasure": [.insert], "word": [.insert, .delete], "guardian": [.insert, .delete],
        "relative": [.insert, .delete], "office": [.insert, .delete],
        "staff": [.insert, .update, .delete], "operator": [.insert],
        "demo_sign_in": [.insert], "token": [.insert, .delete], "code": [.insert, .delete],
        "attempt": [.insert, .update, .delete], "notice": [.insert, .update, .delete],
    ]

    private static let program: [String: Set<Rights.Change>] = [
        "signer": [.insert], "node": [.insert, .update],
        "duty": [.insert, .update, .delete], "usage": [.insert, .update, .delete],
        "horizon": [.update],
    ]
}
