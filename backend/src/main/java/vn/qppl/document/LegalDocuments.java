package vn.qppl.document;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LegalDocuments extends JpaRepository<LegalDocument, Long> {

    Optional<LegalDocument> findByIdentityKey(String identityKey);

    @Query("select d from LegalDocument d where d.numberKey = :key order by d.id limit 50")
    List<LegalDocument> withNumber(String key);

    @Query(
            "select d from LegalDocument d where d.numberSerial = :serial and d.numberYear = :year order by d.id limit 50")
    List<LegalDocument> withSerial(int serial, int year);
}
