package import Ledger

extension Hours {
    /// The fields of claimed, entered and confirmed hours.
    package enum Fields {
        package static let opportunity = Field<Opportunity.ID>.id(
            FieldName("opportunity", EarningText.fieldOpportunity),
            "What was done.",
            question: EarningText.claimWhat
        )
        package static let member = Field<MemberName>(
            FieldName("member", PeopleText.fieldMembers),
            .member,
            "Who did it: an id or a membership number.",
            example: "1001-T"
        )
        package static let members = Field<[MemberName]>.list(
            FieldName("members", PeopleText.fieldMembers),
            of: .member,
            most: EnterHours.most,
            "Ids or membership numbers.",
            example: "1001-T, 1002-V",
            question: EarningText.enterWho,
            hint: EarningText.enterWhoHint
        )
        package static let date = Field<Day>.day(
            FieldName("date", CommonText.fieldDate),
            "The day they were given; not one to come.",
            example: "2026-11-19"
        )
        package static let minutes = Field<Minutes>.minutes(
            FieldName("minutes", CommonText.fieldMinutes),
            upTo: DayRule.most,
            "How many minutes they gave.",
            example: "90",
            question: EarningText.claimHowLong
        )
        package static let note = Field<String>.text(
            FieldName("note", CommonText.lineNote),
            0...500,
            "A few words about it.",
            example: "Weeding with Year 2",
            question: CommonText.fieldNote,
            hint: EarningText.claimNoteHint
        )
        package static let confirm = Field<Bool>.flag(
            FieldName("confirm"),
            "Whether they are confirmed and paid at once."
        )
        /// The hours to confirm at once.
        package static let hours = Field<[Hours.ID]>.list(
            FieldName("hours", CommonText.fieldMinutes),
            of: .id,
            most: ConfirmMany.most,
            "Those to confirm, as they were claimed."
        )
        /// The minutes to confirm, as a field of its own besides the claimed ``minutes``.
        package static let given = minutes.asking(
            EarningText.confirmOneMinutes,
            "How many it really was; what was claimed if left out.",
            example: "60"
        )
        package static let exception = Field<String>.text(
            FieldName("exception", EarningText.confirmOneException),
            0...500,
            "Why it is right that somebody has more than 24 hours on a day, all organisations "
                + "together; kept with the hours.",
            example: "The night watch, from Friday to Sunday"
        )
        /// The reason why hours are refused.
        package static let reason = Field<String>.text(
            FieldName("reason", CommonText.fieldReason),
            1...500,
            "The member reads it.",
            example: "It was on Tuesday, and for an hour"
        )
    }
}
