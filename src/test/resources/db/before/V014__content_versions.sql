-- Which version is in use: the line of the highest number. Lines are only ever added, so that rolling back is a line too.
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

-- How far the open standings were counted again after a choice, so that a stop in between loses nothing.
CREATE TABLE recount (
    choice_number INTEGER NOT NULL PRIMARY KEY REFERENCES pack_choice (choice_number),
    after_person  UUID,
    finished_at   TIMESTAMP WITH TIME ZONE
);
