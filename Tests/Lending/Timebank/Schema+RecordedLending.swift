@testable internal import Timebank

extension Schema {
    /// The description of the PostgreSQL objects that the part's migration makes.
    static let recordedLending = """
        column | tool.before | bigint
        column | tool.borrower | bigint
        column | tool.id | bigint not null
        column | tool.lost_at | bigint
        column | tool.message | text collate C
        column | tool.name | text collate C not null
        column | tool.network | bigint not null
        column | tool.owner | bigint not null
        constraint | tool.tool_network_fkey | FOREIGN KEY (network) REFERENCES network(id)
        constraint | tool.tool_owner_fkey | FOREIGN KEY (owner) REFERENCES member(id)
        constraint | tool.tool_pkey | PRIMARY KEY (id)
        index | tool.tool_pkey | CREATE UNIQUE INDEX tool_pkey ON tool USING btree (id)
        policy | tool.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | tool.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        table | tool | logged with row security for its owner too
        """
}
