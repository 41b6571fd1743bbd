internal import Mustache
package import Timebank

/// Renders pages as HTML.
///
/// The templates are parsed once, at the start of the program. In each language, `{{t.homeLately}}`
/// is first replaced by that text of the catalogue, so that rendering looks up no texts. Values in
/// double braces are escaped; only SVG drawings use triple braces.
package struct Pages: Sendable {
    private let libraries: [Language: MustacheLibrary]

    /// - `languages`: The languages to prepare the templates for.
    /// - `templates`: The shared templates and those of the parts that are served.
    /// - `scheme`: The scheme whose texts the templates use.
    /// - Throws: ``TemplateError`` if a template names an unknown text or cannot be parsed. A test
    ///   constructs this value, so this does not happen in a tested program.
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

    /// Renders the page as HTML, in the language of its frame.
    package func render<Shown: Page>(_ page: Shown) -> String {
        let library = libraries[page.frame.words.language] ?? libraries[.english]
        // The window title is plain text, so Unicode isolates replace the `<bdi>` around names.
        let title = "\(page.title.bidiIsolated) · \(page.frame.network.bidiIsolated)"
        let fields = Fields(page, and: ["windowTitle": title])
        return library?.render(fields, withTemplate: Shown.template.name) ?? page.title
    }
}

/// An error in a template.
package enum TemplateError: Error, Hashable, Sendable {
    /// The template names a text that the catalogue does not have.
    case unknownText(template: String, String)
    /// Mustache cannot parse the template.
    case unreadable(template: String, String)
}

extension Template {
    /// The source with its texts in `language`, without the indentation of its lines.
    ///
    /// - Throws: ``TemplateError/unknownText(template:_:)``.
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
    /// The text escaped for HTML, and without an opening brace, which Mustache would interpret.
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
