-- Package launch: person, learner, context, resource_link, enrolment (who came, from which course), pending_launch
-- (logins under way), refusal (launches that were refused).

-- A human being, who may be a learner on several platforms.
CREATE TABLE person (
    id         UUID                     NOT NULL PRIMARY KEY,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A person as one platform knows them.
CREATE TABLE learner (
    id         UUID                     NOT NULL PRIMARY KEY,
    person     UUID                     NOT NULL REFERENCES person (id),
    platform   UUID                     NOT NULL REFERENCES platform (id),
    sub        VARCHAR(255)             NOT NULL,
    name       VARCHAR(255),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT learner_is_one UNIQUE (platform, sub)
);

CREATE INDEX learner_by_person ON learner (person);

-- A course. Its id is unique within a deployment (LTI 1.3 core, section 5.4.1).
CREATE TABLE context (
    id            UUID                     NOT NULL PRIMARY KEY,
    platform      UUID                     NOT NULL REFERENCES platform (id),
    deployment_id VARCHAR(255)             NOT NULL,
    context_id    VARCHAR(255)             NOT NULL,
    title         VARCHAR(255),
    -- The course that this one was copied from, as its first launch said.
    copied_from   UUID REFERENCES context (id),
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT context_is_one UNIQUE (platform, deployment_id, context_id)
);

-- A placement of the tool, as its last launch described it.
CREATE TABLE resource_link (
    id               UUID                     NOT NULL PRIMARY KEY,
    platform         UUID                     NOT NULL REFERENCES platform (id),
    deployment_id    VARCHAR(255)             NOT NULL,
    resource_link_id VARCHAR(255)             NOT NULL,
    context          UUID REFERENCES context (id),
    title            VARCHAR(255),
    line_item        VARCHAR(2000),
    -- The URL of all line items of the course: a line item that is missing is searched for there.
    line_items       VARCHAR(2000),
    scopes           VARCHAR(2000)            NOT NULL,
    module           VARCHAR(255),
    -- The programme that the link names. Absent if it names none: then it is the first of the pack.
    programme        VARCHAR(255),
    created_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT resource_link_is_one UNIQUE (platform, deployment_id, resource_link_id)
);

CREATE INDEX resource_link_by_context ON resource_link (context);

-- Who came by which link: the role of their last launch of it, and when that was.
CREATE TABLE enrolment (
    resource_link UUID                     NOT NULL REFERENCES resource_link (id),
    learner       UUID                     NOT NULL REFERENCES learner (id),
    role          VARCHAR(20)              NOT NULL,
    launched_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (resource_link, learner)
);

CREATE INDEX enrolment_by_learner ON enrolment (learner);

-- Logins that wait for their launch. The launch marks the row as spent; late and spent ones are deleted later.
CREATE TABLE pending_launch (
    state      VARCHAR(64)              NOT NULL PRIMARY KEY,
    nonce      VARCHAR(64)              NOT NULL,
    platform   UUID                     NOT NULL REFERENCES platform (id),
    binding    VARCHAR(64)              NOT NULL,
    -- The address of ours that began it, hashed. Absent if the LMS's own did. Each begins one login.
    once       VARCHAR(64),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    -- A spent row is kept for a while, so that a reload of the same launch is recognised.
    spent_at   TIMESTAMP WITH TIME ZONE,
    -- The token that finished it, hashed. Absent if the LMS answered with an error.
    spent_by   VARCHAR(64),
    -- Who was signed in by it, and the page they were sent to.
    learner    UUID REFERENCES learner (id) ON DELETE CASCADE,
    led_to     VARCHAR(255),
    CONSTRAINT pending_launch_is_begun_once UNIQUE (once)
);

CREATE INDEX pending_launch_by_expires_at ON pending_launch (expires_at);
-- Deleting a learner deletes their rows here.
CREATE INDEX pending_launch_by_learner ON pending_launch (learner);

-- What was refused, for the operator. Nothing personal; deleted by age, and by number with a share for each network.
CREATE TABLE refusal (
    reference   VARCHAR(16)              NOT NULL PRIMARY KEY,
    refused_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    reason      VARCHAR(40)              NOT NULL,
    message_key VARCHAR(80)              NOT NULL,
    platform    UUID REFERENCES platform (id) ON DELETE CASCADE,
    cause       VARCHAR(500)             NOT NULL,
    -- What came and fits no registration; absent if that is not why.
    received    VARCHAR(1000),
    -- In what it differs from what is registered.
    hint        VARCHAR(20),
    -- Tells networks apart and says nothing else: hashed with a secret that only the running node has.
    network     VARCHAR(16)              NOT NULL
);

CREATE INDEX refusal_by_refused_at ON refusal (refused_at);
