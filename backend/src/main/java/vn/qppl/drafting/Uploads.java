package vn.qppl.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileStore;

/** Files of dossiers: stored by their hash before anything refers to them, outside the transaction. */
@Component
class Uploads {
    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    private static final Set<String> TEXTS = Set.of("docx", "doc", "pdf", "rtf", "odt", "txt", "html", "htm");

    private final DocumentFiles files;
    private final long largestFile;

    Uploads(DocumentFiles files, @Value("${qppl.intake.largest-file:209715200}") long largestFile) {
        this.files = files;
        this.largestFile = largestFile;
    }

    record Upload(String sha256, String fileName, long size) {}

    /** @throws vn.qppl.web.ProblemException EMPTY_FILE, FILE_TOO_LARGE, DISK_FULL; nothing is kept */
    Upload store(InputStream bytes, String fileName) throws IOException {
        FileStore.Stored stored;
        try {
            stored = files.store(bytes, largestFile);
        } catch (FileStore.TooLarge e) {
            throw DraftingProblem.FILE_TOO_LARGE.with("mostBytes", largestFile);
        } catch (FileStore.NotStored e) {
            log.error("the file store cannot be written", e);
            throw DraftingProblem.DISK_FULL.asException();
        }
        if (stored.size() == 0) throw DraftingProblem.EMPTY_FILE.asException();
        return new Upload(stored.sha256(), safeName(fileName), stored.size());
    }

    static void checkText(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!TEXTS.contains(ending)) throw DraftingProblem.NOT_A_TEXT.asException();
    }

    /** The last part of a name, without what a file system or a page could trip over; never empty. */
    private static String safeName(String fileName) {
        var name = vn.qppl.text.VietnameseText.nfc(fileName).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (name.isEmpty() || name.equals("..") || name.equals(".")) return "tệp";
        if (name.codePointCount(0, name.length()) <= 200) return name;
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, 180)) + "…" + ending;
    }
}
