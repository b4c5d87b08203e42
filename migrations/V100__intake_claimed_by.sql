-- Which installation reads a file: what a killed process had claimed goes back to the queue as soon as it starts again.
alter table intake_item add column claimed_by varchar(64) character set ascii collate ascii_bin null;
