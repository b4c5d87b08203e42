-- What the rules hold against a text, one row a finding, with the officer's decision. Checked again, a finding on the same words is the same
-- row and keeps its decision; one that is no longer found stays only if somebody decided on it.
create table machine_finding (
    id bigint not null auto_increment,
    version bigint not null,
    -- what was checked: DOCUMENT and its id; drafts of later modules have kinds of their own
    subject_kind varchar(20) character set ascii collate ascii_bin not null,
    subject_id bigint not null,
    -- hash of rule, places and words
    finding_key char(64) character set ascii collate ascii_bin not null,
    rule varchar(60) character set ascii collate ascii_bin not null,
    severity varchar(20) character set ascii collate ascii_bin not null,
    explanation varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    article varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    mending varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    -- [{start, end, quote, place, address, documentId}]
    evidence mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    -- order in the text
    place_order int not null,
    found_at timestamp(6) not null,
    -- false where the last check did not find it any more
    present boolean not null,
    -- FAULT, NOT_A_FAULT, MENDED; null while open
    decision varchar(20) character set ascii collate ascii_bin null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    decided_by bigint null,
    decided_at timestamp(6) null,
    primary key (id),
    constraint uq_machine_finding unique (subject_kind, subject_id, finding_key)
);
