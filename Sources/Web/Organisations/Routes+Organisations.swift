internal import Timebank

extension Routes {
    static let organisations = network / "organisations"
    static let organisation = organisations / Organisation.ID.self
    static let shelf = organisation / "shelf"
    static let allocations = organisation / "allocations"
    static let staff = organisation / "staff"
    static let staffMember = staff / Person.ID.self
}
