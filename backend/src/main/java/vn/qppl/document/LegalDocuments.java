package vn.qppl.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LegalDocuments extends JpaRepository<LegalDocument, Long> {
    /** Of the lists by number; more bodies than this do not share one. */
    int MOST_OF_A_NUMBER = 50;

    int MOST_OF_SEVERAL_NUMBERS = 1000;

    Optional<LegalDocument> findByIdentityKey(String identityKey);

    List<LegalDocument> findByIdentityKeyIn(Collection<String> identityKeys);

    @Query("select d from LegalDocument d where d.numberKey = :key order by d.id limit " + MOST_OF_A_NUMBER)
    List<LegalDocument> withNumber(String key);

    @Query("select d from LegalDocument d where d.numberKey in :keys order by d.id limit " + MOST_OF_SEVERAL_NUMBERS)
    List<LegalDocument> withNumbers(Collection<String> keys);

    /** Of one type: each commune of a province may have its own first decision of a year. */
    @Query("select d from LegalDocument d where d.numberSerial = :serial and d.numberYear = :year and d.type = :type"
            + " order by d.id limit " + MOST_OF_SEVERAL_NUMBERS)
    List<LegalDocument> withSerial(int serial, int year, DocumentType type);
}
