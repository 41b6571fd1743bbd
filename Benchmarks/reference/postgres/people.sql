-- Who gives, for pgbench: the members that have a token, numbered; and a gift as one function.

-- All networks, by the policy that the owner of the tables has.
SET commonhour.network = '0';

CREATE TABLE bench_people AS
SELECT row_number() OVER (ORDER BY m.id) AS n, min(t.digest::text)::bytea AS digest,
    m.id AS member, m.wallet AS wallet
FROM member m JOIN token t ON t.person = m.person
GROUP BY m.id;
ALTER TABLE bench_people ADD PRIMARY KEY (n);
ANALYZE bench_people;

CREATE FUNCTION bench_gift(giver BIGINT, taker BIGINT, client BIGINT)
RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
    who RECORD;
    here RECORD;
    time BIGINT := extract(epoch FROM clock_timestamp()) * 1000000;
    entry BIGINT := time * 2097 + client * 8;
    gift BIGINT := entry + 1;
    seen RECORD;
    payer RECORD;
    payee RECORD;
BEGIN
    SELECT t.person, o.person AS operator, b.wallet AS payer, c.wallet AS payee, b.member INTO who
    FROM bench_people b JOIN bench_people c ON c.n = taker
        JOIN token t ON t.digest = b.digest LEFT JOIN operator o ON o.person = t.person
    WHERE b.n = giver AND t.expires_at > 0;
    SELECT n.id, n.slug, n.name, n.model, n.zone, n.language,
        n.issuance, n.notes, n.pot, n.loss, n.policy,
        p.credit, p.mutual_limit, p.ceiling, p.newcomer_days, p.newcomer_gifts,
        p.rounding, p.expiry_days INTO here
    FROM network n JOIN policy p ON p.network = n.id AND p.version = n.policy
    WHERE n.slug = 'bench';
    PERFORM pg_advisory_xact_lock(gift);
    SELECT fingerprint, r.made, at INTO seen FROM request r
    WHERE key = gift::text AND person = who.person AND network = here.id;
    SELECT m.id, m.person INTO seen FROM account a JOIN member m ON m.id = a.holder
    WHERE a.id = who.payer AND a.network = here.id AND a.kind = 1;
    SELECT kind, holder INTO seen FROM account WHERE id = who.payer AND network = here.id;
    SELECT a.kind, a.holder, m.status INTO seen
    FROM account a LEFT JOIN member m ON m.id = a.holder AND a.kind = 1
    WHERE a.id = who.payee AND a.network = here.id;
    UPDATE account SET balance = balance - 5, prior = last, last = gift
    WHERE id = who.payer AND network = here.id AND balance - held - 5 >= floor;
    SELECT prior, balance INTO payer FROM account WHERE id = who.payer AND last = gift;
    UPDATE account SET balance = balance + 5, prior = last, last = gift,
        floor = CASE WHEN balance - held + 5 < lowest
            THEN balance - held + 5 ELSE lowest END
    WHERE id = who.payee AND network = here.id;
    SELECT prior, balance INTO payee FROM account WHERE id = who.payee AND last = gift;
    INSERT INTO transfer (
        id, network, kind, from_account, from_kind, to_account, to_kind, minutes, at,
        journal, reverses, from_previous, from_after, to_previous, to_after)
    VALUES (gift, here.id, 5, who.payer, 1, who.payee, 1, 5, time, entry, NULL,
        payer.prior, payer.balance, payee.prior, payee.balance);
    INSERT INTO memo (transfer, network, words)
    SELECT gift, here.id, 'thank you'
    WHERE NOT EXISTS (
        SELECT 1 FROM account a JOIN erasure e ON e.member = a.holder
        WHERE a.id = who.payer AND a.kind = 1)
    AND NOT EXISTS (
        SELECT 1 FROM account a JOIN erasure e ON e.member = a.holder
        WHERE a.id = who.payee AND a.kind = 1);
    SELECT joined_at, newcomer_gifts INTO seen FROM member WHERE id = who.member;
    INSERT INTO journal (id, network, actor, behalf, operation, subjects, at)
    VALUES (entry, here.id, who.person, NULL, 'wallet.give', '38GPTKDE40005', time);
    INSERT INTO request (key, person, network, fingerprint, made, at)
    VALUES (gift::text, who.person, here.id, '\x794ea18be4314a3cfcd182790ba48183',
        '38GPTKDE40005', time);
    RETURN gift;
END $$;
