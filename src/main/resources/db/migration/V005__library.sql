-- Package library: pack_version (all published versions), pack_activation (which of them is active), pack_upload (packs
-- that the operator uploaded and has not published).

-- Rows are never changed or deleted: attempts are pinned to them.
CREATE TABLE pack_version (
    id           UUID                     NOT NULL PRIMARY KEY,
    name         VARCHAR(40)              NOT NULL,
    version      VARCHAR(40)              NOT NULL,
    -- SHA-256 of the files, so that several nodes that start at once publish the same content only once.
    hash         CHAR(64)                 NOT NULL,
    -- A JSON object: path and text of each file.
    files        TEXT                     NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pack_version_once UNIQUE (hash)
);

-- The row with the highest number says which version is active. Rows are only ever added: going back to an earlier
-- version adds a row too.
CREATE TABLE pack_activation (
    activation_number INTEGER                  NOT NULL PRIMARY KEY,
    pack              UUID                     NOT NULL REFERENCES pack_version (id),
    -- 'tool' at a start, 'operator' by hand.
    activated_by      VARCHAR(10)              NOT NULL,
    activated_at      TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A pack that the operator uploaded and has not published: the newest of each name. It passed the check.
CREATE TABLE pack_upload (
    id          UUID                     NOT NULL PRIMARY KEY,
    name        VARCHAR(40)              NOT NULL,
    version     VARCHAR(40)              NOT NULL,
    files       TEXT                     NOT NULL,
    uploaded_at TIMESTAMP WITH TIME ZONE NOT NULL
);
