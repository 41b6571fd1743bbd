import Ledger
import Testing
import Timebank

@Suite struct CatalogueTests {
    static let complete = Language.allCases.filter(\.isComplete)

    @Test(arguments: complete)
    func `a complete language has every text once`(_ language: Language) {
        let texts = Catalogue.tables(of: language).flatMap { $0.map(\.key) }
        #expect(Text.allCases.filter { !texts.contains($0) } == [])
        #expect(texts.count == Set(texts).count)
        let refusals = Catalogue.refusalTable(of: language).map(\.key)
        #expect(RefusalText.allCases.filter { !refusals.contains($0) } == [])
        #expect(refusals.count == Set(refusals).count)
    }

    @Test(arguments: complete)
    func `a text has the same facts in every language`(_ language: Language) {
        let english = phrases(.english)
        for (text, phrase) in phrases(language) {
            #expect(phrase.placeholders == english[text]?.placeholders, "\(text)")
        }
        let refusals = facts(of: .english)
        for (text, names) in facts(of: language) {
            #expect(names == refusals[text], "\(text)")
        }
    }

    @Test(arguments: complete)
    func `a counted text has every form that its language needs`(_ language: Language) {
        for (text, phrase) in phrases(language) {
            if case .counted(_, let forms) = phrase {
                #expect(Set(forms.keys) == Set(language.pluralForms), "\(text)")
            }
        }
    }

    @Test(arguments: complete)
    func `a refusal with facts has a sentence for when they are not known`(_ language: Language) {
        for (text, phrase) in Catalogue.refusalTable(of: language) {
            #expect(phrase.sentence.placeholders.isEmpty == (phrase.otherwise == nil), "\(text)")
            let bare = Catalogue.refusal(text.rawValue, in: language).sentence
            #expect(!bare.contains("{"), "\(text)")
            #expect(!phrase.title.hasSuffix("."), "\(text)")
        }
    }

    @Test(arguments: complete)
    func `nothing is shouted, nobody is a user, and nothing is submitted`(_ language: Language) {
        for said in everything(language) {
            #expect(!said.contains("!"), "\(said)")
            #expect(
                !said.contains(/(?i)\b(user|transaction|submit|click|please note|użytkowni)/),
                "\(said)"
            )
            #expect(said == said.split(separator: " ").joined(separator: " "), "\(said)")
            #expect(!said.contains(/['"]/), "a straight quote: \(said)")
        }
    }

    @Test func `a language that is not complete speaks English where it has no text`() {
        #expect(Catalogue.text(.homeLately, in: .welsh) == "Lately")
        #expect(Catalogue.refusal("busy", in: .hungarian).title == "Many people are here just now")
    }

    @Test func `a full stop after an abbreviation is not doubled`() {
        let facts: [String: Fact] = ["left": .minutes(.hours(3))]
        #expect(Catalogue.text(.leaves, in: .polish, facts) == "Zostaje: 3\u{A0}godz.")
        #expect(Catalogue.text(.leaves, in: .english, facts) == "Leaves 3\u{A0}h.")
    }

    @Test func `a code that nobody knows is said as a fault`() {
        #expect(
            Catalogue.refusal("no-such-code", in: .english).title == "Something went wrong here"
        )
    }

    private func phrases(_ language: Language) -> [Text: Phrase] {
        let pairs = Catalogue.tables(of: language).flatMap { $0.map { ($0.key, $0.value) } }
        return Dictionary(pairs) { first, _ in first }
    }

    private func facts(of language: Language) -> [RefusalText: Set<String>] {
        let pairs = Catalogue.refusalTable(of: language).map {
            ($0.key, $0.value.sentence.placeholders)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func everything(_ language: Language) -> [String] {
        let texts = phrases(language).values.flatMap { phrase -> [String] in
            switch phrase {
            case .plain(let words): [words]
            case .counted(_, let forms): Array(forms.values)
            }
        }
        let refusals = Catalogue.refusalTable(of: language).flatMap { _, phrase -> [String] in
            guard case .plain(let sentence) = phrase.sentence else { return [] }
            return [phrase.title, sentence] + (phrase.otherwise.map { [$0] } ?? [])
        }
        return texts + refusals
    }
}
