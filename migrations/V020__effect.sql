-- Dated effects: never updated but for confirmation and retraction. Status, text as of a date and lists derive from them.
create table effect (
    id bigint not null auto_increment,
    kind varchar(20) character set ascii collate ascii_bin not null,
    target_id bigint not null,
    -- eId of the target provision; null = the whole document
    target_provision varchar(200) character set ascii collate ascii_bin null,
    -- as lawyers write it
    target_label varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    -- null = the issuer's whole territory
    territory varchar(40) character set ascii collate ascii_bin null,
    from_date date null,
    until_date date null,
    boundary varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    -- the document and clause that do it, or a rule of law
    cause_id bigint null,
    cause_label varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    rule varchar(60) character set ascii collate ascii_bin null,
    quote text character set utf8mb4 collate utf8mb4_bin not null,
    new_text mediumtext character set utf8mb4 collate utf8mb4_bin null,
    old_words text character set utf8mb4 collate utf8mb4_bin null,
    new_words text character set utf8mb4 collate utf8mb4_bin null,
    position_label varchar(300) character set utf8mb4 collate utf8mb4_bin null,
    derived_from bigint null,
    recorded_by bigint not null,
    recorded_at timestamp(6) not null,
    confirmed_by bigint null,
    confirmed_at timestamp(6) null,
    retracted_by bigint null,
    retracted_at timestamp(6) null,
    retracted_why varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    primary key (id),
    constraint fk_effect_target foreign key (target_id) references legal_document (id),
    constraint fk_effect_cause foreign key (cause_id) references legal_document (id),
    constraint fk_effect_derived foreign key (derived_from) references effect (id)
);
create index ix_effect_target on effect (target_id, from_date);
create index ix_effect_cause on effect (cause_id);
create index ix_effect_from on effect (from_date, kind);

-- The status of a document over time, rewritten in the transaction that changes its effects; equal to Validity by test.
create table validity_span (
    document_id bigint not null,
    -- empty = the issuer's whole territory
    place varchar(40) character set ascii collate ascii_bin not null,
    from_date date not null,
    until_date date not null,
    status varchar(20) character set ascii collate ascii_bin not null,
    cause_effect_id bigint null,
    primary key (document_id, place, from_date),
    constraint fk_validity_document foreign key (document_id) references legal_document (id)
);
create index ix_validity_status on validity_span (place, status, from_date, until_date, document_id);

-- One row a document whose chain of effects changed: its version gives the conflict of two people on one chain.
create table effect_chain (
    document_id bigint not null,
    version bigint not null,
    changed_by bigint not null,
    changed_at timestamp(6) not null,
    primary key (document_id),
    constraint fk_effect_chain_document foreign key (document_id) references legal_document (id)
);
