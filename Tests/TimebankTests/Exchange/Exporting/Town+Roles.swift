internal import Ledger
internal import Store
internal import Support
internal import Timebank

extension Town {
    /// Roles of members and of others, relatives, guardians at a till, one of whom is gone, what
    /// was taken back and why, and minutes that are reserved.
    func giveRoles() async throws {
        let cy = try await perform(AddMember(name: "Cy Evans"), as: .coordinator)
        let dee = try await perform(AddMember(name: "Dee, \"the\" Lead"), as: .coordinator)
        let gone = try await perform(AddMember(name: "Gone"), as: .coordinator)
        for (member, role) in [(cy, StaffRole.till), (dee, .lead), (ada, .worker)] {
            try await perform(
                AppointStaff(organisation: school.id, member: .id(member.id), role: role),
                as: .coordinator
            )
        }
        try await perform(Appoint(member: .id(dee.id), office: .funder), as: .coordinator)
        try await perform(Appoint(member: .id(dee.id), office: .coordinator), as: .coordinator)
        for guardian in [cy, gone] {
            try await perform(
                AddGuardian(ward: .id(bo.id), guardian: .id(guardian.id)),
                as: .coordinator
            )
        }
        try await perform(
            DeclareRelatives(member: .id(ada.id), other: .id(cy.id)),
            as: .coordinator
        )
        try await spend(with: [cy.number, gone.number, person(.guardian).description])
        try await perform(EraseMember(member: .id(gone.id)), as: .coordinator)
        try await reserve()
    }

    /// Bo's guardians are at the till for them, and once more by mistake; Ada is there herself.
    private func spend(with guardians: [String]) async throws {
        try await perform(
            GrantAllocation(organisation: school.id, minutes: Minutes(3_000)),
            as: .operator
        )
        try await earn(900, bo)
        try await earn(300, ada)
        for guardian in guardians + [guardians[0]] {
            let receipt = try await perform(
                Redeem(
                    offer: offer.id,
                    card: bo.number,
                    adults: 1,
                    children: 1,
                    guardian: guardian
                ),
                as: .till
            )
            guard guardian == guardians[1] else { continue }
            try await perform(
                UndoRedemption(redemption: receipt.redemption.id),
                as: .till
            )
        }
        let paid = try await redeem(2, ada).transfer.id
        try await perform(Reverse(transfer: paid, reason: "=a \"mistake\""), as: .coordinator)
    }

    /// One hold that is open, one that was let go.
    private func reserve() async throws {
        let (network, wallet) = (network, ada.wallet.id)
        try await database.write { tx in
            for (id, state, minutes) in [(1, "open", 30), (2, "released", 45)]
                as [(Int64, String, Int64)]
            {
                let held = state == "open" ? minutes : 0
                try tx.run("UPDATE account SET held = held + $1 WHERE id = $2", held, wallet)
                try tx.run(
                    """
                    INSERT INTO hold (id, network, account, minutes, expires_at, state, journal)
                    SELECT $1, $2, $3, $4, 4000000000000000, $5, MIN(id) FROM journal
                    WHERE network = $2
                    """,
                    network.id.raw + 900 + id,
                    network.id,
                    wallet,
                    minutes,
                    state
                )
            }
        }
    }
}
