package vn.qppl.drafting;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseSteps extends JpaRepository<CaseStep, Long> {
    /** A case of a few rounds has some dozens. */
    List<CaseStep> findByDossierIdOrderByPosition(long dossierId);
}
