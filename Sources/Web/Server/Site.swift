package import Timebank

/// What the server serves: pages and the API of one bank.
package struct Site: Sendable {
    package let bank: Bank

    /// A site for a bank.
    package init(bank: Bank) { self.bank = bank }
}
