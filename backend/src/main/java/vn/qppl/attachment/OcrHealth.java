package vn.qppl.attachment;

import org.springframework.stereotype.Component;
import vn.qppl.text.PooledExtractor;
import vn.qppl.web.HealthPart;

/** Whether scans can be read on this machine. Without it all else works: a scan is marked as not readable yet. */
@Component
class OcrHealth implements HealthPart {
    record Ocr(boolean available, String language) {}

    @Override
    public String name() {
        return "ocr";
    }

    @Override
    public Object state() {
        return new Ocr(PooledExtractor.readsScans(), "vie");
    }
}
