extension Routes {
    static let contact = network + "/contact"
    static let policies = network + "/policies"
    static let offices = network + "/offices"
    static let officeHolder = offices + "/{office}/{person}"
}
