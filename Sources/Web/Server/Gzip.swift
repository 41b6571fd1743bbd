internal import CZlib

/// Compression in the gzip format, with the system's zlib.
enum Gzip {
    /// The compressed bytes at level 4; nil if zlib fails, for example without memory.
    static func pack(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let windowOfGzip: Int32 = 15 + 16
        guard
            deflateInit2_(
                &stream,
                4,
                Z_DEFLATED,
                windowOfGzip,
                8,
                Z_DEFAULT_STRATEGY,
                ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)
            ) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            var isWhole = false
            let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = Int(stream.total_out)
            }
            return isWhole ? packed : nil
        }
    }
}
