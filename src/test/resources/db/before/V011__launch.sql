-- A login that was finished stays until it is swept: a reload of the same launch is no stranger.
ALTER TABLE pending_launch ADD COLUMN spent_at TIMESTAMP WITH TIME ZONE;

-- Whom it let in, and where it led.
ALTER TABLE pending_launch ADD COLUMN learner UUID REFERENCES learner (id) ON DELETE CASCADE;

ALTER TABLE pending_launch ADD COLUMN led_to VARCHAR(255);

-- Who erases a learner looks for theirs here.
CREATE INDEX pending_launch_by_learner ON pending_launch (learner);

-- Launches that were refused, for whoever runs the tool. Nothing personal; swept by age and by number.
CREATE TABLE refusal (
    reference  VARCHAR(16)              NOT NULL PRIMARY KEY,
    refused_at TIMESTAMP WITH TIME ZONE NOT NULL,
    refusal    VARCHAR(40)              NOT NULL,
    words      VARCHAR(80)              NOT NULL,
    platform   UUID REFERENCES platform (id) ON DELETE CASCADE,
    cause      VARCHAR(500)             NOT NULL
);

CREATE INDEX refusal_by_refused_at ON refusal (refused_at);
