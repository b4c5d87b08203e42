create table person (
    id bigint not null auto_increment,
    version bigint not null,
    username varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    display_name varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    password_hash varchar(300) character set ascii collate ascii_bin not null,
    role varchar(40) character set ascii collate ascii_bin not null,
    organisation_id bigint not null,
    active boolean not null,
    -- a password that someone else knows: to be changed before anything else
    must_change_password boolean not null,
    failed_attempts int not null,
    locked_until timestamp(6) null,
    created_at timestamp(6) not null,
    primary key (id),
    constraint uq_person_username unique (username),
    constraint fk_person_organisation foreign key (organisation_id) references organisation (id)
);
