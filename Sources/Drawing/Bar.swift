/// A horizontal bar of a chart; its label and its number stand beside it as text.
///
/// It fills the width that the page gives it, and is hidden from screen readers, since the number
/// is always written beside it.
package struct Bar: Hashable, Sendable {
    /// Its length, in thousandths of the longest bar: 0 to 1,000.
    package let length: Int64

    /// The bar for a value of a list whose largest one is `most`.
    ///
    /// A value below zero has no length; one above zero is at least just visible.
    package init(_ value: Int64, of most: Int64) {
        guard value > 0, most > 0 else {
            length = 0
            return
        }
        let share = Double(min(value, most)) / Double(most)
        length = max(Int64((share * 1_000).rounded()), 4)
    }

    /// The drawing, 1,000 by 10 units; its class is `bar-svg`.
    package var svg: SVG {
        SVG(
            "svg",
            [
                "class": "bar-svg",
                "viewBox": "0 0 1000 10",
                "preserveAspectRatio": "none",
                "aria-hidden": "true",
                "focusable": "false",
            ],
            [SVG("rect", ["width": "\(length)", "height": "10"])]
        )
    }
}
