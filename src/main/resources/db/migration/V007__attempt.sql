-- Package attempt: attempt (a person works a task), answer (each answer given in it).

-- One attempt of one person at one task, pinned to the version of the pack it began on.
CREATE TABLE attempt (
    id          UUID                     NOT NULL PRIMARY KEY,
    person      UUID                     NOT NULL REFERENCES person (id),
    pack        UUID                     NOT NULL REFERENCES pack_version (id),
    module      VARCHAR(100)             NOT NULL,
    task        VARCHAR(100)             NOT NULL,
    exercise    VARCHAR(100)             NOT NULL,
    -- Decides the order of choices; with it the same answers show the same pages again.
    seed        BIGINT                   NOT NULL,
    -- Begun by somebody who was no learner there, such as course staff: it never counts.
    practice    BOOLEAN                  NOT NULL,
    begun_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    -- JSON of the mark, from the last answer on.
    mark        TEXT,
    -- The mentor's own thought at the end; nobody else reads it.
    thought     VARCHAR(2000)
);

CREATE INDEX attempt_by_person ON attempt (person, module, begun_at);

-- An answer is final: the primary key allows only one for each step.
CREATE TABLE answer (
    attempt     UUID                     NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    step        INTEGER                  NOT NULL,
    -- JSON of the fields as the browser sent them.
    given       TEXT                     NOT NULL,
    answered_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (attempt, step)
);
