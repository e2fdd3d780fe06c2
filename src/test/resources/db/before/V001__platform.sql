-- The LMSs we trust. One row is one registration: one issuer and one client id, with its deployments.
CREATE TABLE platform (
    id                     UUID                     NOT NULL PRIMARY KEY,
    name                   VARCHAR(200)             NOT NULL,
    issuer                 VARCHAR(255)             NOT NULL,
    client_id              VARCHAR(255)             NOT NULL,
    authorization_endpoint VARCHAR(2000)            NOT NULL,
    token_endpoint         VARCHAR(2000)            NOT NULL,
    jwks_uri               VARCHAR(2000)            NOT NULL,
    enabled                BOOLEAN                  NOT NULL,
    registered_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (issuer, client_id)
);

CREATE TABLE deployment (
    platform      UUID         NOT NULL REFERENCES platform (id),
    deployment_id VARCHAR(255) NOT NULL,
    PRIMARY KEY (platform, deployment_id)
);

-- Our own keys. The highest generation signs; that it is unique keeps two nodes from making two keys at once.
CREATE TABLE tool_key (
    kid        VARCHAR(100)             NOT NULL PRIMARY KEY,
    generation INTEGER                  NOT NULL UNIQUE,
    jwk        TEXT                     NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL
);
