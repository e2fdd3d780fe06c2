-- The programme that a link names, as its last launch told it. Absent if it names none: then it is the first of the pack.
ALTER TABLE resource_link ADD COLUMN programme VARCHAR(255);

-- The programme that was sent. Absent for a module, and for what was sent before programmes had names.
ALTER TABLE placement ADD COLUMN programme VARCHAR(100);

-- What counts for one person in one programme: never lowered, never taken back, whatever the programme asks for later.
CREATE TABLE programme_completion (
    person       UUID                     NOT NULL REFERENCES person (id),
    programme    VARCHAR(100)             NOT NULL,
    -- The highest share of its modules that was completed at any time, of 100.
    points       INTEGER                  NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    -- The version of the pack by which it was completed.
    pack         UUID REFERENCES published_pack (id),
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, programme)
);
