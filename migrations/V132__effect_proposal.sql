-- What a text seems to do and nobody has accepted yet: one row a proposal, decided once. A refusal stays, so that reading the text again
-- does not bring it back.
create table effect_proposal (
    id bigint not null auto_increment,
    version bigint not null,
    document_id bigint not null,
    -- hash of what is proposed, without where it stands: the same proposal read again is this row
    proposal_key char(64) character set ascii collate ascii_bin not null,
    kind varchar(20) character set ascii collate ascii_bin not null,
    target_id bigint null,
    target_number varchar(80) character set utf8mb4 collate utf8mb4_bin null,
    target_title varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    target_provision varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    cause_provision varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    territory varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    from_date date null,
    until_date date null,
    boundary varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    quote text character set utf8mb4 collate utf8mb4_bin not null,
    new_text mediumtext character set utf8mb4 collate utf8mb4_bin null,
    old_words text character set utf8mb4 collate utf8mb4_bin null,
    new_words text character set utf8mb4 collate utf8mb4_bin null,
    position_label varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    confidence double not null,
    reason varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    -- OPEN, ACCEPTED, REFUSED
    state varchar(10) character set ascii collate ascii_bin not null,
    created_at timestamp(6) not null,
    decided_by bigint null,
    decided_at timestamp(6) null,
    decided_why varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    effect_id bigint null,
    primary key (id),
    constraint uq_effect_proposal unique (document_id, proposal_key),
    constraint fk_effect_proposal_document foreign key (document_id) references legal_document (id),
    constraint fk_effect_proposal_effect foreign key (effect_id) references effect (id)
);
create index ix_effect_proposal_state on effect_proposal (state, id);
