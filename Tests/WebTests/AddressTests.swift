import Ledger
import Testing
import Timebank

@testable import Web

@Suite struct AddressTests {
    private let network = Samples.network

    @Test func `an address is the pattern that the router reads`() {
        #expect(Address.home.pattern == "/{network}/")
        #expect(Address.people.pattern == "/{network}/people")
        #expect(Address.undo.pattern == "/{network}/till/{organisation}/accepted/{redemption}/undo")
        #expect(Address.language.pattern == "/{network}/language/{language}")
    }

    @Test func `an address of the API says what each argument is called and may be`() {
        #expect(Routes.document.pattern == "/api/v1/openapi.json")
        #expect(
            Routes.guardian.pattern
                == "/api/v1/networks/{network}/members/{member}/guardians/{guardian}"
        )
        #expect(Routes.officeHolder.names == ["network", "office", "person"])
        for call in WebPart.standard.endpoints {
            let names = call.path.split(separator: "/").filter { $0.hasPrefix("{") }
                .map { $0.dropFirst().dropLast() }
            #expect(Set(names).count == names.count, "\(call.path)")
            #expect(names == call.parameters.map { $0.name[...] }, "\(call.path)")
        }
    }

    @Test func `with a network and its arguments it is a link`() {
        let (organisation, person) = (Organisation.ID(raw: 1), Person.ID(raw: 2))
        #expect(Address.home(network).text == "/fenside/")
        #expect(
            Address.confirm(network, organisation).text
                == "/fenside/organisations/\(organisation)/confirm"
        )
        #expect(
            Address.staffMember(network, organisation, person).text
                == "/fenside/organisations/\(organisation)/staff/\(person)"
        )
        #expect(Address.language(network, .polish).text == "/fenside/language/pl")
    }

    @Test func `what is asked for stands in the query`() {
        let (account, member) = (Account.ID(raw: 3), Member.ID(raw: 4))
        #expect(
            Address.statement(network, account, after: 5).text
                == "/fenside/accounts/\(account)?after=\(Account.ID(raw: 5))"
        )
        #expect(Address.claim(network, for: member).text == "/fenside/claim?for=\(member)")
        #expect(Address.claim(network, for: nil).text == "/fenside/claim")
    }

    @Test func `what a person typed is escaped in a query`() {
        #expect(
            Address.people(network, search: "Łucja & <b>", after: 1).text
                == "/fenside/people?q=%C5%81ucja%20%26%20%3Cb%3E&after=0000000000001"
        )
        #expect(Address.people(network, search: "", after: nil).text == "/fenside/people")
    }

    @Test func `no two arguments of an address have one name`() {
        for route in WebPart.standard.pageRoutes where !["/", "/robots.txt"].contains(route.path) {
            let names = route.path.split(separator: "/").filter { $0.hasPrefix("{") }
            #expect(Set(names).count == names.count, "\(route.path)")
            #expect(names.first == "{network}", "\(route.path)")
        }
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
