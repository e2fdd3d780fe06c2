-- The course that a course was copied from, as its first launch told it.
ALTER TABLE context ADD COLUMN copied_from UUID REFERENCES context (id);

-- Course staff came to place something. Answered once; late ones are swept, for the address carries a session key in some LMSs.
CREATE TABLE deep_linking (
    id               UUID                     NOT NULL PRIMARY KEY,
    learner          UUID                     NOT NULL REFERENCES learner (id),
    platform         UUID                     NOT NULL REFERENCES platform (id),
    deployment_id    VARCHAR(255)             NOT NULL,
    context          UUID REFERENCES context (id),
    return_url       VARCHAR(2000)            NOT NULL,
    accept_links     BOOLEAN                  NOT NULL,
    accept_multiple  BOOLEAN                  NOT NULL,
    accept_line_item BOOLEAN                  NOT NULL,
    -- Opaque to us; goes back unchanged.
    data             TEXT,
    expires_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    answered_at      TIMESTAMP WITH TIME ZONE
);

CREATE INDEX deep_linking_by_expires_at ON deep_linking (expires_at);

-- What was sent to a course to be placed there. Whether it was kept only the LMS knows, until it is launched.
CREATE TABLE placement (
    id        UUID                     NOT NULL PRIMARY KEY,
    platform  UUID                     NOT NULL REFERENCES platform (id),
    context   UUID                     NOT NULL REFERENCES context (id),
    -- Absent if it was the whole programme.
    module    VARCHAR(100),
    placed_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX placement_by_context ON placement (context);
