-- Package audit: ledger (who did what, and when), ledger_head (its last number).

-- Lines are only ever added.
CREATE TABLE ledger (
    entry_number BIGINT                   NOT NULL PRIMARY KEY,
    written_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    actor_kind   VARCHAR(20)              NOT NULL,
    actor_id     VARCHAR(255)             NOT NULL,
    act          VARCHAR(60)              NOT NULL,
    subject      VARCHAR(255)             NOT NULL,
    detail       VARCHAR(2000)            NOT NULL,
    -- A hash over this line and the line before, so that a line changed or removed later is found out.
    line_hash    VARCHAR(64) DEFAULT ''   NOT NULL
);

-- Exactly one row. Writers lock it, so that the numbers have no gaps and each hash follows the one before.
CREATE TABLE ledger_head (
    last_number BIGINT                 NOT NULL,
    last_hash   VARCHAR(64) DEFAULT '' NOT NULL
);

INSERT INTO ledger_head (last_number) VALUES (0);
