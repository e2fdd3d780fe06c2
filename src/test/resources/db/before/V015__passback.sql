-- Where the columns of a link's course are, as its last launch told it: to look for a column that is missing.
ALTER TABLE resource_link ADD COLUMN line_items VARCHAR(2000);

-- When to read the gradebook again; when it was read and what was found there: as it should be, another grade, none, ...
ALTER TABLE grade_delivery ADD COLUMN check_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE grade_delivery ADD COLUMN checked_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE grade_delivery ADD COLUMN finding VARCHAR(20);
ALTER TABLE grade_delivery ADD COLUMN found_points INTEGER;
-- Grades that arrived before are read once.
UPDATE grade_delivery SET check_at = state_since WHERE state = 'ARRIVED';

-- Work is looked for platform by platform, so that the rows of one LMS never hide those of another.
DROP INDEX grade_delivery_by_due_at;
CREATE INDEX grade_delivery_by_platform ON grade_delivery (platform, state, due_at);
CREATE INDEX grade_delivery_by_check_at ON grade_delivery (platform, check_at);
CREATE INDEX grade_delivery_by_link ON grade_delivery (resource_link);
CREATE INDEX grade_delivery_by_claim ON grade_delivery (claim);

-- LMSs that don't answer, or take no grade at all, for now. No row: all is well.
CREATE TABLE passback_circuit (
    platform   UUID                     NOT NULL PRIMARY KEY REFERENCES platform (id),
    failures   INTEGER                  NOT NULL,
    problem    VARCHAR(40)              NOT NULL,
    open_since TIMESTAMP WITH TIME ZONE NOT NULL,
    -- From then on one grade may try whether it works again.
    open_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Columns that links were not told of, looked for or made by us. Until then line_item is empty and one node at a time looks.
CREATE TABLE sought_column (
    resource_link UUID                     NOT NULL PRIMARY KEY REFERENCES resource_link (id),
    line_item     VARCHAR(2000),
    sought_until  TIMESTAMP WITH TIME ZONE NOT NULL
);
