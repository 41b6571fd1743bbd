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

    private func hex(_ operation: some Operation) throws -> String {
        try Fingerprint(of: operation).bytes
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }
            .joined()
    }
}
