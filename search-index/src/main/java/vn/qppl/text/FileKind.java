package vn.qppl.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, by its content; its name decides only where content leaves a choice (text, HTML, CSV). */
enum FileKind {
    TEXT("text/plain"),
    HTML("text/html"),
    CSV("text/csv"),
    RTF("application/rtf"),
    PDF("application/pdf"),
    DOC("application/msword"),
    XLS("application/vnd.ms-excel"),
    PPT("application/vnd.ms-powerpoint"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    OPEN_DOCUMENT("application/vnd.oasis.opendocument.text"),
    IMAGE("image/*"),
    ENCRYPTED_OOXML("application/x-tika-ooxml-protected"),
    ZIP("application/zip"),
    OTHER("application/octet-stream");

    private static final int HEAD = 4096;
    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static FileKind of(Path file, String fileName) throws IOException, ExtractionException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) return ofCompound(file);
        if (starts(head, 'P', 'K', 3, 4)) return ofZip(file);
        if (starts(head, '{', '\\', 'r', 't')) return RTF;
        if (starts(head, 0x89, 'P', 'N', 'G')
                || starts(head, 0xFF, 0xD8, 0xFF)
                || starts(head, 'I', 'I', 42, 0)
                || starts(head, 'M', 'M', 0, 42)
                || starts(head, 'B', 'M') && !TextBytes.looksLikeText(head)) return IMAGE;
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        // the mark may follow a little rubbish: readers of PDF allow a kilobyte
        int pdf = latin.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1024) return PDF;
        if (!TextBytes.looksLikeText(head)) return OTHER;
        var start = latin.replace("\0", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("{\\rtf")) return RTF;
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt") || name.endsWith(".md")) return TEXT;
        if (looksLikeHtml(start)) return HTML;
        return name.endsWith(".csv") ? CSV : TEXT;
    }

    /** Whether the file holds macros; they are looked for by the names of their storages, and not opened. */
    boolean macros(Path file) throws IOException {
        return switch (this) {
            case DOC, XLS, PPT -> {
                try (var storage = new POIFSFileSystem(file.toFile(), true)) {
                    var root = storage.getRoot();
                    yield root.hasEntryCaseInsensitive("Macros")
                            || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")
                            || root.hasEntryCaseInsensitive("VBA");
                }
            }
            case DOCX, XLSX, PPTX -> {
                try (var zip = new ZipFile(file.toFile())) {
                    yield zip.getEntry("word/vbaProject.bin") != null
                            || zip.getEntry("xl/vbaProject.bin") != null
                            || zip.getEntry("ppt/vbaProject.bin") != null;
                }
            }
            case OPEN_DOCUMENT -> {
                try (var zip = new ZipFile(file.toFile())) {
                    yield zip.stream().anyMatch(e -> e.getName().startsWith("Basic/") && !e.isDirectory());
                }
            }
            case TEXT, HTML, CSV, RTF, PDF, IMAGE, ENCRYPTED_OOXML, ZIP, OTHER -> false;
        };
    }

    private static boolean looksLikeHtml(String start) {
        var body =
                start.startsWith("\u00ef\u00bb\u00bf") || start.startsWith("\u00ff\u00fe") ? start.substring(2) : start;
        int html = body.indexOf("<html");
        return body.contains("<!doctype html")
                || html >= 0 && html < 1024
                || body.stripLeading().startsWith("<")
                        && (body.contains("<head")
                                || body.contains("<body")
                                || body.contains("<div")
                                || body.contains("<p>")
                                || body.contains("<table"));
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    private static FileKind ofCompound(Path file) throws ExtractionException {
        try (var storage = new POIFSFileSystem(file.toFile(), true)) {
            return ofRoot(storage.getRoot());
        } catch (IOException | RuntimeException e) {
            throw new ExtractionException(ExtractionProblem.DAMAGED, "compound file", e);
        }
    }

    private static FileKind ofRoot(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) return ENCRYPTED_OOXML;
        if (root.hasEntryCaseInsensitive("WordDocument")) return DOC;
        if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) return XLS;
        if (root.hasEntryCaseInsensitive("PowerPoint Document")) return PPT;
        return OTHER;
    }

    private static FileKind ofZip(Path file) throws ExtractionException, IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("word/document.xml") != null) return DOCX;
            if (zip.getEntry("xl/workbook.xml") != null) return XLSX;
            if (zip.getEntry("ppt/presentation.xml") != null) return PPTX;
            if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) return OPEN_DOCUMENT;
            return zip.getEntry("[Content_Types].xml") != null ? OTHER : ZIP;
        } catch (ZipException e) {
            throw new ExtractionException(ExtractionProblem.DAMAGED, "zip", e);
        }
    }
}
