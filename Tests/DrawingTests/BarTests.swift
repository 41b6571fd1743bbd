import Drawing
import Testing

@Suite struct BarTests {
    @Test func `a bar is as long as its value, and what is there can be seen`() {
        #expect(Bar(50, of: 100).length == 500)
        #expect(Bar(100, of: 100).length == 1_000)
        #expect(Bar(1, of: 1_000_000).length == 4)
        for (value, most) in [(0, 100), (-5, 100), (5, 0), (0, 0)] as [(Int64, Int64)] {
            #expect(Bar(value, of: most).length == 0)
        }
        #expect(Bar(.max, of: 1).length == 1_000)
    }

    @Test func `it has no style of its own and is hidden from screen readers`() {
        let markup = Bar(1, of: 2).svg.markup
        #expect(markup.contains("aria-hidden=\"true\"") && !markup.contains("style"))
        #expect(markup.contains("width=\"500\""))
    }
}
