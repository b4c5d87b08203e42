-- Organisations live in time: valid from, valid to, predecessors and successors. Districts end on 2025-07-01.
create table organisation (
    id bigint not null auto_increment,
    version bigint not null,
    name varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    short_name varchar(120) character set utf8mb4 collate utf8mb4_bin null,
    -- COUNCIL, COMMITTEE, CHAIRMAN, DEPARTMENT, OFFICE, CENTRAL …
    kind varchar(30) character set ascii collate ascii_bin not null,
    level varchar(16) character set ascii collate ascii_bin not null,
    -- administrative code of its territory, and what it lies in
    place_code varchar(40) character set ascii collate ascii_bin null,
    place_name varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    identifier_code varchar(40) character set ascii collate ascii_bin null,
    parent_id bigint null,
    -- folded name without the kind of body, for matching what a text calls it
    match_key varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    valid_from date not null,
    valid_to date not null,
    primary key (id),
    constraint fk_organisation_parent foreign key (parent_id) references organisation (id)
);
create index ix_organisation_match on organisation (match_key);
create index ix_organisation_name on organisation (name (100), id);

create table organisation_succession (
    predecessor_id bigint not null,
    successor_id bigint not null,
    since date not null,
    primary key (predecessor_id, successor_id),
    constraint fk_succession_predecessor foreign key (predecessor_id) references organisation (id),
    constraint fk_succession_successor foreign key (successor_id) references organisation (id)
);
