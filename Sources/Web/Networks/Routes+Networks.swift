internal import Timebank

extension Routes {
    static let contact = network / "contact"
    static let policies = network / "policies"
    static let offices = network / "offices"
    static let officeHolder = offices / Office.self / Person.ID.self
}
