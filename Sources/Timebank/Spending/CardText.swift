internal import Ledger

/// What was typed, scanned or photographed of a card: a code, a number, or the card's address.
///
/// The address is the one in the card's QR code, such as
/// `https://time.example/wisbech/card#7K2MD-0Q4VW`; its fragment is the code.
package struct CardText: Hashable, Sendable {
    /// The code, if the text can be one.
    package let code: CardCode?
    /// The membership number, if the text can be one; another system may have issued it.
    package let number: MemberNumber?

    /// The longest text that is read, in bytes of UTF-8.
    package static let lengthMax = 300

    /// Reads a text at a till of a network.
    ///
    /// A scanner that fires twice before the page has changed appends the second reading to the
    /// first; such a text is read once.
    ///
    /// - Throws: ``SpendingRefusal/unknownCard`` for what can be neither code nor number, and
    ///   ``SpendingRefusal/cardOfAnotherNetwork`` for the address of another network's card.
    package init(_ text: String, in network: Slug) throws(SpendingRefusal) {
        guard text.utf8.count <= Self.lengthMax else { throw .unknownCard }
        let read = try Self.fragment(of: text.asCode, in: network)
        let once = Self.half(of: read) ?? read
        code = CardCode(once)
        number = MemberNumber(once)
        if code == nil && number == nil { throw .unknownCard }
    }

    /// The text in the form in which it is sent again: the code or the number.
    package var plain: String { code?.description ?? number?.description ?? "" }

    /// The code in the address of a card; any other text as it is.
    private static func fragment(
        of text: String,
        in network: Slug
    ) throws(SpendingRefusal) -> String {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
            return text
        }
        let parts = text.dropFirst(scheme.count)
            .split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
            .lowercased().split(separator: "/")
        guard parts.count == 2, path.count == 3, path[2] == "card" else { throw .unknownCard }
        guard path[1] == network.description else { throw .cardOfAnotherNetwork }
        return String(parts[1])
    }

    /// Half of a text that is the same code, or the same number of ours, twice in a row.
    private static func half(of text: String) -> String? {
        let bytes = Array(text.utf8)
        let middle = bytes.count / 2
        guard bytes.count.isMultiple(of: 2), middle > 0, bytes[..<middle] == bytes[middle...] else {
            return nil
        }
        let half = String(decoding: bytes[..<middle], as: UTF8.self)
        let isOurs = MemberNumber(half).map { MemberNumber($0.issuedForm)?.ordinal != nil } ?? false
        return CardCode(half) != nil || isOurs ? half : nil
    }
}

extension View {
    /// The member with this card or number.
    ///
    /// - Throws: ``PeopleRefusal/mistypedNumber(field:)`` or ``SpendingRefusal/unknownCard``.
    func holder(of card: CardText) throws -> Member {
        if let code = card.code, let member = try tx.member(carrying: code, in: here.id) {
            return member
        }
        guard let number = card.number else { throw SpendingRefusal.unknownCard }
        if let member = try tx.member(numbered: number, in: here.id) { return member }
        throw number.looksMistyped
            ? PeopleRefusal.mistypedNumber(field: Redemption.Fields.card.name)
            : SpendingRefusal.unknownCard
    }

    /// The member whose card or number a text is.
    ///
    /// - Throws: as ``holder(of:)-(CardText)``, and as ``CardText/init(_:in:)``.
    func holder(of text: String) throws -> Member {
        try holder(of: CardText(text, in: here.slug))
    }
}
