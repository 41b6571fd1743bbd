/// An SVG element: its name, attributes in order, and content.
///
/// Text and attribute values are escaped when it is written, so a person's words cannot become
/// markup. Colours come from the page's style sheet, through classes and `currentColor`: pages
/// forbid inline styles, and a drawing follows the light or dark theme.
package struct SVG: Hashable, Sendable {
    let name: String
    let attributes: [Attribute]
    let children: [Child]

    struct Attribute: Hashable, Sendable {
        let name: String
        let value: String
    }

    enum Child: Hashable, Sendable {
        case element(SVG)
        case text(String)
    }

    /// An element that contains other elements.
    package init(
        _ name: String,
        _ attributes: KeyValuePairs<String, String>,
        _ children: [SVG] = []
    ) {
        self.name = name
        self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
        self.children = children.map(Child.element)
    }

    /// An element that contains text, such as a label.
    package init(_ name: String, _ attributes: KeyValuePairs<String, String>, text: String) {
        self.name = name
        self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
        children = [.text(text)]
    }

    /// The element as SVG text, for use inside a page or as a file.
    package var markup: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        text += "<" + name
        for attribute in attributes {
            text += " " + attribute.name + "=\"" + SVG.escaped(attribute.value) + "\""
        }
        if children.isEmpty {
            text += "/>"
            return
        }
        text += ">"
        for child in children {
            switch child {
            case .element(let element): element.write(to: &text)
            case .text(let words): text += SVG.escaped(words)
            }
        }
        text += "</" + name + ">"
    }

    /// `text` with the five special characters of XML escaped and control characters that XML
    /// forbids removed.
    package static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: break
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
