-- Package registration: invitation (LMSs that may register themselves).

-- Whoever holds the secret may register one LMS at one host. Of the secret only the hash is kept.
CREATE TABLE invitation (
    id          UUID                     NOT NULL PRIMARY KEY,
    name        VARCHAR(200)             NOT NULL,
    host        VARCHAR(260)             NOT NULL,
    secret_hash VARCHAR(64)              NOT NULL UNIQUE,
    made_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    tries       INTEGER                  NOT NULL,
    taken_until TIMESTAMP WITH TIME ZONE,
    used_at     TIMESTAMP WITH TIME ZONE,
    revoked_at  TIMESTAMP WITH TIME ZONE
);
