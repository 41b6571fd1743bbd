import Ledger
import Testing
import Timebank
import Web

@Suite struct PagesTests {
    @Test func `every text that a template names is in the catalogue`() throws {
        _ = try Pages(languages: Language.allCases)
    }

    @Test(arguments: Language.offered)
    func `every page is whole`(_ language: Language) throws {
        let pages = try Pages()
        for (name, page) in Samples(language: language).all {
            let html = pages.render(page)
            #expect(html.hasPrefix("<!doctype html>"), "\(name)")
            #expect(html.contains("</html>"), "\(name)")
            #expect(html.contains("<html lang=\"\(language.code)\">"), "\(name)")
            #expect(html.matches(of: /<h1[ >]/).count == 1, "\(name)")
            #expect(!html.contains("{{"), "\(name)")
            #expect(!html.contains(/\{[a-z]+\}/) || name.contains("till"), "\(name)")
            #expect(!html.contains("Optional("), "\(name)")
            #expect(!html.contains(" style="), "\(name)")
            #expect(!html.contains(/<script(?! src)| on\w+=/), "\(name)")
        }
    }

    @Test(arguments: Language.offered)
    func `an id stands once on a page and what is described by it is there`(
        _ language: Language
    ) throws {
        let pages = try Pages()
        for (name, page) in Samples(language: language).all {
            let html = pages.render(page)
            let ids = html.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
            #expect(ids.count == Set(ids).count, "\(name): \(ids)")
            for match in html.matches(of: /aria-describedby="([^"]+)"/) {
                #expect(
                    Set(ids).isSuperset(of: match.1.split(separator: " ").map(String.init)),
                    "\(name)"
                )
            }
            for match in html.matches(of: /(?:for="|href="#)([^"]+)"/) {
                #expect(ids.contains(String(match.1)), "\(name): \(match.1)")
            }
        }
    }

    @Test func `what a person wrote is escaped`() throws {
        let mean = "<script>alert('x')</script>{{frame}}&\""
        let frame = Samples(language: .english).frame()
        let page = DetailPage.giveCheck(
            frame: frame,
            network: Samples.network,
            tokens: FormTokens(key: mean, token: mean),
            receiver: mean,
            minutes: .hours(1),
            left: .zero,
            memo: mean,
            answers: [Hidden("memo", mean)]
        )
        let html = try Pages().render(page)
        #expect(!html.contains("<script>"))
        #expect(!html.contains("'x'"))
        #expect(html.contains("{{frame}}&amp;&quot;"))
    }

    @Test func `sign-in has one form, one text field, one password field and one button`() throws {
        let samples = Samples(language: .english)
        let page = FormPage.signIn(
            frame: samples.frame(visitor: true),
            network: Samples.network,
            tokens: samples.tokens
        )
        let html = try Pages().render(page)
        #expect(html.matches(of: /<form/).count == 1)
        #expect(html.matches(of: /type="text"/).count == 1)
        #expect(html.matches(of: /type="password"/).count == 1)
        #expect(html.matches(of: /<button|type="submit"/).count == 1)
        #expect(html.matches(of: /<(?:select|textarea)/).count == 0)
        #expect(html.contains("name=\"login\""))
    }

    @Test func `a ward's hours are not called one's own`() throws {
        let samples = Samples(language: .english)
        func page(isWard: Bool) throws -> String {
            try Pages().render(
                HomePage(
                    frame: samples.frame(),
                    network: Samples.network,
                    name: "Walter Ashby",
                    account: samples.id("06A"),
                    today: samples.today,
                    minutes: .hours(1),
                    lately: samples.movements,
                    isWard: isWard
                )
            )
        }
        #expect(try page(isWard: false).contains("All my hours"))
        #expect(try !page(isWard: true).contains("All my hours"))
        #expect(try page(isWard: true).contains("All hours"))
    }

    @Test func `the front page of a network links to sign-in`() throws {
        let samples = Samples(language: .english)
        let page = FrontPage(frame: samples.frame(visitor: true), network: Samples.network)
        #expect(try Pages().render(page).contains(/<a [^>]*href="\/fenside\/sign-in">Sign in<\/a>/))
    }

    @Test func `every form but a search carries a key and a token, or only signs out`() throws {
        let pages = try Pages()
        for (name, page) in Samples(language: .english).all {
            for form in pages.render(page).matches(of: /(?s)<form.*?<\/form>/)
            where form.0.contains("method=\"post\"") {
                #expect(form.0.contains("name=\"token\""), "\(name)")
                #expect(form.0.contains("name=\"key\"") || form.0.contains("sign-out"), "\(name)")
            }
        }
    }

    @Test func `the mistake stands in the title, in the summary and beside its field`() throws {
        let samples = Samples(language: .english)
        let refusal = PeopleRefusal.mistypedNumber(field: "number").words(in: .english)
        let page = FormPage.give(
            frame: samples.frame(),
            network: Samples.network,
            tokens: samples.tokens,
            left: Minutes(210),
            entered: Entered(["number": ["12"]], mistakes: [Mistake(refusal, field: "number")])
        )
        let html = try Pages().render(page)
        #expect(html.contains("<title>Problem: "))
        #expect(html.contains("<a href=\"#f-number\">"))
        #expect(html.contains("id=\"f-number-wrong\""))
        #expect(html.contains("value=\"12\""))
    }
}
