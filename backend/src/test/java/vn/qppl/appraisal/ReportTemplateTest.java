package vn.qppl.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The template that comes with the software keeps the form of administrative papers: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
class ReportTemplateTest {
    /** Twips in a millimetre. */
    private static final double MM = 1440 / 25.4;

    private static byte[] filled() throws IOException {
        var words = new LinkedHashMap<String, String>();
        for (var place : Reports.PLACES) words.put(place.name(), "[" + place.name() + "]");
        words.put("SO", "15/BC-STP");
        words.put("DIA_DANH_NGAY", "Quảng Ngãi, ngày 05 tháng 02 năm 2026");
        var lines = Map.of(
                "NOI_DUNG", List.of("# 1. Sự cần thiết ban hành", "Bảo đảm."),
                "NHAN_XET", List.of("- Tại khoản 2 Điều 2: vượt khung."),
                "Y_KIEN", List.of("Không có ý kiến khác."),
                "KET_LUAN", List.of("Đủ điều kiện trình."));
        try (var template = new ClassPathResource("vn/qppl/appraisal/bao-cao-tham-dinh.docx").getInputStream()) {
            return ReportDocx.fill(template, "Báo cáo", words, lines);
        }
    }

    private static List<XWPFParagraph> cell(XWPFTable table, int n) {
        return table.getRow(0).getCell(n).getParagraphs();
    }

    private static XWPFParagraph with(List<XWPFParagraph> paragraphs, String words) {
        return paragraphs.stream()
                .filter(p -> p.getText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line “" + words + "”"));
    }

    private static void looks(XWPFParagraph line, double size, boolean bold, boolean italic) {
        assertThat(line.getAlignment()).as(line.getText()).isEqualTo(ParagraphAlignment.CENTER);
        for (var run : line.getRuns()) {
            assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
            assertThat(run.getFontSizeAsDouble()).as(line.getText()).isEqualTo(size);
            assertThat(run.isBold()).as(line.getText()).isEqualTo(bold);
            assertThat(run.isItalic()).as(line.getText()).isEqualTo(italic);
            assertThat(run.getUnderline()).as("drawn, not underlined").isEqualTo(UnderlinePatterns.NONE);
        }
    }

    @Test
    void setsHeadAndFootInTheirPlacesAndSizes() throws IOException {
        try (var file = new XWPFDocument(new ByteArrayInputStream(filled()))) {
            var head = file.getTables().getFirst();
            var right = cell(head, 1);
            looks(with(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 12, true, false);
            looks(with(right, "Độc lập - Tự do - Hạnh phúc"), 13, true, false);
            looks(with(right, "Quảng Ngãi, ngày 05 tháng 02 năm 2026"), 14, false, true);
            var left = cell(head, 0);
            looks(with(left, "[CO_QUAN_CHU_QUAN]"), 12, false, false);
            looks(with(left, "[CO_QUAN]"), 12, true, false);
            looks(with(left, "Số: 15/BC-STP"), 13, false, false);
            // a drawn line below the motto and below the body's name, each a paragraph that is nothing but its border
            for (var side : List.of(left, right))
                assertThat(side.stream()
                                .filter(p -> p.getCTP().isSetPPr()
                                        && p.getCTP().getPPr().isSetPBdr()))
                        .hasSize(1);
            var foot = file.getTables().getLast();
            var recipients = with(cell(foot, 0), "Nơi nhận:").getRuns().getFirst();
            assertThat(recipients.isBold() && recipients.isItalic()).isTrue();
            assertThat(recipients.getFontSizeAsDouble()).isEqualTo(12);
            assertThat(with(cell(foot, 0), "Lưu: VT").getRuns().getFirst().getFontSizeAsDouble())
                    .isEqualTo(11);
            looks(with(cell(foot, 1), "[CHUC_VU]"), 14, true, false);
            looks(with(cell(foot, 1), "[NGUOI_KY]"), 14, true, false);
        }
    }

    @Test
    void keepsTheMarginsAndNumbersPagesFromTheSecond() throws IOException {
        try (var file = new XWPFDocument(new ByteArrayInputStream(filled()))) {
            var section = file.getDocument().getBody().getSectPr();
            var margins = section.getPgMar();
            assertThat(twips(margins.getTop())).isBetween(20 * MM - 1, 25 * MM);
            assertThat(twips(margins.getBottom())).isBetween(20 * MM - 1, 25 * MM);
            assertThat(twips(margins.getLeft())).isBetween(30 * MM - 1, 35 * MM);
            assertThat(twips(margins.getRight())).isBetween(15 * MM, 20 * MM);
            assertThat(twips(section.getPgSz().getW())).isBetween(209 * MM, 211 * MM);
            assertThat(section.isSetTitlePg()).isTrue();
            assertThat(file.getHeaderList()).hasSize(1);
        }
    }

    private static double twips(Object value) {
        return Double.parseDouble(value.toString());
    }

    @Test
    void fillsEveryPlace() throws IOException {
        try (var template = new ClassPathResource("vn/qppl/appraisal/bao-cao-tham-dinh.docx").getInputStream()) {
            assertThat(ReportDocx.places(template))
                    .containsExactlyInAnyOrderElementsOf(Reports.PLACES.stream()
                            .map(Reports.TemplatePlace::name)
                            .toList());
        }
        var said = ReportDocx.blocks(filled()).toString();
        assertThat(said).doesNotContain("{{").contains("1. Sự cần thiết ban hành", "Tại khoản 2 Điều 2: vượt khung.");
    }
}
