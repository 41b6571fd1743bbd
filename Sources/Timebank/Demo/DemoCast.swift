internal import Ledger

/// The people of the demo who can sign in, the same in every one.
enum DemoCast {
    /// Somebody with a role at the network or at a venue.
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

    /// Whom to ask for help; the number is one that Ofcom keeps for stories.
    static let contact = """
        Hannah Fletcher, at the Old Mill Community Café on Tuesdays from ten to two
        01632 960 142
        """

    /// The members whose sign-ins are printed; they join first, in this order.
    static let members = ["Danuta Wiśniewska", "Joe Hartley", "Vilma Kazlauskienė"]
    /// Where the guardian's ward stands among those who join first.
    static let wardPlace = members.count
    /// Where the printed worker stands among those who join first.
    static let workerPlace = 4

    /// The cast as people who take part from the first day.
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
            // She has a paper card and signs in with the number on it.
            person(members[2], "lt", nil, task: 1, children: 1),
            // The guardian's ward.
            person("Walter Ashby", "en", nil, task: 2),
            // Who works at the school gives time elsewhere, as nobody confirms their own hours.
            person(worker.name, "en", worker.login, task: 8, signsIn: staff.worker),
            person(lead.name, "en", lead.login, task: 10, signsIn: staff.lead),
        ]
    }
}
