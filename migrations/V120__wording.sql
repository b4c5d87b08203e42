-- The wordings of texts that other documents change: pieces with the days on which they read so. Derived from the base text and the
-- effects on record, written anew when these change; a text that nothing changes has no rows here.
create table wording (
    document_id bigint not null,
    -- of the base text and of every change that went in: another one means the rows are out of date
    fingerprint char(64) character set ascii collate ascii_bin not null,
    composed_at timestamp(6) not null,
    -- what could not be applied, and why
    unapplied mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (document_id),
    constraint fk_wording_document foreign key (document_id) references legal_document (id)
);

create table provision_version (
    document_id bigint not null,
    -- place in the text over all days
    position int not null,
    -- empty for the main text, else the eId of the attached regulation or annex
    component varchar(40) character set ascii collate ascii_bin not null,
    -- eId within the component; empty for letterhead and signature
    e_id varchar(200) character set ascii collate ascii_bin not null,
    from_date date not null,
    until_date date not null,
    content mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    primary key (document_id, position),
    constraint fk_provision_version_document foreign key (document_id) references legal_document (id)
);
create index ix_provision_version_day on provision_version (document_id, from_date, until_date);

-- What a person wrote where an instruction could not be applied. Never updated, only retracted and written again.
create table hand_wording (
    id bigint not null auto_increment,
    document_id bigint not null,
    -- the effect whose words these are
    effect_id bigint not null,
    -- as lawyers write it: "khoản 2 Điều 3"
    target_label varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    -- the whole provision with its number; empty where it is repealed
    text mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    confirmed_by bigint not null,
    confirmed_at timestamp(6) not null,
    retracted_by bigint null,
    retracted_at timestamp(6) null,
    retracted_why varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    primary key (id),
    constraint fk_hand_wording_document foreign key (document_id) references legal_document (id),
    constraint fk_hand_wording_effect foreign key (effect_id) references effect (id)
);
create index ix_hand_wording_document on hand_wording (document_id, id);
