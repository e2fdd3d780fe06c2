-- Package library: published_pack (all published versions), pack_choice (which one is in use), pack_upload (uploads
-- that are not published yet).

-- Rows are never changed or deleted: attempts are pinned to them.
CREATE TABLE published_pack (
    id           UUID                     NOT NULL PRIMARY KEY,
    pack_name    VARCHAR(40)              NOT NULL,
    pack_version VARCHAR(40)              NOT NULL,
    -- SHA-256 of the files, so that several nodes that start at once publish the same content only once.
    hash         CHAR(64)                 NOT NULL,
    -- A JSON object: path and text of each file.
    files        TEXT                     NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT published_pack_once UNIQUE (hash)
);

-- The row with the highest number says which version is in use. Rows are only ever added: going back to an earlier
-- version adds a row too.
CREATE TABLE pack_choice (
    choice_number INTEGER                  NOT NULL PRIMARY KEY,
    pack          UUID                     NOT NULL REFERENCES published_pack (id),
    -- 'tool' at a start, 'operator' by hand.
    chosen_by     VARCHAR(10)              NOT NULL,
    chosen_at     TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A pack that the operator uploaded and has not published yet: the newest of each name. It passed the check.
CREATE TABLE pack_upload (
    id           UUID                     NOT NULL PRIMARY KEY,
    pack_name    VARCHAR(40)              NOT NULL,
    pack_version VARCHAR(40)              NOT NULL,
    files        TEXT                     NOT NULL,
    uploaded_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
