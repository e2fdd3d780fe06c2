-- One filling of one task by one person, pinned to the version of the pack it began on. Never deleted but with its person.
CREATE TABLE attempt (
    id          uuid                     NOT NULL PRIMARY KEY,
    person_id   uuid                     NOT NULL REFERENCES person (id),
    pack_id     uuid                     NOT NULL REFERENCES published_pack (id),
    module_id   varchar(100)             NOT NULL,
    task_id     varchar(100)             NOT NULL,
    exercise_id varchar(100)             NOT NULL,
    -- Decides the order of choices; with it the same answers show the same pages again.
    seed        bigint                   NOT NULL,
    begun_at    timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    -- JSON of the mark, from the last answer on.
    mark        text,
    -- The mentor's own thought at the end; nobody else reads it.
    thought     varchar(2000)
);

CREATE INDEX attempt_by_person ON attempt (person_id, module_id, begun_at);

-- One answer, final. The primary key is what makes it so.
CREATE TABLE answer (
    attempt_id  uuid                     NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    step        integer                  NOT NULL,
    -- JSON of the fields as the browser sent them.
    given       text                     NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    PRIMARY KEY (attempt_id, step)
);
