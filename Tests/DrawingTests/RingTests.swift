import Drawing
import Testing

@Suite struct RingTests {
    @Test(
        arguments: [
            (0, 0), (1, 1), (30, 30), (59, 59), (60, 60), (61, 1), (180, 60), (210, 30), (-90, 30),
            (-60, 60), (Int64.max, 7), (Int64.min, 8),
        ] as [(Int64, Int)]
    )
    func `the minutes beyond the last full hour are lit`(_ minutes: Int64, lit: Int) {
        #expect(Ring(minutes: minutes).lit == lit)
        #expect(Ring(minutes: minutes).ticks == 60)
    }

    @Test(arguments: [0, 1, 29, 60, 95] as [Int64])
    func `a ring has sixty ticks, each in one of two classes`(_ minutes: Int64) {
        let ring = Ring(minutes: minutes)
        let markup = ring.svg.markup
        #expect(markup.count { $0 == "M" } == 60)
        #expect(markup.contains("ring-lit") == (ring.lit > 0))
        #expect(markup.contains("ring-rest") == (ring.lit < 60))
        #expect(markup.contains("aria-hidden=\"true\""))
        #expect(!markup.contains("style="))
    }

    @Test func `the first tick points up and a quarter of an hour later to the right`() {
        let markup = Ring(minutes: 16).svg.markup
        #expect(markup.contains("class=\"ring-lit\" d=\"M50 10L50 1.5M"))
        #expect(markup.contains("M90 50L98.5 50\""))
    }

    @Test func `the mark has twelve ticks`() {
        #expect(Ring.mark.svg.markup.count { $0 == "M" } == 12)
    }
}
