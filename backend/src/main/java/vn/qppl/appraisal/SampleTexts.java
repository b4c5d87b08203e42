package vn.qppl.appraisal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.qppl.procedure.DocumentForm;

/** Word files of the sample's drafts and letters; all of it invented. */
final class SampleTexts {
    private SampleTexts() {}

    /** @param articles one paragraph a line, from "Điều 1" on */
    static byte[] draft(SampleDossiers.Sample sample, String articles) {
        var decision = sample.form() != DocumentForm.COUNCIL_RESOLUTION;
        try (var file = new XWPFDocument()) {
            centred(file, sample.issuer().toUpperCase(java.util.Locale.ROOT), true);
            centred(file, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true);
            centred(file, "Độc lập - Tự do - Hạnh phúc", true);
            centred(file, "Số:        /      /" + sample.form().symbol(), false);
            centred(file, decision ? "QUYẾT ĐỊNH" : "NGHỊ QUYẾT", true);
            var title = sample.title().replaceFirst("^(Quyết định|Nghị quyết) ", "");
            centred(file, title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1), true);
            for (var basis : sample.isOfLaw2015()
                    ? new String[] {
                        "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;",
                        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 được sửa đổi, bổ sung bởi Luật số 63/2020/QH14;"
                    }
                    : new String[] {
                        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
                        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;"
                    }) line(file, basis);
            line(file, sample.issuer() + " ban hành " + (decision ? "Quyết định " : "Nghị quyết ") + title + ".");
            for (var paragraph : articles.strip().split("\n")) line(file, paragraph.strip());
            return bytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] letter(SampleDossiers.Sample sample, String name) {
        try (var file = new XWPFDocument()) {
            centred(file, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true);
            centred(file, "Độc lập - Tự do - Hạnh phúc", true);
            centred(file, name.toUpperCase(java.util.Locale.ROOT), true);
            centred(file, "Về dự thảo " + sample.title(), false);
            line(file, "Kính gửi: " + sample.issuer() + ".");
            line(file, "1. Sự cần thiết: " + sample.purpose() + ".");
            line(file, "2. Quá trình soạn thảo: dự thảo được soạn thảo, lấy ý kiến theo trình tự luật định.");
            line(
                    file,
                    "3. Nội dung chính: phạm vi điều chỉnh, đối tượng áp dụng, mức và cách thực hiện, trách nhiệm thi hành.");
            line(file, "Kính trình xem xét, quyết định.");
            return bytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(XWPFDocument file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        file.write(bytes);
        return bytes.toByteArray();
    }

    private static void centred(XWPFDocument file, String words, boolean bold) {
        var paragraph = file.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var run = paragraph.createRun();
        run.setFontFamily("Times New Roman");
        run.setBold(bold);
        run.setText(words);
    }

    private static void line(XWPFDocument file, String words) {
        var run = file.createParagraph().createRun();
        run.setFontFamily("Times New Roman");
        run.setText(words);
    }
}
