internal import Ledger
internal import Store

extension Desk {
    /// Performs an operation as another actor and at another time, in this transaction.
    ///
    /// The actor's permissions are checked, and the operation has its own journal entry.
    func act<Asked: Operation>(
        _ asked: Asked,
        as actor: Actor,
        at moment: Instant,
        in network: Network?
    ) throws -> Asked.Result {
        let seat = seat(as: actor, at: moment, in: network)
        seat.behalf = try seat.view.admit(asked.subject, by: Asked.access)
        let outcome = try asked.run(at: seat)
        try seat.record(Asked.name)
        return outcome
    }

    /// Makes a person an operator.
    func appoint(operator person: Person.ID) throws {
        try tx.run("INSERT INTO operator (person, since) VALUES ($1, $2)", person, now)
    }

    /// Gives a person a role for the network.
    func appoint(_ person: Person.ID, _ office: Office) throws {
        try tx.run(
            "INSERT INTO office (network, person, role, since) VALUES ($1, $2, $3, $4)",
            here.id,
            person,
            office.rawValue,
            now
        )
    }

    /// Gives a person a role at an organisation.
    func appoint(_ person: Person.ID, _ role: StaffRole, at venue: Organisation.ID) throws {
        try tx.run(
            """
            INSERT INTO staff (organisation, person, network, role, since)
            VALUES ($1, $2, $3, $4, $5)
            """,
            venue,
            person,
            here.id,
            role.rawValue,
            now
        )
    }
}
