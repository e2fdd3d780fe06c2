-- Package passback: grade_delivery (what each gradebook has or should have), circuit_breaker (LMSs that are not called
-- for a while), failing_line_item (line items that hold up no other), found_line_item (line items that no launch named).

-- One row for each learner and line item, always with the latest grade. It is the record and the queue in one.
CREATE TABLE grade_delivery (
    id            UUID                     NOT NULL PRIMARY KEY,
    learner       UUID                     NOT NULL REFERENCES learner (id),
    resource_link UUID                     NOT NULL REFERENCES resource_link (id),
    platform      UUID                     NOT NULL REFERENCES platform (id),
    -- URL of the line item, as the last launch named it.
    line_item     VARCHAR(2000)            NOT NULL,
    -- The learner's sub, which the score names.
    user_id       VARCHAR(255)             NOT NULL,
    points        INTEGER                  NOT NULL,
    completed     BOOLEAN                  NOT NULL,
    remark        VARCHAR(500)             NOT NULL,
    -- Grows with each new grade, so that the reply to an old one does not settle the new one.
    revision      BIGINT                   NOT NULL,
    -- ON_ITS_WAY, ARRIVED or REFUSED, and since when.
    state         VARCHAR(20)              NOT NULL,
    state_since   TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    -- Who is sending it now, and until when nobody else may.
    claim         UUID,
    claimed_until TIMESTAMP WITH TIME ZONE,
    -- How often in a row it did not arrive, and why not.
    tries         INTEGER                  NOT NULL,
    reason        VARCHAR(40),
    -- What the LMS itself said of it, shortened and cleaned; or the reference of a fault of ours.
    said          VARCHAR(200),
    -- The timestamp of the last score sent; the next is later, because the LMS refuses any other.
    last_stamp    TIMESTAMP WITH TIME ZONE,
    -- When to read the gradebook again; when it was read and what was found there: as it should be, another grade, none, ...
    check_at      TIMESTAMP WITH TIME ZONE,
    checked_at    TIMESTAMP WITH TIME ZONE,
    check_result  VARCHAR(20),
    found_points  INTEGER,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT grade_delivery_is_one UNIQUE (learner, line_item)
);

-- Due rows are selected one platform at a time, so that the rows of one LMS never hide those of another.
CREATE INDEX grade_delivery_by_platform ON grade_delivery (platform, state, due_at);
CREATE INDEX grade_delivery_by_check_at ON grade_delivery (platform, check_at);
CREATE INDEX grade_delivery_by_link ON grade_delivery (resource_link);
CREATE INDEX grade_delivery_by_claim ON grade_delivery (claim);
CREATE INDEX grade_delivery_by_line_item ON grade_delivery (line_item);

-- LMSs that don't answer, or take no grade at all, for now. An LMS that works has no row.
CREATE TABLE circuit_breaker (
    platform   UUID                     NOT NULL PRIMARY KEY REFERENCES platform (id),
    failures   INTEGER                  NOT NULL,
    reason     VARCHAR(40)              NOT NULL,
    -- Whether every call would fail: no connection, no token. If not, line items that gave no cause may be called.
    wide       BOOLEAN                  NOT NULL,
    open_since TIMESTAMP WITH TIME ZONE NOT NULL,
    -- From then on one grade is sent to try whether it works again.
    open_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Line items of which the last score failed, in a way that may be the fault of the line item alone. One that works has no
-- row, nor has one for which nothing waits.
CREATE TABLE failing_line_item (
    platform  UUID                     NOT NULL REFERENCES platform (id),
    line_item VARCHAR(2000)            NOT NULL,
    -- How many failed in a row; one grade that fails again does not count again.
    failures  INTEGER                  NOT NULL,
    grade     UUID                     NOT NULL,
    since     TIMESTAMP WITH TIME ZONE NOT NULL,
    -- When one more grade may be tried in it.
    next_try  TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT failing_line_item_is_one PRIMARY KEY (platform, line_item)
);

-- Line items that links were not told of, found or created by us. Until then line_item is empty and one node at a time
-- searches.
CREATE TABLE found_line_item (
    resource_link UUID                     NOT NULL PRIMARY KEY REFERENCES resource_link (id),
    line_item     VARCHAR(2000),
    search_until  TIMESTAMP WITH TIME ZONE NOT NULL
);
