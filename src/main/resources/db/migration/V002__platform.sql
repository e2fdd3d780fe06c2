-- Package platform: platform and deployment (the LMSs we trust), proposal (what launches brought and an operator has to
-- accept first), tool_key (our own keys).

-- One row is one registration: one issuer and one client id, with its deployments.
CREATE TABLE platform (
    id                     UUID                       NOT NULL PRIMARY KEY,
    name                   VARCHAR(200)               NOT NULL,
    issuer                 VARCHAR(255)               NOT NULL,
    client_id              VARCHAR(255)               NOT NULL,
    authorization_endpoint VARCHAR(2000)              NOT NULL,
    token_endpoint         VARCHAR(2000)              NOT NULL,
    jwks_uri               VARCHAR(2000)              NOT NULL,
    -- What an access token is asked for in the name of; absent if it is the token endpoint.
    token_audience         VARCHAR(2000),
    -- Origins beside those of issuer and endpoints, one blank between.
    sites                  VARCHAR(8000) DEFAULT ''   NOT NULL,
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

-- What a signed launch, or the LMS as it registered, brought, and nobody has accepted yet.
CREATE TABLE proposal (
    platform    UUID                     NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
    -- SITE or DEPLOYMENT.
    kind        VARCHAR(20)              NOT NULL,
    proposed    VARCHAR(300)             NOT NULL,
    proposed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (platform, kind, proposed)
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
