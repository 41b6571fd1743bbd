import FoundationEssentials
import Ledger
import Support
import Testing

/// Ids, and the generator that draws them.
@Suite struct IDTests {
    private enum Thing {}

    @Test func `an id is seen as thirteen characters, in JSON too`() throws {
        let id = ID<Thing>(raw: 1 << 40)
        #expect(id.description == "0000100000000")
        #expect(ID<Thing>("0000100000000") == id)
        let json = try JSONEncoder().encode([id])
        #expect(String(decoding: json, as: UTF8.self) == #"["0000100000000"]"#)
        #expect(try JSONDecoder().decode([ID<Thing>].self, from: json) == [id])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ID<Thing>].self, from: Data(#"["17"]"#.utf8))
        }
    }

    @Test func `ids compare in the order of recording`() {
        #expect([ID<Thing>(raw: 7), ID(raw: 3)].sorted() == [ID(raw: 3), ID(raw: 7)])
    }

    @Test func `an id holds its millisecond, its node and its sequence`() {
        var generator = IDGenerator(node: 1_023, after: 0)
        let first = generator.next(at: 1_763_749_800_000)
        #expect(first == 1_763_749_800_000 << 21 | 1_023 << 11)
        #expect(generator.next(at: 1_763_749_800_000) == first + 1)
        #expect(IDGenerator.milliseconds(of: first) == 1_763_749_800_000)
    }

    @Test func `more ids than a millisecond holds go on in the next`() {
        var generator = IDGenerator(node: 5, after: 0)
        let drawn = (0..<5_000).map { _ in generator.next(at: 1_000) }
        #expect(zip(drawn, drawn.dropFirst()).allSatisfy(<))
        #expect(drawn[2_047] == 1_000 << 21 | 5 << 11 | 2_047)
        #expect(drawn[2_048] == 1_001 << 21 | 5 << 11)
        #expect(generator.isAhead(of: 1_000) == 2)
        #expect(generator.isAhead(of: 1_002) == 0)
    }

    @Test func `a clock that is behind does not bring ids back`() {
        var generator = IDGenerator(node: 3, after: 0)
        let early = generator.next(at: 60_000)
        let later = generator.next(at: 1_000)
        #expect(later == early + 1)
        #expect(generator.isAhead(of: 1_000) == 59_000)
        #expect(generator.next(at: -5) > later)
        #expect(generator.next(at: 60_001) == 60_001 << 21 | 3 << 11)
    }

    @Test(arguments: Seeds.some)
    func `ids climb past the largest of any node, whatever the clock does`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let node = Int.random(in: 0...1_023, using: &random)
            var last = Int64.random(in: 0...(1 << 61), using: &random)
            var generator = IDGenerator(node: node, after: last)
            let start = IDGenerator.milliseconds(of: last)
            for _ in 0..<50 {
                let next = generator.next(at: start + .random(in: -20...20, using: &random))
                #expect(next > last)
                #expect(next >> 11 & 1_023 == node)
                last = next
            }
        }
    }
}
