internal import Glibc
internal import NIOCore
internal import ServiceLifecycle

/// Runs the server, and turns system errors while listening into ``CannotListen``.
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

/// The server cannot listen on an address, with the system's reason.
package struct CannotListen: Error, Hashable {
    package let host: String
    package let port: Int
    package let reason: String
}
