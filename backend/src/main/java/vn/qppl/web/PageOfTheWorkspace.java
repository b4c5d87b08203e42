package vn.qppl.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the one page of the workspace for every address in it that is not a file: filters, tabs and rows are addresses. */
class PageOfTheWorkspace extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        var file = path.isEmpty() ? null : super.getResource(path, location);
        if (file != null && file.isReadable()) return file;
        int name = path.lastIndexOf('/') + 1;
        if (path.indexOf('.', name) >= 0) return null; // a file that is not there
        return super.getResource("index.html", location);
    }
}
