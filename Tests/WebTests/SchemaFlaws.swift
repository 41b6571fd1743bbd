import Ledger
import Timebank

@testable import Web

/// What is wrong with answers, as their description has them.
struct SchemaFlaws {
    /// What schemas refer to by name.
    let named: [String: Web.Schema]

    /// What is wrong with a value; nothing where it is as described.
    ///
    /// Stricter than JSON Schema: an object has no member that is not described, and has them in
    /// the order of the description.
    func find(in value: JSON, _ schema: Web.Schema, at place: String = "") -> [String] {
        switch (schema, value) {
        case (.orNull, .null): return []
        case (.orNull(let schema), _): return find(in: value, schema, at: place)
        case (.named(let name), _):
            guard let schema = named[name] else { return ["\(place): no schema \(name)"] }
            return find(in: value, schema, at: place)
        case (.object(let properties), .object(let members)):
            return find(in: members, properties, at: place)
        case (.list(let schema, let most), .list(let items)):
            let many = items.count > most ?? .max ? ["\(place): \(items.count) items"] : []
            return many + items.flatMap { find(in: $0, schema, at: place + "[]") }
        case (.text(let length), .text(let text)):
            return check(length.contains(text.unicodeScalars.count), value, place)
        case (.id, .text(let text)): return check(Web.Schema.isID(text), value, place)
        case (.slug, .text(let text)): return check(Slug(text) != nil, value, place)
        case (.date, .text(let text)):
            return check(Day(text).map { $0.iso == text } ?? false, value, place)
        case (.time, .text(let text)):
            return check(Instant(text).map { $0.rfc3339 == text } ?? false, value, place)
        case (.word(let words), .text(let text)):
            return check(words.contains(text), value, place)
        case (.minutes(let most), .number(.whole(let number))):
            return check((1...most).contains(number), value, place)
        case (.number(let range), .number(.whole(let number))):
            return check(range.contains(number), value, place)
        case (.flag, .flag): return []
        default: return ["\(place): \(value) is no \(schema)"]
        }
    }

    private func find(
        in members: [JSON.Member],
        _ properties: [Property],
        at place: String
    ) -> [String] {
        let names = members.map(\.name)
        let told = properties.filter { $0.isRequired || names.contains($0.name) }
        guard told.map(\.name) == names else {
            return ["\(place): \(names) and not \(told.map(\.name))"]
        }
        return zip(told, members).flatMap {
            find(in: $1.value, $0.schema, at: "\(place)/\($0.name)")
        }
    }

    private func check(_ isGood: Bool, _ value: JSON, _ place: String) -> [String] {
        isGood ? [] : ["\(place): \(value)"]
    }
}
