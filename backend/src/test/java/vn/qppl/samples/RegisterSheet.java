package vn.qppl.samples;

import java.io.IOException;
import java.nio.file.Path;

/** The tracking sheets. */
final class RegisterSheet {
    private RegisterSheet() {}

    static void write(Path folder) throws IOException {}
}
