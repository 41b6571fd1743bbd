/// Every operation and every query there is, in one list.
///
/// From it come the access table and the hand-over to a running server; a tidy test fails for one
/// that is not in it.
package enum Registry {
    /// Everything that changes something.
    package static let operations: [any Operation.Type] = [
        CreateNetwork.self,
        AddMember.self,
        AddOrganisation.self,
        GrantAllocation.self,
        AddOpportunity.self,
        ClaimHours.self,
        EnterHours.self,
        ConfirmHours.self,
        ConfirmMany.self,
        RefuseHours.self,
        AddOffer.self,
        Redeem.self,
        UndoRedemption.self,
        Give.self,
        GrantFromPot.self,
        Reverse.self,
        IssueToken.self,
        IssueTokens.self,
        RevokeToken.self,
        ChangePassword.self,
        HandOverCode.self,
        UseCode.self,
        JoinWithCode.self,
        MakeOperator.self,
        SealBooks.self,
        RollUp.self,
        ReleaseHolds.self,
        ForgetRequests.self,
    ]

    /// Everything that only asks.
    package static let queries: [any Query.Type] = [
        NetworkQuery.self,
        AccountQuery.self,
        StatementQuery.self,
        OrganisationsQuery.self,
        OpportunitiesQuery.self,
        WaitingHoursQuery.self,
        MyHoursQuery.self,
        OffersQuery.self,
        CardQuery.self,
        MeQuery.self,
        HoursQuery.self,
        UnpaidHoursQuery.self,
        RedemptionQuery.self,
        TransferQuery.self,
        TransfersQuery.self,
        GiftPlanQuery.self,
        OrganisationQuery.self,
        AllocationsQuery.self,
        NetworksQuery.self,
    ]
}
