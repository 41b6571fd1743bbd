internal import Store
@testable internal import Timebank

extension Migration {
    /// Creates the table of tools.
    ///
    /// Older programs do not know that its texts have to be erased with a member, so from this
    /// migration on they are refused.
    static let lending = Migration(
        901,
        "lending",
        oldestProgram: 901,
        making: [.tool],
        Script(
            """
            CREATE TABLE tool (
                id {id} PRIMARY KEY,
                network {id} NOT NULL REFERENCES network (id),
                owner {id} NOT NULL REFERENCES member (id),
                name {text} NOT NULL,
                borrower {id},
                message {text},
                before {id},
                lost_at {int}
            ){table};

            """
        )
    )
}
