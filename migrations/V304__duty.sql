-- Rules that higher law has the province make: found by reading, confirmed by a person, ended by the provision that makes them.
create table duty (
    id bigint not null auto_increment,
    version bigint not null,
    document_id bigint not null,
    -- of the clause within the document and of its words: the same clause is the same duty when read again
    clause_key char(64) character set ascii collate ascii_bin not null,
    address varchar(200) character set ascii collate ascii_bin null,
    place varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    -- COUNCIL, COMMITTEE, CHAIRMAN
    body varchar(12) character set ascii collate ascii_bin not null,
    quote varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    found_at timestamp(6) not null,
    -- false where the text, read again, no longer has it
    present boolean not null,
    -- CONFIRMED, REJECTED; null while nobody decided
    decision varchar(10) character set ascii collate ascii_bin null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    decided_by bigint null,
    decided_at timestamp(6) null,
    unit_id bigint null,
    due_on date null,
    fulfilled_by bigint null,
    fulfilled_provision varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    fulfilled_at timestamp(6) null,
    state varchar(10) character set ascii collate ascii_bin generated always as (case when decision = 'REJECTED' then 'REJECTED'
        when fulfilled_by is not null then 'FULFILLED' when decision is not null then 'CONFIRMED' else 'FOUND' end) stored,
    primary key (id),
    constraint uq_duty unique (document_id, clause_key),
    constraint fk_duty_document foreign key (document_id) references legal_document (id),
    constraint fk_duty_unit foreign key (unit_id) references organisation (id),
    constraint fk_duty_fulfilled foreign key (fulfilled_by) references legal_document (id)
);
create index ix_duty_state on duty (state, present, id);
