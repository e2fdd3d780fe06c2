-- What the gradebook has or should have: one row a learner and column, always the latest standing. Data and queue in one.
CREATE TABLE grade_delivery (
    id            UUID                     NOT NULL PRIMARY KEY,
    learner       UUID                     NOT NULL REFERENCES learner (id),
    resource_link UUID                     NOT NULL REFERENCES resource_link (id),
    platform      UUID                     NOT NULL REFERENCES platform (id),
    -- Address of the column, as the last launch told it.
    line_item     VARCHAR(2000)            NOT NULL,
    -- The learner's sub, which the score names.
    user_id       VARCHAR(255)             NOT NULL,
    points        INTEGER                  NOT NULL,
    completed     BOOLEAN                  NOT NULL,
    remark        VARCHAR(500)             NOT NULL,
    -- Grows with each new standing, so that the answer to an old one settles nothing.
    standing      BIGINT                   NOT NULL,
    -- ON_ITS_WAY, ARRIVED or REFUSED, and since when.
    state         VARCHAR(20)              NOT NULL,
    state_since   TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    -- Who is sending it now, and until when they have it to themselves.
    claim         UUID,
    claimed_until TIMESTAMP WITH TIME ZONE,
    -- How often in a row it did not arrive, and why not.
    tries         INTEGER                  NOT NULL,
    problem       VARCHAR(40),
    -- The timestamp of the last score sent; the next is later, for the LMS refuses any other.
    last_stamp    TIMESTAMP WITH TIME ZONE,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT grade_delivery_is_one UNIQUE (learner, line_item)
);

CREATE INDEX grade_delivery_by_due_at ON grade_delivery (state, due_at);
