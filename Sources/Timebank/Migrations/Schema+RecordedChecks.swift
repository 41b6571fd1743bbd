extension Schema {
    /// Recorded by `BlueprintTests`.
    static let recordedChecks = """
        constraint | account.account_check | CHECK (((balance - held) >= floor))
        constraint | account.account_check1 | CHECK ((floor <= lowest))
        constraint | account.account_held_check | CHECK ((held >= 0))
        constraint | account.account_kind_check | CHECK ((kind = ANY (ARRAY[(1)::bigint, \
            (2)::bigint, (4)::bigint, (5)::bigint, (6)::bigint])))
        constraint | account.account_lowest_check | CHECK ((lowest <= 0))
        constraint | account.account_pkey | PRIMARY KEY (id)
        constraint | attempt.attempt_failures_check | CHECK ((failures >= 0))
        constraint | attempt.attempt_pkey | PRIMARY KEY (subject)
        constraint | code.code_pkey | PRIMARY KEY (digest)
        constraint | contact.contact_network_fkey | FOREIGN KEY (network) REFERENCES \
            network(id)
        constraint | contact.contact_pkey | PRIMARY KEY (network)
        constraint | demo_sign_in.demo_sign_in_person_fkey | FOREIGN KEY (person) REFERENCES \
            person(id)
        constraint | demo_sign_in.demo_sign_in_pkey | PRIMARY KEY (person)
        constraint | duty.duty_pkey | PRIMARY KEY (name)
        constraint | erasure.erasure_pkey | PRIMARY KEY (member)
        constraint | guardian.guardian_guardian_fkey | FOREIGN KEY (guardian) REFERENCES \
            person(id)
        constraint | guardian.guardian_network_fkey | FOREIGN KEY (network) REFERENCES \
            network(id)
        constraint | guardian.guardian_pkey | PRIMARY KEY (network, guardian, ward)
        constraint | guardian.guardian_ward_fkey | FOREIGN KEY (ward) REFERENCES member(id)
        constraint | hold.hold_account_fkey | FOREIGN KEY (account) REFERENCES account(id)
        constraint | hold.hold_minutes_check | CHECK (((minutes >= 1) AND (minutes <= \
            1000000000)))
        constraint | hold.hold_pkey | PRIMARY KEY (id)
        constraint | hold.hold_state_check | CHECK ((state = ANY (ARRAY['open'::text, \
            'posted'::text, 'released'::text])))
        constraint | horizon.horizon_check | CHECK ((upto <= pending))
        constraint | horizon.horizon_pkey | PRIMARY KEY (watched)
        constraint | hours.hours_check | CHECK (((status = 'confirmed'::text) = (transfer IS \
            NOT NULL)))
        constraint | hours.hours_minutes_check | CHECK (((minutes >= 1) AND (minutes <= 1440)))
        constraint | hours.hours_pkey | PRIMARY KEY (id)
        constraint | hours.hours_status_check | CHECK ((status = ANY (ARRAY['claimed'::text, \
            'confirmed'::text, 'refused'::text])))
        constraint | journal.journal_pkey | PRIMARY KEY (id)
        constraint | journal_seal.journal_seal_digest_key | UNIQUE (digest)
        constraint | journal_seal.journal_seal_entries_check | CHECK ((entries > 0))
        constraint | journal_seal.journal_seal_pkey | PRIMARY KEY (id)
        constraint | member.member_network_fkey | FOREIGN KEY (network) REFERENCES network(id)
        constraint | member.member_network_folded_number_key | UNIQUE (network, folded_number)
        constraint | member.member_newcomer_gifts_check | CHECK ((newcomer_gifts >= 0))
        constraint | member.member_person_fkey | FOREIGN KEY (person) REFERENCES person(id)
        constraint | member.member_pkey | PRIMARY KEY (id)
        constraint | member.member_status_check | CHECK ((status = ANY (ARRAY['active'::text, \
            'paused'::text, 'left'::text, 'erased'::text])))
        constraint | memo.memo_pkey | PRIMARY KEY (transfer)
        constraint | migration.migration_pkey | PRIMARY KEY (number)
        constraint | mirror.mirror_pkey | PRIMARY KEY (network, slug)
        constraint | network.network_is_public_check | CHECK ((is_public = ANY \
            (ARRAY[(0)::bigint, (1)::bigint])))
        constraint | network.network_last_number_check | CHECK ((last_number >= 0))
        constraint | network.network_model_check | CHECK ((model = ANY (ARRAY['credits'::text, \
            'mutual'::text])))
        constraint | network.network_pkey | PRIMARY KEY (id)
        constraint | network.network_slug_key | UNIQUE (slug)
        constraint | node.node_number_check | CHECK (((number >= 0) AND (number <= 1023)))
        constraint | node.node_pkey | PRIMARY KEY (number)
        constraint | notice.notice_kind_check | CHECK ((kind = ANY (ARRAY['code'::text, \
            'code-used'::text, 'card'::text, 'contact'::text, 'guardian'::text])))
        constraint | notice.notice_person_fkey | FOREIGN KEY (person) REFERENCES person(id)
        constraint | notice.notice_pkey | PRIMARY KEY (id)
        constraint | offer.offer_adult_check | CHECK (((adult >= 0) AND (adult <= 100000)))
        constraint | offer.offer_child_check | CHECK (((child >= 0) AND (child <= 100000)))
        constraint | offer.offer_is_open_check | CHECK ((is_open = ANY (ARRAY[(0)::bigint, \
            (1)::bigint])))
        constraint | offer.offer_network_fkey | FOREIGN KEY (network) REFERENCES network(id)
        constraint | offer.offer_organisation_fkey | FOREIGN KEY (organisation) REFERENCES \
            organisation(id)
        constraint | offer.offer_pkey | PRIMARY KEY (id)
        constraint | office.office_network_fkey | FOREIGN KEY (network) REFERENCES network(id)
        constraint | office.office_person_fkey | FOREIGN KEY (person) REFERENCES person(id)
        constraint | office.office_pkey | PRIMARY KEY (network, person, role)
        constraint | office.office_role_check | CHECK ((role = ANY (ARRAY['coordinator'::text, \
            'funder'::text])))
        constraint | operator.operator_person_fkey | FOREIGN KEY (person) REFERENCES person(id)
        constraint | operator.operator_pkey | PRIMARY KEY (person)
        constraint | opportunity.opportunity_is_open_check | CHECK ((is_open = ANY \
            (ARRAY[(0)::bigint, (1)::bigint])))
        constraint | opportunity.opportunity_minutes_check | CHECK (((minutes >= 1) AND \
            (minutes <= 1440)))
        constraint | opportunity.opportunity_network_fkey | FOREIGN KEY (network) REFERENCES \
            network(id)
        constraint | opportunity.opportunity_organisation_fkey | FOREIGN KEY (organisation) \
            REFERENCES organisation(id)
        constraint | opportunity.opportunity_pkey | PRIMARY KEY (id)
        constraint | organisation.organisation_earns_check | CHECK ((earns = ANY \
            (ARRAY[(0)::bigint, (1)::bigint])))
        constraint | organisation.organisation_is_open_check | CHECK ((is_open = ANY \
            (ARRAY[(0)::bigint, (1)::bigint])))
        constraint | organisation.organisation_network_fkey | FOREIGN KEY (network) REFERENCES \
            network(id)
        constraint | organisation.organisation_network_slug_key | UNIQUE (network, slug)
        constraint | organisation.organisation_pkey | PRIMARY KEY (id)
        constraint | organisation.organisation_spends_check | CHECK ((spends = ANY \
            (ARRAY['no'::text, 'community'::text, 'corporate'::text])))
        constraint | origin.origin_pkey | PRIMARY KEY (network, kind, reference)
        constraint | person.person_login_key | UNIQUE (login)
        constraint | person.person_pkey | PRIMARY KEY (id)
        constraint | policy.policy_ceiling_check | CHECK ((ceiling > 0))
        constraint | policy.policy_credit_check | CHECK ((credit > 0))
        constraint | policy.policy_expiry_days_check | CHECK ((expiry_days > 0))
        constraint | policy.policy_mutual_limit_check | CHECK ((mutual_limit >= 0))
        constraint | policy.policy_network_fkey | FOREIGN KEY (network) REFERENCES network(id)
        constraint | policy.policy_newcomer_days_check | CHECK ((newcomer_days >= 0))
        constraint | policy.policy_newcomer_gifts_check | CHECK ((newcomer_gifts >= 0))
        constraint | policy.policy_pkey | PRIMARY KEY (network, version)
        constraint | policy.policy_rounding_check | CHECK ((rounding >= 1))
        constraint | redemption.redemption_adults_check | CHECK (((adults >= 0) AND (adults <= \
            100)))
        constraint | redemption.redemption_children_check | CHECK (((children >= 0) AND \
            (children <= 100)))
        constraint | redemption.redemption_minutes_check | CHECK ((minutes > 0))
        constraint | redemption.redemption_pkey | PRIMARY KEY (id)
        constraint | reference.reference_pkey | PRIMARY KEY (network, reference)
        constraint | relative.relative_member_fkey | FOREIGN KEY (member) REFERENCES member(id)
        constraint | relative.relative_network_fkey | FOREIGN KEY (network) REFERENCES \
            network(id)
        constraint | relative.relative_other_fkey | FOREIGN KEY (other) REFERENCES member(id)
        constraint | relative.relative_pkey | PRIMARY KEY (network, member, other)
        constraint | request.request_pkey | PRIMARY KEY (key, person, network)
        constraint | reversal.reversal_pkey | PRIMARY KEY (transfer)
        constraint | reversal.reversal_reversed_by_key | UNIQUE (reversed_by)
        constraint | rollup.rollup_kind_check | CHECK ((kind = ANY (ARRAY[(0)::bigint, \
            (3)::bigint, (7)::bigint])))
        constraint | rollup.rollup_pkey | PRIMARY KEY (account)
        constraint | seal.seal_digest_key | UNIQUE (digest)
        constraint | seal.seal_pkey | PRIMARY KEY (id)
        constraint | seal.seal_transfers_check | CHECK ((transfers > 0))
        constraint | signer.signer_pkey | PRIMARY KEY (public_key)
        constraint | staff.staff_network_fkey | FOREIGN KEY (network) REFERENCES network(id)
        constraint | staff.staff_organisation_fkey | FOREIGN KEY (organisation) REFERENCES \
            organisation(id)
        constraint | staff.staff_person_fkey | FOREIGN KEY (person) REFERENCES person(id)
        constraint | staff.staff_pkey | PRIMARY KEY (organisation, person)
        constraint | staff.staff_role_check | CHECK ((role = ANY (ARRAY['lead'::text, \
            'worker'::text, 'till'::text])))
        constraint | token.token_person_fkey | FOREIGN KEY (person) REFERENCES person(id)
        constraint | token.token_pkey | PRIMARY KEY (digest)
        constraint | token.token_purpose_check | CHECK ((purpose = ANY (ARRAY['api'::text, \
            'page'::text])))
        constraint | transfer.transfer_check | CHECK ((from_account <> to_account))
        constraint | transfer.transfer_check1 | CHECK (((kind = 19) = (reverses IS NOT NULL)))
        constraint | transfer.transfer_check2 | CHECK (((from_after IS NULL) = (from_kind = ANY \
            (ARRAY[(0)::bigint, (3)::bigint, (7)::bigint]))))
        constraint | transfer.transfer_check3 | CHECK (((to_after IS NULL) = (to_kind = ANY \
            (ARRAY[(0)::bigint, (3)::bigint, (7)::bigint]))))
        constraint | transfer.transfer_kind_check | CHECK (((kind >= 1) AND (kind <= 19)))
        constraint | transfer.transfer_minutes_check | CHECK (((minutes >= 1) AND (minutes <= \
            1000000000)))
        constraint | transfer.transfer_pkey | PRIMARY KEY (id)
        constraint | usage.usage_missing_check | CHECK ((missing >= 0))
        constraint | usage.usage_pkey | PRIMARY KEY (sender, server)
        constraint | usage.usage_taken_check | CHECK ((taken >= 0))
        constraint | word.word_pkey | PRIMARY KEY (network, word, member)
        index | account.account_pkey | CREATE UNIQUE INDEX account_pkey ON account USING btree \
            (id)
        index | attempt.attempt_pkey | CREATE UNIQUE INDEX attempt_pkey ON attempt USING btree \
            (subject)
        index | code.code_pkey | CREATE UNIQUE INDEX code_pkey ON code USING btree (digest)
        index | contact.contact_pkey | CREATE UNIQUE INDEX contact_pkey ON contact USING btree \
            (network)
        index | demo_sign_in.demo_sign_in_pkey | CREATE UNIQUE INDEX demo_sign_in_pkey ON \
            demo_sign_in USING btree (person)
        index | duty.duty_pkey | CREATE UNIQUE INDEX duty_pkey ON duty USING btree (name)
        index | erasure.erasure_pkey | CREATE UNIQUE INDEX erasure_pkey ON erasure USING btree \
            (member)
        index | guardian.guardian_person | CREATE INDEX guardian_person ON guardian USING btree \
            (guardian)
        index | guardian.guardian_pkey | CREATE UNIQUE INDEX guardian_pkey ON guardian USING \
            btree (network, guardian, ward)
        index | guardian.guardian_ward | CREATE INDEX guardian_ward ON guardian USING btree \
            (ward)
        index | hold.hold_open | CREATE INDEX hold_open ON hold USING btree (account, \
            expires_at) WHERE (state = 'open'::text)
        index | hold.hold_pkey | CREATE UNIQUE INDEX hold_pkey ON hold USING btree (id)
        index | horizon.horizon_pkey | CREATE UNIQUE INDEX horizon_pkey ON horizon USING btree \
            (watched)
        index | hours.hours_day | CREATE INDEX hours_day ON hours USING btree (member, day)
        index | hours.hours_pkey | CREATE UNIQUE INDEX hours_pkey ON hours USING btree (id)
        index | hours.hours_unpaid | CREATE INDEX hours_unpaid ON hours USING btree (member, \
            id) WHERE (status <> 'confirmed'::text)
        index | hours.hours_waiting | CREATE INDEX hours_waiting ON hours USING btree \
            (organisation, id) WHERE (status = 'claimed'::text)
        index | journal.journal_pkey | CREATE UNIQUE INDEX journal_pkey ON journal USING btree \
            (id)
        index | journal_seal.journal_seal_digest_key | CREATE UNIQUE INDEX \
            journal_seal_digest_key ON journal_seal USING btree (digest)
        index | journal_seal.journal_seal_network | CREATE INDEX journal_seal_network ON \
            journal_seal USING btree (network, id)
        index | journal_seal.journal_seal_pkey | CREATE UNIQUE INDEX journal_seal_pkey ON \
            journal_seal USING btree (id)
        index | member.member_card | CREATE UNIQUE INDEX member_card ON member USING btree \
            (network, card) WHERE (card IS NOT NULL)
        index | member.member_email | CREATE INDEX member_email ON member USING btree (email) \
            WHERE (email IS NOT NULL)
        index | member.member_everywhere | CREATE INDEX member_everywhere ON member USING btree \
            (folded_number)
        index | member.member_network_folded_number_key | CREATE UNIQUE INDEX \
            member_network_folded_number_key ON member USING btree (network, folded_number)
        index | member.member_person | CREATE UNIQUE INDEX member_person ON member USING btree \
            (person, network) WHERE (person IS NOT NULL)
        index | member.member_pkey | CREATE UNIQUE INDEX member_pkey ON member USING btree (id)
        index | member.member_wallet | CREATE INDEX member_wallet ON member USING btree \
            (wallet, name)
        index | memo.memo_pkey | CREATE UNIQUE INDEX memo_pkey ON memo USING btree (transfer)
        index | migration.migration_pkey | CREATE UNIQUE INDEX migration_pkey ON migration \
            USING btree (number)
        index | mirror.mirror_pkey | CREATE UNIQUE INDEX mirror_pkey ON mirror USING btree \
            (network, slug)
        index | network.network_pkey | CREATE UNIQUE INDEX network_pkey ON network USING btree \
            (id)
        index | network.network_slug_key | CREATE UNIQUE INDEX network_slug_key ON network \
            USING btree (slug)
        index | node.node_pkey | CREATE UNIQUE INDEX node_pkey ON node USING btree (number)
        index | notice.notice_person | CREATE INDEX notice_person ON notice USING btree \
            (person, id) WHERE (seen_at IS NULL)
        index | notice.notice_pkey | CREATE UNIQUE INDEX notice_pkey ON notice USING btree (id)
        index | offer.offer_open | CREATE INDEX offer_open ON offer USING btree (network, id) \
            WHERE (is_open = 1)
        index | offer.offer_organisation | CREATE INDEX offer_organisation ON offer USING btree \
            (organisation)
        index | offer.offer_pkey | CREATE UNIQUE INDEX offer_pkey ON offer USING btree (id)
        index | office.office_person | CREATE INDEX office_person ON office USING btree \
            (person)
        index | office.office_pkey | CREATE UNIQUE INDEX office_pkey ON office USING btree \
            (network, person, role)
        index | operator.operator_pkey | CREATE UNIQUE INDEX operator_pkey ON operator USING \
            btree (person)
        index | opportunity.opportunity_open | CREATE INDEX opportunity_open ON opportunity \
            USING btree (network, id) WHERE (is_open = 1)
        index | opportunity.opportunity_organisation | CREATE INDEX opportunity_organisation ON \
            opportunity USING btree (organisation)
        index | opportunity.opportunity_pkey | CREATE UNIQUE INDEX opportunity_pkey ON \
            opportunity USING btree (id)
        index | organisation.organisation_network_slug_key | CREATE UNIQUE INDEX \
            organisation_network_slug_key ON organisation USING btree (network, slug)
        index | organisation.organisation_pkey | CREATE UNIQUE INDEX organisation_pkey ON \
            organisation USING btree (id)
        index | origin.origin_pkey | CREATE UNIQUE INDEX origin_pkey ON origin USING btree \
            (network, kind, reference)
        index | person.person_login_key | CREATE UNIQUE INDEX person_login_key ON person USING \
            btree (login)
        index | person.person_pkey | CREATE UNIQUE INDEX person_pkey ON person USING btree (id)
        index | policy.policy_pkey | CREATE UNIQUE INDEX policy_pkey ON policy USING btree \
            (network, version)
        index | redemption.redemption_guardian | CREATE INDEX redemption_guardian ON redemption \
            USING btree (guardian) WHERE (guardian IS NOT NULL)
        index | redemption.redemption_pkey | CREATE UNIQUE INDEX redemption_pkey ON redemption \
            USING btree (id)
        index | redemption.redemption_till | CREATE INDEX redemption_till ON redemption USING \
            btree (till, id)
        index | reference.reference_pkey | CREATE UNIQUE INDEX reference_pkey ON reference \
            USING btree (network, reference)
        index | relative.relative_pkey | CREATE UNIQUE INDEX relative_pkey ON relative USING \
            btree (network, member, other)
        index | request.request_pkey | CREATE UNIQUE INDEX request_pkey ON request USING btree \
            (key, person, network)
        index | reversal.reversal_pkey | CREATE UNIQUE INDEX reversal_pkey ON reversal USING \
            btree (transfer)
        index | reversal.reversal_reversed_by_key | CREATE UNIQUE INDEX \
            reversal_reversed_by_key ON reversal USING btree (reversed_by)
        index | rollup.rollup_pkey | CREATE UNIQUE INDEX rollup_pkey ON rollup USING btree \
            (account)
        index | seal.seal_digest_key | CREATE UNIQUE INDEX seal_digest_key ON seal USING btree \
            (digest)
        index | seal.seal_network | CREATE INDEX seal_network ON seal USING btree (network, id)
        index | seal.seal_pkey | CREATE UNIQUE INDEX seal_pkey ON seal USING btree (id)
        index | signer.signer_pkey | CREATE UNIQUE INDEX signer_pkey ON signer USING btree \
            (public_key)
        index | staff.staff_person | CREATE INDEX staff_person ON staff USING btree (person)
        index | staff.staff_pkey | CREATE UNIQUE INDEX staff_pkey ON staff USING btree \
            (organisation, person)
        index | token.token_person | CREATE INDEX token_person ON token USING btree (person)
        index | token.token_pkey | CREATE UNIQUE INDEX token_pkey ON token USING btree (digest)
        index | transfer.transfer_from_uncounted | CREATE INDEX transfer_from_uncounted ON \
            transfer USING btree (from_account, id) WHERE (from_after IS NULL)
        index | transfer.transfer_pkey | CREATE UNIQUE INDEX transfer_pkey ON transfer USING \
            btree (id)
        index | transfer.transfer_to_uncounted | CREATE INDEX transfer_to_uncounted ON transfer \
            USING btree (to_account, id) WHERE (to_after IS NULL)
        index | usage.usage_pkey | CREATE UNIQUE INDEX usage_pkey ON usage USING btree (sender, \
            server)
        index | word.word_member | CREATE INDEX word_member ON word USING btree (member)
        index | word.word_pkey | CREATE UNIQUE INDEX word_pkey ON word USING btree (network, \
            word, member)
        """
}
