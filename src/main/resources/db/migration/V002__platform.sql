-- Package platform: platform and deployment (the LMSs we trust), tool_key (our own keys).

-- One row is one registration: one issuer and one client id, with its deployments.
CREATE TABLE platform (
    id                     UUID                       NOT NULL PRIMARY KEY,
    name                   VARCHAR(200)               NOT NULL,
    issuer                 VARCHAR(255)               NOT NULL,
    client_id              VARCHAR(255)               NOT NULL,
    authorization_endpoint VARCHAR(2000)              NOT NULL,
    token_endpoint         VARCHAR(2000)              NOT NULL,
    jwks_uri               VARCHAR(2000)              NOT NULL,
    -- How the registration was made: FILE, DYNAMIC or BY_HAND.
    origin                 VARCHAR(10) DEFAULT 'FILE' NOT NULL,
    enabled                BOOLEAN                    NOT NULL,
    -- A pending registration waits for its first launch or for the operator's approval.
    pending                BOOLEAN DEFAULT FALSE      NOT NULL,
    -- What roles of its launches give otherwise than by default, one a line: role and right.
    roles                  VARCHAR(4000) DEFAULT '' NOT NULL,
    registered_at          TIMESTAMP WITH TIME ZONE   NOT NULL,
    last_launch_at         TIMESTAMP WITH TIME ZONE,
    -- The issuer, if the LMS registered itself and is not disabled: it registers itself once.
    self_registered_issuer VARCHAR(255) UNIQUE,
    UNIQUE (issuer, client_id),
    CONSTRAINT platform_has_one_state CHECK (NOT (enabled AND pending))
);

CREATE TABLE deployment (
    platform      UUID         NOT NULL REFERENCES platform (id),
    deployment_id VARCHAR(255) NOT NULL,
    PRIMARY KEY (platform, deployment_id)
);

-- The keys we sign with. The unique generation keeps two nodes from making two keys at once.
CREATE TABLE tool_key (
    kid        VARCHAR(100)             NOT NULL PRIMARY KEY,
    generation INTEGER                  NOT NULL UNIQUE,
    jwk        TEXT                     NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    -- The highest generation whose time has come signs. Until then a key is only published.
    signs_from TIMESTAMP WITH TIME ZONE NOT NULL
);
