package vn.qppl.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.qppl.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.database.DataFolder;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.structure.DocumentNumber;

/** What a full disk or a careless hand does to an index under way must not end the indexing. */
@ApplicationTest
class LostIndexTest {
    @LocalServerPort
    int port;

    @Autowired
    DataFolder data;

    @Autowired
    Register register;

    private void confirm(String number) {
        register.confirm(
                new DocumentFacts(
                        DocumentNumber.parse(number).orElseThrow(),
                        DocumentType.QUYET_DINH,
                        null,
                        "Ủy ban nhân dân tỉnh Kon Tum",
                        IssuerLevel.PROVINCE,
                        "Thử chỉ mục bị mất tệp",
                        LocalDate.of(2019, 5, 6),
                        null,
                        null,
                        null,
                        null,
                        true),
                1);
    }

    private boolean found(String number) {
        var answer = Browser.signedInAs("lanhdao", port)
                .get("/api/search?q=" + number.replace("/", "%2F").replace("Đ", "%C4%90"));
        return answer.status() == 200 && answer.text().contains(number);
    }

    @Test
    void buildsTheIndexAnewWhenItsFilesAreGone() throws IOException {
        confirm("9101/2019/QĐ-UBND");
        eventually(() -> found("9101/2019/QĐ-UBND"));
        int deleted = 0;
        try (var files = Files.walk(data.path().resolve("index/staff"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("current")) continue;
                Files.delete(file);
                deleted++;
            }
        }
        assertThat(deleted).isPositive();
        confirm("9102/2019/QĐ-UBND");
        eventually(() -> found("9102/2019/QĐ-UBND") && found("9101/2019/QĐ-UBND"));
    }
}
