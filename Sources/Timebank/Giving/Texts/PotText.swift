/// The texts of the page on which a coordinator gives from the shared pot.
package enum PotText: Int, Text {
    case potTitle, potLink, potLead, potEmpty, potButton, noticePot

    package static let shelf = ParsedTexts(of: PotText.self)
}
