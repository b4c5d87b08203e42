package vn.qppl.attachment;

import org.springframework.stereotype.Component;
import vn.qppl.text.PooledExtractor;
import vn.qppl.web.HealthPart;

@Component
class ExtractionHealth implements HealthPart {
    private final PooledExtractor extractor;

    ExtractionHealth(PooledExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public Object state() {
        return extractor.state();
    }

    @Override
    public boolean isWell() {
        return extractor.state().alive();
    }
}
