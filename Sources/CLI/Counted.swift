/// So many of something, such as `1 network` and `2 networks`.
func counted(_ count: some BinaryInteger, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
}

/// What came of it: how many networks hold how many transfers.
func counted(networks: Int, transfers: Int64) -> String {
    counted(networks, "network", "networks") + ", "
        + counted(transfers, "transfer", "transfers")
}
