-- The ledger: lines are only ever added. 'ledger_head' is one row, the lock that keeps the numbers without gaps.
CREATE TABLE ledger (
    entry_number BIGINT                   NOT NULL PRIMARY KEY,
    written_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    actor_kind   VARCHAR(20)              NOT NULL,
    actor_id     VARCHAR(255)             NOT NULL,
    act          VARCHAR(60)              NOT NULL,
    subject      VARCHAR(255)             NOT NULL,
    detail       VARCHAR(2000)            NOT NULL
);

CREATE TABLE ledger_head (
    last_number BIGINT NOT NULL
);

INSERT INTO ledger_head (last_number) VALUES (0);
