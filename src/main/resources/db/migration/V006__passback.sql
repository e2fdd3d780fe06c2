-- What the gradebook has or should have: one row a learner and column, always the latest standing. Data and queue in one.
CREATE TABLE grade_delivery (
    id            uuid                     NOT NULL PRIMARY KEY,
    learner       uuid                     NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    resource_link uuid                     NOT NULL REFERENCES resource_link (id),
    platform      uuid                     NOT NULL REFERENCES platform (id),
    -- Address of the column, as the last launch told it.
    line_item     varchar(2000)            NOT NULL,
    -- The learner's sub, which the score names.
    user_id       varchar(255)             NOT NULL,
    points        integer                  NOT NULL,
    completed     boolean                  NOT NULL,
    remark        varchar(500)             NOT NULL,
    -- Grows with each new standing, so that the answer to an old one settles nothing.
    standing      bigint                   NOT NULL,
    -- ON_ITS_WAY, ARRIVED or REFUSED, and since when.
    state         varchar(20)              NOT NULL,
    state_since   timestamp with time zone NOT NULL,
    due_at        timestamp with time zone NOT NULL,
    -- Who is sending it now, and until when they have it to themselves.
    claim         uuid,
    claimed_until timestamp with time zone,
    -- How often in a row it did not arrive, and why not.
    tries         integer                  NOT NULL,
    problem       varchar(40),
    -- The timestamp of the last score sent; the next is later, for the LMS refuses any other.
    last_stamp    timestamp with time zone,
    created_at    timestamp with time zone NOT NULL,
    CONSTRAINT grade_delivery_is_one UNIQUE (learner, line_item)
);

CREATE INDEX grade_delivery_by_due_at ON grade_delivery (state, due_at);
CREATE INDEX grade_delivery_by_link ON grade_delivery (resource_link);
