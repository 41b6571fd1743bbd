internal import Store
@testable internal import Timebank

extension Migration {
    /// An older program would leave what people wrote where it is when they are erased, so it is
    /// refused from here on.
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
