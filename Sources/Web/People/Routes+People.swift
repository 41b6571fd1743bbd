internal import Timebank

extension Routes {
    static let me = root / "me"
    static let seenNotices = me / "notices" / "seen"
    static let members = network / "members"
    static let member = members / Member.ID.self
    static let guardians = member / "guardians"
    static let guardian = guardians / Person.ID.called("guardian")
    static let relatives = member / "relatives"
    static let relative = relatives / Member.ID.called("other")
    static let roles = member / "roles"
    static let card = member / "card"
    static let code = member / "code"
}
