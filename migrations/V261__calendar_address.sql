-- The secret address at which a calendar programme reads one person's due days. The address itself is kept nowhere, only its hash.
create table calendar_address (
    person_id bigint not null,
    token_sha256 char(64) character set ascii collate ascii_bin not null,
    made_at timestamp(6) not null,
    primary key (person_id),
    constraint uq_calendar_address unique (token_sha256),
    constraint fk_calendar_address_person foreign key (person_id) references person (id)
);
