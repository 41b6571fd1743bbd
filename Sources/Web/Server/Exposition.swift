/// A document in the Prometheus text format, version 0.0.4.
struct Exposition {
    private(set) var text = ""

    /// Adds the `HELP` and `TYPE` lines of a metric.
    mutating func metric(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    /// Adds a sample of a metric, with its labels.
    mutating func value(
        _ name: String,
        _ labels: [(name: String, value: String)] = [],
        _ value: String
    ) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
            text += "{\(pairs.joined(separator: ","))}"
        }
        text += " \(value)\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }
}

extension Exposition {
    /// The metrics of a server: its request counts, and the numeric facts about its store.
    init(_ counts: Meter.Counts, facts: [(name: String, value: String)]) {
        metric("commonhour_http_requests_total", "counter", "Requests answered.")
        for (key, count) in counts.requests.sorted(by: {
            ($0.key.route, $0.key.method, $0.key.status) < (
                $1.key.route, $1.key.method, $1.key.status
            )
        }) {
            value(
                "commonhour_http_requests_total",
                [("method", key.method), ("route", key.route), ("status", "\(key.status)")],
                "\(count)"
            )
        }
        let seconds = "commonhour_http_request_duration_seconds"
        metric(seconds, "histogram", "How long requests took.")
        for (bound, count) in zip(Meter.bounds, counts.atMost) {
            value("\(seconds)_bucket", [("le", "\(Double(bound) / 1_000_000)")], "\(count)")
        }
        value("\(seconds)_bucket", [("le", "+Inf")], "\(counts.answered)")
        value("\(seconds)_sum", [], "\(Double(counts.microseconds) / 1_000_000)")
        value("\(seconds)_count", [], "\(counts.answered)")
        metric("commonhour_http_requests_under_way", "gauge", "Requests not yet answered.")
        value("commonhour_http_requests_under_way", [], "\(counts.underWay)")
        for (name, number) in facts where Double(number) != nil {
            let name = "commonhour_\(name.replacing("-", with: "_"))"
            metric(name, "gauge", "What the store says about itself.")
            value(name, [], number)
        }
    }
}
