-- What counts for one person in one module: never lowered, never taken back.
CREATE TABLE completion (
    person       UUID                     NOT NULL REFERENCES person (id),
    module       VARCHAR(100)             NOT NULL,
    points       INTEGER                  NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    -- The version of the pack on which it was completed.
    pack         UUID REFERENCES published_pack (id),
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, module)
);
