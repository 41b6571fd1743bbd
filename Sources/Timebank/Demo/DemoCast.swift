internal import Ledger

/// The people of the demo whose sign-ins are printed, the same in every demo.
enum DemoCast {
    /// A person with a role for the network or at an organisation.
    struct Part: Sendable {
        let role: String
        let name: String
        var login: String { "\(role)@wisbech.example" }
    }

    static let theOperator = Part(role: "operator", name: "Orla Quinnell")
    static let coordinator = Part(role: "coordinator", name: "Hannah Fletcher")
    static let funder = Part(role: "funder", name: "Miles Prentice")
    static let lead = Part(role: "lead", name: "Grace Adeyemi")
    static let worker = Part(role: "worker", name: "Tom Barleyfield")
    static let till = Part(role: "till", name: "Priya Chandra")
    static let guardian = Part(role: "guardian", name: "Ruth Ashby")

    /// The contact that pages show; the phone number is one that Ofcom reserves for drama.
    static let contact = """
        Hannah Fletcher, at the Old Mill Community Café on Tuesdays from ten to two
        01632 960 142
        """

    /// The members whose sign-ins are printed; they join first, in this order.
    static let members = ["Danuta Wiśniewska", "Joe Hartley", "Vilma Kazlauskienė"]
    /// The index of the guardian's ward among ``people(from:staff:)``.
    static let wardPlace = members.count
    /// The index of the worker among ``people(from:staff:)``.
    static let workerPlace = 4

    /// The members who take part from the first day.
    static func people(from start: Day, staff: DemoStaff) -> [DemoPerson] {
        func person(
            _ name: String,
            _ language: String,
            _ login: String?,
            task: Int,
            children: Int = 0,
            signsIn: Person.ID? = nil
        ) -> DemoPerson {
            DemoPerson(
                name: name,
                language: language,
                email: login,
                phone: nil,
                habit: .printed,
                joins: start,
                leaves: nil,
                task: task,
                spends: true,
                adults: 1,
                children: children,
                person: signsIn
            )
        }
        return [
            person(members[0], "pl", "danuta@wisbech.example", task: 0, children: 2),
            person(members[1], "en", "joe@wisbech.example", task: 6),
            // She has only a paper card, and signs in with the number on it.
            person(members[2], "lt", nil, task: 1, children: 1),
            // The guardian's ward.
            person("Walter Ashby", "en", nil, task: 2),
            // The school's staff give time elsewhere, since nobody may confirm their own hours.
            person(worker.name, "en", worker.login, task: 8, signsIn: staff.worker),
            person(lead.name, "en", lead.login, task: 10, signsIn: staff.lead),
        ]
    }
}
