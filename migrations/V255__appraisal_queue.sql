-- The desk's lists: open rounds of a body by stage, ended ones newest first.
create index ix_appraisal_queue on appraisal (body_id, stage, id);
