-- Package progress: module_progress and programme_progress, what counts for a person and how far they are, one row
-- each. Points never fall, and what is completed stays completed on its version. Everything else follows from the
-- attempts and can be counted again. Both tables are written with the person locked, in the transaction of the attempt.

CREATE TABLE module_progress (
    person       UUID                     NOT NULL REFERENCES person (id),
    module       VARCHAR(100)             NOT NULL,
    -- NOT_STARTED, IN_PROGRESS, NOT_YET or COMPLETED.
    state        VARCHAR(20)              NOT NULL,
    points       INTEGER                  NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    -- The version of the pack on which it was completed.
    version      UUID REFERENCES pack_version (id),
    -- When the first attempt was begun, and when one was begun or finished last.
    started_at   TIMESTAMP WITH TIME ZONE,
    active_on    TIMESTAMP WITH TIME ZONE,
    -- How many tasks are required of this person, and how many of these are passed.
    required     INTEGER                  NOT NULL,
    passed       INTEGER                  NOT NULL,
    -- Whether one task was tried so often and in vain that course staff are told.
    help_wanted  BOOLEAN                  NOT NULL,
    -- A JSON array: where the person is in each task.
    tasks        TEXT                     NOT NULL,
    -- The version of the pack by whose rules it was counted.
    counted_on   UUID                     NOT NULL REFERENCES pack_version (id),
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, module)
);

CREATE INDEX module_progress_by_completed_at ON module_progress (module, completed_at);
CREATE INDEX module_progress_by_changed_at ON module_progress (changed_at, person);
CREATE INDEX module_progress_by_counted_on ON module_progress (counted_on, person);

CREATE TABLE programme_progress (
    person       UUID                     NOT NULL REFERENCES person (id),
    programme    VARCHAR(100)             NOT NULL,
    -- NOT_STARTED, IN_PROGRESS or COMPLETED.
    state        VARCHAR(20)              NOT NULL,
    -- The highest share of its mandatory modules that was completed at any time, of 100.
    points       INTEGER                  NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    -- The version of the pack by which it was completed.
    version      UUID REFERENCES pack_version (id),
    active_on    TIMESTAMP WITH TIME ZONE,
    -- How many modules are mandatory, and how many of these are completed.
    required     INTEGER                  NOT NULL,
    completed    INTEGER                  NOT NULL,
    -- In how many of these something was finished.
    tried        INTEGER                  NOT NULL,
    -- The ids of those that are not completed, with spaces between them.
    open_modules TEXT                     NOT NULL,
    help_wanted  BOOLEAN                  NOT NULL,
    counted_on   UUID                     NOT NULL REFERENCES pack_version (id),
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, programme)
);

CREATE INDEX programme_progress_by_completed_at ON programme_progress (programme, completed_at);
CREATE INDEX programme_progress_by_changed_at ON programme_progress (changed_at, person);
CREATE INDEX programme_progress_by_counted_on ON programme_progress (counted_on, person);
