package vn.qppl.appraisal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Appraisals extends JpaRepository<Appraisal, Long> {
    /** The latest round. */
    Optional<Appraisal> findFirstByDossierIdOrderByIdDesc(long dossierId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Appraisal a where a.id = :id")
    Optional<Appraisal> lock(long id);
}
