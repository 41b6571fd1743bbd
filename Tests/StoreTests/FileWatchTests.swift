internal import Foundation
internal import Support
internal import Synchronization
internal import Testing

@testable internal import SQLiteStore

/// A store that grows while somebody looks whether it is still there.
@Suite struct FileWatchTests {
    @Test func `a store that grows at the moment of a look is not taken for one that was cut`()
        async throws
    {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("growing.sqlite").path
            for end in ["", "-wal", "-shm"] {
                try Data().write(to: URL(fileURLWithPath: path + end))
            }
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            let watch = try FileWatch(path, file: file.fileDescriptor, pageSize: 1) { _ in }
            let isDone = Atomic<Bool>(false)
            async let troubles = Task.detached {
                var troubles: Set<String> = []
                while !isDone.load(ordering: .relaxed) {
                    if let trouble = watch.trouble() { troubles.insert(trouble) }
                }
                return troubles
            }.value
            for size in 1...60_000 {
                try file.truncate(atOffset: UInt64(size))
                watch.knowAnew(pages: size)
            }
            isDone.store(true, ordering: .relaxed)
            #expect(await troubles.isEmpty)
        }
    }
}
