package vn.qppl.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/**
 * LibreOffice takes TCVN3's code of "ư" (0xAD) for an optional hyphen and stores Word's hyphen mark 0x1F; Word with a
 * .VnTime font keeps the letter. The letter is put back in the text of the file.
 */
final class LegacyWord {
    private LegacyWord() {}

    static void restoreHorn(Path doc) throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(Files.readAllBytes(doc)))) {
            byte[] stream;
            try (var in = files.createDocumentInputStream("WordDocument")) {
                stream = in.readAllBytes();
            }
            var from = LittleEndian.getInt(stream, 0x18);
            var to = LittleEndian.getInt(stream, 0x1c);
            for (var i = from; i + 1 < to; i += 2) {
                if (stream[i] == 0x1f && stream[i + 1] == 0) stream[i] = (byte) 0xad;
            }
            files.createOrUpdateDocument(new ByteArrayInputStream(stream), "WordDocument");
            try (var out = Files.newOutputStream(doc)) {
                files.writeFilesystem(out);
            }
        }
    }
}
