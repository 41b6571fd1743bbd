import Ledger
import Lending
import Testing
import Timebank

@Suite struct CatalogueTests {
    static let complete = Language.allCases.filter(\.isComplete)
    /// Everything that is delivered, and a part that is not.
    private static let scheme = Scheme.lending

    /// All that says no, a case of each.
    private static let refusals: [any RefusalPhrases] =
        scheme.refusals.flatMap { $0.allSamples } + TroubleWords.allCases

    @Test(arguments: complete)
    func `a complete language has every text once`(_ language: Language) {
        for texts in Self.scheme.texts {
            let names = texts.phrases(in: language).map(\.name)
            #expect(texts.allTexts.map(\.name).filter { !names.contains($0) } == [])
            #expect(names.count == Set(names).count)
        }
    }

    @Test func `no two texts have one name`() {
        let names = Self.scheme.texts.flatMap { $0.allTexts.map(\.name) }
        #expect(names.count == Self.scheme.textsByName.count)
        #expect(names.count > 500)
    }

    @Test(arguments: complete)
    func `a text has the same facts in every language`(_ language: Language) {
        for texts in Self.scheme.texts {
            let english = Dictionary(uniqueKeysWithValues: texts.phrases(in: .english))
            for (name, phrase) in texts.phrases(in: language) {
                #expect(phrase.placeholders == english[name]?.placeholders, "\(name)")
            }
        }
        for refusal in Self.refusals {
            let facts = refusal.phrase(in: language)?.sentence.placeholders
            #expect(facts == refusal.english.sentence.placeholders, "\(refusal)")
        }
    }

    @Test(arguments: complete)
    func `a counted text has every form that its language needs`(_ language: Language) {
        for (name, phrase) in Self.scheme.texts.flatMap({ $0.phrases(in: language) }) {
            if case .counted(_, let forms) = phrase {
                #expect(Set(forms.keys) == Set(language.pluralForms), "\(name)")
            }
        }
    }

    @Test(arguments: complete)
    func `a refusal with facts has a sentence for when they are not known`(_ language: Language) {
        for refusal in Self.refusals {
            guard let phrase = refusal.phrase(in: language) else {
                Issue.record("\(refusal) says nothing")
                continue
            }
            #expect(
                phrase.sentence.placeholders.isEmpty == (phrase.otherwise == nil),
                "\(refusal)"
            )
            #expect(!refusal.words(in: language, [:]).sentence.contains("{"), "\(refusal)")
            #expect(!phrase.title.hasSuffix("."), "\(refusal)")
        }
    }

    @Test func `a refusal has the facts that its sentence names, and a code of its own`() {
        let now = Instant(microseconds: 0)
        for refusal in Self.scheme.refusals.flatMap({ $0.allSamples }) {
            for language in Self.complete {
                let said = refusal.words(in: language, at: now)
                let otherwise = refusal.phrase(in: language)?.otherwise
                #expect(said.sentence != otherwise, "\(refusal)")
            }
            #expect(refusal.code.contains(/^[a-z]+(-[a-z]+)*$/), "\(refusal)")
        }
        // Two parts say this one, for programs that do not care at which of two doors.
        let shared: Set = ["not-enough-credits"]
        let codes = Self.scheme.refusals.flatMap { Set($0.allSamples.map(\.code)) }
        for code in Set(codes).subtracting(shared) {
            #expect(codes.count { $0 == code } == 1, "\(code)")
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
        #expect(Catalogue.text(PeopleText.homeLately, in: .welsh) == "Lately")
        #expect(TroubleWords.busy.words(in: .hungarian).title == "Many people are here just now")
    }

    @Test func `a full stop after an abbreviation is not doubled`() {
        let facts: [String: Fact] = ["left": .minutes(.hours(3))]
        #expect(Catalogue.text(GivingText.leaves, in: .polish, facts) == "Zostaje: 3\u{A0}godz.")
        #expect(Catalogue.text(GivingText.leaves, in: .english, facts) == "Leaves 3\u{A0}h.")
    }

    private func everything(_ language: Language) -> [String] {
        let texts = Self.scheme.texts.flatMap { $0.phrases(in: language) }.flatMap {
            _,
            phrase in
            switch phrase {
            case .plain(let words): [words]
            case .counted(_, let forms): Array(forms.values)
            }
        }
        let refusals = Self.refusals.flatMap { refusal -> [String] in
            guard let phrase = refusal.phrase(in: language),
                case .plain(let sentence) = phrase.sentence
            else { return [] }
            return [phrase.title, sentence] + (phrase.otherwise.map { [$0] } ?? [])
        }
        return texts + refusals
    }
}
