-- Each comparison of the ledger of record with what this service holds, and what it found.

CREATE TABLE reconciliations (
    reconciliation_id  uuid        PRIMARY KEY,
    reconciliation_no  bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    pack_id            text        NOT NULL,
    pack_hash          text        NOT NULL,
    asof               date        NOT NULL,
    outcome            text        NOT NULL CHECK (outcome IN ('agreed', 'different', 'no_ledger')),
    ledger_commit_hash text        CHECK (ledger_commit_hash ~ '^[0-9a-f]{64}$'),
    portfolios         integer     NOT NULL CHECK (portfolios >= 0),
    differences        integer     NOT NULL CHECK (differences >= 0),
    began_at           timestamptz NOT NULL,
    ended_at           timestamptz NOT NULL,
    CONSTRAINT reconciliations_differ_or_not CHECK ((outcome = 'different') = (differences > 0)),
    CONSTRAINT reconciliations_of_a_ledger CHECK (outcome <> 'agreed' OR ledger_commit_hash IS NOT NULL)
);
COMMENT ON COLUMN reconciliations.ledger_commit_hash IS 'Null when there is no ledger, or none that can be read';
COMMENT ON COLUMN reconciliations.differences IS 'All that were found; of very many the first are kept';

CREATE TABLE reconciliation_differences (
    reconciliation_id uuid    NOT NULL REFERENCES reconciliations,
    place             integer NOT NULL,
    kind              text    NOT NULL,
    portfolio         text,
    item              text,
    in_ledger         numeric,
    in_service        numeric,
    detail            text    NOT NULL,
    PRIMARY KEY (reconciliation_id, place)
);
COMMENT ON COLUMN reconciliation_differences.item IS 'The security or currency, where it is about one';
