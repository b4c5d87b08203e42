-- A document to be reviewed because of one change, with what became of it.
create table review (
    id bigint not null auto_increment,
    version bigint not null,
    change_id bigint not null,
    document_id bigint not null,
    -- CERTAIN, LIKELY, POSSIBLE
    certainty varchar(10) character set ascii collate ascii_bin not null,
    certainty_order int not null,
    -- why it is listed, with the words and their place: JSON
    reasons mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    -- who reviews it, and why that body; null where none is known
    unit_id bigint null,
    unit_reason varchar(500) character set utf8mb4 collate utf8mb4_bin null,
    due_on date null,
    -- the task is on a desk
    tasked boolean not null,
    found_at timestamp(6) not null,
    -- the change was taken back, or the document no longer depends on it
    gone_at timestamp(6) null,
    conclusion varchar(20) character set ascii collate ascii_bin null,
    reason varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    handle_by date null,
    concluded_by bigint null,
    concluded_at timestamp(6) null,
    -- the dossier that carries it out, the new document where one was made beside it
    dossier_id bigint null,
    result_id bigint null,
    -- the effect that settled it
    settled_by bigint null,
    settled_at timestamp(6) null,
    state varchar(12) character set ascii collate ascii_bin generated always as (case
        when settled_by is not null then 'SETTLED' when gone_at is not null then 'GONE' when conclusion is null then 'OPEN'
        when conclusion = 'KEEP' then 'KEPT' else 'CONCLUDED' end) stored,
    primary key (id),
    constraint uq_review unique (change_id, document_id),
    constraint fk_review_change foreign key (change_id) references basis_change (id),
    constraint fk_review_document foreign key (document_id) references legal_document (id),
    constraint fk_review_unit foreign key (unit_id) references organisation (id),
    constraint fk_review_dossier foreign key (dossier_id) references dossier (id),
    constraint fk_review_result foreign key (result_id) references legal_document (id),
    constraint fk_review_settled foreign key (settled_by) references effect (id)
);
create index ix_review_list on review (change_id, certainty_order, id);
create index ix_review_state on review (state, id);
create index ix_review_unit on review (unit_id, state, id);
create index ix_review_document on review (document_id, id);
