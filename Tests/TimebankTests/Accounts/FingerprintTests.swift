internal import Ledger
internal import Testing
internal import Timebank

/// The bytes expected here were put together and hashed outside of the program.
@Suite struct FingerprintTests {
    @Test func `a fingerprint is the hash of the name and of each field`() throws {
        let gift = Give(
            from: .id(Account.ID(raw: 1)),
            to: .pot,
            minutes: Minutes(10),
            memo: "Dziękuję"
        )
        #expect(try hex(gift) == "b49cef2f014f02ee926065616c2c65ce")
    }

    @Test func `requests that differ in one field have fingerprints of their own`() throws {
        let wallet = AccountName.id(Account.ID(raw: 1))
        let gifts = [
            Give(from: wallet, to: .pot, minutes: Minutes(10)),
            Give(from: wallet, to: .pot, minutes: Minutes(11)),
            Give(from: wallet, to: .pot, minutes: Minutes(10), memo: "10"),
            Give(from: .pot, to: wallet, minutes: Minutes(10)),
        ]
        #expect(Set(try gifts.map { try hex($0) }).count == gifts.count)
    }

    @Test func `closing a listed thing has the fingerprint that its kind has had always`() throws {
        let offer = OpenListed(Offer.ID(raw: 1), isOpen: false)
        let opportunity = OpenListed(Opportunity.ID(raw: 1), isOpen: false)
        #expect(try hex(offer) == "7b83511f0f940e4550dcc072922ae202")
        #expect(try hex(opportunity) == "48b9817a605bab4b2555105112fa92fd")
    }

    private func hex(_ operation: some Operation) throws -> String {
        try Fingerprint(of: operation).bytes
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }
            .joined()
    }
}
