internal import Glibc
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Timebank

extension StoreOptions {
    /// Carries out a change: in this process where nobody serves the store, otherwise in the
    /// server.
    ///
    /// - Throws: A `Refusal` or a ``HandedRefusal`` where a rule refuses it.
    func perform<Asked: Operation>(
        _ asked: Asked,
        in network: Slug? = nil,
        make: Bool = false
    ) async throws -> Asked.Result {
        let database: Database
        do { database = try await openAlone(make: make) } catch StoreError.held(let holder) {
            return try await handOver(asked, in: network, to: holder)
        }
        do {
            let answer = try await bank(on: database).perform(asked, in: network, as: .console)
            await database.close()
            return answer.outcome
        } catch {
            await database.close()
            throw error
        }
    }

    private func handOver<Asked: Operation>(
        _ asked: Asked,
        in network: Slug?,
        to holder: String
    ) async throws -> Asked.Result {
        let line = try Handover.line(asked, in: network)
        let socket = HandoverSocket(beside: path)
        let reply = try await OwnThread.run { try socket.ask(line) }
        guard let reply else { throw StoreError.held(by: holder) }
        let database = try await openReading()
        do {
            let outcome: Asked.Result = try await database.read(in: .whole) { tx in
                let ground = try network.map { try tx.require(network: $0) }
                let view = View(tx: tx, actor: .console, now: Clock.now(), network: ground)
                return try Handover.outcome(reply, at: view)
            }
            await database.close()
            return outcome
        } catch {
            await database.close()
            throw error
        }
    }
}
