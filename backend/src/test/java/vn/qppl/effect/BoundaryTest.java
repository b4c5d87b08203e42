package vn.qppl.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BoundaryTest {
    @Test
    void readsWhichDayOfWhichDocumentIsMeant() {
        var boundary = Boundary.of(
                        "ngày Nghị quyết số 09/2023/NQ-HĐND ngày 10 tháng 7 năm 2023 của Hội đồng nhân dân tỉnh hết hiệu lực")
                .orElseThrow();
        assertThat(boundary.number()).isEqualTo("09/2023/NQ-HĐND");
        assertThat(boundary.issuedOn()).isEqualTo(LocalDate.of(2023, 7, 10));
        assertThat(boundary.event()).isEqualTo(BoundaryEvent.Event.ENDS);
    }

    @Test
    void countsDaysFromTheOtherDocumentsDay() {
        var boundary = Boundary.of("sau 10 ngày kể từ ngày Quyết định số 5/2024/QĐ-UBND có hiệu lực")
                .orElseThrow();
        assertThat(boundary.days()).isEqualTo(10);
        assertThat(boundary.event()).isEqualTo(BoundaryEvent.Event.BEGINS);
    }

    @Test
    void isNoneWhereNoDocumentIsNumberedOrNothingBegins() {
        assertThat(Boundary.of("ngày Luật Đất đai có hiệu lực")).isEmpty();
        assertThat(Boundary.of("ngày công bố Quyết định số 5/2024/QĐ-UBND trên Công báo"))
                .isEmpty();
    }
}
