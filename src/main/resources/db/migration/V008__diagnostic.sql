-- Package diagnostic: diagnostic_sitting (what somebody knows already).

-- What somebody answered in one sitting of a diagnostic, pinned to the version of the pack and to the items drawn from
-- it. The row is written when all answers are handed in; the primary key makes it final.
CREATE TABLE diagnostic_sitting (
    person      UUID                     NOT NULL REFERENCES person (id),
    module      VARCHAR(100)             NOT NULL,
    -- Handed in by somebody who was no learner there, such as course staff: it changes nothing elsewhere.
    practice    BOOLEAN                  NOT NULL,
    -- From 1, for each person and module, practice apart.
    sitting     INTEGER                  NOT NULL,
    pack        UUID                     NOT NULL REFERENCES pack_version (id),
    -- Decides the order of options, so that the page of results shows them in the order of the questions.
    seed        BIGINT                   NOT NULL,
    -- JSON: for each item, in the order of the page, its id, what was answered, and how sure somebody was.
    given       TEXT                     NOT NULL,
    -- Whether the reading of the module is optional from here on.
    known       BOOLEAN                  NOT NULL,
    answered_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, module, practice, sitting)
);
