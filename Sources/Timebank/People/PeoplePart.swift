extension Part {
    /// Members, guardians, relatives, and notices about what was done to a person.
    static let people = Part(
        "People",
        operations: [
            AddMember.self, EditMember.self, NewCard.self, EraseMember.self, AddGuardian.self,
            RemoveGuardian.self, DeclareRelatives.self, UndoRelatives.self, SeeNotices.self,
        ],
        queries: [
            MeQuery.self, MemberQuery.self, MembersQuery.self, ReachQuery.self,
            GuardiansQuery.self, RelativesQuery.self, RolesQuery.self,
        ],
        tables: [.person, .member, .guardian, .relative, .erasure, .word, .notice],
        files: [.members, .guardians, .relatives],
        texts: [PeopleText.self, PersonText.self],
        refusals: [PeopleRefusal.self]
    )
}
