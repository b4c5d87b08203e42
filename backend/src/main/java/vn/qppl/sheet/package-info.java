/** Spreadsheets of documents: which column holds what, cells as text, what is wrong with a row. Knows no database. */
@ApplicationModule(allowedDependencies = {"structure", "text"})
@NullMarked
package vn.qppl.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
