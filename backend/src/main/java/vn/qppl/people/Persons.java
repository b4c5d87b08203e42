package vn.qppl.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Persons extends JpaRepository<Person, Long> {
    Optional<Person> findByUsername(String username);

    /** Holds the row, so that guesses sent at once are counted one by one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.username = :username")
    Optional<Person> lockByUsername(String username);

    @Query("""
            select p from Person p
            where p.username > :after and (:q = '' or p.username like :q or p.displayName like :q)
            order by p.username""")
    List<Person> list(String q, String after, Limit limit);

    long countByRoleAndActiveTrue(Role role);

    Optional<Person> findFirstByRoleAndActiveTrueOrderById(Role role);
}
