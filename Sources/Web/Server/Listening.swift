internal import Glibc
internal import NIOCore
internal import ServiceLifecycle

/// The server, which says in plain words why it cannot listen.
struct Listening<Server: Service>: Service {
    let server: Server
    let host: String
    let port: Int

    func run() async throws {
        do {
            try await server.run()
        } catch let error as IOError {
            throw CannotListen(
                host: host,
                port: port,
                reason: String(cString: strerror(error.errnoCode))
            )
        } catch let error as SocketAddressError {
            throw CannotListen(host: host, port: port, reason: "\(error)")
        }
    }
}

/// Nobody can be served at an address: another program has it, or this machine has not.
package struct CannotListen: Error, Hashable {
    package let host: String
    package let port: Int
    package let reason: String
}
