internal import Mustache
package import Timebank

/// Turns page values into HTML.
///
/// The templates are read once, when the program starts: in each, `{{t.homeLately}}` is replaced by
/// that text in each language, so that showing a page looks up no text at all. Everything else in
/// double braces is escaped; only drawings stand in triple ones.
package struct Pages: Sendable {
    private let libraries: [Language: MustacheLibrary]

    /// - `templates`: Those of the parts that are served, and those that all pages share.
    /// - Throws: ``TemplateError`` if a template names a text that the catalogue does not have, or
    ///   cannot be read; a test makes this once, so a program that was tested does not meet it.
    package init(
        languages: [Language] = Language.offered,
        templates: [Template] = WebPart.standard.templates,
        scheme: Scheme = .standard
    ) throws {
        let texts = scheme.textsByName
        var libraries: [Language: MustacheLibrary] = [:]
        for language in languages {
            var library = MustacheLibrary()
            for template in templates {
                let source = try template.said(in: language, texts)
                do {
                    try library.register(source, named: template.name)
                } catch {
                    throw TemplateError.unreadable(template: template.name, "\(error)")
                }
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// The page as HTML, in the language of its frame.
    package func render<Shown: Page>(_ page: Shown) -> String {
        let library = libraries[page.frame.words.language] ?? libraries[.english]
        // A window's title is plain text, in which names are kept apart by signs and not by marks.
        let title = "\(page.title.fenced) · \(page.frame.network.fenced)"
        let fields = Fields(page, and: ["windowTitle": title])
        return library?.render(fields, withTemplate: Shown.template.name) ?? page.title
    }
}

/// What can be wrong with a template.
package enum TemplateError: Error, Hashable, Sendable {
    /// It names a text that the catalogue does not have.
    case unknownText(template: String, String)
    /// Mustache cannot read it.
    case unreadable(template: String, String)
}

extension Template {
    /// The source with its texts in `language`, and without the spaces that indent its lines.
    fileprivate func said(
        in language: Language,
        _ texts: [String: any Text]
    ) throws(TemplateError) -> String {
        var said = ""
        var rest = source.split(separator: "\n").map { $0.drop(while: { $0 == " " }) }
            .joined(separator: "\n")[...]
        while let tag = rest.firstRange(of: "{{t.") {
            guard let end = rest[tag.upperBound...].firstRange(of: "}}") else { break }
            let wanted = String(rest[tag.upperBound..<end.lowerBound])
            guard let text = texts[wanted] else {
                throw .unknownText(template: name, wanted)
            }
            said += rest[..<tag.lowerBound] + Catalogue.text(text, in: language).escapedForHTML
            rest = rest[end.upperBound...]
        }
        return said + rest
    }
}

extension String {
    /// The text as it stands in a template: escaped, and with no brace that Mustache would read.
    fileprivate var escapedForHTML: String {
        reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "{": text += "&#123;"
            default: text.append(character)
            }
        }
    }
}
