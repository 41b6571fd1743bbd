import Testing
import Web

@Suite struct AddressTests {
    @Test func `without its values an address is the pattern that the router reads`() {
        #expect(Address.home() == "/:network/")
        #expect(Address.undo() == "/:network/till/:organisation/accepted/:redemption/undo")
        #expect(Address.people() == "/:network/people")
        #expect(Address.asset() == "/assets/:file")
    }

    @Test func `with its values it is a link`() {
        #expect(Address.confirm("fenside", "06F") == "/fenside/organisations/06F/confirm")
        #expect(
            Address.statement("fenside", "06A", after: "06B") == "/fenside/accounts/06A?after=06B"
        )
    }

    @Test func `what a person typed is escaped in a query`() {
        #expect(
            Address.people("fenside", search: "Łucja & <b>", after: "x")
                == "/fenside/people?q=%C5%81ucja%20%26%20%3Cb%3E&after=x"
        )
        #expect(Address.people("fenside", search: "") == "/fenside/people")
    }

    @Test func `an asset is found by its name and nothing else`() {
        for asset in Asset.allCases {
            #expect(Asset(file: asset.file) == asset)
            #expect(!asset.bytes.isEmpty)
        }
        #expect(Asset(file: "style.css") == nil)
        #expect(Asset(file: "../style") == nil)
    }
}
