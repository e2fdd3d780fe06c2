-- Package deeplink: deep_linking (requests of course staff to place something), placement (what was sent to a course).

-- Answered once. Late ones are deleted, because the return URL carries a session key in some LMSs.
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
    -- Whether whoever it came with was course staff; if not they may place, and no more.
    staff            BOOLEAN                  NOT NULL,
    expires_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    answered_at      TIMESTAMP WITH TIME ZONE,
    -- What was chosen, hashed: the same choice twice at once is one answer.
    answered_with    VARCHAR(64)
);

CREATE INDEX deep_linking_by_expires_at ON deep_linking (expires_at);

-- Whether the LMS kept what was sent is unknown until it is launched.
CREATE TABLE placement (
    id        UUID                     NOT NULL PRIMARY KEY,
    platform  UUID                     NOT NULL REFERENCES platform (id),
    context   UUID                     NOT NULL REFERENCES context (id),
    -- The module that was sent. Absent for a whole programme.
    module    VARCHAR(100),
    -- The programme that was sent. Absent for a module.
    programme VARCHAR(100),
    placed_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX placement_by_context ON placement (context);
