import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Web

/// Connections on which requests come, and answers are taken, too slowly.
@Suite struct LineTests {
    private static let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"

    @Test(arguments: ["GET / HT", "\r\n", head, head + "12345678"])
    func `a request that drips gets 408 after thirty seconds in all`(begun: String) throws {
        let line = try Line()
        try line.send(begun)
        for _ in 0..<29 {
            line.pass(.seconds(1))
            #expect(line.isOpen)
            if begun == Self.head, line.time < 8 { try line.send("x") }
        }
        line.pass(.seconds(1))
        #expect(!line.isOpen)
        #expect(line.said.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    }

    @Test func `a connection that sends nothing is closed without a word`() throws {
        let line = try Line()
        line.pass(.seconds(29))
        #expect(line.isOpen)
        line.pass(.seconds(1))
        #expect(!line.isOpen && line.said.isEmpty)
    }

    @Test func `a second request on a connection has its own thirty seconds`() throws {
        let line = try Line()
        line.pass(.seconds(20))
        try line.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        try line.answer()
        line.pass(.seconds(50))
        #expect(line.isOpen)
        try line.send("GET / HT")
        line.pass(.seconds(29))
        #expect(line.isOpen)
        line.pass(.seconds(31))
        #expect(!line.isOpen)
    }

    @Test func `a request that is worked at may take its time, and so may one behind it`() throws {
        let line = try Line()
        try line.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HT")
        try line.send("TP")
        line.pass(.seconds(100))
        #expect(line.isOpen)
        try line.answer()
        line.pass(.seconds(61))
        #expect(!line.isOpen)
    }

    @Test func `a body that drips behind its answer ends the connection, with nothing more said`()
        throws
    {
        let line = try Line()
        try line.send(Self.head)
        try line.answer(413)
        let said = line.said
        line.pass(.seconds(30))
        #expect(!line.isOpen && line.said == said)
    }

    @Test func `an answer that nobody takes ends the connection after two minutes`() throws {
        let line = try Line()
        try line.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        try line.beginAnswer()
        for _ in 0..<119 { line.pass(.seconds(1)) }
        #expect(line.isOpen)
        line.pass(.seconds(31))
        #expect(!line.isOpen)
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost: a\r\n", "a"), ("GET / HTTP/1.1\r\nhost: a:80\r\n", "a:80"),
        ("GET / HTTP/1.1\r\nhOsT:\r\n", ""), ("GET / HTTP/1.1\r\n", ""),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n", ""), ("GET / HTTP/1.0\r\n", nil),
        ("GET / HTTP/1.0\r\nHost: a\r\n", "a"),
        ("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n", ""),
        ("GET http://b/ HTTP/1.1\r\nHost: a\r\n", "a"),
    ])
    func `one host is passed on, and none or two as an empty one`(
        begun: String,
        host: String?
    ) throws {
        let line = try Line()
        try line.send(begun + "\r\n")
        let head = try #require(try line.channel.readInbound(as: HTTPServerRequestPart.self))
        guard case .head(let head) = head else { throw HTTPParserError.unknown }
        #expect(head.headers["host"] == (host.map { [$0] } ?? []))
    }

    @Test(arguments: [
        "localhost", "127.0.0.1:8080", "hours.example.org", "[::1]", "[2001:db8::1]:443", "a_b",
        "a:",
    ])
    func `a host is a name or an address, and perhaps a port`(host: String) {
        #expect(HostCheck.isHost(host))
    }

    @Test(arguments: [
        "", " ", ":80", "a:b", "a:123456", "a:1:2", "a/b", "a b", "a,b", "u@a", "[::1", "::1", "[]",
        "[x]", "[::1]x", "é", "<a>", String(repeating: "a", count: 300),
    ])
    func `anything else is no host`(host: String) {
        #expect(!HostCheck.isHost(host))
    }
}

/// A connection in a time that passes when it is told to.
private final class Line {
    let channel: EmbeddedChannel
    private(set) var time = 0

    init() throws {
        let watch = SlowClientHandler()
        channel = EmbeddedChannel()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(watch)
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false,
            withErrorHandling: false
        )
        try pipeline.addHandler(HTTPMessageObserver(watch))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    var isOpen: Bool { channel.isActive }

    /// What was sent to the client until now.
    var said: String {
        while let bytes = try? channel.readOutbound(as: ByteBuffer.self) {
            heard += String(buffer: bytes)
        }
        return heard
    }
    private var heard = ""

    func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

    func pass(_ time: TimeAmount) {
        channel.embeddedEventLoop.advanceTime(by: time)
        self.time += Int(time.nanoseconds / 1_000_000_000)
    }

    func beginAnswer(_ status: Int = 200) throws {
        let head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: status),
            headers: ["Content-Length": "0"]
        )
        try channel.writeOutbound(HTTPServerResponsePart.head(head))
    }

    func answer(_ status: Int = 200) throws {
        try beginAnswer(status)
        try channel.writeOutbound(HTTPServerResponsePart.end(nil))
        channel.flush()
    }
}
