-- Package progress: completion and programme_completion (what counts for a person), recount (counting again after
-- another version of the pack came into use).

-- What counts for one person in one module: never lowered, never taken back.
CREATE TABLE completion (
    person       UUID                     NOT NULL REFERENCES person (id),
    module       VARCHAR(100)             NOT NULL,
    points       INTEGER                  NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    -- The version of the pack on which it was completed.
    pack         UUID REFERENCES pack_version (id),
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, module)
);

-- What counts for one person in one programme: never lowered, never taken back, whatever the programme requires later.
CREATE TABLE programme_completion (
    person       UUID                     NOT NULL REFERENCES person (id),
    programme    VARCHAR(100)             NOT NULL,
    -- The highest share of its modules that was completed at any time, of 100.
    points       INTEGER                  NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    -- The version of the pack by which it was completed.
    pack         UUID REFERENCES pack_version (id),
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, programme)
);

-- How far the results of all people were counted again for a version in use, so that a stop in between loses nothing.
CREATE TABLE recount (
    activation_number INTEGER NOT NULL PRIMARY KEY REFERENCES pack_activation (activation_number),
    after_person      UUID,
    finished_at       TIMESTAMP WITH TIME ZONE
);
