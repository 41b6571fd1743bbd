internal import Testing

@testable internal import SQLiteStore

@Suite struct PaceTests {
    @Test func `a disk is waited for when flushes take longer than what they make durable`() {
        var pace = Pace()
        #expect(!pace.isDisks)
        for _ in 0..<20 { pace.note(ran: .milliseconds(2), flushed: .milliseconds(6)) }
        #expect(pace.isDisks)
        for _ in 0..<20 { pace.note(ran: .milliseconds(2), flushed: .microseconds(400)) }
        #expect(!pace.isDisks)
    }

    @Test func `one slow flush among quick ones says little`() {
        var pace = Pace()
        for _ in 0..<20 { pace.note(ran: .milliseconds(2), flushed: .microseconds(400)) }
        pace.note(ran: .milliseconds(2), flushed: .milliseconds(8))
        #expect(!pace.isDisks)
    }
}
