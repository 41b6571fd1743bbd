import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// Where a request comes from, as proxies really say it.
@Suite struct CallerTests {
    private static let proxy = "192.0.2.1"

    /// What `X-Forwarded-For` says, and who that is; nil where it is nobody and so the proxy.
    private static let forwardedFor: [(String, String?)] = [
        ("203.0.113.7", "203.0.113.7"), (" 203.0.113.7 ", "203.0.113.7"),
        ("\t203.0.113.7\t", "203.0.113.7"), ("203.0.113.7:4711", "203.0.113.7"),
        ("203.0.113.7:_hidden", "203.0.113.7"), ("203.0.113.7:", nil),
        ("203.0.113.7:x", nil), ("203.0.113.7:123456", nil), ("\"203.0.113.7\"", "203.0.113.7"),
        ("\"203.0.113.7:80\"", "203.0.113.7"), ("198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("198.51.100.1,203.0.113.7:1", "203.0.113.7"), ("x, y, 203.0.113.7", "203.0.113.7"),
        ("\"a, 203.0.113.7", "203.0.113.7"), ("203.0.113.7,", nil), ("203.0.113.7, ", nil),
        ("", nil), (" ", nil), (",", nil), ("unknown", nil), ("_hidden", nil), ("_x:80", nil),
        ("203.0.113", nil), ("203.0.113.256", nil), ("203.0.113.07", nil), ("1", nil),
        ("203.0.113.7 198.51.100.1", nil), ("0x7f.1", nil), ("localhost", nil),
        ("example.org", nil),
        ("2001:db8::7", "2001:db8::7"), ("2001:0DB8:0::0007", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"), ("[2001:db8::7]:4711", "2001:db8::7"),
        ("\"[2001:db8::7]:4711\"", "2001:db8::7"), ("[2001:db8::7]4711", nil),
        ("[2001:db8::7", nil), ("[203.0.113.7]", nil), ("[]", nil), ("2001:db8::7::1", nil),
        ("2001:db8::g", nil), ("fe80::1%eth0", "fe80::1"), ("[fe80::1%eth0]:80", "fe80::1"),
        ("::ffff:203.0.113.7", "203.0.113.7"), ("[::ffff:203.0.113.7]:80", "203.0.113.7"),
        ("::FFFF:cb00:7107", "203.0.113.7"), ("::1", "::1"), ("for=203.0.113.7", nil),
        ("<script>", nil), (String(repeating: "9", count: 5_000), nil),
    ]

    /// What `Forwarded` says where there is no `X-Forwarded-For`.
    private static let forwarded: [(String, String?)] = [
        ("for=203.0.113.7", "203.0.113.7"), ("For=203.0.113.7;proto=https", "203.0.113.7"),
        ("by=_proxy; FOR=\"203.0.113.7:80\"", "203.0.113.7"),
        ("for=\"[2001:db8::7]:4711\";by=203.0.113.43", "2001:db8::7"),
        ("for=198.51.100.1, for=203.0.113.7", "203.0.113.7"),
        ("for=\"198.51.100.1, for=203.0.113.7", "203.0.113.7"), ("for=unknown", nil),
        ("for=_hidden", nil), ("for=\"_gazonk\"", nil), ("proto=https", nil), ("for", nil),
        ("for=", nil), ("", nil), ("203.0.113.7", nil), ("for=203.0.113.7, for=unknown", nil),
    ]

    @Test(arguments: forwardedFor)
    func `what the proxy adds last is who it is for, and what is no address is the proxy`(
        said: String,
        who: String?
    ) throws {
        #expect(try caller([.forwardedFor: said]) == who ?? Self.proxy)
        // What a client adds in the other way changes nothing.
        let both: HTTPFields = [.forwardedFor: said, .forwarded: "for=198.51.100.9"]
        #expect(try caller(both) == who ?? Self.proxy)
    }

    @Test(arguments: forwarded)
    func `a proxy that speaks as RFC 7239 has it is understood`(said: String, who: String?) throws {
        #expect(try caller([.forwarded: said]) == who ?? Self.proxy)
    }

    @Test func `the last of several lines counts`() throws {
        var headers = HTTPFields()
        for said in ["198.51.100.1", "198.51.100.2", "203.0.113.7"] {
            headers.append(HTTPField(name: .forwardedFor, value: said))
        }
        #expect(try caller(headers) == "203.0.113.7")
    }

    @Test(arguments: [nil, "192.0.2.2", "no address"])
    func `nobody else is believed`(trusted: String?) throws {
        let headers: HTTPFields = [.forwardedFor: "203.0.113.7", .forwarded: "for=203.0.113.7"]
        #expect(try caller(headers, trusting: trusted) == Self.proxy)
    }

    @Test(arguments: [
        ("::ffff:192.0.2.1", "192.0.2.1"), ("192.0.2.1", "::ffff:192.0.2.1"),
        ("2001:db8::1", "2001:0db8:0:0:0:0:0:1"),
    ])
    func `a proxy is known however its address is written`(peer: String, trusted: String) throws {
        let headers: HTTPFields = [.forwardedFor: "203.0.113.7"]
        #expect(try caller(headers, from: peer, trusting: trusted) == "203.0.113.7")
    }

    private func caller(
        _ headers: HTTPFields,
        from peer: String = proxy,
        trusting trusted: String? = proxy
    ) throws -> String {
        let address = try SocketAddress(ipAddress: peer, port: 1)
        let proxy = Settings(trustedProxy: trusted).trustedProxy
        return Caller(peer: address, headers: headers, trusting: proxy).text
    }
}
