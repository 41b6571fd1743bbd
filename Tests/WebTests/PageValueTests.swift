import Testing
import Timebank
import Web

/// A template looks for a name in the innermost value first and then outwards.
///
/// What is not there in an item would be found in the page around it, so their names must differ.
@Suite struct PageValueTests {
    @Test func `what may be missing in an item has a name of its own`() {
        for (name, page) in Samples(language: .english).all {
            check(page, around: [], name)
        }
    }

    private func check(_ value: Any, around: Set<String>, _ page: String) {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .collection || mirror.displayStyle == .optional {
            for child in mirror.children { check(child.value, around: around, page) }
            return
        }
        guard mirror.displayStyle == .struct || mirror.displayStyle == .enum else { return }
        // The frame is reached by its name, and its links are the only lists in it.
        let names = Set(mirror.children.compactMap(\.label))
        for child in mirror.children {
            guard let label = child.label, label != "words" else { continue }
            if Mirror(reflecting: child.value).displayStyle == .optional {
                #expect(!around.contains(label), "\(page): \(label) in \(type(of: value))")
            }
            check(child.value, around: around.union(names), page)
        }
    }
}
