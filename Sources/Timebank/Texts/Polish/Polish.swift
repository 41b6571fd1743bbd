/// The Polish tables, one for each part of the scheme.
enum Polish {
    static var tables: [KeyValuePairs<Text, Phrase>] {
        [
            frame, fields, entrance, member, moves, staff, posts, shelf, till, coordinator,
            places, rules, report, calendar,
        ]
    }
}
