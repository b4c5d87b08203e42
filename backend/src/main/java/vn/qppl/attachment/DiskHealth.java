package vn.qppl.attachment;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.qppl.web.HealthPart;

@Component
class DiskHealth implements HealthPart {
    private static final Logger log = LoggerFactory.getLogger(DiskHealth.class);

    private final FileStore store;

    DiskHealth(FileStore store) {
        this.store = store;
    }

    /** @param reserveBytes below this receiving and reading files stop, so that the database can go on */
    record Disk(long freeBytes, long reserveBytes) {}

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Object state() {
        return new Disk(room() + store.reserve(), store.reserve());
    }

    @Override
    public boolean isWell() {
        return room() > 0;
    }

    private long room() {
        try {
            return store.room();
        } catch (IOException e) {
            log.warn("the file store does not answer", e);
            return -store.reserve();
        }
    }
}
