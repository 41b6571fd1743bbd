/// A number with its noun, such as `1 network` or `2 networks`.
func counted(_ count: some BinaryInteger, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
}

/// The size of a store, for people.
func counted(networks: Int, transfers: Int64) -> String {
    counted(networks, "network", "networks") + ", "
        + counted(transfers, "transfer", "transfers")
}
